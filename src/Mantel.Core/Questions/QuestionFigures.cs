using Mantel.Core.Journal;

namespace Mantel.Core.Questions;

/// <summary>How many questions there were of one kind; null: too few to say without telling of somebody.</summary>
public sealed record CountedQuestions<TOf>(TOf Of, int? Count);

/// <summary>
/// The questions of many organisations as numbers: by subject, by municipality and by what came of them, each for
/// itself, so that no number tells of one question.
/// </summary>
/// <param name="Total">Null when there are too few.</param>
public sealed record QuestionFigures(
    int? Total,
    IReadOnlyList<CountedQuestions<QuestionSubject>> BySubject,
    IReadOnlyList<CountedQuestions<string?>> ByMunicipality,
    IReadOnlyList<CountedQuestions<QuestionOutcome?>> ByOutcome
)
{
    /// <summary>A number below this is not said (architecture, section 5).</summary>
    public const int Least = 10;

    /// <summary>Of the questions that were asked from one day to another, both included.</summary>
    public static QuestionFigures Of(IEnumerable<Question> questions, DateOnly from, DateOnly until)
    {
        var all = questions.Where(one => one.Day.First >= from && one.Day.Last <= until).ToList();
        return new(
            all.Count < Least ? null : all.Count,
            Count(all, one => one.Asked.Fact.Subject),
            Count(all, one => one.Asked.Fact.Municipality),
            Count(all, one => one.Answered?.Fact.Outcome)
        );
    }

    /// <summary>
    /// Largest first. What is below the least is not said; where that is one alone, the smallest that is said goes too,
    /// so that it cannot be worked out from the total.
    /// </summary>
    private static List<CountedQuestions<TOf>> Count<TOf>(List<Question> all, Func<Question, TOf> of)
    {
        var counts = all.GroupBy(of).Select(group => (Of: group.Key, group.Count())).ToList();
        var said = counts.Where(one => one.Item2 >= Least).OrderByDescending(one => one.Item2).ToList();
        if (counts.Count - said.Count == 1 && said.Count > 0)
            said.RemoveAt(said.Count - 1);
        var saidOf = said.Select(one => one.Of).ToHashSet();
        return
        [
            .. said.Select(one => new CountedQuestions<TOf>(one.Of, one.Item2)),
            .. counts.Where(one => !saidOf.Contains(one.Of)).Select(one => new CountedQuestions<TOf>(one.Of, null)),
        ];
    }
}
