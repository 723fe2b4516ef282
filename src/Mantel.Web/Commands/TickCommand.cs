using System.CommandLine;
using Mantel.Core.Journal;
using Mantel.Web.Look;

namespace Mantel.Web.Commands;

/// <summary><c>tick</c>: counts what falls due because nothing happened; serving does so by itself.</summary>
internal static class TickCommand
{
    public static Command Command()
    {
        var command = new Command(
            "tick",
            "Count what falls due because nothing happened, on every day up to today. Serving does this by itself; "
                + "doing it twice changes nothing."
        );
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        using var progress = new ConsoleProgress();
        await using var archive = await StorageCommands.OpenAsync(parsed, progress, ct);
        var now = Moment.At(TimeProvider.System.GetUtcNow(), Days.Zone);
        var looked = await archive.Figures.TickAsync(now, ct);
        var closed = await archive.Figures.PublishAsync(now, ct);
        progress.Finish();
        Console.WriteLine($"{looked} people's results fell due and were counted; {closed} months were closed.");
        return 0;
    }
}
