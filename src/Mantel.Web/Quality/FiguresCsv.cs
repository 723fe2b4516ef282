using System.Globalization;
using System.Text;
using Mantel.Core.Quality.Statistics;
using Mantel.Web.Platform;
using Mantel.Web.Quality.Shown;

namespace Mantel.Web.Quality;

/// <summary>
/// Exactly what the page of one measure shows, as a table for a spreadsheet: every line says its measure, region and
/// period, and what is not shown has no number. Separator and decimal sign are those of the language.
/// </summary>
internal sealed record FiguresCsv(Words Words)
{
    private string Separator => Words.Culture.TextInfo.ListSeparator;

    private FigureSentences Say => new(Words);

    public byte[] Of(MeasureSheet sheet)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(sheet))
            text.AppendJoin(Separator, line.Select(Escape)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private IEnumerable<string[]> Lines(MeasureSheet sheet)
    {
        yield return Heading(sheet);
        yield return Line(sheet, sheet.Span, "network.groups.everybody", "", sheet.Whole);
        foreach (var period in sheet.Earlier.Concat(sheet.Periods))
            yield return Line(
                sheet,
                period.Span,
                "network.period",
                Say.Period(period.Span),
                period.Cell,
                period.Version
            );
        foreach (var kind in sheet.Groups)
        foreach (var group in kind.Groups)
            yield return Line(sheet, kind.Span, "network.group", $"{kind.Title}: {group.Name}", group.Cell);
        foreach (var network in sheet.Networks)
            yield return Line(sheet, network.Span, "network.one", NetworkWords.NameOf(network, Words), network.Cell);
        yield return Line(sheet, sheet.AllSpan, "network.all", "", sheet.All);
        if (sheet.Declined is { } declined)
            yield return Line(sheet, declined.Span, "network.declined", "", declined.People);
        foreach (var kind in sheet.Groups)
        foreach (var group in kind.Groups.Where(group => group.Declined is not null))
            yield return Line(
                sheet,
                kind.DeclinedSpan,
                "network.declined",
                $"{kind.Title}: {group.Name}",
                group.Declined
            );
        foreach (var beside in sheet.Beside)
            yield return Line(sheet, beside.People?.Span, "network.csv.beside", beside.Why, beside.People?.People);
        foreach (var group in sheet.Days?.Groups ?? [])
            yield return Line(sheet, sheet.Days!.Span, "network.days.title", Say.Days(group), group.People);
    }

    private string[] Heading(MeasureSheet sheet) =>
        [
            Words["network.csv.measure"],
            Words["network.csv.version"],
            Words["network.csv.published"],
            Words["network.csv.region"],
            Words["network.csv.from"],
            Words["network.csv.to"],
            Words["network.csv.part"],
            Words["network.csv.name"],
            Words[$"measure.{sheet.Measure}.of"],
            Words[$"measure.{sheet.Measure}.met"],
            Words["network.share"],
            Words["network.csv.low"],
            Words["network.csv.high"],
            Words["network.csv.people"],
            Words["network.csv.revised"],
        ];

    private string[] Line(MeasureSheet sheet, Span? span, string part, string name, Cell cell, int? version = null) =>
        [
            .. Begin(sheet, span, part, name, version),
            cell.Share is null ? Words["network.too-few"] : Whole(cell.Share?.Of),
            Whole(cell.Share?.Met),
            Part(cell.Share?.Value),
            Part(cell.Share?.Interval?.Low),
            Part(cell.Share?.Interval?.High),
            "",
            cell.IsRevised ? Words["network.csv.yes"] : "",
        ];

    /// <summary>A line of which only people are counted.</summary>
    private string[] Line(MeasureSheet sheet, Span? span, string part, string name, int? people) =>
        [.. Begin(sheet, span, part, name), "", "", "", "", "", Whole(people), ""];

    private string[] Begin(MeasureSheet sheet, Span? span, string part, string name, int? version = null) =>
        [
            Words[$"measure.{sheet.Measure}.title"],
            (version ?? sheet.Definition.Version).ToString(CultureInfo.InvariantCulture),
            sheet.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            sheet.Region,
            $"{span?.From}",
            $"{span?.To}",
            Words[part],
            name,
        ];

    private string Whole(int? number) => number?.ToString(Words.Culture) ?? "";

    private string Part(double? share) => share?.ToString("0.0000", Words.Culture) ?? "";

    private string Escape(string cell) =>
        cell.AsSpan().ContainsAny('"', '\n', '\r') || cell.Contains(Separator, StringComparison.Ordinal)
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
