using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>One answer as it is read back.</summary>
/// <param name="Before">What was said last time; empty when nothing was.</param>
/// <param name="Lacks">What it still lacks before it can hold.</param>
public sealed record ReadItem(
    TalkQuestion Question,
    TalkAnswer? Answer,
    IReadOnlyList<LastSaid> Before,
    IReadOnlyList<Problem> Lacks
)
{
    public bool IsSaid => Answer is { Kind: TalkAnswerKind.Said or TalkAnswerKind.Unchanged };

    public bool IsDeclined => Answer is { Kind: TalkAnswerKind.NotNow or TalkAnswerKind.NotAtAll };

    /// <summary>It says the same as last time: reconfirmed, not changed.</summary>
    public bool IsReconfirmed =>
        IsSaid && Before is [var before] && before.Answer.Chosen.Count > 0 && Means(before.Answer) == Means(Answer!);

    private static string Means(TalkAnswer answer) =>
        string.Join('|', answer.Chosen) + "|" + Chronology.Sameness(answer.Condition);
}

/// <summary>Two things that would hold together and contradict each other (safety rule 14).</summary>
/// <param name="Id">
/// The id in <c>data/plan/contradictions.tsv</c>, or the treatment of which two things are said.
/// </param>
/// <param name="Pair">The pair of the table; null when two statements about one treatment differ.</param>
/// <param name="Questions">The questions to go back to.</param>
/// <param name="Statements">What differs about one treatment.</param>
public sealed record ReadContradiction(
    string Id,
    Contradiction? Pair,
    IReadOnlyList<string> Questions,
    IReadOnlyList<Statement> Statements
);

/// <summary>A conversation as it is read back: what would hold, what was not talked about, what contradicts.</summary>
/// <param name="Until">The version of its newest answer: whoever confirms confirms what was read until there.</param>
public sealed record ReadingBack(
    IReadOnlyList<ReadItem> Items,
    IReadOnlyList<ReadContradiction> Contradictions,
    int Until
)
{
    public IEnumerable<ReadItem> Said => Items.Where(item => item.IsSaid);

    public IEnumerable<ReadItem> Declined => Items.Where(item => item.IsDeclined);

    public IEnumerable<ReadItem> NotDiscussed => Items.Where(item => !item.IsSaid && !item.IsDeclined);

    /// <summary>The conversation as far as it has come, as it would hold on this day between these people.</summary>
    public static ReadingBack Of(PersonRecord person, GuidedTalk talk, PartialDate day, DateOnly today)
    {
        var so = new TalkSoFar(person, talk, today);
        var items = so.Asked().Select(question => Item(question, so)).ToList();
        Party[] two = [new(PartyKind.Person, "1"), new(PartyKind.Professional, "2")];
        var acts = ConversationOutcome.Of(so, new TalkClose(day, two)).ToList();
        return new ReadingBack(items, Contradicting(person, acts, today), ConversationOutcome.Until(talk));
    }

    /// <summary>What would contradict if these acts were done now.</summary>
    private static IReadOnlyList<ReadContradiction> Contradicting(
        PersonRecord person,
        IReadOnlyList<CameOfTalk> acts,
        DateOnly today
    )
    {
        var now = new Moment(new DateTimeOffset(today, TimeOnly.MaxValue, TimeSpan.Zero), today);
        var facts = acts.SelectMany(came => (came.Act.Decide(person, now) as Outcome.Yielded)?.Facts ?? []).ToList();
        return ConversationOutcome.Contradictions(person.With(facts, now), today);
    }

    private static ReadItem Item(TalkQuestion question, TalkSoFar so)
    {
        var answer = so.AnswerTo(question.Key);
        return new ReadItem(question, answer, question.LastTime(so), answer is null ? [] : question.Lacks(answer, so));
    }
}

/// <summary>What comes of a conversation when it is read back and confirmed.</summary>
internal static class ConversationOutcome
{
    /// <summary>The acts of all answers, each at its question.</summary>
    public static IEnumerable<CameOfTalk> Of(TalkSoFar so, TalkClose close)
    {
        foreach (var question in so.Asked())
        {
            if (so.AnswerTo(question.Key) is not { } answer)
                continue;
            foreach (var act in ActsOf(question, answer, so, close))
                yield return new CameOfTalk(question.Key, act);
        }
        foreach (var topic in Declined(so).GroupBy(one => one.Question.Topic!.Value))
            yield return new CameOfTalk(topic.First().Question.Key, Decline(topic.Key, [.. topic], close));
    }

    private static IEnumerable<(TalkQuestion Question, TalkAnswer Answer)> Declined(TalkSoFar so) =>
        from question in so.Asked()
        let answer = so.AnswerTo(question.Key)
        where answer is { Kind: TalkAnswerKind.NotNow or TalkAnswerKind.NotAtAll } && question.Topic is not null
        select (question, answer);

    /// <summary>Several questions can be about one topic: not at all weighs most, and every reason is kept.</summary>
    private static DeclineTalk Decline(
        TalkTopic topic,
        IReadOnlyList<(TalkQuestion Question, TalkAnswer Answer)> all,
        TalkClose close
    )
    {
        var why = string.Join('\n', all.Select(one => one.Answer.Words).OfType<string>());
        var onlyNow = all.All(one => one.Answer.Kind is TalkAnswerKind.NotNow);
        return new DeclineTalk(topic, onlyNow, why.Length == 0 ? null : why, close.Day);
    }

    /// <summary>The version of the newest answer.</summary>
    public static int Until(GuidedTalk talk) =>
        talk.Answers.Values.Select(answer => answer.Entry.Version).Append(talk.Opened.Entry.Version).Max();

    /// <summary>What contradicts in a record, and nobody said yet which holds.</summary>
    public static IReadOnlyList<ReadContradiction> Contradictions(PersonRecord person, DateOnly today)
    {
        var decisions = person.DecisionsOn(today);
        return
        [
            .. decisions
                .Where(decision => decision is { InForce.Count: > 1, HasEnded: false })
                .Select(decision => new ReadContradiction(
                    IdOf(decision.Treatment),
                    null,
                    [QuestionOf(decision.Treatment.Kind)],
                    decision.InForce
                )),
            .. decisions
                .SelectMany(decision => decision.Contradicts)
                .Where(one => !one.IsSettled)
                .DistinctBy(one => one.Pair.Id, StringComparer.Ordinal)
                .Select(one => new ReadContradiction(
                    one.Pair.Id,
                    one.Pair,
                    [QuestionOf(one.Pair.One), QuestionOf(one.Pair.Other)],
                    []
                )),
        ];
    }

    /// <summary>The record as it would be with these facts.</summary>
    public static PersonRecord With(this PersonRecord person, IReadOnlyList<NewFact> facts, Moment now)
    {
        var author = new Author(Guid.Empty, "", Role.Nurse, null, null);
        var entries = facts.Select(
            (fact, i) =>
                new Entry(
                    fact.Id ?? new Guid(i + 1, 0, 0, new byte[8]),
                    person.Stream,
                    person.Version + 1 + i,
                    fact.Fact,
                    fact.Effective,
                    now.Instant,
                    author,
                    Source.Mantel,
                    Guid.Empty,
                    fact.RestsOn ?? []
                )
        );
        return new PersonRecord(person.Stream, [.. person.Entries, .. entries]);
    }

    /// <summary>How a treatment of which two things are said is called where it is settled.</summary>
    internal static string IdOf(Treatment treatment) =>
        treatment.Name is { } name ? $"{treatment.Kind}:{name}" : treatment.Kind.ToString();

    private static IEnumerable<IAct<PersonRecord>> ActsOf(
        TalkQuestion question,
        TalkAnswer answer,
        TalkSoFar so,
        TalkClose close
    ) =>
        answer.Kind switch
        {
            TalkAnswerKind.Said or TalkAnswerKind.Unchanged => question.CameOf(answer, so, close),
            TalkAnswerKind.NotDiscussed => question.CameOfSkipping(close),
            _ => [],
        };

    private static string QuestionOf(PlanSays side) =>
        side is PlanSays.OfTreatment of ? QuestionOf(of.Treatment) : "goal";

    private static string QuestionOf(TreatmentKind kind) =>
        kind switch
        {
            TreatmentKind.Resuscitation => "resuscitation",
            TreatmentKind.Ventilation => "ventilation",
            TreatmentKind.IntensiveCare => "intensive-care",
            TreatmentKind.HospitalAdmission => "hospital-admission",
            TreatmentKind.Antibiotics => "antibiotics",
            TreatmentKind.BloodProducts => "blood-products",
            TreatmentKind.IcdDeactivation => "icd-off",
            TreatmentKind.Other => "other-limit",
        };
}
