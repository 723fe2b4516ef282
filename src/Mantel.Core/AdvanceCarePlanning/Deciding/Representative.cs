using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>Somebody who decides for the person when they cannot (vertegenwoordiger), and with what right.</summary>
/// <param name="CloseOne">Who it is in the circle; null: only a paper names them.</param>
/// <param name="Role">The office that gives the right; null: they are family, or a paper names them.</param>
/// <param name="NamedOn">The day of the paper that names them, where that gives the right.</param>
/// <param name="IsNamedOnPaper">A paper of the person names them.</param>
/// <param name="Law">Null for parents of a child: the rule of its age says so.</param>
/// <param name="Number">Null: no number is recorded.</param>
public sealed record Representative(
    Guid? CloseOne,
    string Name,
    Relationship? Relationship,
    ContactRole? Role,
    bool IsNamedOnPaper,
    PartialDate? NamedOn,
    RepresentationRule? Law,
    string? Number
)
{
    internal static Representative Of(CloseOne close, ContactRole? role, RepresentationRule? law) =>
        new(
            close.Id,
            close.Fact.Name.Full(),
            close.Fact.Relationship,
            role,
            IsNamedOnPaper: false,
            NamedOn: null,
            law,
            close.Fact.ContactPoints.FirstOrDefault(point => point.Kind is not ContactPointKind.Email)?.Value
        );
}

/// <summary>Finds who decides for somebody who cannot.</summary>
public static class Representation
{
    private static readonly AdvanceDirectiveKind[] PapersThatName =
    [
        AdvanceDirectiveKind.Proxy,
        AdvanceDirectiveKind.BelgianRepresentative,
    ];

    private static readonly Relationship[] ParentWords = [Relationship.Father, Relationship.Mother];

    /// <summary>Everybody whom the law of the country gives a place, the first rank first.</summary>
    public static IReadOnlyList<Representative> Cascade(this PersonRecord person, DateOnly day)
    {
        var rules = RepresentationRule.On(person.CountryOfCare(), day);
        return
        [
            .. person
                .CircleOn(day)
                .Select(close => Place(close, rules))
                .OfType<Representative>()
                .Concat(OnPaper(person, rules, day))
                .GroupBy(one => (object?)one.CloseOne ?? Chronology.Sameness(one.Name))
                .Select(group => group.MinBy(one => one.Law!.Rank)!)
                .OrderBy(one => one.Law!.Rank),
        ];
    }

    /// <summary>Those of the first rank that somebody has: who decides by law for an adult who cannot.</summary>
    public static IReadOnlyList<Representative> FirstInLine(this PersonRecord person, DateOnly day) =>
        person.Cascade(day) is [var first, ..] all ? [.. all.Where(one => one.Law!.Rank == first.Law!.Rank)] : [];

    /// <summary>
    /// Who has authority over a child: father, mother, or who was recorded as its legal representative.
    /// </summary>
    public static IReadOnlyList<Representative> Parents(this PersonRecord person, DateOnly day) =>
        [
            .. person
                .CircleOn(day)
                .Where(close => IsParent(close.Fact))
                .Select(close => Representative.Of(close, null, null)),
        ];

    internal static bool IsParent(RelatedPersonRecorded close) =>
        close.Roles.Contains(ContactRole.LegalRepresentative)
        || close.Relationship is { } relation && ParentWords.Contains(relation);

    private static Representative? Place(CloseOne close, IReadOnlyList<RepresentationRule> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var role in rule.Roles.Where(close.Fact.Roles.Contains))
                return Representative.Of(close, role, rule);
            if (close.Fact.Relationship is { } relation && rule.Relations.Contains(relation))
                return Representative.Of(close, null, rule);
        }
        return null;
    }

    /// <summary>Whom a standing paper of the person names as their representative.</summary>
    private static IEnumerable<Representative> OnPaper(
        PersonRecord person,
        IReadOnlyList<RepresentationRule> rules,
        DateOnly day
    )
    {
        var rule = rules.FirstOrDefault(one => one.Roles.Contains(ContactRole.WrittenProxy));
        foreach (var paper in person.StandingDeclarations(day).Where(IsOf))
        {
            var named = paper.Fact.Representative!;
            if (rule is null)
                continue;
            var known = person.CircleOn(day).FirstOrDefault(close => IsThem(close, named));
            yield return new Representative(
                known?.Id,
                known?.Fact.Name.Full() ?? named.Name,
                known?.Fact.Relationship,
                Role: null,
                IsNamedOnPaper: true,
                paper.Effective,
                rule,
                known is null ? null : Representative.Of(known, null, rule).Number
            );
        }

        bool IsOf(Recorded<AdvanceDirectiveRecorded> paper) =>
            PapersThatName.Contains(paper.Fact.Kind)
            && paper.Fact.Representative is not null
            && !(paper.Effective is { } dated && dated.First > day);
    }

    private static bool IsThem(CloseOne close, Party named) =>
        named.Reference == close.Id
        || string.Equals(
            Chronology.Sameness(close.Fact.Name.Full()),
            Chronology.Sameness(named.Name),
            StringComparison.Ordinal
        );
}
