using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records what matters to the person, in their own words, with the day they told it.</summary>
/// <param name="Adds">True: what was told before stays, and this comes under it.</param>
[Needs(AccessAction.RecordWhatMatters)]
public sealed record TellWhatMatters(string Words, PartialDate? ToldOn = null, bool Adds = false)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var words = found.NeededWords("words", Words);
        found.NotInFuture("toldOn", ToldOn, now);
        found.WhileAlive("toldOn", record, ToldOn);
        var whole = Adds && record.WhatMatters() is { } told ? $"{told.Fact.Words}\n{words}" : words;
        return found.Or(new WhatMattersTold(whole), ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is WhatMattersTold;
}
