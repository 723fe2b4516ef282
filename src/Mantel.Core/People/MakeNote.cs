using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Writes down something worth knowing about the person (notitie) that asks nobody to do anything: a note, no signal.
/// </summary>
/// <param name="On">The day it is about; null: today.</param>
/// <param name="HiddenFromPerson">Why the person had better not read it; empty: the person may read it.</param>
[Needs(AccessAction.MakeNote)]
public sealed record MakeNote(string? Words, PartialDate? On = null, string? HiddenFromPerson = null)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new NoteMade(found.NeededWords("words", Words), found.Words("hiddenFromPerson", HiddenFromPerson));
        found.NotInFuture("on", On, now);
        return found.Or(fact, On ?? PartialDate.Of(now.Today));
    }
}
