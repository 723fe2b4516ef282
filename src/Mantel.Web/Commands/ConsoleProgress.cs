using Mantel.Storage;

namespace Mantel.Web.Commands;

/// <summary>Shows how far a long task is, once it takes more than two seconds; only where a person looks on.</summary>
internal sealed class ConsoleProgress : IProgress<StorageProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>On a line that is written over, often; in a file that keeps every line, seldom.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(Console.IsErrorRedirected ? 5 : 0.25);
    private readonly long _start = Environment.TickCount64;
    private long _shown;

    public void Report(StorageProgress value)
    {
        var now = Environment.TickCount64;
        if (now - _start < Patience.TotalMilliseconds || now - Interlocked.Read(ref _shown) < Between.TotalMilliseconds)
            return;
        Interlocked.Exchange(ref _shown, now);
        var share = value.Total is { } total and > 0 ? $" ({100 * value.Done / total} %)" : "";
        Console.Error.Write(
            Console.IsErrorRedirected
                ? $"{value.Step}: {value.Done}{share}{Environment.NewLine}"
                : $"\r{value.Step}: {value.Done}{share}\u001b[K"
        );
    }

    /// <summary>Ends the line of progress, if one was shown.</summary>
    public void Finish()
    {
        if (Interlocked.Read(ref _shown) > 0 && !Console.IsErrorRedirected)
            Console.Error.WriteLine();
    }

    public void Dispose() => Finish();
}
