using Mantel.Core.Journal;
using Mantel.Core.Quality.Publishing;
using Mantel.Storage;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Mantel.Tests.Quality.Pages;

/// <summary>Figures that are published in a running house, as its tick would.</summary>
internal static class Publishing
{
    private static readonly Author Program = new(Guid.Empty, "Mantel", Role.System, null, null);

    public static async Task PublishAsync(
        this RunningMantel mantel,
        IReadOnlyList<Block> blocks,
        string measure = Drawn.Plan
    )
    {
        var day = new DateOnly(2026, 10, 15);
        var now = new Moment(new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.Zero), day);
        var journal = mantel.Services.GetRequiredService<Archive>().Journal;
        var version = await journal.VersionAsync(StreamId.Figures, default);
        var told = new NewFact(new FiguresPublished(measure, 2, day, blocks));
        await journal.AppendAsync(new(StreamId.Figures, version, Guid.NewGuid(), Program, now, [told]), default);
    }
}
