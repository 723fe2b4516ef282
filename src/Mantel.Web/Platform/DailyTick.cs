using System.Data.Common;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Platform;

/// <summary>
/// Looks now and then whether something falls due because nothing happened, as thirty days that are over. It catches
/// up on every day that the house was closed.
/// </summary>
internal sealed partial class DailyTick(
    KeptStorage keeping,
    DemoFilling filling,
    TimeProvider time,
    ILogger<DailyTick> log
) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        do
        {
            try
            {
                var now = Moment.At(time.GetUtcNow(), Days.Zone);
                await keeping.Archive.Figures.TickAsync(now, stoppingToken);
                if (filling.IsOver)
                    await keeping.Archive.Figures.PublishAsync(now, stoppingToken);
            }
            catch (Exception failure) when (failure is StorageException or DbException)
            {
                Failed(log, failure.GetType().Name);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "What fell due could not be counted ({Kind}). It is tried again."
    )]
    private static partial void Failed(ILogger log, string kind);
}
