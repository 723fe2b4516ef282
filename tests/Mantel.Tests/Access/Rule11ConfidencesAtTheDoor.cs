using System.Net;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// Whoever represents the person reads no confidence of another close one, by no page that is theirs.
/// </summary>
[Trait("Safety", "11")]
public sealed class Rule11ConfidencesAtTheDoor(AccessHouse house) : IClassFixture<AccessHouse>
{
    private static readonly Guid Marijke = Guid.NewGuid();
    private static readonly Guid Kees = Guid.NewGuid();

    [Fact]
    public async Task Who_represents_links_no_account_to_another_close_one()
    {
        var (person, marijke) = await RepresentedAsync();
        await house.TellAsync(person, new KeepingUpTold(Kees, KeepingUp.NoLonger, "Zij drinkt.", "Haar dochter."));
        var form = $"/people/{person}/circle/{Kees}";
        (await marijke.Visitor.OpenAsync(form)).QuerySelector("[name=account]").ShouldBeNull();

        var sent = await marijke.Visitor.SendAsync(
            form,
            form,
            ("family", "Vos"),
            ("account", $"{marijke.Actor.Account}")
        );

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).CloseOne(Kees)!.Fact.Account.ShouldBeNull();
        (await marijke.GetAsync($"/people/{person}/timeline")).Body.ShouldNotContain("Zij drinkt.");
    }

    [Fact]
    public async Task A_carer_links_an_account()
    {
        var (person, marijke) = await RepresentedAsync();
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        var form = $"/people/{person}/circle/{Kees}";

        var sent = await nurse.Visitor.SendAsync(
            form,
            form,
            ("family", "Vos"),
            ("account", $"{marijke.Actor.Account}")
        );

        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).CloseOne(Kees)!.Fact.Account.ShouldBe(marijke.Actor.Account);
    }

    [Fact]
    public async Task The_page_of_looks_does_not_tell_the_persons_side_who_gave_a_signal()
    {
        var (person, marijke) = await RepresentedAsync();
        var volunteer = await house.SomebodyAsync(Role.Volunteer);
        await house.JoinAsync(person, volunteer, CareRelation.Shared);
        var gp = await house.SomebodyAsync(Role.GeneralPractitioner);
        await house.JoinAsync(person, gp);
        string[] telling = ["iets doorgeven", "doorgegeven", "met een naaste gaat", "met henzelf gaat"];

        await volunteer.Visitor.OpenAsync($"/people/{person}");
        await volunteer.Visitor.OpenAsync($"/people/{person}/signals/give");
        await gp.Visitor.OpenAsync($"/people/{person}/signals");
        await gp.Visitor.OpenAsync($"/people/{person}/circle/{Kees}/keeping-up");
        await marijke.Visitor.OpenAsync($"/people/{person}/keeping-up");

        var theirs = await LooksAsync(marijke, person);
        theirs.Count.ShouldBe(6);
        theirs.ShouldNotContain(row => telling.Any(row.Contains));
        var ofVolunteer = theirs.Where(row => row.Contains(volunteer.Actor.Author.Name)).ToList();
        ofVolunteer.ShouldAllBe(
            row => row.Contains("de pagina van uw naaste"),
            "nothing tells one look from the other"
        );
        ofVolunteer.Count.ShouldBe(2);
        var professionals = string.Join('\n', await LooksAsync(gp, person));
        telling.ShouldAllBe(word => professionals.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_form_tells_that_something_was_said_that_its_reader_does_not_see()
    {
        var (person, marijke) = await RepresentedAsync();
        var before = await SeenAsync();
        await house.TellAsync(person, new KeepingUpTold(Kees, KeepingUp.NoLonger, "Zij drinkt.", "Haar dochter."));

        (await SeenAsync()).ShouldBe(before);
        await house.TellAsync(person, new WhatMattersTold("De tuin."));
        (await SeenAsync()).ShouldNotBe(before);

        async Task<string?> SeenAsync() =>
            (await marijke.Visitor.OpenAsync($"/people/{person}/consent"))
                .QuerySelector("input[name=seen]")!
                .GetAttribute("value");
    }

    private async Task<(Guid Person, Somebody Marijke)> RepresentedAsync()
    {
        var person = await house.PersonAsync(consent: null);
        var marijke = await house.SomebodyAsync(Role.CloseOne, person);
        await house.TellAsync(
            person,
            Close(Marijke, "Marijke", marijke.Actor.Account, ContactRole.WrittenProxy),
            Close(Kees, "Kees", account: null)
        );
        return (person, marijke);
    }

    private static RelatedPersonRecorded Close(Guid id, string name, Guid? account, params ContactRole[] roles) =>
        new(
            id,
            new PersonName(null, null, name, null, "Vos", null, null, NameUse.Own),
            Relationship.Daughter,
            null,
            roles,
            [],
            null,
            null,
            null,
            account
        );

    private static async Task<List<string>> LooksAsync(Somebody who, Guid person) =>
        [
            .. (await who.Visitor.OpenAsync($"/people/{person}/log"))
                .QuerySelectorAll(".visit tbody tr")
                .Select(row => $"{row.Closest(".visit")!.QuerySelector(".visit__who")!.TextContent} {row.TextContent}"),
        ];
}
