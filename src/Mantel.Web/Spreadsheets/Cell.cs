using System.Globalization;

namespace Mantel.Web.Spreadsheets;

/// <summary>What a cell of a spreadsheet holds. A CSV file knows only text.</summary>
public enum CellKind
{
    Text,
    Number,

    /// <summary>A day, with its time where it has one.</summary>
    Day,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>An error of the spreadsheet itself, such as #N/A.</summary>
    Fault,
}

/// <summary>A cell: what it is, and how it reads. Numbers and days read alike in every language.</summary>
public readonly record struct Cell(CellKind Kind, string Text)
{
    public const string DayFormat = "yyyy-MM-dd";
    public const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    public static Cell Empty { get; } = new(CellKind.Text, "");

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    public static Cell Of(string? text) => new(CellKind.Text, text ?? "");

    public static Cell Of(decimal number) =>
        new(CellKind.Number, number.ToString("0.###############", CultureInfo.InvariantCulture));

    public static Cell Of(bool truth) => new(CellKind.Truth, truth ? "TRUE" : "FALSE");

    public static Cell Of(DateTime at) =>
        new(
            CellKind.Day,
            at.ToString(at.TimeOfDay == TimeSpan.Zero ? DayFormat : TimeFormat, CultureInfo.InvariantCulture)
        );
}

/// <summary>The cells of one sheet.</summary>
/// <param name="Name">What the sheet is called; null where a file has only one, without a name.</param>
internal sealed record Grid(string? Name, IReadOnlyList<GridRow> Rows)
{
    /// <summary>Other sheets of the same file, which were not read.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>A row that is not empty, under the number that the spreadsheet shows.</summary>
internal sealed record GridRow(int Number, IReadOnlyList<Cell> Cells);
