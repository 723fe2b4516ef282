using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>What is agreed, refused or said, as the law tells it apart by age.</summary>
public enum AgreedMatter
{
    /// <summary>What is agreed about treatment, and its goal.</summary>
    Treatment,

    /// <summary>A refusal on paper, for when the person cannot say it any more.</summary>
    WrittenRefusal,

    /// <summary>How the person thinks about euthanasia.</summary>
    EuthanasiaPosition,

    /// <summary>A request for euthanasia on paper.</summary>
    EuthanasiaDeclaration,

    /// <summary>Another paper of the person's own: only whether they could decide is asked.</summary>
    OtherPaper,
}

/// <summary>Who agrees at an age.</summary>
public enum WhoAgrees
{
    /// <summary>Who has parental authority; the child hears and takes part.</summary>
    Parents,

    PersonAndParents,
    Person,

    /// <summary>The parents with the person; the person alone who was judged to be able to weigh it.</summary>
    PersonIfDiscerning,

    /// <summary>The law gives nobody of this age this kind of declaration.</summary>
    NotOpen,
}

/// <summary>Who agrees about a matter at an age, by the law of a country: a row of <c>data/law/ages.tsv</c>.</summary>
/// <param name="BelowAge">The first age to which it no longer applies; null: no end.</param>
public sealed record AgeRule(LawRow Law, AgreedMatter Matter, int FromAge, int? BelowAge, WhoAgrees Who)
{
    /// <summary>The whole table.</summary>
    public static IReadOnlyList<AgeRule> Table { get; } = [.. ReferenceTable.Read("law/ages.tsv").Select(Read)];

    /// <summary>The rule for an age on a day; null when the law of that day has none.</summary>
    public static AgeRule? For(CareCountry country, AgreedMatter matter, int age, DateOnly day) =>
        Table.LastOrDefault(rule =>
            rule.Law.Country == country
            && rule.Matter == matter
            && rule.FromAge <= age
            && !(rule.BelowAge <= age)
            && rule.Law.Since <= day
        );

    private static AgeRule Read(IReadOnlyDictionary<string, string> row) =>
        new(
            LawRow.Read(row),
            Enum.Parse<AgreedMatter>(row["matter"]),
            int.Parse(row["fromAge"], CultureInfo.InvariantCulture),
            row["belowAge"].Length == 0 ? null : int.Parse(row["belowAge"], CultureInfo.InvariantCulture),
            Enum.Parse<WhoAgrees>(row["who"])
        );
}
