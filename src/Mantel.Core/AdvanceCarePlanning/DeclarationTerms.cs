using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Whether a declaration is still valid by the law of its country.</summary>
public enum Validity
{
    Valid,

    /// <summary>Its date does not say: undated, or only a year or month that a change of the law lies in.</summary>
    Unknown,

    /// <summary>Its term is over (vervallen).</summary>
    Expired,
}

/// <summary>A term that a law gives a kind of declaration, with where it comes from.</summary>
/// <param name="DatedBefore">Declarations from this day on have no term.</param>
public sealed record DeclarationTerm(
    AdvanceDirectiveKind Kind,
    DateOnly DatedBefore,
    int Years,
    string Why,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
);

/// <summary>The terms of declarations: <c>data/country/declaration-terms.tsv</c>.</summary>
public static class DeclarationTerms
{
    public static IReadOnlyList<DeclarationTerm> All { get; } =
    [.. ReferenceTable.Read("declaration-terms.tsv").Select(Read)];

    public static Validity ValidityOn(this Recorded<AdvanceDirectiveRecorded> declaration, DateOnly today)
    {
        if (All.FirstOrDefault(term => term.Kind == declaration.Fact.Kind) is not { } term)
            return Validity.Valid;
        if (declaration.Effective is not { } dated)
            return Validity.Unknown;
        if (dated.First >= term.DatedBefore)
            return Validity.Valid;
        if (dated.Last >= term.DatedBefore)
            return Validity.Unknown;
        return dated.Last.AddYears(term.Years) <= today ? Validity.Expired
            : dated.First.AddYears(term.Years) <= today ? Validity.Unknown
            : Validity.Valid;
    }

    /// <summary>
    /// What the law of Belgium asks about a request for euthanasia that is written down there: it holds for who is
    /// irreversibly unconscious, not in dementia, and for adults and emancipated minors.
    /// </summary>
    public static IEnumerable<Problem> Questions(PersonRecord person, IReadOnlyList<NewFact> facts) =>
        from fact in facts
        let declared = fact.Fact as AdvanceDirectiveRecorded
        where declared is not null
        from rule in RulesOf(declared, person)
        select new Problem("", rule, [], IsBrokenRule: true, IsQuestion: true);

    private static IEnumerable<string> RulesOf(AdvanceDirectiveRecorded declared, PersonRecord person)
    {
        if (
            declared.Kind is AdvanceDirectiveKind.EuthanasiaRequestDementia
            && person.CountryOfCare() is CareCountry.Belgium
        )
            yield return "rule.ask-euthanasia-dementia-belgium";
    }

    private static DeclarationTerm Read(IReadOnlyDictionary<string, string> row) =>
        new(
            Enum.Parse<AdvanceDirectiveKind>(row["kind"].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
            DateOnly.ParseExact(row["dated-before"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
            int.Parse(row["years"], NumberStyles.None, CultureInfo.InvariantCulture),
            row["why"],
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );
}
