using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>Revises a marking: from this day the phase no longer holds, and why.</summary>
/// <param name="Marking">The entry of a marking that holds.</param>
[Needs(AccessAction.MarkPhase)]
public sealed record ReviseMarking(Guid Marking, Party JudgedBy, string? Why, PartialDate? JudgedOn = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new MarkingRevised(Marking, found.Judge(JudgedBy), found.NeededWords("why", Why));
        found.JudgedOn(record, JudgedOn, now);
        var marking = record.Markings().FirstOrDefault(marking => marking.Entry.Id == Marking);
        if (marking is null)
            found.Break("", "rule.marking-not-there");
        else if (marking.Revised is not null)
            found.Break("", "rule.marking-revised");
        found.NotBefore("judgedOn", JudgedOn, marking?.Entry.Effective);
        return found.Or([new NewFact(fact, JudgedOn, RestsOn: [Marking])]);
    }

    public bool IsAbout(Fact fact) => fact is PalliativePhaseMarked or DyingPhaseMarked or MarkingRevised;
}
