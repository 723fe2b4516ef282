namespace Mantel.Core.Population;

/// <summary>A municipality (gemeente) under one code: CBS code GM0718 or NIS code 44021.</summary>
/// <param name="From">The first day on which the code is valid, as far as our table goes back.</param>
/// <param name="Until">The first day on which it is not valid any more; null: still valid.</param>
/// <param name="Becomes">The code that it went over into on that day.</param>
/// <param name="Population">Inhabitants on 1 January of <paramref name="PopulationOn"/>; null when not known.</param>
/// <param name="Status">copied, derived or unverified: see <c>data/regions/municipalities.tsv</c>.</param>
public sealed record Municipality(
    string Code,
    string Country,
    string Name,
    DateOnly From,
    DateOnly? Until,
    string? Becomes,
    int? Population,
    int? PopulationOn,
    string Source,
    string Edition,
    string Status
);

/// <summary>What kind of region.</summary>
public enum RegionKind
{
    /// <summary>A network for palliative care (netwerk palliatieve zorg).</summary>
    Network,

    /// <summary>Dutch networks that work together around an academic hospital (consortium).</summary>
    Consortium,

    /// <summary>The Dutch regions in which long-term care is bought (zorgkantoorregio).</summary>
    Zorgkantoor,

    /// <summary>A province; Brussels counts as one.</summary>
    Province,
}

/// <summary>A region of municipalities: a network, a consortium, a zorgkantoor region or a province.</summary>
/// <param name="Status">copied, derived or unverified: an unverified region is shown as such.</param>
public sealed record Region(
    RegionKind Kind,
    string Code,
    string Name,
    string Country,
    DateOnly From,
    DateOnly? Until,
    string Source,
    string Edition,
    string Status
)
{
    /// <summary>The status of what nobody has checked: it is shown as such.</summary>
    public const string Unverified = "unverified";
}

/// <summary>That a municipality belongs to a region on some days.</summary>
/// <param name="Until">The first day on which it does not any more; null: still.</param>
public sealed record RegionLink(
    string Municipality,
    RegionKind Kind,
    string Region,
    DateOnly From,
    DateOnly? Until,
    string Source,
    string Edition,
    string Status
)
{
    public bool HoldsOn(DateOnly day) => From <= day && !(Until <= day);
}
