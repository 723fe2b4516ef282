using System.CommandLine;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.Commands;

/// <summary>
/// <c>verify</c> and <c>rebuild</c>: prove that the journal is whole, and make anew what is derived from it.
/// </summary>
internal static class StorageCommands
{
    private static readonly Option<FileInfo?> Seal = new("--seal")
    {
        Description = "A seal that was kept on another machine: with it a cut-off tail is found too",
        HelpName = "FILE",
    };

    public static Command Verify()
    {
        var command = new Command("verify", "Recompute every hash, chain and seal of what is kept.") { Seal };
        command.SetAction(VerifyAsync);
        return command;
    }

    public static Command Rebuild()
    {
        var command = new Command("rebuild", "Make everything that is derived anew from the journal.");
        command.SetAction(RebuildAsync);
        return command;
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, CancellationToken ct)
    {
        var seal = parsed.GetValue(Seal);
        if (seal is { Exists: false })
            throw new CommandRefused($"There is no file {seal.Name} to take the seal from.");
        using var progress = new ConsoleProgress();
        await using var archive = await OpenAsync(parsed, progress, ct);
        var verification = await archive.VerifyAsync(seal?.FullName, ct, progress);
        progress.Finish();
        foreach (var fault in verification.Faults)
            await Console.Error.WriteLineAsync($"{fault.Place}: {fault.Sentence}");
        Console.WriteLine(
            $"{verification.Entries} entries, {verification.Seals} seals, {verification.Looks} looks and "
                + $"{verification.AccountEvents} lines about accounts read: "
                + (verification.Passed ? "all as they were written." : $"{verification.Faults.Count} faults.")
        );
        return verification.Passed ? 0 : 1;
    }

    private static async Task<int> RebuildAsync(ParseResult parsed, CancellationToken ct)
    {
        using var progress = new ConsoleProgress();
        await using var archive = await OpenAsync(parsed, progress, ct);
        var facts = await archive.RebuildAsync(ct, progress);
        progress.Finish();
        Console.WriteLine($"Rebuilt from {facts} facts.");
        return 0;
    }

    internal static Task<Archive> OpenAsync(ParseResult parsed, ConsoleProgress progress, CancellationToken ct)
    {
        var house = CommandLine.HouseOf(parsed);
        if (!house.Data.Exists)
            throw new CommandRefused($"Nothing is kept in {parsed.GetValue(CommandLine.Data)}.");
        return KeptStorage.OpenAsync(house, ct, progress);
    }
}
