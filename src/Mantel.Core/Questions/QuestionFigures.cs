namespace Mantel.Core.Questions;

/// <summary>How many questions there were of one kind; the rest: all that are too few to name.</summary>
public sealed record CountedQuestions<TOf>(TOf? Of, int Count, bool IsRest = false);

/// <summary>
/// The questions of many organisations as numbers over a closed half-year: by subject, by municipality and by what came
/// of them, each for itself. Half-years do not overlap, so that no two looks can be subtracted.
/// </summary>
/// <param name="Total">Null when there are too few.</param>
public sealed record QuestionFigures(
    int? Total,
    IReadOnlyList<CountedQuestions<QuestionSubject?>> BySubject,
    IReadOnlyList<CountedQuestions<string>> ByMunicipality,
    IReadOnlyList<CountedQuestions<QuestionOutcome?>> ByOutcome
)
{
    /// <summary>A number below this is not said (architecture, section 5).</summary>
    public const int Least = 10;

    private const int MonthsOfAHalf = 6;

    /// <summary>The last half-year that ended before this day.</summary>
    public static (DateOnly From, DateOnly Until) LastClosed(DateOnly today)
    {
        var begins = new DateOnly(today.Year, today.Month <= MonthsOfAHalf ? 1 : MonthsOfAHalf + 1, 1);
        return (begins.AddMonths(-MonthsOfAHalf), begins.AddDays(-1));
    }

    /// <summary>Of the questions that were asked from one day to another, both included.</summary>
    public static QuestionFigures Of(IEnumerable<Question> questions, DateOnly from, DateOnly until)
    {
        var all = questions.Where(one => IsIn(one, from, until)).ToList();
        return all.Count < Least
            ? new(null, [], [], [])
            : new(
                all.Count,
                Count(all, one => (QuestionSubject?)one.Asked.Fact.Subject),
                Count(all, one => one.Asked.Fact.Municipality ?? ""),
                Count(all, one => one.Answered?.Fact.Outcome)
            );
    }

    /// <summary>A day of which only the month or the year is known counts where it ended.</summary>
    public static bool IsIn(Question question, DateOnly from, DateOnly until) =>
        question.Day.Last >= from && question.Day.Last <= until;

    /// <summary>
    /// Largest first. What is below the least is told together, without its names; where even that is below it, the
    /// smallest that would be named goes with it.
    /// </summary>
    private static List<CountedQuestions<TOf>> Count<TOf>(List<Question> all, Func<Question, TOf> of)
    {
        var named = all.GroupBy(of)
            .Select(group => new CountedQuestions<TOf>(group.Key, group.Count()))
            .Where(one => one.Count >= Least)
            .OrderByDescending(one => one.Count)
            .ToList();
        var rest = all.Count - named.Sum(one => one.Count);
        while (rest is > 0 and < Least && named.Count > 0)
        {
            rest += named[^1].Count;
            named.RemoveAt(named.Count - 1);
        }
        return rest == 0 ? named : [.. named, new(default, rest, IsRest: true)];
    }
}
