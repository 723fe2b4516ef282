using Mantel.Core.Journal;
using Mantel.Core.Quality.Publishing;
using Mantel.Demo;
using Mantel.Storage;
using Mantel.Web.Look;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The rest of the demonstration, which comes in while one already looks around. A stop on the way loses nothing: the
/// next start goes on.
/// </summary>
internal sealed partial class DemoFilling(
    Desk desk,
    Installation house,
    KeptStorage keeping,
    TimeProvider time,
    ILogger<DemoFilling> log
)
{
    private volatile DemoProgress? _now;
    private volatile bool _filled;
    private volatile PublishedFigures? _figures;

    /// <summary>How many of how many people there are by now; null when nobody is coming in.</summary>
    public DemoProgress? Now => _now;

    /// <summary>
    /// True when nobody of a demonstration is to come any more: figures of a region that is half there are not
    /// published.
    /// </summary>
    public bool IsOver => _filled || !house.IsDemo;

    /// <summary>
    /// Figures of those who are there, while others are to come: as they would be published. Months that are closed
    /// stay closed, so none is until everybody is there. Null: ask for the published ones.
    /// </summary>
    public PublishedFigures? Figures => IsOver ? null : _figures;

    /// <summary>Until everybody is there, or the house closes.</summary>
    public Task RunAsync(IProgress<StorageProgress>? progress, CancellationToken ct) =>
        WatchedAsync(
            async () =>
            {
                var reports = new Reports(this, progress);
                await DemoRegion.FillTheLivelyAsync(desk, reports, ct);
                await PreviewAsync(ct);
                await DemoRegion.FillAsync(desk, reports, ct);
                await keeping.Archive.Figures.TickAsync(Today, ct);
                await keeping.Archive.Figures.PublishAsync(Today, ct);
                _filled = true;
            },
            ct
        );

    /// <summary>Nobody more is to come in now: the cast stays alone, and a later start may go on.</summary>
    public Task StayAsync(CancellationToken ct) => WatchedAsync(() => PreviewAsync(ct), ct);

    private Moment Today => Moment.At(time.GetUtcNow(), Days.Zone);

    private async Task PreviewAsync(CancellationToken ct) =>
        _figures = await keeping.Archive.Figures.PreviewAsync(Today, ct);

    private async Task WatchedAsync(Func<Task> fill, CancellationToken ct)
    {
        if (house is not { IsDemo: true, OffersDemo: true })
            return;
        try
        {
            await fill();
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

    private sealed class Reports(DemoFilling filling, IProgress<StorageProgress>? onward) : IProgress<StorageProgress>
    {
        public void Report(StorageProgress value)
        {
            filling._now = new DemoProgress(value.Done, value.Total ?? value.Done);
            onward?.Report(value);
        }
    }
}

/// <summary>How many people of the demonstration there are by now, of how many.</summary>
internal sealed record DemoProgress(long Done, long Total);
