using Mantel.Core.Quality;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Measures;

/// <summary>
/// How a person's results change, made ready before the lock. It counts only while the results that it was made from
/// still stand.
/// </summary>
/// <param name="Expected">The stamp of the results it was made from; 0 when there were none.</param>
/// <param name="Content">The results, encrypted under the person's key.</param>
/// <param name="Due">When to look again: which slot, and who, unreadable to anybody else.</param>
/// <param name="Delta">What to add to the counts, encrypted; null when nothing changes.</param>
/// <param name="Results">The same as in the content, for who goes on from them.</param>
internal sealed record MeasureWrite(
    StreamKey Stream,
    long Expected,
    DateOnly AsOf,
    byte[] Content,
    DueRow? Due,
    byte[]? Delta,
    IReadOnlyList<MeasureResult> Results
)
{
    /// <summary>What the table holds once this is written.</summary>
    public KeptResults After => new(Stamp, AsOf, Results);

    /// <summary>
    /// A stamp below this was begun by an older program, which counts from 1 each time that it makes all results anew.
    /// </summary>
    public const long First = 1L << 32;

    /// <summary>
    /// The stamp of these results. A first one begins anywhere: so no stamp comes back after all results were made
    /// anew, and what somebody still holds in memory is known to be of before.
    /// </summary>
    public long Stamp { get; } = Expected == 0 ? Random.Shared.NextInt64(First, 1L << 60) : Expected + 1;

    public static long StampOf(Session session, StreamKey stream) =>
        session.Command("SELECT stamp FROM measure_result WHERE stream = @p0", stream.Bytes).ExecuteScalar()
            is long stamp
            ? stamp
            : 0;

    public bool Holds(Session session) => StampOf(session, Stream) == Expected;

    /// <summary>Inside the transaction, under the lock.</summary>
    public static void Write(Session session, IReadOnlyList<MeasureWrite> writes)
    {
        if (writes.Count == 0)
            return;
        session.Insert(Tables.MeasureResult, [.. writes.Select(write => write.ToRow())]);
        session.Insert(
            Tables.MeasureDue,
            [.. writes.Select(write => write.Due).OfType<DueRow>().Select(due => due.ToRow())]
        );
        AddDeltas(session, [.. writes.Select(write => write.Delta).OfType<byte[]>()]);
    }

    /// <summary>Appended, never updated: so no two writers meet in one row.</summary>
    public static void AddDeltas(Session session, IReadOnlyList<byte[]> deltas)
    {
        if (deltas.Count == 0)
            return;
        var newest = session.Command("SELECT MAX(number) FROM measure_delta").ExecuteScalar() is long number
            ? number
            : 0;
        session.Insert(Tables.MeasureDelta, [.. deltas.Select(delta => new object?[] { ++newest, delta })]);
    }

    private object?[] ToRow() => [Stream.Bytes, Stamp, (long)AsOf.DayNumber, Content];
}

/// <summary>That somebody's results change on a day although nothing happens.</summary>
/// <param name="Slot">The day, as a keyed hash.</param>
/// <param name="Id">The day and the person, as a keyed hash.</param>
/// <param name="Who">The person, encrypted.</param>
internal sealed record DueRow(byte[] Slot, byte[] Id, byte[] Who)
{
    public object?[] ToRow() => [Slot, Id, Who];
}
