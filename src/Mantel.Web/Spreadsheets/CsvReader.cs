using System.Text;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// A CSV file as spreadsheets write it: separated by semicolons, commas or tabs, quoted or not, in UTF-8, UTF-16 or
/// Windows-1252, with or without a mark at its beginning.
/// </summary>
internal static class CsvReader
{
    private static readonly char[] Separators = [';', '\t', ','];
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Grid Read(byte[] file) => ReadText(Decode(file));

    public static Grid ReadText(string text)
    {
        var separator = SeparatorOf(ref text);
        var rows = new List<GridRow>();
        var number = 0;
        foreach (var cells in Records(text, separator))
        {
            number++;
            if (rows.Count > Spreadsheet.MostRows)
                break;
            if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)))
                rows.Add(new GridRow(number, [.. cells.Select(cell => Cell.Of(Formula.Unguard(cell)))]));
        }
        return new Grid(null, rows);
    }

    private static string Decode(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(file, 2, file.Length - 2);
        if (file is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2);
        if (Array.IndexOf(file, (byte)0) >= 0)
            throw new SheetRefused("rule.sheet-unreadable");
        try
        {
            var mark = file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            return Strict.GetString(file, mark, file.Length - mark);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(file);
        }
    }

    /// <summary>What stands between the cells: as the first line says (sep=;), or what it holds most of.</summary>
    private static char SeparatorOf(ref string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[5] is '\r' or '\n')
        {
            var said = text[4];
            text = text[5..].TrimStart('\r', '\n');
            return said;
        }
        var counts = new int[Separators.Length];
        var isQuoted = false;
        foreach (var sign in text)
        {
            if (sign == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && sign is '\n' or '\r' && counts.Sum() > 0)
                break;
            else if (!isQuoted && Array.IndexOf(Separators, sign) is >= 0 and var at)
                counts[at]++;
        }
        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private static IEnumerable<List<string>> Records(string text, char separator)
    {
        var (cells, cell, at) = (new List<string>(), new StringBuilder(), 0);
        while (at < text.Length)
        {
            var sign = text[at];
            if (sign == '"' && cell.Length == 0)
                at = ReadQuoted(text, at + 1, cell);
            else if (sign == separator)
                (cells, at) = (Close(cells, cell), at + 1);
            else if (sign is '\r' or '\n')
            {
                yield return Close(cells, cell);
                cells = [];
                at += sign == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            }
            else
            {
                cell.Append(sign);
                at++;
            }
        }
        if (cell.Length > 0 || cells.Count > 0)
            yield return Close(cells, cell);
    }

    /// <summary>What stands between quotes; a doubled quote is one. Answers where it goes on.</summary>
    private static int ReadQuoted(string text, int at, StringBuilder cell)
    {
        while (at < text.Length)
        {
            if (text[at] != '"')
                cell.Append(text[at++]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                (_, at) = (cell.Append('"'), at + 2);
            else
                return at + 1;
        }
        throw new SheetRefused("rule.sheet-quote");
    }

    private static List<string> Close(List<string> cells, StringBuilder cell)
    {
        cells.Add(cell.ToString());
        cell.Clear();
        return cells;
    }
}
