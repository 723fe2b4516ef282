using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// Note what was answered to a question, while people talk: a draft, saved as it goes. Whoever writes over an answer
/// that they did not see is shown both first.
/// </summary>
/// <param name="Over">The entry of the answer that was on the screen; null when there was none.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record NoteAnswer(Guid Talk, string Question, TalkAnswer Answer, Guid? Over) : IAct<PersonRecord>
{
    /// <summary>The act that notes an answer to this question: some need more than leading a conversation.</summary>
    public static IAct<PersonRecord> To(Guid talk, string question, TalkAnswer answer, Guid? over)
    {
        var note = new NoteAnswer(talk, question, answer, over);
        return question switch
        {
            "sharing" => new NoteSharingAnswer(note),
            "representative" => new NoteRepresentativeAnswer(note),
            _ => note,
        };
    }

    public Outcome Decide(PersonRecord person, Moment now) => Noting.Decide(this, AccessAction.AgreePlan, person, now);
}

/// <summary>Note what was answered about sharing the plan, which gives others access once it was read back.</summary>
[Needs(AccessAction.RecordConsent)]
public sealed record NoteSharingAnswer(NoteAnswer Noted) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now) =>
        Noting.Decide(Noted, AccessAction.RecordConsent, person, now);
}

/// <summary>Note who speaks for the person, which puts them so in the circle once it was read back.</summary>
[Needs(AccessAction.RecordCircle)]
public sealed record NoteRepresentativeAnswer(NoteAnswer Noted) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now) =>
        Noting.Decide(Noted, AccessAction.RecordCircle, person, now);
}

/// <summary>How an answer is noted, whoever may.</summary>
internal static class Noting
{
    public static Outcome Decide(NoteAnswer act, AccessAction needs, PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        if (found.Unfinished(person, act.Talk) is not { } talk)
            return found.Or();
        var so = new TalkSoFar(person, talk, now.Today);
        if (so.Question(act.Question) is not { } question || question.Needs != needs)
        {
            found.Break("", "rule.talk-not-asked");
            return found.Or();
        }
        var answer = Clean(found, act.Answer, question, so, now);
        var last = talk.Answers.TryGetValue(act.Question, out var noted) ? noted : (Recorded<TalkAnswerNoted>?)null;
        if (found.None && (last is { } before ? IsThere(before.Fact.Answer, answer) : answer.SaysNothing()))
            return Outcome.Yield();
        if (last?.Entry.Id != act.Over)
            found.Break("", "rule.talk-answered-elsewhere");
        var fact = new TalkAnswerNoted(act.Talk, act.Question, answer);
        return found.Or([new NewFact(fact, PartialDate.Of(now.Today), RestsOn: [talk.Opened.Entry.Id])]);
    }

    /// <summary>The same again; what was left as it was stays so when somebody only looks at it.</summary>
    private static bool IsThere(TalkAnswer noted, TalkAnswer answer) =>
        noted.SaysTheSameAs(answer)
        || (
            noted.Kind is TalkAnswerKind.Unchanged
            && answer.Kind is TalkAnswerKind.Said
            && (noted with { Kind = TalkAnswerKind.Said }).SaysTheSameAs(answer)
        );

    private static TalkAnswer Clean(Findings found, TalkAnswer typed, TalkQuestion question, TalkSoFar so, Moment now)
    {
        var ask = question.Ask(so);
        var words = ask.TakesWords ? found.Words("words", typed.Words) : null;
        if (typed.Kind is TalkAnswerKind.Unchanged)
            return Unchanged(found, words, question.LastTime(so));
        var isSaid = typed.Kind is TalkAnswerKind.Said;
        var chosen = isSaid ? typed.Chosen.Distinct(StringComparer.Ordinal).ToList() : [];
        if (chosen.Except(ask.Choices, StringComparer.Ordinal).Any() || (chosen.Count > 1 && !ask.Many))
            found.Add("chosen", "rule.not-a-choice");
        var condition = found.Words("condition", typed.Condition);
        var about = found.Line("about", typed.About);
        found.NotInFuture("on", typed.On, now);
        var depends = ask.ConditionFor is { } word && chosen.Contains(word);
        return new TalkAnswer(
            typed.Kind,
            chosen,
            depends || !isSaid || !ask.TakesWords ? words : Both(words, condition),
            depends ? condition : null,
            isSaid && ask.AsksAbout ? about : null,
            isSaid && ask.AsksDate ? typed.On : null
        );
    }

    /// <summary>When yes and when no was told, and another word chosen: it stays, among the words.</summary>
    private static string? Both(string? words, string? condition) =>
        condition is null ? words
        : words is null ? condition
        : $"{words}\n{condition}";

    /// <summary>
    /// Still so: what was said last time is taken along, so that nothing that changes later changes this.
    /// </summary>
    private static TalkAnswer Unchanged(Findings found, string? words, IReadOnlyList<LastSaid> last)
    {
        if (last is [var only])
            return only.Answer with { Kind = TalkAnswerKind.Unchanged, Words = words ?? only.Answer.Words };
        found.Break("", "rule.talk-nothing-unchanged");
        return new TalkAnswer(TalkAnswerKind.Unchanged, [], words, null, null, null);
    }
}
