using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.People;

namespace Mantel.Tests.AdvanceCarePlanning.Deciding;

/// <summary>Tells who is around somebody in a test, where they live and how old they are.</summary>
internal static class Around
{
    public static Tell In(string? country, string? born = "1944-03-14")
    {
        var person = new Tell();
        person.Fact(
            new NameRecorded(new PersonName("Leida Maria", null, "Leida", null, "Vos", null, null, NameUse.Own))
        );
        var address = new Address(AddressKind.Home, "Meiboomlaan", "7", null, "Stad", null, null, country, null);
        person.Fact(new AddressRecorded(address));
        if (born is not null)
            person.Fact(new BirthDateRecorded(Core.Journal.PartialDate.Parse(born)));
        return person;
    }

    public static Guid Close(
        this Tell person,
        string given,
        Relationship? relation,
        params IReadOnlyList<ContactRole> roles
    )
    {
        var id = Guid.NewGuid();
        var name = new PersonName(given, null, null, null, "Vos", null, null, NameUse.Own);
        var phone = new ContactPoint(ContactPointKind.Phone, "0118 55 01 00", null, null);
        person.Fact(new RelatedPersonRecorded(id, name, relation, null, roles, [phone], null, null, null, null));
        return id;
    }

    public static void CannotDecide(this Tell person, string since = "2026-05-10") =>
        person.Fact(new LegalCapacityJudged(false, "Dementie."), since);
}
