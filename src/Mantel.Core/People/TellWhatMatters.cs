using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records what matters to the person, in their own words, with the day they told it.</summary>
[Needs(What.RecordWhatMatters)]
public sealed record TellWhatMatters(string Words, PartialDate? ToldOn = null) : IAct<PersonRecord>, IEdits
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var words = found.NeededWords("words", Words);
        found.NotInFuture("toldOn", ToldOn, now);
        found.WhileAlive("toldOn", record, ToldOn);
        return found.Or(new WhatMattersTold(words), ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is WhatMattersTold;
}
