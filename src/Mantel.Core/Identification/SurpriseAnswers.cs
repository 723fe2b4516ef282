using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// What professionals last answered to the surprise questions. They say that it is time to begin to talk, never when
/// somebody dies.
/// </summary>
/// <param name="First">Would it surprise me if this person died within twelve months?</param>
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
        var first = Newest(person, SurpriseQuestion.DiedWithinYear, today);
        var second = Newest(person, SurpriseQuestion.AliveAfterYear, today);
        return new(first, first?.Fact.Answer is SurpriseAnswer.No && !IsBefore(second, first) ? second : null);
    }

    private static Recorded<SurpriseQuestionAnswered>? Newest(
        PersonRecord person,
        SurpriseQuestion question,
        DateOnly today
    ) =>
        Chronology.NewestFirst(
            person
                .All<SurpriseQuestionAnswered>()
                .Where(answered => answered.Fact.Question == question && !(answered.Effective?.First > today))
                .Reverse(),
            answered => answered.Effective
        )
            is [var newest, ..]
            ? newest
            : null;

    private static bool IsBefore(Recorded<SurpriseQuestionAnswered>? one, Recorded<SurpriseQuestionAnswered>? other) =>
        one?.Effective is { } day && other?.Effective is { } otherDay && day.IsBefore(otherDay);
}
