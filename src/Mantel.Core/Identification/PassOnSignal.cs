using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Passes a signal on to another member of the team, who sees it here and can answer it; to anybody else it would be
/// lost.
/// </summary>
[Needs(AccessAction.AnswerSignal)]
public sealed record PassOnSignal(Guid Signal, Guid? Member, string? Words = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var words = found.Words("words", Words);
        var member = record.Team(now.Today).FirstOrDefault(member => member.Id == Member);
        if (Member is null)
            found.Add("member", "rule.missing");
        else if (member is null)
            found.Break("member", "rule.not-in-team");
        else if (!CanAnswer(member))
            found.Break("member", "rule.signal-member-cannot-answer", member.Fact.Name);
        return found.InHand(record, Signal, new SignalPassedOn(Signal, Member ?? Guid.Empty, words), now);
    }

    /// <summary>True for who has an account here and sees the whole record.</summary>
    public static bool CanAnswer(TeamPeriod member) =>
        member.Fact.Account is not null && member.Fact.Relation is not CareRelation.Shared;

    public bool IsAbout(Fact fact) => SignalRules.ChangesHand(fact, Signal);
}
