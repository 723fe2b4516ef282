using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Puts away what the review list proposes about somebody (niet nu, of niet voor deze persoon), with a reason and a day
/// to look again. It changes nothing else: talking and marking stay open.
/// </summary>
[Needs(AccessAction.PutAwayProposal)]
public sealed record PutAwayProposal(PutAwayKind? Kind, string? Why, PartialDate? LookAgainOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    /// <summary>For how many months something can be put away at most: own choice, not reviewed.</summary>
    public const int MonthsAtMost = 12;

    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (Kind is null)
            found.Add("kind", "rule.missing");
        var why = found.NeededWords("why", Why);
        if (LookAgainOn is not { } again)
            found.Add("lookAgainOn", "rule.missing");
        else if (again.First <= now.Today || again.First > now.Today.AddMonths(MonthsAtMost))
            found.Add("lookAgainOn", "rule.look-again-within-a-year");
        if (record.Proposals(now.Today).Count == 0)
            found.Break("", "rule.nothing-proposed");
        return found.Or(
            new ProposalPutAway(Kind ?? default, why, LookAgainOn ?? PartialDate.Of(now.Today)),
            PartialDate.Of(now.Today)
        );
    }

    public bool IsAbout(Fact fact) => fact is ProposalPutAway;
}
