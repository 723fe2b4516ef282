using Mantel.Core.CareTeam;
using Mantel.Demo.Folk;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Networks;

/// <summary>
/// The invented organisations of a network, and who works there: so many of each discipline to a house.
/// </summary>
internal static class Houses
{
    /// <summary>
    /// Houses as <c>GeneralPractice, Huisartsenpraktijk De Wulp, Terneuzen</c>, one on a line, with telephone numbers
    /// of an area that begin as no number there does.
    /// </summary>
    public static IReadOnlyList<Workplace> Read(
        string network,
        string country,
        string area,
        bool night,
        string houses
    ) =>
        [
            .. Text.Lines(houses)
                .Select(line => Text.List(line))
                .Select(
                    (part, i) => Of($"{network}-{i + 1}", country, $"{area} {i + 1:00}", night, Kind(part[0]), part)
                ),
        ];

    /// <summary>Who works in these houses, their names by chance and for ever the same.</summary>
    public static IReadOnlyList<Professional> Staff(string network, NameStock stock, IReadOnlyList<Workplace> houses)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. houses.SelectMany(house =>
                Posts(house).Select((post, i) => Fill(network, stock, house, post, i, taken))
            ),
        ];
    }

    private static OrganisationKind Kind(string name) => Enum.Parse<OrganisationKind>(name);

    private static Workplace Of(
        string key,
        string country,
        string phone,
        bool night,
        OrganisationKind kind,
        IReadOnlyList<string> part
    )
    {
        var comesAtNight = kind is not OrganisationKind.HomeCare || night;
        return new Workplace(
            key,
            part[1],
            kind,
            part[2],
            country,
            $"{phone} 01",
            IsOpenAtNight(kind) && comesAtNight ? $"{phone} 09" : null,
            comesAtNight ? null : "Van zeven tot elf. 's Nachts komt er niemand; bel dan de huisartsenpost."
        );
    }

    private static bool IsOpenAtNight(OrganisationKind kind) =>
        kind
            is OrganisationKind.OutOfHoursPractice
                or OrganisationKind.HomeCare
                or OrganisationKind.Hospital
                or OrganisationKind.NursingHome
                or OrganisationKind.Hospice
                or OrganisationKind.PalliativeHomeTeam;

    private static Professional Fill(
        string network,
        NameStock stock,
        Workplace house,
        StaffPost post,
        int nth,
        HashSet<string> taken
    )
    {
        var chance = new SeededChance($"staff/{house.Key}/{nth}");
        while (true)
        {
            var (given, surname) = (chance.One(stock.Given(chance.Happens(0.6), 1975)), chance.One(stock.Surnames));
            var family = surname.Prefix is null ? surname.Family : $"{surname.Prefix} {surname.Family}";
            if (!taken.Add(family))
                continue;
            var name = post.IsDoctor
                ? $"dr. {(house.Country == "BE" ? given.Call : given.Given[..1] + ".")} {family}"
                : $"{given.Call} {family}";
            return new Professional($"{network}/{family}", name, post.Role, post.Discipline, post.Title, house);
        }
    }

    private static IEnumerable<StaffPost> Posts(Workplace house)
    {
        var isBelgian = house.Country == "BE";
        return house.Kind switch
        {
            OrganisationKind.GeneralPractice => [StaffPost.Gp, StaffPost.Gp],
            OrganisationKind.HomeCare => Enumerable.Repeat(
                isBelgian ? StaffPost.HomeNurse : StaffPost.DistrictNurse,
                4
            ),
            OrganisationKind.Hospital => StaffPost.Specialists(isBelgian),
            OrganisationKind.NursingHome =>
            [
                isBelgian ? StaffPost.HomePhysician : StaffPost.ElderlyCare,
                StaffPost.HeadNurse,
            ],
            OrganisationKind.Hospice => [StaffPost.HospiceNurse],
            OrganisationKind.PalliativeHomeTeam => [StaffPost.Palliative, StaffPost.Palliative],
            OrganisationKind.Volunteers => [StaffPost.Volunteer, StaffPost.Volunteer, StaffPost.Volunteer],
            OrganisationKind.SpiritualCare => [StaffPost.Chaplain],
            OrganisationKind.SocialWork => [StaffPost.SocialWorker],
            _ => [],
        };
    }
}
