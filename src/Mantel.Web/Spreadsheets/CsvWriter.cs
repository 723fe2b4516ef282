using System.Globalization;
using System.Text;

namespace Mantel.Web.Spreadsheets;

/// <summary>A list as a CSV file: UTF-8 with its mark, and the separator that the language expects.</summary>
internal static class CsvWriter
{
    public static byte[] Write(IEnumerable<IReadOnlyList<Cell>> rows, CultureInfo culture)
    {
        var separator = culture.TextInfo.ListSeparator;
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(separator, row.Select(cell => Escape(cell, separator))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Escape(Cell cell, string separator)
    {
        var text = cell.Kind is CellKind.Text ? Formula.Guard(cell.Text) : cell.Text;
        return text.AsSpan().ContainsAny("\"\r\n\t;,") || text.Contains(separator, StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }
}
