using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The stay that a DNR code was given for has ended; the code is not in force after it.</summary>
[Needs(AccessAction.RecordDnrCode)]
public sealed record EndDnrStay(Guid DnrCode, PartialDate? EndedOn) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("endedOn", EndedOn, person, now);
        if (found.Standing<DnrCodeGiven>(person, "", DnrCode) is not { } known)
            return found.Or();
        if (person.WasEnded(DnrCode) || known.Fact.StayEnded is not null)
            found.Break("", "rule.plan-already-ended");
        found.NotBefore("endedOn", EndedOn, known.Fact.StayStarted ?? known.Effective);
        return found.Or([new NewFact(new DnrStayEnded(DnrCode), EndedOn, RestsOn: [DnrCode])]);
    }

    public bool IsAbout(Fact fact) => fact is DnrStayEnded ended && ended.DnrCode == DnrCode;
}
