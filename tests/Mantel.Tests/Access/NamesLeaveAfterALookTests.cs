using System.Net;
using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.People.Pages;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// On every path on which a name can leave, a look is in the log before it does, and it leaves only to who may; else
/// nobody is named, and that somebody came upon the person is in the log as well.
/// </summary>
public sealed class NamesLeaveAfterALookTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private const string Bsn = "999990032";
    private const string Known = "Klaartje";

    /// <summary>Who registers, whether they are of the team, what they type, on what ground they are told.</summary>
    public static TheoryData<Role, bool, string, string?> Registering =>
        new()
        {
            { Role.Nurse, false, "name+birth", null },
            { Role.Nurse, false, "name+number", null },
            { Role.Nurse, false, "birth+number", null },
            { Role.Nurse, true, "name+birth", "CareTeam" },
            { Role.GeneralPractitioner, false, "name+birth", "Found" },
            { Role.GeneralPractitioner, false, "name+number", "Found" },
            { Role.GeneralPractitioner, false, "birth+number", "Found" },
            { Role.GeneralPractitioner, false, "number", null },
            { Role.GeneralPractitioner, false, "surname", null },
            { Role.GeneralPractitioner, false, "name+near", null },
            { Role.GeneralPractitioner, true, "surname", "CareTeam" },
            { Role.Physician, false, "name+birth", "Found" },
            { Role.PalliativeTeam, false, "number", null },
        };

    [Theory]
    [MemberData(nameof(Registering))]
    public async Task SecurityCase02_Registering_names_nobody_without_a_look(
        Role role,
        bool isOfTeam,
        string types,
        string? ground
    )
    {
        var (person, family) = await KnownAsync();
        var who = await house.SomebodyAsync(role);
        if (isOfTeam)
            await house.JoinAsync(person, who);

        var answer = await who.Visitor.SendAsync("/people/new", "/people/new", Typed(types, family));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var text = PeopleHouse.TextOf(await Web.Visitor.ReadAsync(answer));
        text.ShouldContain("Er is iemand die hierop lijkt");
        text.Contains($"{Known} {family} ·", StringComparison.Ordinal).ShouldBe(ground is not null);
        text.Contains("08-07-1939", StringComparison.Ordinal).ShouldBe(ground is not null);
        var look = (await house.Looks.ReadAsync(person, 0, 1, default)).ShouldHaveSingleItem();
        look.Account.ShouldBe(who.Actor.Account);
        look.Basis.ShouldBe(ground ?? LookWords.Denied);
        await house.TellAsync(person, new NumberRecorded(null));
    }

    [Fact]
    public async Task SecurityCase02_Who_looks_for_a_second_record_is_in_the_log_of_whom_they_are_shown()
    {
        var (one, family) = await KnownAsync();
        var other = await house.PersonAsync(null, new NameRecorded(Named(family)), new BirthDateRecorded(Born));
        var gp = await house.SomebodyAsync(Role.GeneralPractitioner);
        await house.JoinAsync(one, gp);

        var row = $"a[href='/people/{one}/join/{other}']";
        (await gp.Visitor.OpenAsync($"/people/{one}/join")).QuerySelector(row).ShouldBeNull();
        (await house.Looks.ReadAsync(other, 0, 1, default)).ShouldBeEmpty();
        await house.JoinAsync(other, gp);
        (await gp.Visitor.OpenAsync($"/people/{one}/join")).QuerySelector(row).ShouldNotBeNull();

        var look = (await house.Looks.ReadAsync(other, 0, 1, default)).ShouldHaveSingleItem();
        (look.Account, look.Page, look.Basis).ShouldBe(
            (gp.Actor.Account, nameof(AccessAction.JoinRecords), "CareTeam")
        );
        await house.TellAsync(one, new NumberRecorded(null));
    }

    private static PartialDate Born { get; } = PartialDate.Parse("1939-07-08");

    private static PersonName Named(string family) => new(Known, null, null, null, family, null, null, NameUse.Own);

    /// <summary>Somebody under a surname that nobody else in this house has.</summary>
    private async Task<(Guid Person, string Family)> KnownAsync()
    {
        var family = "Zonne" + string.Concat(Guid.NewGuid().ToString("N").Where(char.IsAsciiLetter)) + "veld";
        var person = await house.PersonAsync(
            null,
            new NameRecorded(Named(family)),
            new BirthDateRecorded(Born),
            new NumberRecorded(new PersonNumber(NumberKind.Bsn, Bsn))
        );
        return (person, family);
    }

    private static (string, string)[] Typed(string types, string family)
    {
        (string, string)[] number = [("numberKind", "Bsn"), ("number", Bsn)];
        (string, string)[] name = [("family", family), ("callName", Known)];
        (string, string)[] another = [("family", "Heel Anders")];
        return types switch
        {
            "name+birth" => [.. name, .. PeopleHouse.Date("birthDate", 1939, 7, 8)],
            "name+near" => [.. name, .. PeopleHouse.Date("birthDate", 1939, 8, 7)],
            "name+number" => [.. name, .. number],
            "birth+number" => [.. another, .. PeopleHouse.Date("birthDate", 1939, 7, 8), .. number],
            "number" => [.. another, .. number],
            _ => [("family", family)],
        };
    }
}
