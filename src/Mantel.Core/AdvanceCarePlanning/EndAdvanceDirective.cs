using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The person takes a declaration back (ingetrokken), or it is no longer valid.</summary>
[Needs(AccessAction.RecordAdvanceDirective)]
public sealed record EndAdvanceDirective(Guid Directive, PartialDate? EndedOn, string? Reason)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var reason = found.Words("reason", Reason);
        found.Day("endedOn", EndedOn, person, now);
        if (found.Standing<AdvanceDirectiveRecorded>(person, "", Directive) is not { } known)
            return found.Or();
        if (person.WasEnded(Directive))
            found.Break("", "rule.plan-already-ended");
        found.NotBefore("endedOn", EndedOn, known.Effective);
        return found.Or([new NewFact(new AdvanceDirectiveEnded(Directive, reason), EndedOn, RestsOn: [Directive])]);
    }

    public bool IsAbout(Fact fact) => fact is AdvanceDirectiveEnded ended && ended.Directive == Directive;
}
