using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.Questions;

/// <summary>
/// Destroys a question that should not have been written down here (verwijderen): it was entered by mistake, or its
/// words tell who asked. It then counts nowhere; that there was one, and why it went, stays.
/// </summary>
[Needs(AccessAction.KeepQuestions)]
public sealed record RemoveQuestion(Guid Question, string? Reason)
    : IAct<QuestionsRecord>,
        IEditsWhatWasSeen,
        IAboutItem
{
    public Guid Item => Question;

    public Outcome Decide(QuestionsRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededLine("reason", Reason);
        if (record.Question(Question) is not { } question)
        {
            found.Break("", "rule.question-not-there");
            return found.Or();
        }
        return found.Or(new QuestionRemoved(Question, reason, question.Entries), PartialDate.Of(now.Today));
    }

    public bool IsAbout(Fact fact) => QuestionRules.Changes(fact, Question);
}
