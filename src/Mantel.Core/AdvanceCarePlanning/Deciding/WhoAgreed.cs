using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>
/// Holds who agreed against age, capacity and representation by the law of the country on that day (safety rule 20).
/// </summary>
public static class WhoAgreed
{
    private static readonly AgreedMatter[] OfThePersonAlone =
    [
        AgreedMatter.WrittenRefusal,
        AgreedMatter.EuthanasiaPosition,
        AgreedMatter.EuthanasiaDeclaration,
        AgreedMatter.OtherPaper,
    ];

    /// <summary>
    /// What does not fit about a fact of the record; nothing for what agrees, refuses or says nothing.
    /// </summary>
    public static IReadOnlyList<PartyDoubt> DoubtsAbout(this PersonRecord person, Entry entry) =>
        WhatWasAgreed.MatterOf(entry.Fact) is { } matter
            ? Hold(person, matter, entry.Effective, entry.Recorded, WhatWasAgreed.TookPartIn(person, entry))
            : [];

    private static IReadOnlyList<PartyDoubt> Hold(
        PersonRecord person,
        AgreedMatter matter,
        PartialDate? on,
        DateTimeOffset recorded,
        TookPart took
    )
    {
        if (on is not { } day)
            return Undated(person, recorded);
        var country = person.CountryOfCare();
        var age = Age.On(person.BirthDate(), day)?.AtLeast;
        var rules = RulesFor(country, matter, age, day);
        if (rules.FirstOrDefault(rule => rule.Who is WhoAgrees.NotOpen) is { } closed)
            return [new PartyDoubt(PartyDoubtKind.NotOpenAtAge, closed.Law.Article, null, [])];
        var capacity = person.CapacityOn(day.Last);
        var isMinor = age < 18;
        var lost = capacity.Judged.Any(judged => judged.Fact.Capable is false);
        if (lost && OfThePersonAlone.Contains(matter))
            return [new PartyDoubt(PartyDoubtKind.OnlyThePersonCan, null, capacity.Since, [])];
        if (
            isMinor
            && rules.Select(rule => OfMinor(person, day, rule, capacity, lost, took)).FirstOrDefault(Fits) is { } one
        )
            return [one];
        if (isMinor)
            return [];
        return (lost ? OfIncapable(person, day, capacity, took) : OfCapable(took)) is { } doubt ? [doubt] : [];

        static bool Fits(PartyDoubt? doubt) => doubt is not null;
    }

    /// <summary>Where the country is not known, both laws are asked.</summary>
    private static List<AgeRule> RulesFor(CareCountry? country, AgreedMatter matter, int? age, PartialDate day) =>
        age is not { } years
            ? []
            :
            [
                .. Enum.GetValues<CareCountry>()
                    .Where(one => country is null || country == one)
                    .Select(one => AgeRule.For(one, matter, years, day.Last))
                    .OfType<AgeRule>(),
            ];

    private static List<PartyDoubt> Undated(PersonRecord person, DateTimeOffset recorded)
    {
        var capacity = person.CapacityOn(BedsideClock.DayOf(recorded));
        return capacity.IsLost ? [new PartyDoubt(PartyDoubtKind.UndatedAndLost, null, capacity.Since, [])] : [];
    }

    private static PartyDoubt? OfMinor(
        PersonRecord person,
        PartialDate day,
        AgeRule rule,
        CapacityOnDay capacity,
        bool lost,
        TookPart took
    )
    {
        var isDiscerning = rule.Who is WhoAgrees.PersonIfDiscerning && capacity.Is is Capacity.Capable;
        var alone = (rule.Who is WhoAgrees.Person || isDiscerning) && !lost;
        PartyDoubt Doubt(PartyDoubtKind kind) => new(kind, rule.Law.Article, lost ? capacity.Since : null, []);
        if (took.Parties is null)
            return alone ? null : Doubt(PartyDoubtKind.PartiesNotRecorded);
        if (alone)
            return took.Person ? null : Doubt(PartyDoubtKind.PersonNotThere);
        if (!took.CloseOnes.Any(party => IsParent(person, day, party)))
            return Doubt(
                rule.Who is WhoAgrees.PersonIfDiscerning && took.Person && !lost
                    ? PartyDoubtKind.DiscernmentNotJudged
                    : PartyDoubtKind.ParentsNotThere
            );
        return rule.Who is WhoAgrees.PersonAndParents && !lost && !took.Person
            ? Doubt(PartyDoubtKind.PersonNotThere)
            : null;
    }

    private static PartyDoubt? OfCapable(TookPart took) =>
        took.Parties is null || took.Person ? null : new PartyDoubt(PartyDoubtKind.PersonNotThere, null, null, []);

    private static PartyDoubt? OfIncapable(PersonRecord person, PartialDate day, CapacityOnDay capacity, TookPart took)
    {
        var cascade = person.Cascade(day.Last);
        var article =
            person.CountryOfCare() is { } country && RepresentationRule.On(country, day.Last) is [var rule, ..]
                ? rule.Law.Article
                : null;
        PartyDoubt Doubt(PartyDoubtKind kind, params IReadOnlyList<string> names) =>
            new(kind, article, capacity.Since, names);
        if (took.Parties is null)
            return Doubt(PartyDoubtKind.PartiesNotRecorded);
        if (took.CloseOnes.Count == 0)
            return Doubt(PartyDoubtKind.NotCapable);
        var best = cascade.Where(one => took.CloseOnes.Any(party => IsThem(party, one))).ToList();
        if (best.Count == 0)
            return Doubt(PartyDoubtKind.NoRightToDecide, [.. took.CloseOnes.Select(party => party.Name)]);
        var first = cascade.Where(one => one.Law!.Rank < best.Min(who => who.Law!.Rank)).ToList();
        return first.Count == 0
            ? null
            : Doubt(
                PartyDoubtKind.AnotherGoesFirst,
                [.. first.Where(one => one.Law!.Rank == first[0].Law!.Rank).Select(one => one.Name)]
            );
    }

    private static bool IsThem(Party party, Representative one) =>
        party.Reference is { } reference && reference == one.CloseOne
        || string.Equals(Chronology.Sameness(party.Name), Chronology.Sameness(one.Name), StringComparison.Ordinal);

    /// <summary>A parent as the circle knows them, or as the source calls them.</summary>
    private static bool IsParent(PersonRecord person, PartialDate day, Party party) =>
        person.Parents(day.Last).Any(one => IsThem(party, one))
        || party.Role is { } role && ParentWords.Any(word => role.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] ParentWords = ["moeder", "vader", "ouder", "voogd", "mother", "father", "parent"];
}
