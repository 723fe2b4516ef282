using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Puts the name right, or records a new one from a day; the earlier names stay to be found by.</summary>
[Needs(AccessAction.CorrectPerson)]
public sealed record CorrectName(PersonName Name, PartialDate? From = null) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var name = found.Name(Name);
        found.NotInFuture("from", From, now);
        if (found.None && record.Name() == name)
            return Outcome.Yield();
        return found.Or(new NameRecorded(name), From);
    }

    public bool IsAbout(Fact fact) => fact is NameRecorded;
}
