using System.Collections.Frozen;

namespace Mantel.Core.Population;

/// <summary>
/// Where people live, as the regions knew it on each day: a merger of municipalities or networks changes what comes
/// after it and nothing before. Made from <c>data/regions</c>.
/// </summary>
public sealed class RegionTables
{
    private readonly FrozenDictionary<string, Municipality> _municipalities;
    private readonly FrozenDictionary<(RegionKind Kind, string Code), Region> _regions;
    private readonly FrozenDictionary<(string Municipality, RegionKind Kind), RegionLink[]> _links;
    private readonly ILookup<string, Municipality> _byName;

    internal RegionTables(
        IReadOnlyList<Municipality> municipalities,
        IReadOnlyList<Region> regions,
        IReadOnlyList<RegionLink> links
    )
    {
        _municipalities = municipalities.ToFrozenDictionary(one => one.Code, StringComparer.Ordinal);
        _regions = regions.ToFrozenDictionary(one => (one.Kind, one.Code));
        _links = links
            .GroupBy(link => (link.Municipality, link.Kind))
            .ToFrozenDictionary(group => group.Key, group => group.OrderBy(link => link.From).ToArray());
        _byName = municipalities.ToLookup(one => one.Name, StringComparer.OrdinalIgnoreCase);
        Regions = regions;
        Municipalities = municipalities;
        Links = links;
    }

    /// <summary>The tables that are compiled in.</summary>
    public static RegionTables Current { get; } = ReadRegions.CompiledIn();

    /// <summary>Reads other tables than those that are compiled in, with the columns of <c>data/regions</c>.</summary>
    /// <exception cref="FormatException">What is wrong, in a sentence that names the row.</exception>
    public static RegionTables Read(string municipalities, string regions, string links) =>
        ReadRegions.Read(municipalities, regions, links);

    public IReadOnlyList<Municipality> Municipalities { get; }

    public IReadOnlyList<Region> Regions { get; }

    public IReadOnlyList<RegionLink> Links { get; }

    public Municipality? Municipality(string code) => _municipalities.GetValueOrDefault(code);

    public Region? Region(RegionKind kind, string code) => _regions.GetValueOrDefault((kind, code));

    /// <summary>
    /// The code of this municipality on a day: the one it had become by then, when it was merged. A code that is not in
    /// the table, or not yet valid, stays as it is.
    /// </summary>
    public string CodeOn(string code, DateOnly day)
    {
        var at = code;
        while (_municipalities.GetValueOrDefault(at) is { Until: { } until, Becomes: { } next } && until <= day)
            at = next;
        return at;
    }

    /// <summary>The only municipality of that name on a day, for who gives no code; null when there is none.</summary>
    /// <param name="country">NL or BE; null when it is not known.</param>
    public Municipality? Named(string name, string? country, DateOnly day)
    {
        var found = _byName[name.Trim()]
            .Where(one => country is null || one.Country == country)
            .Where(one => !(one.Until <= day))
            .Take(2)
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The region of this kind that the municipality belonged to on a day; null when none is known.</summary>
    public Region? RegionOf(string municipality, RegionKind kind, DateOnly day)
    {
        var code = CodeOn(municipality, day);
        return
            _links.TryGetValue((code, kind), out var links) && Array.Find(links, link => link.HoldsOn(day)) is { } holds
            ? _regions[(kind, holds.Region)]
            : null;
    }

    /// <summary>The codes of the municipalities that belonged to a region on a day.</summary>
    public IReadOnlyList<string> MunicipalitiesOf(RegionKind kind, string region, DateOnly day) =>
        [
            .. Links
                .Where(link => link.Kind == kind && link.Region == region && link.HoldsOn(day))
                .Select(link => link.Municipality),
        ];
}
