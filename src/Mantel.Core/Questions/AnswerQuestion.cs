using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Questions;

/// <summary>Says what came of a question (beantwoorden). How to call back is destroyed with it.</summary>
/// <param name="Outcome">Null when nothing was chosen.</param>
/// <param name="Words">What was answered, or to whom it went; needed when nobody knew.</param>
[Needs(AccessAction.KeepQuestions)]
public sealed record AnswerQuestion(Guid Question, QuestionOutcome? Outcome, string? Words = null)
    : IAct<QuestionsRecord>,
        IEditsWhatWasSeen,
        IAboutItem
{
    public Guid Item => Question;

    public Outcome Decide(QuestionsRecord record, Moment now)
    {
        var found = new Findings();
        found.Chosen("outcome", Outcome);
        var words =
            Outcome is QuestionOutcome.NoAnswer ? found.NeededWords("answer", Words) : found.Words("answer", Words);
        if (record.Question(Question) is not { } question)
            found.Break("", "rule.question-not-there");
        else if (!question.IsOpen)
            found.Break("", "rule.question-answered");
        var left = record.Question(Question)?.CallBack?.Entry.Id;
        return found.Or(
            new QuestionAnswered(Question, Outcome ?? default, words, left is { } entry ? [entry] : []),
            PartialDate.Of(now.Today)
        );
    }

    public bool IsAbout(Fact fact) => QuestionRules.Changes(fact, Question);
}
