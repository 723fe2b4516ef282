using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Quality;

/// <summary>The groups that somebody belongs to on a day. Nothing is guessed: not recorded is a group.</summary>
internal static class GroupsOfPeople
{
    public static PersonGroups On(PersonRecord person, DateOnly day) =>
        new(DiagnosisOn(person, day), AgeOn(person, day), LivingOn(person, day), LanguageOn(person, day));

    private static DiagnosisGroup DiagnosisOn(PersonRecord person, DateOnly day)
    {
        var main = person
            .All<DiagnosisRecorded>()
            .Where(one => one.Fact.IsMain && !person.IsEnded(one.Entry.Id))
            .ToList();
        return MeasuredPerson.HeldOn(main, day) is { } diagnosis
            ? DiagnosisGroups.Of(diagnosis.Fact.Name, diagnosis.Fact.SnomedCode)
            : DiagnosisGroup.NotRecorded;
    }

    /// <summary>A partial birth date counts where every day of it gives the same group.</summary>
    private static AgeBand AgeOn(PersonRecord person, DateOnly day)
    {
        if (Age.On(person.BirthDate(), PartialDate.Of(day)) is not { } age)
            return AgeBand.NotRecorded;
        var (least, most) = (BandOf(age.AtLeast), BandOf(age.AtMost));
        return least == most ? least : AgeBand.NotRecorded;
    }

    private static AgeBand BandOf(int years) =>
        years switch
        {
            < 18 => AgeBand.Under18,
            < 65 => AgeBand.From18To64,
            < 80 => AgeBand.From65To79,
            _ => AgeBand.From80,
        };

    private static LivingGroup LivingOn(PersonRecord person, DateOnly day) =>
        MeasuredPerson.HeldOn([.. person.All<HouseholdRecorded>()], day)?.Fact.LivesAlone switch
        {
            true => LivingGroup.Alone,
            false => LivingGroup.WithOthers,
            null => LivingGroup.NotRecorded,
        };

    private static LanguageGroup LanguageOn(PersonRecord person, DateOnly day) =>
        MeasuredPerson.HeldOn([.. person.All<LanguageRecorded>()], day)?.Fact.Language switch
        {
            null => LanguageGroup.NotRecorded,
            var language when IsDutch(language) => LanguageGroup.Dutch,
            _ => LanguageGroup.AnotherLanguage,
        };

    private static bool IsDutch(string language) =>
        language.Equals("nl", StringComparison.OrdinalIgnoreCase)
        || language.StartsWith("nl-", StringComparison.OrdinalIgnoreCase);
}
