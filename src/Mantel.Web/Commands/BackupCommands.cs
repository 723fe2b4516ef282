using System.CommandLine;
using Mantel.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Commands;

/// <summary><c>backup</c> and <c>restore</c>: everything that is kept, keys apart, and back again.</summary>
internal static class BackupCommands
{
    private static readonly Argument<DirectoryInfo> To = new("DIR") { Description = "An empty folder, or a new one" };
    private static readonly Argument<DirectoryInfo> From = new("DIR") { Description = "The folder of a backup" };
    private static readonly Option<FileInfo?> Ledger = new("--ledger")
    {
        Description = "An erasure ledger that was kept elsewhere: who was erased stays erased",
        HelpName = "FILE",
    };

    public static Command Backup()
    {
        var command = new Command(
            "backup",
            "Copy everything into an empty folder, also while people work. The keys are a part of their own (keys/): "
                + "keep it apart from the rest."
        )
        {
            To,
        };
        command.SetAction(BackupAsync);
        return command;
    }

    public static Command Restore()
    {
        var command = new Command(
            "restore",
            "Bring a backup back into an empty place. Who was erased since then stays erased."
        )
        {
            From,
            Ledger,
        };
        command.SetAction(RestoreAsync);
        return command;
    }

    private static async Task<int> BackupAsync(ParseResult parsed, CancellationToken ct)
    {
        var house = CommandLine.HouseOf(parsed);
        var to = parsed.GetRequiredValue(To);
        if (to.Exists)
            OwnersOnly.RefuseWider(to, "folder");
        using var progress = new ConsoleProgress();
        await using var archive = await StorageCommands.OpenAsync(parsed, progress, ct);
        var parts = new AccountsCopy(house).Parts;
        await archive.BackupAsync(to.FullName, TimeProvider.System.GetUtcNow(), parts, ct, progress);
        progress.Finish();
        Console.WriteLine($"Everything is in {to}. Keep {Path.Combine(to.ToString(), "keys")} apart from the rest.");
        return 0;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, CancellationToken ct)
    {
        var house = CommandLine.HouseOf(parsed);
        var from = parsed.GetRequiredValue(From);
        if (!from.Exists)
            throw new CommandRefused($"There is no folder {from}.");
        var ledger = parsed.GetValue(Ledger);
        if (ledger is { Exists: false })
            throw new CommandRefused($"There is no file {ledger}.");
        using var progress = new ConsoleProgress();
        var copy = new AccountsCopy(house);
        var options = KeptStorage.OptionsOf(house);
        await Archive.RestoreAsync(
            options,
            KeptStorage.Register,
            from.FullName,
            copy.Parts,
            ledger?.FullName,
            ct,
            progress
        );
        await using var archive = await KeptStorage.OpenAsync(house, ct, progress);
        await copy.ForgetAsync(person => EraseCommand.IsGoneAsync(archive, person, ct), ct);
        progress.Finish();
        Console.WriteLine("Everything is back, verified against the backup's seal.");
        return 0;
    }
}
