using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.Support;

namespace Mantel.Core.People;

/// <summary>One reason why a person asks for attention, most urgent first.</summary>
/// <param name="Entry">The entry that it is about; null when it is about something that is missing.</param>
/// <param name="On">The day that goes with it; null where nobody knows one.</param>
/// <param name="Treatment">The treatment it is about, where it is about one.</param>
/// <param name="Who">Who gave the signal or shared the plan, who has yet to read it, or the close one.</param>
/// <param name="HowLong">How long the close one said they can keep it up.</param>
/// <param name="Review">Why the plan is to be looked at again.</param>
/// <param name="About">The signal, the conversation or the close one that the act is about.</param>
/// <param name="Reader">The account that has yet to read the plan.</param>
/// <param name="Words">What was said, in the words of who said it: the act that answers it shows them too.</param>
public sealed record Attention(
    AttentionReason Reason,
    Guid? Entry = null,
    PartialDate? On = null,
    Treatment? Treatment = null,
    string? Who = null,
    KeepingUp? HowLong = null,
    ReviewDue? Review = null,
    Guid? About = null,
    Guid? Reader = null,
    string? Words = null
)
{
    /// <summary>
    /// Whether this account is told: that somebody has yet to read the plan is told to them in one way and to the
    /// others in another.
    /// </summary>
    public bool IsFor(Guid account) =>
        Reason switch
        {
            AttentionReason.PlanToRead => Reader == account,
            AttentionReason.SharedPlanUnread => Reader != account,
            _ => true,
        };
}

/// <summary>Why a person asks for attention; <see cref="Day.WeighDay"/> gives the order of the start list.</summary>
public enum AttentionReason
{
    /// <summary>The person says something differently now, and nobody has talked it through.</summary>
    SaysDifferentlyNow,

    /// <summary>A signal was called urgent and nobody answered it.</summary>
    UrgentSignal,

    /// <summary>Two statements about a treatment contradict each other.</summary>
    Contradiction,

    /// <summary>A message may hold a decision and cannot be placed, or its sender took one back.</summary>
    ToAskAbout,

    /// <summary>A close one said last that they can keep it up for days at most.</summary>
    CloseOneAtLimit,

    /// <summary>Somebody told what they noticed, and nobody answered it.</summary>
    OpenSignal,

    /// <summary>
    /// A strike-out brought an older decision back, or a DNR code ended with its stay: discuss it again.
    /// <see cref="Attention.Who"/> is who gave the code.
    /// </summary>
    Revived,

    /// <summary>
    /// A refusal in the person's own words names no treatment: work out with a physician what it means.
    /// </summary>
    RefusalToWorkOut,

    /// <summary>
    /// A DNR code was given for a stay that may be over: say whether it is. <see cref="Attention.Who"/> gave it.
    /// </summary>
    StayToEnd,

    /// <summary>
    /// The plan is to be looked at again: something changed after it was last discussed, or the day or term has come.
    /// </summary>
    ReviewDue,

    /// <summary>It got worse, and nobody ever talked with the person about what is to come.</summary>
    WorseNeverTalked,

    /// <summary>
    /// A conversation was begun and neither read back nor closed; <see cref="Attention.Who"/> began it.
    /// </summary>
    UnfinishedTalk,

    /// <summary>The person's own declaration is newer than what was agreed with a physician.</summary>
    DeclarationToAgree,

    /// <summary>
    /// Who agreed what is in force does not fit age, capacity or representation of that day: talk with who could.
    /// </summary>
    AskWhoAgreed,

    /// <summary>Something was agreed and no physician confirmed it yet.</summary>
    ToConfirm,

    /// <summary>What a close one said of how long they can keep it up is older than its term.</summary>
    AskKeepingUpAgain,

    /// <summary>The plan was shared with whoever is told this, and they have yet to read it.</summary>
    PlanToRead,

    /// <summary>
    /// Somebody prepared the conversation at home and nobody talked about it since;
    /// <see cref="Attention.Who"/> wrote it.
    /// </summary>
    PreparationCameIn,

    /// <summary>The glass was broken and the central care professional has not read it.</summary>
    GlassBroken,

    /// <summary>People care for this person and nobody is named as the central care professional.</summary>
    NobodyCentral,

    /// <summary>Somebody else has not read the plan that was shared with them, and the term for it passed.</summary>
    SharedPlanUnread,
}

/// <summary>For whom a reason is, and what answers it.</summary>
public static class AttentionReasons
{
    /// <summary>What somebody must be allowed to do to be asked; null: whoever reads the record is told.</summary>
    public static AccessAction? Asks(this AttentionReason reason) =>
        reason switch
        {
            AttentionReason.ReviewDue
            or AttentionReason.WorseNeverTalked
            or AttentionReason.UnfinishedTalk
            or AttentionReason.ToConfirm
            or AttentionReason.UrgentSignal
            or AttentionReason.OpenSignal
            or AttentionReason.CloseOneAtLimit
            or AttentionReason.AskKeepingUpAgain
            or AttentionReason.PlanToRead
            or AttentionReason.PreparationCameIn
            or AttentionReason.SharedPlanUnread => reason.AnsweredBy(),
            _ => null,
        };

    /// <summary>The act that answers it.</summary>
    public static AccessAction AnsweredBy(this AttentionReason reason) =>
        reason switch
        {
            AttentionReason.SaysDifferentlyNow => AccessAction.TalkThrough,
            AttentionReason.UrgentSignal or AttentionReason.OpenSignal => AccessAction.AnswerSignal,
            AttentionReason.Contradiction or AttentionReason.Revived => AccessAction.AgreePlan,
            AttentionReason.RefusalToWorkOut => AccessAction.ConfirmDirective,
            AttentionReason.StayToEnd => AccessAction.RecordDnrCode,
            AttentionReason.ToAskAbout => AccessAction.RecordHealth,
            AttentionReason.DeclarationToAgree or AttentionReason.AskWhoAgreed => AccessAction.AgreePlan,
            AttentionReason.CloseOneAtLimit or AttentionReason.AskKeepingUpAgain => AccessAction.TellKeepingUp,
            AttentionReason.ReviewDue
            or AttentionReason.WorseNeverTalked
            or AttentionReason.UnfinishedTalk
            or AttentionReason.PreparationCameIn => AccessAction.AgreePlan,
            AttentionReason.ToConfirm => AccessAction.ConfirmDirective,
            AttentionReason.PlanToRead => AccessAction.ReadSharedPlan,
            AttentionReason.GlassBroken => AccessAction.ReadLog,
            AttentionReason.NobodyCentral => AccessAction.NameCentral,
            AttentionReason.SharedPlanUnread => AccessAction.SharePlan,
        };
}
