using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// What professionals last answered to the surprise questions. They say that it is time to begin to talk, never when
/// somebody dies.
/// </summary>
/// <param name="First">
/// Would it surprise me if this person died within twelve months, or in Belgium within six to twelve?
/// </param>
/// <param name="Second">
/// Would it surprise me if this person were still alive after twelve months? Null unless it was answered since a *no*
/// to the first.
/// </param>
public sealed record SurpriseAnswers(
    Recorded<SurpriseQuestionAnswered>? First,
    Recorded<SurpriseQuestionAnswered>? Second
);

/// <summary>Finds the answers to the surprise questions that hold.</summary>
public static class SurpriseAnswersView
{
    /// <summary>As they stand on this day.</summary>
    public static SurpriseAnswers SurpriseAnswers(this PersonRecord person, DateOnly today)
    {
        var first = Newest(person, question => question is not SurpriseQuestion.AliveAfterYear, today);
        var second = Newest(person, question => question is SurpriseQuestion.AliveAfterYear, today);
        return new(first, first?.Fact.Answer is SurpriseAnswer.No && !IsBefore(second, first) ? second : null);
    }

    private static Recorded<SurpriseQuestionAnswered>? Newest(
        PersonRecord person,
        Func<SurpriseQuestion, bool> asks,
        DateOnly today
    ) =>
        Chronology.NewestFirst(
            person
                .All<SurpriseQuestionAnswered>()
                .Where(answered => asks(answered.Fact.Question) && !(answered.Effective?.First > today))
                .Reverse(),
            answered => answered.Effective
        )
            is [var newest, ..]
            ? newest
            : null;

    private static bool IsBefore(Recorded<SurpriseQuestionAnswered>? one, Recorded<SurpriseQuestionAnswered>? other) =>
        one?.Effective is { } day && other?.Effective is { } otherDay && day.IsBefore(otherDay);
}
