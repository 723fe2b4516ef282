using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>What a DNR code means for one row, which it does not fill.</summary>
/// <param name="Means">By the text of its owner, or else by what the code means in general.</param>
/// <param name="Ended">When its stay ended; null while it is in force.</param>
public sealed record CodeInRow(Recorded<DnrCodeGiven> Code, DirectiveClause Means, StayEnd? Ended);

/// <summary>
/// Finds the codes that say otherwise than a row: in force, they stand in it as disagreement (safety rules 2 and 3);
/// after their stay, the older word that counts again is not alone with it (safety rules 7 and 19).
/// </summary>
internal static class CodesInRows
{
    /// <summary>Every code and row that it means something for.</summary>
    public static IReadOnlyList<CodeInRow> CodesInRowsOn(this Record record, DateOnly today) =>
        [
            .. record
                .All<DnrCodeGiven>()
                .SelectMany(code => Meanings(code.Fact).Select(clause => (code, clause)))
                .Select(one => new CodeInRow(one.code, one.clause, record.StayOf(one.code, today).Ended)),
        ];

    public static DecisionInForce WithCodes(this DecisionInForce decision, IReadOnlyList<CodeInRow> codes)
    {
        var here = codes
            .Where(code => PlanRules.Sameness(code.Means.Treatment) == PlanRules.Sameness(decision.Treatment))
            .ToList();
        if (here.Count == 0)
            return decision;
        var ended = here.FindLast(code => code.Ended is not null && IsMissed(decision, code));
        return decision with
        {
            CodesAgainst = [.. here.Where(code => code.Ended is null && IsAgainst(decision, code))],
            EndedCode = ended,
            IsRevived = decision.IsRevived || ended is not null && decision.InForce.Any(one => one.IsDecided),
        };
    }

    /// <summary>The text of the owner goes before the general meaning.</summary>
    private static IEnumerable<DirectiveClause> Meanings(DnrCodeGiven given)
    {
        var named = given.OwnerTextDecides.Select(clause => clause.Treatment.Kind).ToHashSet();
        return given.OwnerTextDecides.Concat(
            DnrMeaning.Of(given.Code, "nl").Says.Where(clause => !named.Contains(clause.Treatment.Kind))
        );
    }

    private static bool IsAgainst(DecisionInForce decision, CodeInRow code) =>
        !decision.HasEnded
        && !decision.InForce.Any(one => one.Entries.Contains(code.Code.Entry))
        && decision.InForce.Any(one => Differs(one, code));

    /// <summary>
    /// Nobody talked about this treatment since the code was given: what it said is over, and an older word, or none,
    /// is left.
    /// </summary>
    private static bool IsMissed(DecisionInForce decision, CodeInRow code)
    {
        var decided = decision.InForce.Where(one => one.IsDecided).ToList();
        var given = code.Code.Effective;
        bool CameAfter(Statement one) =>
            one.DiscussedOn is { } day && (given?.IsBefore(day) ?? code.Ended?.On?.IsBefore(day) ?? false);
        if (decision.HasEnded || decision.InForce.Any(CameAfter))
            return false;
        return decided.Count > 0
            ? decided.Exists(one => Differs(one, code))
            : code.Means.Decision is Decision.Withhold or Decision.Otherwise;
    }

    private static bool Differs(Statement statement, CodeInRow code) =>
        statement.IsDecided && statement.Meaning != (code.Means.Decision, Chronology.Sameness(code.Means.Otherwise));
}
