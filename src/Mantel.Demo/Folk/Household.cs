using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Folk;

/// <summary>Who is close to somebody, and how they live.</summary>
internal static class Household
{
    private static readonly IReadOnlyList<string> Hours = Text.List(
        "dag en nacht, na zes uur, overdag, altijd, niet onder schooltijd, 's avonds"
    );

    public static IReadOnlyList<DemoCloseOne> Near(InventedPerson somebody)
    {
        var near = new List<DemoCloseOne>();
        if (somebody.IsChild)
            near.AddRange([One(somebody, "mother", 1), One(somebody, "father", 2)]);
        else
            near.AddRange(Kin(somebody).Take(3).Select((kin, i) => One(somebody, kin, i + 1)));
        return near;
    }

    private static IEnumerable<string> Kin(InventedPerson somebody)
    {
        var chance = somebody.Ask("near");
        if (!somebody.LivesAlone && somebody is { LivesInNursingHome: false, Age: >= 25 } && chance.Happens(0.92))
            yield return somebody.IsWoman ? "husband" : "wife";
        if (chance.Happens(0.72))
            yield return chance.Happens(0.6) ? "daughter" : "son";
        if (chance.Happens(0.3))
            yield return "other-child";
        if (chance.Happens(0.24))
            yield return "neighbour";
        if (chance.Happens(0.2))
            yield return chance.Happens(0.5) ? "sister" : "friend";
        yield return "niece";
    }

    private static DemoCloseOne One(InventedPerson somebody, string kin, int order)
    {
        var chance = somebody.Ask($"near/{kin}");
        var (relationship, what, isWoman, yearsYounger, isFamily) = Of(kin, chance, somebody.Network.IsBelgian);
        var given = chance.One(somebody.Stock.Given(isWoman, somebody.Born.Year + yearsYounger));
        var surname = isFamily
            ? new Surname(somebody.Name.Prefix, somebody.Name.Family)
            : chance.One(somebody.Stock.Surnames);
        var phone = somebody.Network.IsBelgian
            ? $"0400 55 {chance.Between(30, 99)} {chance.Between(10, 99)}"
            : $"06 0055 {chance.Between(3000, 9999)}";
        return new DemoCloseOne(
            $"{somebody.Key}/{kin}",
            Called.Known(given.Call, surname.Family, surname.Prefix),
            relationship,
            what,
            phone,
            order,
            chance.Happens(0.4) ? chance.One(Hours) : null,
            Roles: Roles(somebody, relationship, order, chance)
        );
    }

    private static (Relationship, string What, bool IsWoman, int YearsYounger, bool IsFamily) Of(
        string kin,
        SeededChance chance,
        bool isBelgian
    ) =>
        kin switch
        {
            "husband" => (Relationship.Husband, isBelgian ? "man" : "echtgenoot", false, 0, false),
            "wife" => (Relationship.Wife, isBelgian ? "vrouw" : "echtgenote", true, 0, false),
            "daughter" => (Relationship.Daughter, "dochter", true, 29, true),
            "son" => (Relationship.Son, "zoon", false, 29, true),
            "mother" => (Relationship.Mother, isBelgian ? "mama" : "moeder", true, -31, false),
            "father" => (Relationship.Father, isBelgian ? "papa" : "vader", false, -33, true),
            "sister" => (Relationship.Sister, isBelgian ? "zuster" : "zus", true, 2, true),
            "friend" => (Relationship.Friend, "vriendin", true, 1, false),
            "neighbour" => (Relationship.Neighbour, isBelgian ? "gebuur" : "buurvrouw", true, 15, false),
            "niece" => (Relationship.Niece, "nicht", true, 27, false),
            _ => chance.Happens(0.5)
                ? (Relationship.Son, "zoon", false, 32, true)
                : (Relationship.Daughter, "dochter", true, 32, true),
        };

    private static IReadOnlyList<ContactRole> Roles(
        InventedPerson somebody,
        Relationship who,
        int order,
        SeededChance chance
    )
    {
        var roles = new List<ContactRole>();
        if (order == 1)
            roles.Add(ContactRole.FirstContact);
        if (somebody.IsChild || (order == 1 && somebody.Disease.Kind is Courses.CourseKind.Dementia))
            roles.Add(ContactRole.LegalRepresentative);
        var livesWith = who is Relationship.Husband or Relationship.Wife or Relationship.Mother or Relationship.Father;
        if (livesWith || (order == 1 && chance.Happens(0.6)))
            roles.Add(ContactRole.InformalCarer);
        return roles.Count == 0 ? [ContactRole.Contact] : roles;
    }

    /// <summary>How they live, in a line.</summary>
    public static string Lives(InventedPerson somebody) =>
        somebody switch
        {
            { IsChild: true } => somebody.Ask("lives").One(WithParents),
            { LivesInNursingHome: true } => somebody.Ask("lives").One(InAHome),
            { LivesAlone: true } => somebody.Ask("lives").One(Alone),
            _ when Near(somebody)[0].Relationship is Relationship.Husband or Relationship.Wife => somebody
                .Ask("lives")
                .One(Together)
                .Replace("{0}", Near(somebody)[0].Name.Familiar(), StringComparison.Ordinal),
            _ => somebody.Ask("lives").One(WithOthers),
        };

    private static readonly IReadOnlyList<string> Alone = Text.Lines(
        """
        Alleen, in een rijtjeshuis met een trap die lang is geworden.
        Alleen, op een flat met uitzicht op de markt.
        Alleen, sinds drie jaar. De radio staat aan voor de stem.
        Alleen, met een kat die binnen blijft.
        Alleen, in het huis van de ouders. De bovenverdieping is dicht.
        Alleen, in een benedenwoning. De overbuurvrouw ziet of de gordijnen opengaan.
        """
    );

    private static readonly IReadOnlyList<string> Together = Text.Lines(
        """
        Samen met {0}. Het bed staat in de voorkamer.
        Met {0}, die zelf ook niet meer ver loopt.
        Met {0}. Ze slapen sinds het bed boven niet meer gaat op dezelfde verdieping als de keuken.
        Samen met {0}, in een huis waar alles op zijn plaats ligt.
        Met {0}, en op zondag met iedereen.
        """
    );

    private static readonly IReadOnlyList<string> InAHome = Text.Lines(
        """
        In het woonzorgcentrum, een kamer aan de tuin.
        In het woonzorgcentrum, sinds het thuis niet meer ging.
        In het woonzorgcentrum. Eet liever op de kamer.
        """
    );

    private static readonly IReadOnlyList<string> WithOthers = Text.Lines(
        """
        Bij een dochter in, in de kamer naast de keuken.
        Met een zoon die overdag werkt.
        Met drie generaties in één huis; er is altijd iemand.
        """
    );

    private static readonly IReadOnlyList<string> WithParents = Text.Lines(
        """
        Thuis, met een zusje dat alles nadoet.
        Thuis. De babyfoon staat nog aan, nu om iets anders.
        Bij vader en moeder om de week; de spullen verhuizen mee.
        """
    );
}
