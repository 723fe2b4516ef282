using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.Support;

namespace Mantel.Core.People.Day;

/// <summary>What somebody put off of a person, while that holds.</summary>
/// <param name="Account">On whose list; nobody else's changes.</param>
/// <param name="Reasons">What waited when it was put off.</param>
public sealed record PutOff(Guid Account, DateOnly Until, string Why, DateOnly On, IReadOnlyList<Attention> Reasons);

/// <summary>What waits of a person for one reader: what is on their list, and what they put off.</summary>
/// <param name="Off">With what it was put off by; the last that names it.</param>
public sealed record DayOfOne(IReadOnlyList<WeighedReason> Waiting, IReadOnlyList<(WeighedReason What, PutOff By)> Off);

/// <summary>What was put off, and what is back: nothing that waits is ever lost.</summary>
public static class PutOffs
{
    /// <summary>
    /// What was put off and is not back yet: its day has not come, and nothing new was said since. What waited then is
    /// read from the record as it was then.
    /// </summary>
    public static IReadOnlyList<PutOff> PutOffsHolding(
        this PersonRecord person,
        DateOnly today,
        int? termMonths = null,
        AttentionTerms? terms = null
    ) =>
        [
            .. person
                .All<AttentionPutOff>()
                .Where(off => off.Fact.Until.First > today && !WasNewlySaid(person, off.Entry))
                .Select(off => Of(person, off, termMonths, terms)),
        ];

    /// <summary>
    /// Everything that waits for this reader, on the list or put off. What is to be done now is on the list, whatever
    /// was put off.
    /// </summary>
    public static DayOfOne For(IReadOnlyList<WeighedReason> waiting, IReadOnlyList<PutOff> putOffs, Guid account)
    {
        var (on, off) = (new List<WeighedReason>(), new List<(WeighedReason, PutOff)>());
        foreach (var one in waiting)
        {
            var by =
                one.Part is DayPart.Now
                    ? null
                    : putOffs.LastOrDefault(put => put.Account == account && put.Reasons.Contains(one.Attention));
            if (by is null)
                on.Add(one);
            else
                off.Add((one, by));
        }
        return new(on, off);
    }

    private static PutOff Of(PersonRecord person, Recorded<AttentionPutOff> off, int? termMonths, AttentionTerms? terms)
    {
        var then = new PersonRecord(person.Stream, [.. person.Entries.TakeWhile(entry => entry.Id != off.Entry.Id)]);
        var day = off.Entry.Day().First;
        return new(
            off.Entry.Author.Account,
            off.Fact.Until.First,
            off.Fact.Why,
            day,
            then.Attention(day, termMonths, terms)
        );
    }

    private static bool WasNewlySaid(PersonRecord person, Entry off) =>
        person.Entries.SkipWhile(entry => entry.Id != off.Id).Any(entry => SaysSomething(entry.Fact));

    /// <summary>What brings back at once whatever was put off: how the person is, or what holds.</summary>
    private static bool SaysSomething(Fact fact) =>
        fact
            is SignalGiven
                or SignalEscalated
                or SaysDifferentlyNow
                or NoteMade
                or CourseChanged
                or DeathRecorded
                or PalliativePhaseMarked
                or DyingPhaseMarked
                or MarkingRevised
                or SurpriseQuestionAnswered
                or KeepingUpTold
                or LegalCapacityJudged
                or TreatmentGoalAgreed
                or TreatmentDirectiveAgreed
                or TreatmentDirectiveEnded
                or AdvanceDirectiveRecorded
                or AdvanceDirectiveEnded
                or DnrCodeGiven
                or ToAskAboutReceived
                or ConversationHeld
                or PreparationTold
                or PreparationClosed
                or EntryStruckOut;
}
