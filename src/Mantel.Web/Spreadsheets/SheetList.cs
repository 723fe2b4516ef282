using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// A kind of list that can be taken in from a spreadsheet, and written as one: what its columns are, what one row is,
/// and what is done with all of them. What one may not do by hand, a sheet may not either.
/// </summary>
internal abstract class SheetList
{
    /// <summary>Under which its texts stand, such as <c>organisations</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The page of the list itself.</summary>
    public abstract string Address { get; }

    public abstract SheetOf Of { get; }

    /// <summary>The most rows in one act.</summary>
    public abstract int Most { get; }

    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>What is wrong with each row by the rules of the list, and which are here already, in order.</summary>
    public abstract Task<IReadOnlyList<RowFound>> CheckAsync(IReadOnlyList<RowValues> rows, CancellationToken ct);

    /// <summary>Takes all rows in, as one act.</summary>
    public abstract Task<TakenIn> TakeInAsync(
        SheetFile file,
        IReadOnlyList<RowValues> rows,
        TypedForm typed,
        HttpContext http
    );

    /// <summary>All rows as an administrator sees them, for a spreadsheet.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<Cell>>> AllAsync(Words words, CancellationToken ct);

    /// <summary>What came of a sheet, and what stands in the way of taking it back.</summary>
    public abstract Task<IReadOnlyList<CameOf>> CameOfAsync(Recorded<SheetTakenIn> taking, CancellationToken ct);

    /// <summary>Takes back what nothing rests on, as one act.</summary>
    public abstract Task<Mantel.Storage.ActOutcome> TakeBackAsync(
        Recorded<SheetTakenIn> taking,
        IReadOnlyList<Guid> free,
        TypedForm typed,
        HttpContext http
    );
}

/// <summary>A row as its act takes it: by column what was read.</summary>
internal sealed record RowValues(int Row, IReadOnlyDictionary<string, string?> Values, string? Was)
{
    public string? this[string column] => Values.GetValueOrDefault(column);
}

/// <summary>What is wrong with a row, each at its column; or that the same is here already.</summary>
internal sealed record RowFound(IReadOnlyList<Problem> Problems, bool IsHere = false);

/// <summary>What came of taking in: an answer, or what was wrong, at <c>row.column</c>.</summary>
internal sealed record TakenIn(IResult? Answer, IReadOnlyList<Problem> Problems)
{
    public static TakenIn Not(params IReadOnlyList<Problem> problems) => new(null, problems);
}

/// <summary>Something that came of a row.</summary>
/// <param name="Name">Null for what is here no more.</param>
/// <param name="InTheWay">Why it cannot be taken back; null: it can.</param>
public sealed record CameOf(int Row, Guid Made, string? Name, UndoObstacle? InTheWay);
