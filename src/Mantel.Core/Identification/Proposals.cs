using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Why a conversation or a marking may be due with somebody (voorstel): read from what is recorded, for people to
/// judge. Nothing follows from it by itself.
/// </summary>
/// <param name="Entry">The newest entry that it is read from.</param>
/// <param name="Times">How often it happened, where that is why.</param>
/// <param name="What">What it is about in words: the diagnosis.</param>
public sealed record Proposal(ProposalReason Reason, Entry Entry, int? Times = null, string? What = null)
{
    public PartialDate On => Entry.Day();
}

/// <summary>With whom a conversation or a marking may be due: the review list.</summary>
public static class ProposalViews
{
    /// <summary>The act that answers it.</summary>
    public static AccessAction AnsweredBy(this ProposalReason reason) =>
        reason is ProposalReason.DoubleSurprise or ProposalReason.SurpriseNo
            ? AccessAction.MarkPhase
            : AccessAction.AgreePlan;

    /// <summary>
    /// What is proposed today, most telling first; none of somebody who died, and nothing that was put away.
    /// </summary>
    public static IReadOnlyList<Proposal> Proposals(
        this PersonRecord person,
        DateOnly today,
        AttentionTerms? terms = null
    )
    {
        var away = person.ProposalsPutAway(today)?.Entry.Version ?? 0;
        return [.. person.Proposable(today, terms ?? AttentionTerms.Usual).Where(one => one.Entry.Version > away)];
    }

    /// <summary>How what was proposed was put away, until the day to look again; null when it was not.</summary>
    public static Recorded<ProposalPutAway>? ProposalsPutAway(this PersonRecord person, DateOnly today) =>
        person.Last<ProposalPutAway>() is { } away && away.Fact.LookAgainOn.First > today ? away : null;

    private static IEnumerable<Proposal> Proposable(this PersonRecord person, DateOnly today, AttentionTerms terms) =>
        person.Death() is not null
            ? []
            : new[]
            {
                OfSurprise(person, today),
                OfMarking(person, today),
                OfDeterioration(person),
                OfMove(person),
                OfAdmissions(person, today),
                OfDiagnosis(person),
                OfSignals(person, today),
            }
                .OfType<Proposal>()
                .Where(one =>
                    one.Reason.AnsweredBy() is AccessAction.MarkPhase || !person.HasDeclined(one.Entry, today, terms)
                )
                .OrderBy(one => one.Reason);

    /// <summary>A *no* proposes a marking for the year that the question is about, until somebody judges.</summary>
    private static Proposal? OfSurprise(PersonRecord person, DateOnly today)
    {
        var (first, second) = person.SurpriseAnswers(today);
        if (first is not { Fact.Answer: SurpriseAnswer.No } no || IsPast(no.Entry, ProposalReason.SurpriseNo, today))
            return null;
        var yes = second is { Fact.Answer: SurpriseAnswer.Yes } ? second : null;
        if (person.Markings().Any(marking => marking.HoldsOn(today) || marking.Entry.Version > no.Entry.Version))
            return null;
        return yes is { } both
            ? new(ProposalReason.DoubleSurprise, both.Entry)
            : new(ProposalReason.SurpriseNo, no.Entry);
    }

    private static Proposal? OfMarking(PersonRecord person, DateOnly today) =>
        person.Markings().LastOrDefault(marking => marking.HoldsOn(today)) is { } first
        && IsPast(first.Entry, ProposalReason.MarkedWithoutTalk, today)
        && !person.WasTalkedAfter(first.Entry)
            ? new(ProposalReason.MarkedWithoutTalk, first.Entry)
            : null;

    private static Proposal? OfDeterioration(PersonRecord person) =>
        Newest(person, CourseChange.Deteriorated) is { } worse
        && person.LastDiscussed() is null
        && !person.WasTalkedAfter(worse)
            ? new(ProposalReason.DeterioratedWithoutTalk, worse)
            : null;

    private static Proposal? OfMove(PersonRecord person) =>
        Newest(person, CourseChange.AdmittedToNursingHome) is { } moved && !person.WasTalkedAfter(moved)
            ? new(ProposalReason.MovedToNursingHome, moved)
            : null;

    private static Proposal? OfAdmissions(PersonRecord person, DateOnly today)
    {
        var admissions = person
            .CourseChanges()
            .Where(change => change.Fact.Change is CourseChange.AdmittedToHospital)
            .Select(change => change.Entry)
            .Where(entry => !IsPast(entry, ProposalReason.RepeatedAdmissions, today))
            .ToList();
        return Often(admissions, ProposalReason.RepeatedAdmissions) && !person.WasTalkedAfter(admissions[0])
            ? new(ProposalReason.RepeatedAdmissions, admissions[0], admissions.Count)
            : null;
    }

    /// <summary>
    /// A diagnosis of an earlier day that was only recorded later is no new one; neither is one without a talk before.
    /// </summary>
    private static Proposal? OfDiagnosis(PersonRecord person) =>
        person.LastDiscussed() is { } talked
        && person.Diagnoses().FirstOrDefault(diagnosis => diagnosis.Fact.IsMain) is { Entry: not null } main
        && talked.IsBefore(main.Entry.Day())
        && !person.WasTalkedAfter(main.Entry)
            ? new(ProposalReason.DiagnosisAfterTalk, main.Entry, What: main.Fact.Name)
            : null;

    private static Proposal? OfSignals(PersonRecord person, DateOnly today)
    {
        var signals = person
            .Signals()
            .Select(signal => signal.Given.Entry)
            .Where(entry => !IsPast(entry, ProposalReason.SeveralSignals, today))
            .ToList();
        return Often(signals, ProposalReason.SeveralSignals) && !person.WasTalkedAfter(signals[0])
            ? new(ProposalReason.SeveralSignals, signals[0], signals.Count)
            : null;
    }

    private static Entry? Newest(PersonRecord person, CourseChange change) =>
        person.CourseChanges().FirstOrDefault(one => one.Fact.Change == change).Entry;

    /// <summary>
    /// Not wanting to talk at all is respected until the person raises it; *not now* answers what came before it, for a
    /// time (safety rule 10).
    /// </summary>
    private static bool HasDeclined(this PersonRecord person, Entry entry, DateOnly today, AttentionTerms terms) =>
        person
            .DeclinedTalks()
            .Any(one =>
                one.Fact.Topic is TalkTopic.Everything
                && (
                    !one.Fact.OnlyNow
                    || (one.Entry.Version > entry.Version && one.Entry.Day().Last.AddDays(terms.NotNow) > today)
                )
            );

    private static bool Often(List<Entry> entries, ProposalReason reason) =>
        entries.Count >= ProposalRules.Of(reason).Times;

    /// <summary>True when the days of the rule have gone by since.</summary>
    private static bool IsPast(Entry entry, ProposalReason reason, DateOnly today) =>
        ProposalRules.Of(reason).Days is { } days && entry.Day().Last.AddDays(days) <= today;
}
