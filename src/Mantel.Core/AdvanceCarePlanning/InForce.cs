using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The six words (safety rule 3). Written out, never blank, never inferred.</summary>
public enum Word
{
    /// <summary>Wel.</summary>
    Perform,

    /// <summary>Niet.</summary>
    Withhold,

    /// <summary>Anders.</summary>
    Otherwise,

    /// <summary>Onbekend.</summary>
    Unknown,

    /// <summary>Niet besproken.</summary>
    NotDiscussed,

    /// <summary>Niet vastgelegd.</summary>
    NotRecorded,
}

/// <summary>
/// What stands about one treatment now, and everything one needs to judge it (safety rules 1–4, 7 and 15).
/// </summary>
/// <param name="InForce">The statement in force; more than one when they contradict; none when nothing stands.</param>
/// <param name="Beside">What must be shown beside it: the older word, the directive or the declaration.</param>
/// <param name="Earlier">All older statements, newest first, ended ones and *niet besproken* included.</param>
/// <param name="Since">The first talk of the unbroken row of talks with this same meaning.</param>
/// <param name="EndedOn">The day on which the last decision was ended without a successor.</param>
/// <param name="Predates">The latest change of course or phase that came after the decision was discussed.</param>
public sealed record DecisionInForce(
    Treatment Treatment,
    IReadOnlyList<Statement> InForce,
    Statement? Beside,
    IReadOnlyList<Statement> Earlier,
    PartialDate? Since,
    bool HasEnded,
    PartialDate? EndedOn,
    bool IsRevived,
    CourseTurn? Predates,
    bool IsPastTerm
)
{
    /// <summary>
    /// True when statements that cannot be ordered differ, or a code in force says otherwise: all are shown, under
    /// *Tegenstrijdig*.
    /// </summary>
    public bool IsContradictory => InForce.Count > 1 || CodesAgainst.Count > 0;

    /// <summary>
    /// The person's written refusal, when others agreed otherwise after it without the person, or when the person could
    /// no longer decide (safety rule 16): it is the first of <see cref="InForce"/>.
    /// </summary>
    public Statement? RefusedInWriting { get; init; }

    /// <summary>What was last agreed with the person while able, when what is in force was not.</summary>
    public Statement? WithPerson { get; init; }

    /// <summary>
    /// The older word that a physician confirmed: it stays in sight until one confirms the newer (safety rule 18).
    /// </summary>
    public Statement? ConfirmedBefore { get; init; }

    /// <summary>DNR codes in force that say otherwise; they fill no row (safety rule 3).</summary>
    public IReadOnlyList<CodeInRow> CodesAgainst { get; init; } = [];

    /// <summary>
    /// A code that said otherwise, whose stay is over; nobody talked about this since (safety rules 7 and 19).
    /// </summary>
    public CodeInRow? EndedCode { get; init; }

    /// <summary>All that must be shown beside what is in force, the newest talk first.</summary>
    public IReadOnlyList<Statement> Alongside =>
        Chronology.NewestFirst(
            new[] { Beside, WithPerson, ConfirmedBefore }.OfType<Statement>().Distinct(),
            one => one.DiscussedOn
        );

    /// <summary>Why a word is shown beside what is in force.</summary>
    public BesideReason KindOf(Statement alongside) =>
        alongside.IsOwnDeclaration ? BesideReason.Declaration
        : alongside == WithPerson ? BesideReason.WithPerson
        : alongside == ConfirmedBefore ? BesideReason.Confirmed
        : BesideReason.Before;

    /// <summary>The word in force; of a contradiction there is none to give, so read <see cref="InForce"/>.</summary>
    public Word Word =>
        HasEnded || InForce.Count == 0
            ? Word.NotRecorded
            : InForce[0].Decision switch
            {
                Decision.Perform => Word.Perform,
                Decision.Withhold => Word.Withhold,
                Decision.Otherwise => Word.Otherwise,
                Decision.Unknown => Word.Unknown,
                Decision.NotDiscussed => Word.NotDiscussed,
            };

    /// <summary>The person's own declaration stands first and is not agreed with a physician yet.</summary>
    public bool NeedsAgreement =>
        !IsContradictory
        && !HasEnded
        && InForce.Count == 1
        && InForce[0] is { IsOwnDeclaration: true, IsDirective: false };

    /// <summary>What it contradicts elsewhere in the plan: another treatment, or the goal (safety rule 14).</summary>
    public IReadOnlyList<ContradictionInPlan> Contradicts { get; init; } = [];

    /// <summary>
    /// Agreed with the person, but no physician confirmed it yet (nog niet door arts bevestigd); who recorded it as a
    /// physician has not confirmed what contradicts the rest of the plan.
    /// </summary>
    public bool NeedsConfirmation =>
        !HasEnded
        && InForce.Any(one =>
            one is { IsDirective: true, ConfirmedBy: null, Decision: not (Decision.Unknown or Decision.NotDiscussed) }
        );

    /// <summary>
    /// Nothing but a physician's word is missing: it does not contradict, and who agreed it could agree.
    /// </summary>
    public bool WaitsForPhysician =>
        NeedsConfirmation
        && !IsContradictory
        && InForce.All(one => one.ConfirmedButContradicts is null && one.Doubts.Count == 0);

    /// <summary>The day it was last discussed; null when undated or contradictory without one day.</summary>
    public PartialDate? DiscussedOn => InForce.Count > 0 ? InForce[0].DiscussedOn : null;
}

/// <summary>
/// Which decision about each treatment is in force: the rule of <c>safety.md</c> as one pure function.
/// </summary>
public static class DecisionsInForce
{
    /// <summary>The treatments that the night page always shows, in its order.</summary>
    public static IReadOnlyList<TreatmentKind> Fixed { get; } =
    [
        TreatmentKind.Resuscitation,
        TreatmentKind.Ventilation,
        TreatmentKind.IntensiveCare,
        TreatmentKind.HospitalAdmission,
        TreatmentKind.Antibiotics,
        TreatmentKind.BloodProducts,
        TreatmentKind.IcdDeactivation,
    ];

    /// <summary>The fixed treatments in order, then every other limit that was ever named.</summary>
    /// <param name="termMonths">After how many months a region asks to confirm again; null: no term was agreed.</param>
    public static IReadOnlyList<DecisionInForce> DecisionsOn(
        this PersonRecord person,
        DateOnly today,
        int? termMonths = null
    )
    {
        var standing = person.Entries.Where(entry => person.Stands(entry.Id)).ToList();
        var byTreatment = InForceStatements
            .Gather(person, standing, today)
            .ToLookup(InForceStatements.Key, StringComparer.Ordinal);
        var turns = person.Turns();
        var codes = person.CodesInRowsOn(today);
        var withStruck = new Lazy<ILookup<string, Statement>>(() => WithStruckOut(person, today));
        DecisionInForce Decide(string key, Treatment treatment) =>
            Of(person, treatment, [.. byTreatment[key]], () => [.. withStruck.Value[key]], turns, today, termMonths)
                .WithCodes(codes);
        return ContradictionsInPlan.Mark(
            person,
            [
                .. Fixed.Select(kind => Decide(kind.ToString(), new Treatment(kind))),
                .. byTreatment
                    .Where(group => group.First().Treatment.Kind is TreatmentKind.Other)
                    .Select(group => Decide(group.Key, group.First().Treatment)),
            ]
        );
    }

    public static DecisionInForce DecisionOn(this PersonRecord person, TreatmentKind kind, DateOnly today) =>
        person.DecisionsOn(today).First(decision => decision.Treatment.Kind == kind);

    private static DecisionInForce Of(
        PersonRecord person,
        Treatment treatment,
        IReadOnlyList<Statement> all,
        Func<IReadOnlyList<Statement>> withStruck,
        IReadOnlyList<CourseTurn> turns,
        DateOnly today,
        int? termMonths
    )
    {
        var newest = NewestOf(all);
        var open = newest.Where(one => !one.HasEnded).ToList();
        var refusals = OnePerMeaning(StandingRefusals.Among(person, all));
        var hasEnded = newest.Count > 0 && open.Count == 0 && refusals.Count == 0;
        var inForce =
            hasEnded ? newest
            : refusals.Count > 0 ? StandingRefusals.Before(refusals, OnePerMeaning(open))
            : OnePerMeaning(open);
        var ended = hasEnded ? newest[0].EndedOn : null;
        var earlier = Chronology.NewestFirst(all.Except(inForce), one => one.DiscussedOn);
        var discussed = inForce.Count > 0 ? inForce[0].DiscussedOn : null;
        return new DecisionInForce(
            treatment,
            inForce,
            BesideOf(inForce, earlier),
            earlier,
            SinceOf(inForce, earlier),
            hasEnded,
            ended,
            inForce.Count > 0 && person.HasStrikeOuts && IsRevived(person, inForce, withStruck()),
            ChangeAfter(turns, discussed, today),
            discussed is { } day && termMonths is { } months && day.Last.AddMonths(months) < today
        )
        {
            RefusedInWriting = RefusedBefore(person, refusals, inForce),
            WithPerson = hasEnded ? null : WithPersonBefore(person, inForce, earlier),
            ConfirmedBefore = hasEnded ? null : ConfirmedBefore(inForce, earlier),
        };
    }

    private static Statement? RefusedBefore(
        PersonRecord person,
        IReadOnlyList<Statement> refusals,
        IReadOnlyList<Statement> inForce
    ) =>
        refusals.FirstOrDefault(inForce.Contains) is { } refusal
        && inForce.Any(one => !refusals.Contains(one) && !StandingRefusals.IsOwnWord(person, one))
            ? refusal
            : null;

    private static Statement? WithPersonBefore(
        PersonRecord person,
        IReadOnlyList<Statement> inForce,
        IReadOnlyList<Statement> earlier
    )
    {
        if (inForce.Count == 0 || inForce.Any(one => StandingRefusals.IsOwnWord(person, one)))
            return null;
        var own = earlier.FirstOrDefault(one => StandingRefusals.IsOwnWord(person, one));
        return own is { HasEnded: false, IsDecided: true } && inForce.All(one => one.Meaning != own.Meaning)
            ? own
            : null;
    }

    private static Statement? ConfirmedBefore(IReadOnlyList<Statement> inForce, IReadOnlyList<Statement> earlier)
    {
        if (inForce.Count == 0 || inForce.Any(one => one.ConfirmedBy is not null))
            return null;
        var last = earlier.FirstOrDefault(one => one.ConfirmedBy is not null && one.IsDecided);
        return last is { HasEnded: false } && inForce.All(one => one.Meaning != last.Meaning) ? last : null;
    }

    /// <summary>*Niet besproken* displaces nothing: it only counts when nothing else was ever said.</summary>
    private static IReadOnlyList<Statement> NewestOf(IReadOnlyList<Statement> all)
    {
        var said = all.Where(one => one.Decision is not Decision.NotDiscussed).ToList();
        return Chronology.Newest(said.Count > 0 ? said : all, one => one.DiscussedOn);
    }

    /// <summary>
    /// Statements that cannot be ordered and mean the same are no contradiction: the newest of each meaning stays.
    /// </summary>
    private static IReadOnlyList<Statement> OnePerMeaning(IReadOnlyList<Statement> newest) =>
        [
            .. newest
                .GroupBy(one => one.Meaning)
                .Select(group => Chronology.NewestFirst(group, one => one.DiscussedOn)[0]),
        ];

    /// <summary>
    /// What is shown beside it: the older word beside *onbekend*, the directive beside an own declaration, and the
    /// declaration that a newer directive must name.
    /// </summary>
    private static Statement? BesideOf(IReadOnlyList<Statement> inForce, IReadOnlyList<Statement> earlier) =>
        inForce switch
        {
            [{ Decision: Decision.Unknown }] => earlier.FirstOrDefault(one => one.Decision is not Decision.Unknown),
            [{ IsOwnDeclaration: true, IsDirective: false }] => earlier.FirstOrDefault(one =>
                one.IsDirective && one.Decision is not Decision.NotDiscussed
            ),
            [{ IsOwnDeclaration: false }] => earlier.FirstOrDefault(one => one.IsOwnDeclaration),
            _ => null,
        };

    private static PartialDate? SinceOf(IReadOnlyList<Statement> inForce, IReadOnlyList<Statement> earlier)
    {
        if (inForce.Count != 1)
            return null;
        var since = inForce[0].DiscussedOn;
        foreach (var older in earlier.Where(one => one.Decision is not Decision.NotDiscussed))
        {
            if (older.Meaning != inForce[0].Meaning || older.HasEnded)
                break;
            since = older.DiscussedOn ?? since;
        }
        return since;
    }

    private static CourseTurn? ChangeAfter(IReadOnlyList<CourseTurn> turns, PartialDate? discussed, DateOnly today)
    {
        if (discussed is not { } day)
            return null;
        CourseTurn? latest = null;
        foreach (var turn in turns)
        {
            if (
                turn.On is { } on
                && on.First <= today
                && day.IsBefore(on)
                && !(latest?.On is { } newest && on.Last < newest.Last)
            )
                latest = turn;
        }
        return latest;
    }

    /// <summary>
    /// What stands now stood behind something that was struck out, and nobody recorded anything about it since
    /// (safety rule 7).
    /// </summary>
    private static bool IsRevived(
        PersonRecord person,
        IReadOnlyList<Statement> inForce,
        IReadOnlyList<Statement> before
    )
    {
        var struckOutAt = before
            .SelectMany(one => one.Entries)
            .Concat(person.Entries.Where(IsAnEnd))
            .Select(entry => person.StrikeOutOf(entry.Id)?.Version)
            .Max();
        if (struckOutAt is not { } version || inForce.Any(one => one.Entries.Any(entry => entry.Version > version)))
            return false;
        var newestBefore = NewestOf(before);
        var meanings = inForce.Select(one => (one.Meaning, one.HasEnded)).ToHashSet();
        return !newestBefore.Select(one => (one.Meaning, one.HasEnded)).ToHashSet().SetEquals(meanings);
    }

    private static bool IsAnEnd(Entry entry) =>
        entry.Fact is TreatmentDirectiveEnded or AdvanceDirectiveEnded or DnrStayEnded;

    private static ILookup<string, Statement> WithStruckOut(PersonRecord person, DateOnly today) =>
        InForceStatements.Gather(person, person.Entries, today).ToLookup(InForceStatements.Key, StringComparer.Ordinal);
}
