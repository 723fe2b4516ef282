using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// A professional answers a surprise question (verrassingsvraag): an aid to begin to talk in time. Nothing follows from
/// it by itself. The second question goes with a *no* to the first.
/// </summary>
[Needs(AccessAction.AnswerSurpriseQuestion)]
public sealed record AnswerSurpriseQuestion(
    SurpriseQuestion? Question,
    SurpriseAnswer? Answer,
    string? Words = null,
    PartialDate? AnsweredOn = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (Question is null)
            found.Add("question", "rule.missing");
        if (Answer is null)
            found.Add("answer", "rule.missing");
        var on = AnsweredOn ?? PartialDate.Of(now.Today);
        found.NotInFuture("answeredOn", on, now);
        found.WhileAlive("answeredOn", record, on);
        if (Question is SurpriseQuestion.AliveAfterYear && !FollowsANo(record, on))
            found.Break("question", "rule.surprise-second-after-no");
        var fact = new SurpriseQuestionAnswered(Question ?? default, Answer ?? default, found.Words("words", Words));
        return found.Or(fact, on);
    }

    private static bool FollowsANo(PersonRecord record, PartialDate on) =>
        record.SurpriseAnswers(on.Last).First?.Fact.Answer is SurpriseAnswer.No;
}
