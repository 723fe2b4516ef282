using System.Globalization;

namespace Mantel.Core.Population;

/// <summary>
/// Whether every municipality is, on every day that it exists, in one region of each kind and not in two.
/// </summary>
internal static class CheckRegions
{
    private static readonly string[] Statuses = ["copied", "derived", Region.Unverified];

    /// <exception cref="FormatException">The first thing that is wrong, in a sentence that names it.</exception>
    public static void Check(
        IReadOnlyList<Municipality> municipalities,
        IReadOnlyList<Region> regions,
        IReadOnlyList<RegionLink> links
    )
    {
        var codes = Codes(municipalities);
        var known = KnownRegions(regions);
        foreach (var status in links.Select(link => link.Status).Distinct(StringComparer.Ordinal))
            CheckStatus(ReadRegions.LinksFile, status);
        foreach (var link in links)
            CheckLink(link, codes, known);
        var byMunicipality = links.ToLookup(link => (link.Municipality, link.Kind));
        foreach (var municipality in municipalities)
        {
            foreach (var kind in Enum.GetValues<RegionKind>())
                CheckDays(municipality, kind, [.. byMunicipality[(municipality.Code, kind)].OrderBy(one => one.From)]);
        }
    }

    /// <summary>
    /// Where the table must cover every day. Of Dutch networks and consortia nobody gave us the official table, so
    /// there a municipality may have none.
    /// </summary>
    public static bool MustCover(RegionKind kind, string country) =>
        kind switch
        {
            RegionKind.Province => true,
            RegionKind.Zorgkantoor => country == "NL",
            RegionKind.Network => country == "BE",
            RegionKind.Consortium => false,
        };

    private static Dictionary<string, Municipality> Codes(IReadOnlyList<Municipality> municipalities)
    {
        var codes = new Dictionary<string, Municipality>(StringComparer.Ordinal);
        foreach (var one in municipalities)
        {
            CheckStatus(ReadRegions.MunicipalitiesFile, one.Status);
            if (!codes.TryAdd(one.Code, one))
                throw Wrong(ReadRegions.MunicipalitiesFile, one.Code, "the code is there twice.");
            if (one.Until <= one.From)
                throw Wrong(ReadRegions.MunicipalitiesFile, one.Code, "it ends before it begins.");
            if (one.Until is null != one.Becomes is null)
                throw Wrong(ReadRegions.MunicipalitiesFile, one.Code, "until and becomes come together or not at all.");
        }
        foreach (var one in municipalities.Where(one => one.Becomes is not null))
        {
            if (!codes.TryGetValue(one.Becomes!, out var next))
                throw Wrong(ReadRegions.MunicipalitiesFile, one.Code, $"it becomes {one.Becomes}, an unknown code.");
            if (next.From > one.Until || next.Until <= one.Until)
                throw Wrong(
                    ReadRegions.MunicipalitiesFile,
                    one.Code,
                    $"{next.Code} is not valid when it becomes that."
                );
        }
        return codes;
    }

    private static Dictionary<(RegionKind, string), Region> KnownRegions(IReadOnlyList<Region> regions)
    {
        var known = new Dictionary<(RegionKind, string), Region>();
        foreach (var region in regions)
        {
            CheckStatus(ReadRegions.RegionsFile, region.Status);
            if (!known.TryAdd((region.Kind, region.Code), region))
                throw Wrong(ReadRegions.RegionsFile, region.Code, "the code is there twice.");
        }
        return known;
    }

    private static void CheckLink(
        RegionLink link,
        Dictionary<string, Municipality> municipalities,
        Dictionary<(RegionKind, string), Region> regions
    )
    {
        if (!municipalities.TryGetValue(link.Municipality, out var municipality))
            throw Wrong(ReadRegions.LinksFile, link.Municipality, "no municipality has this code.");
        if (!regions.TryGetValue((link.Kind, link.Region), out var region))
            throw Wrong(ReadRegions.LinksFile, link.Municipality, $"no {Word(link.Kind)} is called {link.Region}.");
        if (link.Until <= link.From)
            throw Wrong(ReadRegions.LinksFile, link.Municipality, "a row ends before it begins.");
        if (link.From < municipality.From || End(link.Until) > End(municipality.Until))
            throw Wrong(ReadRegions.LinksFile, link.Municipality, "a row goes beyond the days of the municipality.");
        if (link.From < region.From || End(link.Until) > End(region.Until))
            throw Wrong(ReadRegions.LinksFile, link.Municipality, $"a row goes beyond the days of {link.Region}.");
    }

    private static void CheckDays(Municipality municipality, RegionKind kind, List<RegionLink> links)
    {
        for (var i = 1; i < links.Count; i++)
        {
            var (before, after) = (links[i - 1], links[i]);
            if (End(before.Until) > after.From)
                throw Wrong(municipality, $"on {Text(after.From)} it is in two regions of the kind {Word(kind)}.");
            if (before.Until < after.From)
                throw Wrong(municipality, $"from {Text(before.Until!.Value)} it is in no {Word(kind)}.");
        }
        if (!MustCover(kind, municipality.Country))
            return;
        if (links.Count == 0 || links[0].From > municipality.From)
            throw Wrong(municipality, $"from {Text(municipality.From)} it is in no {Word(kind)}.");
        if (End(links[^1].Until) < End(municipality.Until))
            throw Wrong(municipality, $"from {Text(links[^1].Until!.Value)} it is in no {Word(kind)}.");
    }

    private static void CheckStatus(string file, string status)
    {
        if (!Statuses.Contains(status, StringComparer.Ordinal))
            throw new FormatException($"{file}: {status} is no status; use {string.Join(", ", Statuses)}.");
    }

    private static DateOnly End(DateOnly? until) => until ?? DateOnly.MaxValue;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Word(RegionKind kind) => kind.ToString().ToLowerInvariant();

    private static FormatException Wrong(Municipality municipality, string what) =>
        Wrong(ReadRegions.LinksFile, $"{municipality.Code} {municipality.Name}", what);

    private static FormatException Wrong(string file, string about, string what) => new($"{file}, {about}: {what}");
}
