using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// Reads the cells of a row as a person sees them: shared and own texts, numbers, days by their format, true and false,
/// and the last result of formulas.
/// </summary>
internal sealed partial class XlsxCells
{
    private readonly List<string> _shared;
    private readonly List<string?> _formats;
    private readonly bool _from1904;

    public XlsxCells(WorkbookPart book)
    {
        _shared =
        [
            .. (book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? [])
                .Select(TextOf)
                .Select(Formula.Unguard),
        ];
        _formats = [.. FormatsOf(book.WorkbookStylesPart?.Stylesheet)];
        _from1904 = book.Workbook?.WorkbookProperties?.Date1904?.Value ?? false;
    }

    public IReadOnlyList<Cell> Read(Row row)
    {
        var cells = new List<Cell>();
        foreach (var cell in row.Elements<Sheets.Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value) ?? cells.Count;
            var read = Read(cell);
            if (read.Text.Length == 0 || (read.IsEmpty && column >= Spreadsheet.MostColumns))
                continue;
            if (column >= Spreadsheet.MostColumns)
                throw new SheetRefused("rule.sheet-too-much");
            while (cells.Count <= column)
                cells.Add(Cell.Empty);
            cells[column] = read;
        }
        return cells;
    }

    private Cell Read(Sheets.Cell cell)
    {
        var text = cell.CellValue?.Text ?? "";
        var kind = cell.DataType?.Value;
        if (kind == CellValues.SharedString)
            return Cell.Of(
                int.TryParse(text, CultureInfo.InvariantCulture, out var at) ? _shared.ElementAtOrDefault(at) ?? "" : ""
            );
        if (kind == CellValues.InlineString)
            return Text(cell.InlineString is { } own ? TextOf(own) : "");
        if (kind == CellValues.String)
            return Text(Decoded(text));
        if (kind == CellValues.Boolean)
            return Cell.Of(text is "1" or "true");
        if (kind == CellValues.Error)
            return new Cell(CellKind.Fault, text);
        if (kind == CellValues.Date)
            return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? Cell.Of(day)
                : Text(text);
        return Number(text, cell.StyleIndex?.Value);
    }

    private static Cell Text(string? text) => Cell.Of(Formula.Unguard(text ?? ""));

    private Cell Number(string text, uint? style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Cell.Of(text);
        var format = style is { } at && at < _formats.Count ? _formats[(int)at] : null;
        if (format is not null && IsDay(format) && DayOf(number) is { } day)
            return Cell.Of(day);
        if (Math.Abs(number) >= 1e15)
            return new Cell(CellKind.Number, number.ToString("R", CultureInfo.InvariantCulture));
        var whole = Cell.Of((decimal)number);
        return format is not null && OnlyZeros().IsMatch(format)
            ? whole with
            {
                Text = whole.Text.PadLeft(format.Length, '0'),
            }
            : whole;
    }

    private DateTime? DayOf(double number)
    {
        var days = _from1904 ? number + 1462 : number;
        if (days is < 1 or >= 2_958_466)
            return null;
        var at = DateTime.FromOADate(days);
        return new DateTime(
            (at.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond
        );
    }

    /// <summary>A format writes a day when it asks for a year, month or day outside quotes and brackets.</summary>
    private static bool IsDay(string format) => Days().IsMatch(Literals().Replace(format, ""));

    private static IEnumerable<string?> FormatsOf(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId is not null)
            .GroupBy(format => format.NumberFormatId!.Value)
            .ToDictionary(format => format.Key, format => format.First().FormatCode?.Value);
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            var id = format.NumberFormatId?.Value ?? 0;
            yield return own.GetValueOrDefault(id)
                ?? (id is >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 58 and not 49 ? "d" : null);
        }
    }

    /// <summary>The words of a text in parts; how they sound (furigana) is no part of it.</summary>
    private static string TextOf(OpenXmlCompositeElement item)
    {
        var text = new StringBuilder();
        foreach (var part in item.ChildElements)
        {
            if (part is Sheets.Text plain)
                text.Append(plain.Text);
            else if (part is Sheets.Run { Text: { } run })
                text.Append(run.Text);
        }
        return Decoded(text.ToString());
    }

    private static string Decoded(string text) =>
        Encoded().Replace(text, sign => ((char)Convert.ToInt32(sign.Groups["code"].Value, 16)).ToString());

    private static int? ColumnOf(string? reference)
    {
        var (column, letters) = (0, 0);
        foreach (var sign in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(sign) || letters == 3)
                break;
            (column, letters) = (column * 26 + sign - 'A' + 1, letters + 1);
        }
        return letters == 0 ? null : column - 1;
    }

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Encoded();

    [GeneratedRegex("^0+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnlyZeros();

    [GeneratedRegex(@"\[[^\]]*\]|""[^""]*""|\\.|_.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literals();

    [GeneratedRegex("[dDyYmMhH]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Days();
}
