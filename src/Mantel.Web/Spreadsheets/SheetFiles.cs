using Mantel.Web.Platform;

namespace Mantel.Web.Spreadsheets;

/// <summary>A list as a spreadsheet: all of it, or only its heads with room to fill in.</summary>
internal static class SheetFiles
{
    public static async Task<IResult> WriteAsync(
        string part,
        string kind,
        AskedList asked,
        Words words,
        CancellationToken ct
    )
    {
        var list = asked.List;
        List<IReadOnlyList<Cell>> rows =
        [
            [.. list.Columns.Select(column => Cell.Of(words[column.Label]))],
        ];
        if (part == "all")
            rows.AddRange(await list.AllAsync(words, ct));
        var name = $"{words[$"sheets.{list.Key}.file"]}.{kind}";
        return kind == "csv"
            ? Results.File(CsvWriter.Write(rows, words.Culture), Spreadsheet.CsvType, name)
            : Results.File(Xlsx(list, rows, words), Spreadsheet.XlsxType, name);
    }

    private static byte[] Xlsx(SheetList list, List<IReadOnlyList<Cell>> rows, Words words)
    {
        var choices = list
            .Columns.Select((column, at) => (column.Options, at))
            .Where(one => one.Options is not null)
            .ToDictionary(
                one => one.at,
                one => (IReadOnlyList<string>)[.. one.Options!(words).Select(option => option.Text)]
            );
        return XlsxWriter.Write(words[$"sheets.{list.Key}.file"], rows, choices, words["sheets.choices"]);
    }
}
