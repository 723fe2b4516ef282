using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Says that somebody is no longer in the circle, from a day on; they stay in the history.</summary>
[Needs(AccessAction.RecordCircle)]
public sealed record RelatedPersonLeaves(Guid RelatedPerson, PartialDate? On = null, string? Reason = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new RelatedPersonLeft(RelatedPerson, found.Line("reason", Reason));
        found.NotInFuture("on", On, now);
        if (record.HasLeftCircle(RelatedPerson))
            return Outcome.Yield();
        if (record.CloseOne(RelatedPerson) is null)
            found.Break("", "rule.not-in-circle");
        return found.Or(fact, On);
    }

    public bool IsAbout(Fact fact) =>
        fact switch
        {
            RelatedPersonRecorded recorded => recorded.RelatedPerson == RelatedPerson,
            RelatedPersonLeft left => left.RelatedPerson == RelatedPerson,
            _ => false,
        };
}
