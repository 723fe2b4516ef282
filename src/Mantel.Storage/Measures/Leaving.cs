using Mantel.Storage.Databases;
using Mantel.Storage.Journals;

namespace Mantel.Storage.Measures;

/// <summary>
/// Somebody goes out of every table at once: what they counted for is kept without a name, or taken away.
/// </summary>
/// <param name="Expected">The stamp of the results that this was made from; 0 when there were none.</param>
/// <param name="Delta">What goes out of the counts, or comes in; null when nothing does.</param>
internal sealed record Leaving(StreamKey Person, long Expected, byte[]? Delta)
{
    /// <summary>The empty row of the register stays, so that other processes learn of it.</summary>
    public RegisterWrite Nobody { get; } = new(Person, int.MaxValue, 0, Content: null, []);

    public bool Holds(Session session) => MeasureWrite.StampOf(session, Person) == Expected;

    /// <summary>Inside the transaction, under the lock; the register row is written with the others.</summary>
    public void Write(Session session)
    {
        session.Insert(
            Tables.Erased,
            [
                [Person.Bytes],
            ]
        );
        session.Execute("DELETE FROM measure_result WHERE stream = @p0", Person.Bytes);
        MeasureWrite.AddDeltas(session, Delta is null ? [] : [Delta]);
    }
}
