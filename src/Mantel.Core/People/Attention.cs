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
public sealed record Attention(
    AttentionReason Reason,
    Guid? Entry = null,
    PartialDate? On = null,
    CourseChange? Change = null,
    Treatment? Treatment = null,
    string? Who = null,
    KeepingUp? HowLong = null
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

    /// <summary>The course changed after the plan was last discussed.</summary>
    ChangedSincePlan,

    /// <summary>The person's own declaration is newer than what was agreed with a physician.</summary>
    DeclarationToAgree,

    /// <summary>The glass was broken and the central care professional has not read it.</summary>
    GlassBroken,

    /// <summary>People care for this person and nobody is named as the central care professional.</summary>
    NobodyCentral,
}

/// <summary>What of a person's record asks for somebody to act.</summary>
public static class AttentionView
{
    public static IReadOnlyList<Attention> Attention(this PersonRecord person, DateOnly today) =>
        person.Death() is null
            ?
            [
                .. Differently(person)
                    .Concat(Tasks(person, today))
                    .Concat(Changed(person))
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
            .Select(said => new Attention(AttentionReason.SaysDifferentlyNow, said.Entry.Id, DayOf(said)));

    private static IEnumerable<Attention> Tasks(PersonRecord person, DateOnly today)
    {
        foreach (var task in person.PlanTasksOn(today))
        {
            if (ReasonOf(task.Kind) is { } reason)
                yield return new Attention(reason, Treatment: task.Treatment);
        }
    }

    private static AttentionReason? ReasonOf(PlanTaskKind task) =>
        task switch
        {
            PlanTaskKind.ResolveContradiction => AttentionReason.Contradiction,
            PlanTaskKind.DiscussRevived => AttentionReason.Revived,
            PlanTaskKind.AgreeDeclaration => AttentionReason.DeclarationToAgree,
            _ => null,
        };

    private static IEnumerable<Attention> Changed(PersonRecord person)
    {
        if (person.CourseChanges() is not [var change, ..] || DayOf(change) is not { } day)
            return [];
        var talks = Days<ConversationHeld>(person).Concat(Days<TreatmentDirectiveAgreed>(person)).ToList();
        return talks.Count == 0 || talks.Any(talk => !talk.IsBefore(day))
            ? []
            : [new Attention(AttentionReason.ChangedSincePlan, change.Entry.Id, day, change.Fact.Change)];
    }

    private static IEnumerable<Attention> Broken(PersonRecord person)
    {
        var read = person.All<BrokenGlassRead>().Select(reading => reading.Fact.GlassBroken).ToHashSet();
        return person
            .All<GlassBroken>()
            .Where(broken => !read.Contains(broken.Entry.Id))
            .Select(broken => new Attention(AttentionReason.GlassBroken, broken.Entry.Id, RecordedOn(broken.Entry)));
    }

    private static IEnumerable<Attention> Uncoordinated(PersonRecord person) =>
        person.TeamPeriods().Any(period => period.Until is null)
        && !person.CentralCareProfessionals().Any(period => period.Until is null)
            ? [new Attention(AttentionReason.NobodyCentral)]
            : [];

    private static IEnumerable<PartialDate> Days<TFact>(PersonRecord person)
        where TFact : Fact => person.All<TFact>().Select(fact => fact.Effective).OfType<PartialDate>();

    private static PartialDate? DayOf<TFact>(Recorded<TFact> recorded)
        where TFact : Fact => recorded.Effective ?? RecordedOn(recorded.Entry);

    private static PartialDate RecordedOn(Entry entry) =>
        PartialDate.Of(DateOnly.FromDateTime(entry.Recorded.UtcDateTime));
}
