using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The person tells what else matters (wat verder nog belangrijk is), in their own words.</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record TellWhatElseMatters(string? Words, PartialDate? ToldOn) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("toldOn", ToldOn, person, now);
        return found.Or(new WhatElseMattersTold(found.NeededWords("words", Words)), ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is WhatElseMattersTold;
}
