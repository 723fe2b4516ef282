using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>What every judgement about a phase needs: who, on which day, and why.</summary>
internal static class MarkingRules
{
    public static (Party By, IReadOnlyList<MarkingReason> Reasons, string? Words) Judgement(
        this Findings found,
        PersonRecord record,
        Party judgedBy,
        IReadOnlyList<MarkingReason> reasons,
        string? words,
        PartialDate? on,
        Moment now
    )
    {
        var clean = found.Words("words", words);
        if (reasons.Count == 0)
            found.Add("reasons", "rule.marking-say-why");
        if (reasons.Contains(MarkingReason.Other) && string.IsNullOrWhiteSpace(words))
            found.Add("words", "rule.marking-say-what-else");
        found.JudgedOn(record, on, now);
        return (found.Judge(judgedBy), [.. reasons.Distinct().Order()], clean);
    }

    /// <summary>A phase is judged by a professional, by name.</summary>
    public static Party Judge(this Findings found, Party judgedBy)
    {
        if (judgedBy.Kind is not PartyKind.Professional)
            found.Break("judgedBy", "rule.marking-judged-by-professional");
        return judgedBy with
        {
            Name = found.NeededLine("judgedBy", judgedBy.Name),
            Role = found.Line("judgedBy", judgedBy.Role),
        };
    }

    /// <summary>Never before birth, after death, or on a day that has yet to come.</summary>
    public static void JudgedOn(this Findings found, PersonRecord record, PartialDate? on, Moment now)
    {
        if (on is null)
            found.Add("judgedOn", "rule.missing");
        found.NotInFuture("judgedOn", on, now);
        if (on is not null)
            found.WhileAlive("judgedOn", record, on);
    }
}
