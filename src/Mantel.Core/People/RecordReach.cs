using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records how to reach the person: all their telephone numbers and addresses, in their order.</summary>
[Needs(AccessAction.CorrectOwn)]
public sealed record RecordReach(IReadOnlyList<ContactPoint> ContactPoints) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var points = found.ContactPoints(ContactPoints);
        found.WhileAlive("", record, on: null);
        if (found.None && points.SequenceEqual(record.Reach()))
            return Outcome.Yield();
        return found.Or(new ReachRecorded(points));
    }

    public bool IsAbout(Fact fact) => fact is ReachRecorded;
}
