using Mantel.Core.Journal;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// The one door by which a spreadsheet comes in, CSV or XLSX, told apart by what it is and not by its name. A file that
/// is not one, or too large unpacked, is refused with a reason; nothing in it is carried out or fetched.
/// </summary>
internal static class Spreadsheet
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>The largest file that is read, in bytes; a request may be a little larger.</summary>
    public const int LargestFile = 900_000;

    /// <summary>More rows than any list here has.</summary>
    public const int MostRows = 5_000;

    public const int MostColumns = 100;

    /// <summary>All text of a file together, in characters.</summary>
    public const int MostText = 2_000_000;

    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    public static Read Read(byte[] file)
    {
        try
        {
            return file switch
            {
                [] => Refused("rule.sheet-empty"),
                { Length: > LargestFile } => Refused("rule.sheet-too-much"),
                [(byte)'P', (byte)'K', ..] => Checked(XlsxReader.Read(file)),
                _ when file.AsSpan().StartsWith(OldExcel) => Refused("rule.sheet-old"),
                _ => Checked(CsvReader.Read(file)),
            };
        }
        catch (SheetRefused refused)
        {
            return Refused(refused.Rule);
        }
    }

    /// <summary>Cells that were copied out of a spreadsheet, or typed.</summary>
    public static Read ReadText(string text)
    {
        try
        {
            return Checked(CsvReader.ReadText(text));
        }
        catch (SheetRefused refused)
        {
            return Refused(refused.Rule);
        }
    }

    private static Read Checked(Grid grid) =>
        grid.Rows.Count == 0 ? Refused("rule.sheet-empty")
        : grid.Rows.Count > MostRows || grid.Rows.Any(row => row.Cells.Count > MostColumns)
            ? Refused("rule.sheet-too-much")
        : grid.Rows.Sum(row => row.Cells.Sum(cell => (long)cell.Text.Length)) > MostText
            ? Refused("rule.sheet-too-much")
        : new Read(grid, null);

    private static Read Refused(string rule) => new(null, new Problem("file", rule, []));
}

/// <summary>A spreadsheet that was read, or why it was not.</summary>
internal sealed record Read(Grid? Grid, Problem? Problem);

/// <summary>A file that is not read, under the rule that says why.</summary>
internal sealed class SheetRefused : Exception
{
    public SheetRefused() { }

    public SheetRefused(string rule)
        : base(rule) { }

    public SheetRefused(string rule, Exception inner)
        : base(rule, inner) { }

    public string Rule => Message;
}

/// <summary>
/// A cell that a spreadsheet could take for a formula gets an apostrophe before it, and loses it when it comes back.
/// </summary>
internal static class Formula
{
    private const string Starts = "=+-@\t\r＝＋－＠";

    public static string Guard(string text) => IsStart(text) || IsGuarded(text) ? $"'{text}" : text;

    public static string Unguard(string text) => IsGuarded(text) ? text[1..] : text;

    /// <summary>Where a cell says that it is text, only what looks guarded already has to be kept apart.</summary>
    public static string GuardText(string text) => IsGuarded(text) ? $"'{text}" : text;

    private static bool IsStart(string text) => text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal);

    /// <summary>One apostrophe or more before what begins like a formula.</summary>
    private static bool IsGuarded(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && rest.Length < text.Length && Starts.Contains(rest[0], StringComparison.Ordinal);
    }
}
