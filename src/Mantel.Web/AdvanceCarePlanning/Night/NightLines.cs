using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Night;

/// <summary>The decisions in a line each; what several of them have in common is said once, with their names.</summary>
internal static class NightLines
{
    /// <summary>From how many on "all but these" says less than the names themselves.</summary>
    private const int FewExceptions = 2;

    public static (IReadOnlyList<NightLine> Lines, IReadOnlyList<NightMark> Marks) Of(
        PersonRecord person,
        IReadOnlyList<DecisionInForce> decisions,
        DateOnly today,
        Words words
    )
    {
        var marked = decisions
            .Select(one => (Decision: one, Marks: MarksOf(person, one, today, words).ToList()))
            .ToList();
        var shared = marked
            .SelectMany(one => one.Marks.Distinct(StringComparer.Ordinal))
            .GroupBy(mark => mark, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => (Text: group.Key, About: About(group.Key, marked, words)))
            .ToList();
        return (
            [
                .. marked.Select(one =>
                    LineOf(
                        person,
                        one.Decision,
                        [.. one.Marks.Except(shared.Select(mark => mark.Text), StringComparer.Ordinal)],
                        words
                    )
                ),
            ],
            [
                .. shared
                    .GroupBy(mark => mark.About, mark => mark.Text, StringComparer.Ordinal)
                    .Select(group => new NightMark(Sentence(string.Join(", ", group), words), group.Key)),
            ]
        );
    }

    private static string Sentence(string text, Words words) => char.ToUpper(text[0], words.Culture) + text[1..];

    /// <summary>What a treatment is called where there is little room; in full it stands below.</summary>
    public static string NameOf(Treatment treatment, Words words) =>
        treatment.Kind is TreatmentKind.Other
            ? TreatmentWords.Of(treatment, words)
            : words.Name("night.short", treatment.Kind);

    private static string About(
        string mark,
        IReadOnlyList<(DecisionInForce Decision, List<string> Marks)> all,
        Words words
    )
    {
        var said = all.Where(one => one.Decision.InForce.Count > 0).ToList();
        var with = said.Where(one => one.Marks.Contains(mark, StringComparer.Ordinal)).ToList();
        var without = said.Except(with).ToList();
        return without.Count == 0 ? words["night.for-all"]
            : without.Count <= FewExceptions && with.Count > FewExceptions
                ? words["night.for-all-but", Names(without, words)]
            : Names(with, words);
    }

    private static string Names(IEnumerable<(DecisionInForce Decision, List<string>)> some, Words words) =>
        string.Join(", ", some.Select(one => NameOf(one.Decision.Treatment, words).ToLower(words.Culture)));

    private static NightLine LineOf(
        PersonRecord person,
        DecisionInForce decision,
        IReadOnlyList<string> marks,
        Words words
    )
    {
        var isIcd = decision.Treatment.Kind is TreatmentKind.IcdDeactivation;
        return new NightLine(
            NameOf(decision.Treatment, words),
            decision.HasEnded || decision.InForce.Count == 0
                ? [new NightStatement(null, Word.NotRecorded, null, null)]
                :
                [
                    .. decision.InForce.Select(one =>
                        SaidOf(one, LeadOf(decision, one, words), words) with
                        {
                            Note =
                                decision.IsContradictory && NeedsPhysician(one)
                                    ? words["statement.not-confirmed"]
                                    : null,
                        }
                    ),
                ],
            [
                .. decision.HasEnded
                    ? decision.InForce.Select(one => SaidOf(one, EndedLead(decision, words), words))
                    : [],
                .. decision.Alongside.Select(one =>
                    SaidOf(one, words.Name("night.beside", decision.KindOf(one)), words)
                ),
            ],
            marks,
            isIcd && person.SaidOfIcd().Count > 0 ? IcdWords.Of(person, words) : null,
            decision.IsContradictory
        );
    }

    private static NightStatement SaidOf(Statement one, string? lead, Words words) =>
        new(
            lead,
            Enum.Parse<Word>(one.Decision.ToString()),
            Telling.Day(one.DiscussedOn ?? one.DecidedOn, words),
            one.Otherwise ?? (one.Decision is Decision.Otherwise ? words["statement.no-condition"] : null)
        );

    private static string? LeadOf(DecisionInForce decision, Statement one, Words words) =>
        decision.RefusedInWriting is not { } refusal ? null
        : one == refusal ? words["refusal.lead"]
        : words["refusal.later.lead"];

    private static string EndedLead(DecisionInForce decision, Words words) =>
        $"{words["night.ended", Telling.Day(decision.EndedOn, words)]}, {words["night.was"]}";

    /// <summary>What one must know of a decision before following it (safety rules 4, 7, 14, 15, 18, 20).</summary>
    private static IEnumerable<string> MarksOf(
        PersonRecord person,
        DecisionInForce decision,
        DateOnly today,
        Words words
    )
    {
        foreach (var code in decision.CodesAgainst)
            yield return BesideWords.Code(code, words);
        if (decision.Predates is { } change)
            yield return TurnWords.Before(change, words, shortly: true);
        if (!decision.HasEnded)
        {
            foreach (
                var mark in decision
                    .InForce.SelectMany(one => OfStatement(one, decision.IsContradictory, words))
                    .Distinct(StringComparer.Ordinal)
            )
                yield return mark;
        }
        if (decision.EndedCode is { } over)
            yield return BesideWords.Revived(over.Code.Fact.Setting, decision.IsRevived, words);
        else if (decision.IsRevived)
            yield return words["night.revived"];
        if (decision.NeedsAgreement)
            yield return words["night.agree-with-physician"];
        foreach (var settled in decision.Contradicts.Where(one => one.IsSettled))
            yield return ContradictionWords.Settled(settled.Pair, settled.Settled!.Value, words);
        if (person.ToAskAbout(decision.Treatment).Count > 0)
            yield return words["night.to-ask"];
        if (decision.IsPastTerm)
            yield return words["night.confirm-again"];
        if (!decision.HasEnded && YearsSince(decision.DiscussedOn, today) is > 0 and var years)
            yield return words.Many("statement.age", years);
    }

    private static IEnumerable<string> OfStatement(Statement one, bool isContradictory, Words words)
    {
        if (one.IsOwnDeclaration)
            yield return words["night.own-declaration"];
        else if (one.DecidedOn is not null)
            yield return words["night.decided"];
        if (one.Forms.Contains(StatementForm.DnrCode))
            yield return words["statement.by-dnr-code"];
        foreach (var doubt in one.Doubts)
            yield return DoubtWords.Of(doubt, words);
        if (one is { Doubts.Count: > 0, ConfirmedBy: { } physician })
            yield return words["who.doubt.not-confirmed", physician];
        if (isContradictory)
            yield break;
        if (one.ConfirmedButContradicts is { } once)
            yield return words["statement.contradicts", once];
        else if (NeedsPhysician(one))
            yield return words["statement.not-confirmed"];
    }

    private static bool NeedsPhysician(Statement one) =>
        one is { IsDirective: true, ConfirmedBy: null, ConfirmedButContradicts: null, IsDecided: true };

    /// <summary>How old it is (safety rule 15), once that is a year.</summary>
    private static int YearsSince(PartialDate? discussed, DateOnly today)
    {
        if (discussed is not { } day)
            return 0;
        var years = today.Year - day.Last.Year;
        return day.Last.AddYears(years) > today ? years - 1 : years;
    }
}
