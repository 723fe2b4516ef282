using Mantel.Core.Quality.Publishing;
using Mantel.Web.Platform;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>
/// What a measure does not say, in sentences: for whom something is not known, what is too small to show, what came in
/// late. Read from what was published and from nothing else, so it tells no more than the figures do.
/// </summary>
internal sealed record UnsaidWords(Words Words)
{
    private FigureSentences Say => new(Words);

    public IReadOnlyList<string> Of(MeasureSheet sheet) =>
        [.. Beside(sheet).Concat(Nowhere(sheet)).Concat(Small(sheet)).Concat(Late(sheet))];

    /// <summary>Who is counted apart because something was not recorded, or for another reason that is shown.</summary>
    private IEnumerable<string> Beside(MeasureSheet sheet) =>
        from beside in sheet.Beside
        where beside.People is not null
        select Words["start.unsaid.beside", Say.Number(beside.People!.People), beside.Why];

    /// <summary>
    /// Counted in the whole and in no network: their municipality is not recorded, or lies in none. Fewer than are
    /// shown anywhere are not told, and neither is a difference of other months.
    /// </summary>
    private IEnumerable<string> Nowhere(MeasureSheet sheet)
    {
        if (!sheet.IsNation || sheet.Span != sheet.AllSpan)
            yield break;
        if ((sheet.Whole.Share?.Of - sheet.All.Share?.Of) is { } apart && apart >= Publications.FewestShown)
            yield return Words["start.unsaid.nowhere", Say.Number(apart)];
    }

    private IEnumerable<string> Small(MeasureSheet sheet)
    {
        if (sheet.Span is null)
            yield return Words["start.unsaid.nothing"];
        var months = sheet.Periods.Where(period => period.Cell.Share is null).Sum(period => period.Span.Months);
        if (months > 0)
            yield return Words.Many("start.unsaid.months", months);
        var groups = sheet.Groups.Sum(kind => kind.Groups.Count(group => group.Cell.Share is null));
        if (groups > 0)
            yield return Words.Many("start.unsaid.groups", groups);
        var kinds = sheet.Groups.Where(kind => kind.Span is null).Select(kind => kind.Title).ToList();
        if (kinds.Count > 0)
            yield return Words["start.unsaid.kinds", string.Join(", ", kinds)];
        var networks = sheet.Networks.Count(network => network.Cell.Share?.Value is null);
        if (networks > 0)
            yield return Words.Many("start.unsaid.networks", networks);
    }

    private IEnumerable<string> Late(MeasureSheet sheet)
    {
        if (sheet.Periods.Count(period => period.Cell.IsRevised) is > 0 and var revised)
            yield return Words.Many("start.unsaid.late", revised);
        if (sheet.HasEarlierVersion)
            yield return Words["start.unsaid.earlier", sheet.Definition.Version];
    }
}
