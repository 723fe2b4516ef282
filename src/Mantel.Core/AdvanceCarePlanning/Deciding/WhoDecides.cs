using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>Who decides about treatment.</summary>
public enum Decider
{
    /// <summary>The person: judged so, or nobody judged otherwise of an adult.</summary>
    Person,

    PersonAndParents,
    Parents,

    /// <summary>
    /// Of a minor in Belgium of whom nobody judged whether they can weigh it, or of one whose country is not known.
    /// </summary>
    ParentsUnlessDiscerning,

    /// <summary>Whether the person can decide is in doubt.</summary>
    InDoubt,

    /// <summary>Who goes first by the law of the country.</summary>
    Representative,

    /// <summary>
    /// The person cannot decide, and nobody is known who may: who treats them looks after their interest.
    /// </summary>
    NobodyKnown,
}

/// <summary>
/// Who decides about treatment on a day (wie beslist), with what right, and who only speaks (safety rule 17).
/// </summary>
/// <param name="Country">Null: not known whose law holds.</param>
/// <param name="AtAge">
/// The rule for the age of a minor; null for an adult, or where age or country is not known.
/// </param>
/// <param name="ByLaw">
/// Who decides in the person's place now, or would when the person cannot; parents for a minor.
/// </param>
/// <param name="Named">Whom the person named to speak, or who stands by them: they decide nothing by that.</param>
public sealed record WhoDecides(
    CareCountry? Country,
    Decider Decider,
    CapacityOnDay Capacity,
    AgeRule? AtAge,
    IReadOnlyList<Representative> ByLaw,
    IReadOnlyList<Representative> Named
)
{
    /// <summary>Somebody else decides now, alone or with the person.</summary>
    public bool OthersDecide =>
        Decider
            is Decider.Representative
                or Decider.Parents
                or Decider.PersonAndParents
                or Decider.ParentsUnlessDiscerning;

    /// <summary>
    /// Since when another decides; else the day of the newest judgement that the person can, or that it is in doubt.
    /// Null: not judged, or not known when.
    /// </summary>
    public PartialDate? Day =>
        Decider is not Decider.Representative && Capacity.Judged is [var newest] ? newest.Effective : Capacity.Since;

    /// <summary>
    /// The article of the law that says who decides; null: the person, or not known, as where the country is not.
    /// </summary>
    public string? Article =>
        AtAge?.Law.Article ?? (Country is not null && ByLaw is [{ Law: { } rule }, ..] ? rule.Law.Article : null);
}

/// <summary>Finds who decides on a day.</summary>
public static class Deciders
{
    public static WhoDecides WhoDecides(this PersonRecord person, DateOnly day)
    {
        var (country, capacity) = (person.CountryOfCare(), person.CapacityOn(day));
        var atAge = RuleOfMinor(person, country, day);
        var isMinor = IsMinor(person, day);
        IReadOnlyList<Representative> byLaw = isMinor ? person.Parents(day) : person.FirstInLine(day);
        var decider =
            atAge is not null ? OfMinor(atAge, capacity)
            : isMinor ? Decider.ParentsUnlessDiscerning
            : OfAdult(capacity, byLaw);
        return new WhoDecides(country, decider, capacity, atAge, byLaw, NamedBy(person, byLaw));
    }

    /// <summary>Below eighteen on that day; false where the birth date is not known.</summary>
    internal static bool IsMinor(PersonRecord person, DateOnly day) => AgeOn(person, day) < Majority;

    /// <summary>In both countries.</summary>
    private const int Majority = 18;

    private static int? AgeOn(PersonRecord person, DateOnly day) =>
        Age.On(person.BirthDate(), Journal.PartialDate.Of(day))?.AtLeast;

    private static AgeRule? RuleOfMinor(PersonRecord person, CareCountry? country, DateOnly day) =>
        country is { } known && AgeOn(person, day) is { } age && age < Majority
            ? AgeRule.For(known, AgreedMatter.Treatment, age, day)
            : null;

    private static Decider OfAdult(CapacityOnDay capacity, IReadOnlyList<Representative> byLaw) =>
        capacity.Is switch
        {
            Capacity.NotCapable => byLaw.Count > 0 ? Decider.Representative : Decider.NobodyKnown,
            Capacity.InDoubt => Decider.InDoubt,
            _ => Decider.Person,
        };

    private static Decider OfMinor(AgeRule rule, CapacityOnDay capacity) =>
        (rule.Who, capacity.Is) switch
        {
            (WhoAgrees.Parents, _) or (_, Capacity.NotCapable) => Decider.Parents,
            (WhoAgrees.PersonAndParents, _) => Decider.PersonAndParents,
            (WhoAgrees.PersonIfDiscerning, Capacity.Capable) => Decider.Person,
            (WhoAgrees.PersonIfDiscerning, _) => Decider.ParentsUnlessDiscerning,
            (_, Capacity.InDoubt) => Decider.InDoubt,
            _ => Decider.Person,
        };

    private static IReadOnlyList<Representative> NamedBy(PersonRecord person, IReadOnlyList<Representative> byLaw) =>
        [
            .. person
                .Circle()
                .Where(close => byLaw.All(one => one.CloseOne != close.Id))
                .SelectMany(close =>
                    close
                        .Fact.Roles.Where(role => role is ContactRole.NamedToSpeak or ContactRole.TrustedPerson)
                        .Select(role => Representative.Of(close, role, null))
                ),
        ];
}
