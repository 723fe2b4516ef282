using Mantel.Core.Quality;
using Mantel.Core.Quality.Statistics;

namespace Mantel.Web.Quality.Shown;

/// <summary>
/// All that is shown of one measure about one network or the whole: the page, its charts and its export come from this
/// and from nothing else, and this comes from what was published and from nothing else.
/// </summary>
/// <param name="Region">The name of the network or of the whole.</param>
/// <param name="NamesOthers">For who studies networks; a network speaks of "we" and "another".</param>
/// <param name="Whole">Over <paramref name="Span"/>, the last two years that are published.</param>
/// <param name="Span">Null while nothing is published.</param>
/// <param name="Periods">Everything that is published of this version, oldest first.</param>
/// <param name="All">Of all networks together: the middle of the funnel.</param>
/// <param name="AllSpan">The months in which networks stand beside each other: the same for each and for all.</param>
/// <param name="Declined">Those who did not want to talk; null when they are too few or do not exist here.</param>
/// <param name="PublishedOn">When it was last published; null: never yet.</param>
public sealed record MeasureSheet(
    MeasureDefinition Definition,
    string Region,
    bool IsNation,
    bool NamesOthers,
    Cell Whole,
    Span? Span,
    IReadOnlyList<ShownPeriod> Periods,
    Cell All,
    Span? AllSpan,
    IReadOnlyList<ShownNetwork> Networks,
    IReadOnlyList<ShownGroups> Groups,
    ShownPeople? Declined,
    ShownDays? Days,
    DateOnly? PublishedOn
)
{
    public string Measure => Definition.Id;

    /// <summary>
    /// What was published by earlier versions, oldest first: counted otherwise, so no line and no judgement passes over
    /// the change of definition.
    /// </summary>
    public IReadOnlyList<ShownPeriod> Earlier { get; init; } = [];

    /// <summary>Who is counted beside the figure.</summary>
    public IReadOnlyList<ShownBeside> Beside { get; init; } = [];

    public bool HasEarlierVersion => Earlier.Count > 0;

    /// <summary>Nobody has checked which municipalities belong to this network.</summary>
    public bool IsOnUncheckedGround { get; init; }

    /// <summary>Of a demonstration that is still being filled: not published, and it will change.</summary>
    public bool IsProvisional { get; init; }

    public RunChart Run { get; } = RunChart.Of([.. Periods.Select(period => period.Cell.Share?.Value)]);

    public Funnel? Funnel { get; } = All.Share?.Value is { } target ? new Funnel(target) : null;

    public ShownNetwork? Own => Networks.FirstOrDefault(network => network.IsOwn);

    public bool HasRevised =>
        Periods.Any(period => period.Cell.IsRevised)
        || Networks.Any(network => network.Cell.IsRevised)
        || Groups.Any(kind => kind.Groups.Any(group => group.Cell.IsRevised));

    /// <summary>
    /// Where a group lies apart from everybody in the same months, further than chance, on either side; null inside.
    /// </summary>
    public GroupMark? MarkOf(Cell cell, Cell everybody)
    {
        if (everybody.Share?.Value is not { } whole || cell.Share is not { } share)
            return null;
        return new Funnel(whole).Place(share) switch
        {
            FunnelPlace.High or FunnelPlace.VeryHigh => new(IsHigh: true, Definition.Direction.IsGood(isHigh: true)),
            FunnelPlace.Low or FunnelPlace.VeryLow => new(IsHigh: false, Definition.Direction.IsGood(isHigh: false)),
            _ => null,
        };
    }
}

/// <summary>That a group lies apart from everybody, on which side, and whether that is the good one.</summary>
/// <param name="IsGood">Null where the measure calls neither side good.</param>
public sealed record GroupMark(bool IsHigh, bool? IsGood);
