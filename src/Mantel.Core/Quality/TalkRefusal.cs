using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Quality;

/// <summary>Whether somebody does not want to talk at all, now or later, as it stands on a day.</summary>
internal enum TalkRefusal
{
    /// <summary>Nobody told so, or they talked after all.</summary>
    None,

    /// <summary>They said so, and are not told to have been asked again.</summary>
    AskedOnce,

    /// <summary>They said so and stayed with it: told on two days, or told to have been asked more than once.</summary>
    AskedAgain,
}

/// <summary>Whether somebody does not want to talk, from their record.</summary>
internal static class Refusals
{
    public static TalkRefusal On(PersonRecord record, DateOnly day)
    {
        var told = record
            .All<TalkDeclined>()
            .Where(one => one.Fact.Topic is TalkTopic.Everything && StartOf(one.Entry) <= day)
            .ToList();
        if (told.Count == 0 || HasTalked(record, told.Max(one => StartOf(one.Entry)), day))
            return TalkRefusal.None;
        var days = told.Select(one => StartOf(one.Entry)).Distinct().Count();
        return days > 1 || told.Exists(one => one.Fact.AskedMoreThanOnce is true)
            ? TalkRefusal.AskedAgain
            : TalkRefusal.AskedOnce;
    }

    /// <summary>On a later day until this one they talked after all.</summary>
    private static bool HasTalked(PersonRecord record, DateOnly after, DateOnly until)
    {
        return record.All<ConversationHeld>().Any(IsLater)
            || record.All<TreatmentGoalAgreed>().Any(IsLater)
            || record
                .All<TreatmentDirectiveAgreed>()
                .Any(one => one.Fact.Decision is not Decision.NotDiscussed && IsLater(one))
            || record
                .All<PreferredPlaceOfDeathTold>()
                .Any(one => one.Fact.Answer is not Answer.NotDiscussed && IsLater(one));

        bool IsLater<TFact>(Recorded<TFact> one)
            where TFact : Fact => StartOf(one.Entry) is var its && its > after && its <= until;
    }

    private static DateOnly StartOf(Entry entry) => MeasuredPerson.DayOf(entry).First;
}
