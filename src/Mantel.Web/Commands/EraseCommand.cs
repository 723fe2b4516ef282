using System.CommandLine;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Commands;

/// <summary><c>erase</c>: makes one person unreadable for ever, on a legal basis and by two people.</summary>
internal static class EraseCommand
{
    private static readonly Argument<Guid> Person = new("PERSON") { Description = "The id of the person's record" };
    private static readonly Option<string> Basis = new("--basis")
    {
        Description = "The legal basis, in words",
        Required = true,
        HelpName = "TEXT",
    };
    private static readonly Option<string> By = new("--by")
    {
        Description = "Who erases: the sign-in name or id of an administrator",
        Required = true,
        HelpName = "ACCOUNT",
    };
    private static readonly Option<string> AndBy = new("--and-by")
    {
        Description = "Who else decided it: another account",
        Required = true,
        HelpName = "ACCOUNT",
    };

    public static Command Command()
    {
        var command = new Command(
            "erase",
            "Destroy the key of one person's record, here and in every known backup that can be reached. It cannot be "
                + "undone."
        )
        {
            Person,
            Basis,
            By,
            AndBy,
        };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>True when nothing of this person can be read: nobody has the id, or the key was destroyed.</summary>
    internal static async Task<bool> IsGoneAsync(Archive archive, Guid person, CancellationToken ct) =>
        (await archive.Journal.ReadAsync(StreamId.Person(person), 0, ct)).Count == 0;

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var house = CommandLine.HouseOf(parsed);
        var (by, andBy) = await FindBothAsync(parsed, house, ct);
        using var progress = new ConsoleProgress();
        await using var archive = await StorageCommands.OpenAsync(parsed, progress, ct);
        var person = parsed.GetRequiredValue(Person);
        var basis = parsed.GetRequiredValue(Basis);
        var now = TimeProvider.System.GetUtcNow();
        var result = await archive.EraseAsync(new Erasure(person, now, basis, by, andBy), ct);
        await new AccountsCopy(house).ForgetAsync(one => Task.FromResult(result.Records.Contains(one)), ct);
        progress.Finish();
        Console.WriteLine("The record can be read by nobody any more.");
        foreach (var joined in result.Records.Where(record => record != person))
            Console.WriteLine($"Nor can the record that was joined with it: {joined}.");
        foreach (var backup in result.Backups)
            Console.WriteLine($"Erased in the backup {backup} too.");
        foreach (var backup in result.UnreachableBackups)
            await Console.Error.WriteLineAsync(
                $"The backup {backup} cannot be reached: it stays readable with its own keys until they are destroyed. "
                    + "Restoring it here will not bring the person back."
            );
        return 0;
    }

    private static async Task<(Guid By, Guid AndBy)> FindBothAsync(
        ParseResult parsed,
        Installation house,
        CancellationToken ct
    )
    {
        await using var services = AccountsSetup.Alone(house);
        await services.GetRequiredService<AccountsFile>().OpenAsync(ct);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var by = await CommandLine.FindAccountAsync(accounts, parsed.GetRequiredValue(By), ct);
        var andBy = await CommandLine.FindAccountAsync(accounts, parsed.GetRequiredValue(AndBy), ct);
        if (by.Role is not Role.Administrator && andBy.Role is not Role.Administrator)
            throw new CommandRefused("One of the two must be an administrator.");
        if (by.IsDisabled || andBy.IsDisabled)
            throw new CommandRefused("A disabled account can decide nothing.");
        return (by.Id, andBy.Id);
    }
}
