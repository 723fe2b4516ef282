using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Somebody no longer cares for the person: their relation ends on that day.</summary>
/// <param name="On">Null: today.</param>
[Needs(AccessAction.RecordCareTeam)]
public sealed record LeaveCareTeam(Guid Id, PartialDate? On = null, string? Reason = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new CareTeamMemberLeft(Id, found.Line("reason", Reason));
        found.NotInFuture("on", On, now);
        var period = record.TeamPeriods().FirstOrDefault(period => period.Id == Id);
        if (period is null)
            found.Break("", "rule.not-in-team");
        else if (period.Until is not null)
            return Outcome.Yield();
        else if (On is { } on && period.From is { } from && on.IsBefore(from))
            found.Break("on", "rule.ends-before-it-began");
        return found.Or(fact, On ?? PartialDate.Of(now.Today));
    }

    public bool IsAbout(Fact fact) => IsAbout(fact, Id);

    internal static bool IsAbout(Fact fact, Guid member) =>
        fact switch
        {
            CareTeamMemberJoined joined => joined.Member == member,
            CareTeamMemberLeft left => left.Member == member,
            _ => false,
        };
}
