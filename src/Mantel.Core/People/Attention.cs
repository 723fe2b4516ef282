using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.Support;

namespace Mantel.Core.People;

/// <summary>One reason why a person asks for attention, most urgent first.</summary>
/// <param name="Entry">The entry that it is about; null when it is about something that is missing.</param>
/// <param name="Treatment">The treatment it is about, where it is about one.</param>
/// <param name="Who">Who gave the signal, or the close one it is about.</param>
/// <param name="HowLong">How long the close one said they can keep it up.</param>
/// <param name="Review">Why the plan is to be looked at again.</param>
public sealed record Attention(
    AttentionReason Reason,
    Guid? Entry = null,
    PartialDate? On = null,
    Treatment? Treatment = null,
    string? Who = null,
    KeepingUp? HowLong = null,
    ReviewDue? Review = null
);

/// <summary>Why a person asks for attention.</summary>
public enum AttentionReason
{
    /// <summary>The person says something differently now, and nobody has talked it through.</summary>
    SaysDifferentlyNow,

    /// <summary>A signal was called urgent and nobody answered it.</summary>
    UrgentSignal,

    /// <summary>Two statements about a treatment contradict each other.</summary>
    Contradiction,

    /// <summary>A close one said last that they can keep it up for days at most.</summary>
    CloseOneAtLimit,

    /// <summary>Somebody told what they noticed, and nobody answered it.</summary>
    OpenSignal,

    /// <summary>A strike-out brought an older decision back: discuss it again.</summary>
    Revived,

    /// <summary>
    /// The plan is to be looked at again: something changed after it was last discussed, or the day or term has come.
    /// </summary>
    ReviewDue,

    /// <summary>
    /// A conversation was begun and neither read back nor closed; <see cref="Attention.Who"/> began it.
    /// </summary>
    UnfinishedTalk,

    /// <summary>The person's own declaration is newer than what was agreed with a physician.</summary>
    DeclarationToAgree,

    /// <summary>Something was agreed and no physician confirmed it yet.</summary>
    ToConfirm,

    /// <summary>The glass was broken and the central care professional has not read it.</summary>
    GlassBroken,

    /// <summary>People care for this person and nobody is named as the central care professional.</summary>
    NobodyCentral,
}

/// <summary>What of a person's record asks for somebody to act.</summary>
public static class AttentionView
{
    /// <summary>What somebody must be allowed to do to be asked; null: whoever reads the record is told.</summary>
    public static What? Asks(this AttentionReason reason) =>
        reason switch
        {
            AttentionReason.ReviewDue or AttentionReason.UnfinishedTalk => What.AgreePlan,
            AttentionReason.ToConfirm => What.ConfirmDirective,
            AttentionReason.UrgentSignal or AttentionReason.OpenSignal => What.AnswerSignal,
            AttentionReason.CloseOneAtLimit => What.TellKeepingUp,
            _ => null,
        };

    /// <param name="termMonths">After how many months the region asks to look again; null: no term was set.</param>
    public static IReadOnlyList<Attention> Attention(
        this PersonRecord person,
        DateOnly today,
        int? termMonths = null
    ) =>
        person.Death() is null
            ?
            [
                .. Differently(person)
                    .Concat(Tasks(person, today))
                    .Concat(person.ReviewDue(today, termMonths).Take(1).Select(Due))
                    .Concat(Unfinished(person))
                    .Concat(Broken(person))
                    .Concat(Uncoordinated(person))
                    .Concat(Signalled(person))
                    .Concat(AtLimit(person))
                    .OrderBy(attention => attention.Reason),
            ]
            : [.. Signalled(person).Concat(Broken(person))];

    private static IEnumerable<Attention> Signalled(PersonRecord person) =>
        person
            .OpenSignals()
            .Select(signal => new Attention(
                signal.Escalated is null ? AttentionReason.OpenSignal : AttentionReason.UrgentSignal,
                signal.Given.Entry.Id,
                signal.Given.Effective,
                Who: signal.Sender.Name
            ));

    private static IEnumerable<Attention> AtLimit(PersonRecord person) =>
        from close in person.Circle()
        let told = person.KeepingUp(close.Id)
        where told?.Fact.HowLong is KeepingUp.Days or KeepingUp.NoLonger
        select new Attention(
            AttentionReason.CloseOneAtLimit,
            told.Value.Entry.Id,
            told.Value.Effective,
            Who: close.Fact.Name.Full(),
            HowLong: told.Value.Fact.HowLong
        );

    private static IEnumerable<Attention> Differently(PersonRecord person) =>
        person
            .SaysDifferently()
            .Select(said => new Attention(AttentionReason.SaysDifferentlyNow, said.Entry.Id, said.Entry.Day()));

    /// <summary>What is to be confirmed is said once for the whole plan, the rest treatment by treatment.</summary>
    private static IEnumerable<Attention> Tasks(PersonRecord person, DateOnly today) =>
        (
            from task in person.PlanTasksOn(today)
            let reason = ReasonOf(task.Kind)
            where reason is not null
            select new Attention(reason.Value, Treatment: reason is AttentionReason.ToConfirm ? null : task.Treatment)
        ).Distinct();

    private static AttentionReason? ReasonOf(PlanTaskKind task) =>
        task switch
        {
            PlanTaskKind.ResolveContradiction => AttentionReason.Contradiction,
            PlanTaskKind.DiscussRevived => AttentionReason.Revived,
            PlanTaskKind.AgreeDeclaration => AttentionReason.DeclarationToAgree,
            PlanTaskKind.Confirm => AttentionReason.ToConfirm,
            _ => null,
        };

    private static Attention Due(ReviewDue due) => new(AttentionReason.ReviewDue, due.Entry, due.On, Review: due);

    private static IEnumerable<Attention> Unfinished(PersonRecord person) =>
        from talk in person.UnfinishedTalks()
        let opened = talk.Opened.Entry
        select new Attention(AttentionReason.UnfinishedTalk, opened.Id, opened.Day(), Who: opened.Author.Name);

    private static IEnumerable<Attention> Broken(PersonRecord person)
    {
        var read = person.All<BrokenGlassRead>().Select(reading => reading.Fact.GlassBroken).ToHashSet();
        return person
            .All<GlassBroken>()
            .Where(broken => !read.Contains(broken.Entry.Id))
            .Select(broken => new Attention(AttentionReason.GlassBroken, broken.Entry.Id, broken.Entry.Day()));
    }

    private static IEnumerable<Attention> Uncoordinated(PersonRecord person) =>
        person.TeamPeriods().Any(period => period.Until is null)
        && !person.CentralCareProfessionals().Any(period => period.Until is null)
            ? [new Attention(AttentionReason.NobodyCentral)]
            : [];
}
