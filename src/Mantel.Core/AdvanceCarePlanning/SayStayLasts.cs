using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Somebody says that the stay of a DNR code still lasts, where it is asked whether it is over. It is asked again after
/// some days, and at once when something happens that may have ended it (safety rule 19).
/// </summary>
[Needs(AccessAction.RecordDnrCode)]
public sealed record SayStayLasts(Guid DnrCode, PartialDate? LastsOn) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("lastsOn", LastsOn, person, now);
        if (found.Standing<DnrCodeGiven>(person, "", DnrCode) is not { } known)
            return found.Or();
        if (person.StayOf(known, now.Today).Ended is { } end)
            found.Break("", "rule.plan-stay-over", end.On?.ToString() ?? "");
        found.NotBefore("lastsOn", LastsOn, known.Fact.StayStarted ?? known.Effective);
        return found.Or([new NewFact(new DnrStayLasts(DnrCode), LastsOn, RestsOn: [DnrCode])]);
    }

    public bool IsAbout(Fact fact) =>
        fact switch
        {
            DnrStayLasts said => said.DnrCode == DnrCode,
            DnrStayEnded ended => ended.DnrCode == DnrCode,
            CourseChanged => true,
            _ => false,
        };
}
