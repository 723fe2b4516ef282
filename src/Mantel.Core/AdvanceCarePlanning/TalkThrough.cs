using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Say what came of talking through what the person said differently. What was agreed then is in the plan; the words
/// leave the top of the pages and stay in the history.
/// </summary>
[Needs(AccessAction.TalkThrough)]
public sealed record TalkThrough(Guid SaidDifferently, string? Outcome, PartialDate? TalkedOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Journal.Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("talkedOn", TalkedOn, person, now);
        var outcome = found.NeededWords("outcome", Outcome);
        if (found.Standing<SaysDifferentlyNow>(person, "", SaidDifferently) is not { } said)
            return found.Or();
        if (person.All<TalkedThrough>().Any(through => through.Fact.SaidDifferently == SaidDifferently))
            found.Break("", "rule.plan-already-talked-through");
        found.NotBefore("talkedOn", TalkedOn, said.Effective);
        var fact = new TalkedThrough(SaidDifferently, outcome);
        return found.Or([new NewFact(fact, TalkedOn, RestsOn: [SaidDifferently])]);
    }

    public bool IsAbout(Fact fact) => fact is TalkedThrough through && through.SaidDifferently == SaidDifferently;
}
