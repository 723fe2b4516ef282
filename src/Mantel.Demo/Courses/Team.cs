using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Demo.Folk;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Courses;

/// <summary>Who of the network cares for somebody.</summary>
internal sealed record Team(
    Professional Doctor,
    Professional Nurse,
    Professional? Specialist,
    Professional Palliative,
    Professional Volunteer,
    Professional? Chaplain,
    Workplace Hospital,
    Workplace? Hospice,
    Workplace NursingHome
)
{
    public static Team Of(InventedPerson somebody)
    {
        var (network, ask) = (somebody.Network, somebody.Ask("team"));
        var home = ask.One([.. network.Workplaces.Where(one => one.Kind is OrganisationKind.NursingHome)]);
        var gp = Near(somebody, network.At(OrganisationKind.GeneralPractice), ask);
        var nurse = ask.One(network.At(OrganisationKind.HomeCare));
        var specialists = network.Of(Discipline.MedicalSpecialist).Concat(network.Of(Discipline.Paediatrician));
        return new Team(
            AtHome(somebody, home, Discipline.ElderlyCarePhysician) ?? gp,
            AtHome(somebody, home, Discipline.Nurse) ?? nurse,
            specialists.FirstOrDefault(who => who.Title == somebody.Disease.Specialist),
            ask.One(network.Of(Discipline.PalliativeConsultant)),
            ask.One(network.Of(Discipline.Volunteer)),
            network.Of(Discipline.Chaplain) is [var chaplain, ..] ? chaplain : null,
            network.Workplaces.First(one => one.Kind is OrganisationKind.Hospital),
            network.Workplaces.FirstOrDefault(one => one.Kind is OrganisationKind.Hospice),
            home
        );
    }

    /// <summary>Where somebody lives: in the nursing home of the team, or in a street of their town.</summary>
    public Address AddressOf(InventedPerson somebody) =>
        somebody.LivesInNursingHome ? RoomIn(NursingHome, somebody) : somebody.Town.Home(somebody.Ask("address"));

    /// <summary>A room in that house, in its town.</summary>
    public static Address RoomIn(Workplace house, InventedPerson somebody)
    {
        var town =
            somebody.Network.Towns.FirstOrDefault(one => one.Municipality == house.Municipality) ?? somebody.Town;
        var room = somebody.Ask("room").Between(1, 90);
        return town.At(house.Name[(house.Name.LastIndexOf(' ') + 1)..] + "hof", "1", $"{house.Name}, kamer {room}.");
    }

    /// <summary>In the Netherlands the home's own physician takes over; in Flanders the own doctor stays.</summary>
    private static Professional? AtHome(InventedPerson somebody, Workplace home, Discipline discipline) =>
        somebody.LivesInNursingHome
            ? somebody.Network.Staff.FirstOrDefault(who => who.At == home && who.Discipline == discipline)
            : null;

    /// <summary>A practice in the person's own municipality, where there is one.</summary>
    private static Professional Near(InventedPerson somebody, IReadOnlyList<Professional> all, SeededChance ask)
    {
        var near = all.Where(who => who.At.Municipality == somebody.Town.Municipality).ToList();
        return ask.One(near.Count == 0 ? all : near);
    }
}
