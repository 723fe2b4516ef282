using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>What may be shown of the figures: the published ones, put together for a network or everybody.</summary>
internal sealed class ShownFigures(Archive archive, Desk desk, DemoFilling filling)
{
    /// <summary>The measures that are shown, in the order in which care goes.</summary>
    public static IReadOnlyList<string> Measures { get; } = ["plan-within-30-days", "wished-place", "late-start"];

    public async Task<MeasureSheet?> OfAsync(Scope scope, string measure, Words words, CancellationToken ct) =>
        Measures.Contains(measure, StringComparer.Ordinal)
            ? Make(await PublishedAsync(ct), scope, measure, words)
            : null;

    public async Task<IReadOnlyList<MeasureSheet>> AllAsync(Scope scope, Words words, CancellationToken ct)
    {
        var published = await PublishedAsync(ct);
        return [.. Measures.Select(measure => Make(published, scope, measure, words))];
    }

    /// <summary>The networks of which anything was published, by name.</summary>
    public async Task<IReadOnlyList<Region>> NetworksAsync(CancellationToken ct)
    {
        var published = await PublishedAsync(ct);
        return
        [
            .. Measures
                .SelectMany(published.Networks)
                .Distinct(StringComparer.Ordinal)
                .Select(code => RegionTables.Current.Region(RegionKind.Network, code))
                .OfType<Region>()
                .OrderBy(network => network.Country, StringComparer.Ordinal)
                .ThenBy(network => network.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The network in which somebody's organisation lies, by its municipality; null when that is not known. Nobody is
    /// asked for it a second time.
    /// </summary>
    public async Task<Region?> NetworkOfAsync(Author author, DateOnly today, CancellationToken ct)
    {
        if (author.Organisation is not { } organisation)
            return null;
        return NetworkOf((await desk.DirectoryAsync(ct)).Organisation(organisation), today);
    }

    internal static Region? NetworkOf(OrganisationRecorded? organisation, DateOnly today) =>
        organisation is { Kind: OrganisationKind.Network, Municipality: { } municipality }
        && RegionTables.Current.Named(municipality, organisation.Country, today) is { } known
            ? RegionTables.Current.RegionOf(known.Code, RegionKind.Network, today)
            : null;

    private MeasureSheet Make(PublishedFigures published, Scope scope, string measure, Words words)
    {
        var sheet = new MakeSheet(published, DefinitionOf(published, measure), scope, words).Make();
        return published == filling.Figures ? sheet with { IsProvisional = true, PublishedOn = null } : sheet;
    }

    /// <summary>The one by which the newest month was counted; the newest of all while nothing is published.</summary>
    internal static MeasureDefinition DefinitionOf(PublishedFigures published, string measure)
    {
        var version = published.Blocks(measure, Block.Whole, TableKind.All).LastOrDefault()?.Version;
        return MeasureSet.Current.Definitions.FirstOrDefault(one => one.Id == measure && one.Version == version)
            ?? MeasureSet.Current.Newest(measure)!;
    }

    private async Task<PublishedFigures> PublishedAsync(CancellationToken ct)
    {
        var published = await archive.Figures.PublishedAsync(ct);
        return published.IsEmpty ? filling.Figures ?? published : published;
    }
}
