using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.Population;

namespace Mantel.Core.Questions;

/// <summary>
/// Writes down a question that reached the organisation (vraag noteren), and, where it was answered at once, the answer
/// with it.
/// </summary>
/// <param name="Question">A new id, made with the form.</param>
/// <param name="Municipality">By name; null when it was not said.</param>
/// <param name="CallBack">How to call back; not kept when it is answered at once.</param>
/// <param name="Outcome">Null while it waits for an answer.</param>
[Needs(AccessAction.KeepQuestions)]
public sealed record AskQuestion(
    Guid Question,
    QuestionFrom? From,
    QuestionWay? Way,
    QuestionSubject? Subject,
    string? Municipality,
    string? Words,
    PartialDate? On = null,
    string? CallBack = null,
    QuestionOutcome? Outcome = null,
    string? Answer = null
) : IAct<QuestionsRecord>
{
    public Outcome Decide(QuestionsRecord record, Moment now)
    {
        if (record.Entries.Any(entry => entry.Fact is QuestionRemoved removed && removed.Question == Question))
            return Journal.Outcome.Yield();
        var found = new Findings();
        found.Chosen("from", From);
        found.Chosen("way", Way);
        found.Chosen("subject", Subject);
        found.NotInFuture("on", On, now);
        var fact = new QuestionAsked(
            Question,
            From ?? default,
            Way ?? default,
            Subject ?? default,
            MunicipalityOf(found, now),
            found.NeededWords("words", Words)
        );
        var callBack = found.Line("callBack", CallBack);
        var answer = found.Words("answer", Answer);
        if (Outcome is null && answer is not null)
            found.Add("outcome", "rule.missing");
        var on = On ?? PartialDate.Of(now.Today);
        List<NewFact> facts = [new(fact, on)];
        if (Outcome is { } outcome)
            facts.Add(new(new QuestionAnswered(Question, outcome, answer, []), PartialDate.Of(now.Today)));
        else if (callBack is not null)
            facts.Add(new(new CallBackLeft(Question, callBack), on));
        return found.Or(facts);
    }

    private string? MunicipalityOf(Findings found, Moment now)
    {
        if (found.Line("municipality", Municipality) is not { } name)
            return null;
        var known = RegionTables.Current.Named(name, country: null, now.Today);
        if (known is null)
            found.Add("municipality", "rule.municipality-unknown", name);
        return known?.Code;
    }
}

/// <summary>What every act about a question checks.</summary>
internal static class QuestionRules
{
    /// <summary>Something that has to be chosen.</summary>
    public static void Chosen<TChoice>(this Findings found, string field, TChoice? chosen)
        where TChoice : struct, Enum
    {
        if (chosen is null)
            found.Add(field, "rule.missing");
    }

    /// <summary>True when the question was answered or removed.</summary>
    public static bool Changes(Fact fact, Guid question) =>
        fact switch
        {
            QuestionAnswered answered => answered.Question == question,
            QuestionRemoved removed => removed.Question == question,
            _ => false,
        };
}
