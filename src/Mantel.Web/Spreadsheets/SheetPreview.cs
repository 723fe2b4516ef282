using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.Spreadsheets;

/// <summary>How a row stands.</summary>
public enum RowState
{
    Good,
    Faulty,

    /// <summary>The same is here already: it is left out.</summary>
    Here,

    /// <summary>Left out on purpose.</summary>
    Out,
}

/// <summary>A row of the preview.</summary>
/// <param name="Wrong">The columns at which something is wrong.</param>
public sealed record PreviewRow(int Number, RowState State, IReadOnlyList<Cell> Cells, IReadOnlySet<string> Wrong)
{
    /// <summary>Somebody mended it here.</summary>
    public bool IsMended { get; init; }

    /// <summary>By what one knows it again: the first of its cells that say something.</summary>
    public string Name
    {
        get
        {
            var said = string.Join(" · ", Cells.Where(cell => !cell.IsEmpty).Take(3).Select(cell => cell.Text.Trim()));
            return said.Length > LongestName ? $"{said[..LongestName]}…" : said;
        }
    }

    private const int LongestName = 90;
}

/// <summary>A sheet before it is taken in: what is good, what is wrong and where, what is not known.</summary>
/// <param name="Shown">The rows with something wrong that can be mended now.</param>
/// <param name="Sealed">The draft itself.</param>
public sealed record SheetPreview(
    string List,
    string Address,
    string File,
    string? Sheet,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Others,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<PreviewRow> Rows,
    IReadOnlyList<PreviewRow> Shown,
    IReadOnlyList<string> Sealed
)
{
    /// <summary>How many rows with a fault are shown at once; the others follow when these are mended.</summary>
    public const int MostShown = 30;

    /// <summary>How many rows that were left out can be put back on the page: a form has its limits.</summary>
    public const int MostOut = 100;

    public int Count(RowState state) => Rows.Count(row => row.State == state);

    public IReadOnlyList<PreviewRow> Of(RowState state) => [.. Rows.Where(row => row.State == state)];
}
