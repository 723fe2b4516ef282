using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.Support;

namespace Mantel.Core.People.Day;

/// <summary>A reason with the rule that gives it its place on the start list.</summary>
public sealed record WeighedReason(Attention Attention, OrderRule Rule)
{
    public DayPart Part => Rule.Part;
}

/// <summary>Weighs why people ask for attention: the first rule of the table that fits gives the place.</summary>
public static class WeighDay
{
    private const int Days = 3;
    private const int Week = 7;
    private const int TwoWeeks = 14;

    private static readonly TreatmentKind[] ForTonight =
    [
        TreatmentKind.Resuscitation,
        TreatmentKind.HospitalAdmission,
        TreatmentKind.IcdDeactivation,
    ];

    /// <summary>All reasons of a person, the most pressing first.</summary>
    public static IReadOnlyList<WeighedReason> Weigh(
        this PersonRecord person,
        IReadOnlyList<Attention> attention,
        DateOnly today
    )
    {
        if (attention.Count == 0)
            return [];
        var (isDead, phase) = (person.Death() is not null, person.Phase(today));
        var at = new Bed(isDead, phase.Phase is Phase.Dying, today);
        return
        [
            .. attention
                .Select(one => new WeighedReason(one, OrderRule.Of(RuleOf(one, at))))
                .OrderBy(one => one.Rule.Place)
                .ThenBy(one => one.Attention.On?.First ?? DateOnly.MaxValue),
        ];
    }

    private readonly record struct Bed(bool IsDead, bool IsDying, DateOnly Today)
    {
        public bool Within(Attention one, int days) => one.On is { } on && on.Last.AddDays(days) >= Today;
    }

    private static string RuleOf(Attention one, Bed at) =>
        at.IsDead ? "after-death"
        : OfNow(one, at) is { } now ? now
        : OfToday(one, at) is { } today ? today
        : OfLater(one, at);

    private static string? OfNow(Attention one, Bed at) =>
        one.Reason switch
        {
            AttentionReason.UrgentSignal when IsAlarming(one, at) => "signal-alarm-urgent",
            AttentionReason.OpenSignal when IsAlarming(one, at) => "signal-alarm",
            AttentionReason.UrgentSignal => "signal-urgent",
            AttentionReason.OpenSignal when at.IsDying => "dying-signal",
            AttentionReason.SaysDifferentlyNow when at.IsDying => "dying-says-differently",
            AttentionReason.Contradiction when at.IsDying => "dying-contradiction",
            AttentionReason.ReviewDue when IsOfDying(one) && at.Within(one, Days) => "dying-marked",
            AttentionReason.CloseOneAtLimit when at.IsDying && at.Within(one, TwoWeeks) => "dying-close-one",
            AttentionReason.CloseOneAtLimit when one.HowLong is KeepingUp.NoLonger && at.Within(one, 2) => "no-longer",
            _ => null,
        };

    private static string? OfToday(Attention one, Bed at) =>
        one.Reason switch
        {
            AttentionReason.SaysDifferentlyNow => "says-differently",
            AttentionReason.WorseNeverTalked when at.Within(one, Week) => "worse-never-talked",
            AttentionReason.ReviewDue when IsWorse(one) && at.Within(one, Week) => "worse",
            AttentionReason.CloseOneAtLimit when at.Within(one, TwoWeeks) => "close-one-at-limit",
            AttentionReason.OpenSignal => "signal",
            AttentionReason.StayToEnd => "stay-code",
            AttentionReason.Revived when one.Who is not null => "stay-code",
            AttentionReason.Contradiction
            or AttentionReason.Revived
            or AttentionReason.ToAskAbout when IsForTonight(one) => "contradiction-at-night",
            AttentionReason.ReviewDue when IsOfDying(one) => "dying-plan",
            _ when at.IsDying => "dying-other",
            AttentionReason.ReviewDue when one.Review is { Change: CourseChange.CameHome } && at.Within(one, Days) =>
                "came-home",
            _ => null,
        };

    private static string OfLater(Attention one, Bed at) =>
        one.Reason switch
        {
            AttentionReason.WorseNeverTalked => "worse-never-talked-longer",
            AttentionReason.ReviewDue when IsWorse(one) => "worse-longer",
            AttentionReason.CloseOneAtLimit => "close-one-long-ago",
            AttentionReason.Contradiction or AttentionReason.Revived => "contradiction",
            AttentionReason.ToAskAbout => "to-ask-about",
            AttentionReason.AskWhoAgreed => "ask-who-agreed",
            AttentionReason.ToConfirm => "to-confirm",
            AttentionReason.RefusalToWorkOut => "refusal-to-work-out",
            AttentionReason.DeclarationToAgree => "declaration-to-agree",
            AttentionReason.PreparationCameIn => "preparation",
            AttentionReason.ReviewDue when one.Review is { Reason: ReviewReason.AgreedDay } => "agreed-day",
            AttentionReason.ReviewDue when one.Review is { Reason: ReviewReason.TermPassed } => "term-passed",
            AttentionReason.ReviewDue => "review-changed",
            AttentionReason.UnfinishedTalk => "unfinished-talk",
            AttentionReason.PlanToRead => "plan-to-read",
            AttentionReason.AskKeepingUpAgain => "ask-keeping-up-again",
            AttentionReason.GlassBroken => "after-death",
            AttentionReason.NobodyCentral => "nobody-central",
            AttentionReason.SharedPlanUnread => "shared-plan-unread",
            AttentionReason.SaysDifferentlyNow
            or AttentionReason.UrgentSignal
            or AttentionReason.OpenSignal
            or AttentionReason.StayToEnd => throw new InvalidOperationException($"{one.Reason} belongs to today."),
        };

    private static bool IsAlarming(Attention one, Bed at) => AlarmWords.In(one.Words) && at.Within(one, Week);

    private static bool IsWorse(Attention one) => one.Review is { Change: CourseChange.Deteriorated };

    private static bool IsOfDying(Attention one) => one.Review is { Reason: ReviewReason.DyingPhaseMarked };

    private static bool IsForTonight(Attention one) => one.Treatment is { } about && ForTonight.Contains(about.Kind);
}
