using Mantel.Demo;
using Mantel.Storage;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The rest of the demonstration, which comes in while one already looks around. A stop on the way loses nothing: the
/// next start goes on.
/// </summary>
internal sealed partial class Filling(Desk desk, House house, ILogger<Filling> log)
{
    private volatile SoFar? _now;
    private volatile bool _filled;

    /// <summary>How many of how many people there are by now; null when nobody is coming in.</summary>
    public SoFar? Now => _now;

    /// <summary>
    /// True when nobody of a demonstration is to come any more: figures of a region that is half there are not
    /// published.
    /// </summary>
    public bool IsOver => _filled || !house.IsDemo;

    /// <summary>Until everybody is there, or the house closes.</summary>
    public async Task RunAsync(IProgress<StorageProgress>? progress, CancellationToken ct)
    {
        if (house is not { IsDemo: true, OffersDemo: true })
            return;
        try
        {
            await DemoRegion.FillAsync(desk, new Reports(this, progress), ct);
            _filled = true;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (failure is StorageException or InvalidOperationException)
        {
            LogStopped(log, failure);
        }
        finally
        {
            _now = null;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The region of the demonstration could not be filled any further. What is there works."
    )]
    private static partial void LogStopped(ILogger logger, Exception failure);

    private sealed class Reports(Filling filling, IProgress<StorageProgress>? onward) : IProgress<StorageProgress>
    {
        public void Report(StorageProgress value)
        {
            filling._now = new SoFar(value.Done, value.Total ?? value.Done);
            onward?.Report(value);
        }
    }
}

/// <summary>How many people of the demonstration there are by now, of how many.</summary>
internal sealed record SoFar(long Done, long Total);
