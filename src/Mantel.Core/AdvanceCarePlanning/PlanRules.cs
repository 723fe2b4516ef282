using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>What every act on the plan has in common: who it is about, when it was said, between whom.</summary>
internal static class PlanRules
{
    private static readonly string[] WordsThatAreNoCondition =
    [
        "onbekend",
        "niet besproken",
        "nee, nog geen besluit genomen",
        "wel",
        "niet",
        "ja",
        "nee",
        "unknown",
        "not discussed",
        "yes",
        "no",
    ];

    /// <summary>A plan is made with somebody who lives.</summary>
    public static void Living(this Findings found, PersonRecord person)
    {
        if (person.IsDeceased())
            found.Break("", "rule.person-deceased");
    }

    /// <summary>The day of a talk or decision: given, possible, come, and not before the person was born.</summary>
    public static void Day(this Findings found, string field, PartialDate? date, PersonRecord person, Moment now)
    {
        if (date is not { } day)
        {
            found.Add(field, "rule.missing");
            return;
        }
        found.NotInFuture(field, day, now);
    }

    /// <summary>A choice that somebody has to make; it is never made for them.</summary>
    public static void Chosen<TWord>(this Findings found, string field, TWord? word)
        where TWord : struct, Enum
    {
        if (word is not { } chosen || !Enum.IsDefined(chosen))
            found.Add(field, "rule.plan-choose");
    }

    /// <summary>Which treatment: another one needs a name, or the plain statement that the source names none.</summary>
    public static Treatment Treatment(
        this Findings found,
        TreatmentKind? kind,
        string? name,
        bool notNamed,
        string prefix = ""
    )
    {
        found.Chosen(prefix + "treatment", kind);
        var clean = found.Line(prefix + "name", name);
        if (kind is not TreatmentKind.Other)
        {
            if (clean is not null)
                found.Add(prefix + "name", "rule.plan-name-only-with-other");
            return new Treatment(kind ?? TreatmentKind.Other);
        }
        if (clean is null && !notNamed)
            found.Add(prefix + "name", "rule.plan-name-treatment");
        if (clean is not null && notNamed)
            found.Add(prefix + "name", "rule.plan-named-or-not");
        return new Treatment(TreatmentKind.Other, clean);
    }

    /// <summary>
    /// The condition of *anders*: there with it, absent without it, and no other of the six words in disguise.
    /// </summary>
    public static string? Condition(this Findings found, Decision? decision, string? otherwise, string prefix = "")
    {
        var field = prefix + "otherwise";
        var words = found.Words(field, otherwise);
        if (decision is Decision.Otherwise && string.IsNullOrWhiteSpace(otherwise))
            found.Add(field, "rule.plan-say-otherwise");
        if (decision is not null and not Decision.Otherwise && words is not null)
            found.Add(field, "rule.plan-otherwise-without-anders");
        if (decision is Decision.Otherwise && words is not null && IsNoCondition(words))
            found.Add(field, "rule.plan-otherwise-is-a-word");
        return words;
    }

    /// <summary>Who took part, each with a name, nobody twice.</summary>
    public static IReadOnlyList<Party> Parties(this Findings found, string field, IReadOnlyList<Party> parties)
    {
        var clean = new List<Party>(parties.Count);
        for (var i = 0; i < parties.Count; i++)
        {
            var at = $"{field}.{i}";
            var name = found.NeededLine($"{at}.name", parties[i].Name);
            clean.Add(parties[i] with { Name = name, Role = found.Line($"{at}.role", parties[i].Role) });
        }
        if (clean.DistinctBy(Identity).Count() < clean.Count)
            found.Add(field, "rule.plan-party-twice");
        return clean;
    }

    /// <summary>What a text names, treatment by treatment, no treatment twice.</summary>
    public static IReadOnlyList<DirectiveClause> Clauses(
        this Findings found,
        string field,
        IReadOnlyList<DirectiveClause> clauses
    )
    {
        var clean = new List<DirectiveClause>(clauses.Count);
        for (var i = 0; i < clauses.Count; i++)
        {
            var (treatment, decision, otherwise) = clauses[i];
            var prefix = $"{field}.{treatment.Kind}.";
            found.Chosen<Decision>(prefix + "decision", decision);
            var notNamed = treatment is { Kind: TreatmentKind.Other } && string.IsNullOrWhiteSpace(treatment.Name);
            clean.Add(
                new DirectiveClause(
                    found.Treatment(treatment.Kind, treatment.Name, notNamed, prefix),
                    decision,
                    found.Condition(decision, otherwise, prefix)
                )
            );
        }
        if (clean.Where(IsNamed).GroupBy(clause => Sameness(clause.Treatment)).Any(group => group.Count() > 1))
            found.Add(field, "rule.plan-treatment-twice");
        return clean;
    }

    /// <summary>The standing entry of this kind, or a finding at its field.</summary>
    public static Recorded<TFact>? Standing<TFact>(this Findings found, PersonRecord person, string field, Guid entry)
        where TFact : Fact
    {
        if (person.Find(entry) is { Fact: TFact fact } known && person.Stands(entry))
            return new Recorded<TFact>(known, fact);
        found.Break(field, "rule.plan-no-longer-there");
        return null;
    }

    /// <summary>An end does not lie before its beginning.</summary>
    public static void NotBefore(this Findings found, string field, PartialDate? end, PartialDate? beginning)
    {
        if (end is { } last && beginning is { } first && last.IsBefore(first))
            found.Add(field, "rule.plan-end-before-beginning");
    }

    /// <summary>Treatments told apart as the record tells them apart: by kind, another one by its name.</summary>
    public static (TreatmentKind, string?) Sameness(Treatment treatment) =>
        (treatment.Kind, treatment.Name?.Trim().ToUpperInvariant());

    private static bool IsNamed(DirectiveClause clause) =>
        clause.Treatment is not { Kind: TreatmentKind.Other, Name: null };

    private static (PartyKind, string) Identity(Party party) =>
        (party.Kind, party.Reference?.ToString() ?? party.Name.ToUpperInvariant());

    private static bool IsNoCondition(string words) =>
        WordsThatAreNoCondition.Contains(words.Trim().TrimEnd('.'), StringComparer.OrdinalIgnoreCase);
}
