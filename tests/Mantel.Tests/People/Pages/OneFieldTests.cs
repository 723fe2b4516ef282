using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Tests.Web;
using Shouldly;
using static Mantel.Tests.People.Pages.FindingTests;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.People.Pages;

/// <summary>Name and birth date in one field find what they find in two, and nobody else.</summary>
public sealed class OneFieldTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    private const string Search = "/people/search";

    [Xunit.Theory]
    [Xunit.InlineData("Notenkraker", "notenkraker 7-2-38")]
    [Xunit.InlineData("Goudvink", "goudvink 07-02-1938")]
    [Xunit.InlineData("Appelvink", "appelvink 7 februari 1938")]
    [Xunit.InlineData("Groenling", "groenling 07021938")]
    [Xunit.InlineData("Kruisbek", "07021938 kruisbek")]
    public async Task OneFieldHoldsNameAndBirthDate(string family, string typed)
    {
        var gp = await house.SignInAsync("gp");
        var person = await RegisterAsync(gp, family, [("isAnother", "yes"), .. Date("birthDate", 1938, 2, 7)]);
        var duty = await house.SignInAsync("physician-on-duty");
        (await FoundAsync(duty, ("name", typed))).ShouldBe([person]);
        (await FoundAsync(duty, ("name", typed.Replace("38", "39", StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    [Xunit.Fact]
    public async Task InOneFieldToo_ASurnameWithAPartOfABirthDateFindsNobodyOnDuty()
    {
        var gp = await house.SignInAsync("gp");
        (string, string)[] more = [("given", "Mohamed"), ("isAnother", "yes"), .. Date("birthDate", 1938, 2, 7)];
        await RegisterAsync(gp, "Vuurgoudhaan", more);
        var duty = await house.SignInAsync("physician-on-duty");
        foreach (var typed in new[] { "", " 1938", " 2-1938", " februari 1938", " 1938-02" })
        {
            (await FoundAsync(duty, ("name", "vuurgoudhaan" + typed))).ShouldBeEmpty(typed);
            (await FoundAsync(duty, ("name", "mohamed vuurgoudhaan" + typed))).ShouldBeEmpty(typed);
        }
        (await FoundAsync(duty, ("name", "7-2-1938"))).ShouldBeEmpty();
        (await FoundAsync(gp, ("name", "vuurgoudhaan 1938"))).Count().ShouldBe(1);
    }

    [Xunit.Theory]
    [Xunit.InlineData("nurse")]
    [Xunit.InlineData("volunteer")]
    public async Task InOneFieldToo_WhoIsNotOnDutyFindsNobodyElse(string role)
    {
        var gp = await house.SignInAsync("gp");
        await RegisterAsync(gp, $"Winterkoning {role}", [("isAnother", "yes"), .. Date("birthDate", 1938, 2, 8)]);
        var other = await house.SignInAsync(role);
        var there = await other.SendAsync(Search, Search, ("name", $"Winterkoning {role} 8-2-1938"));
        var nobody = await other.SendAsync(Search, Search, ("name", "Winterkoningin niemand 8-2-1938"));
        static string Said(IHtmlDocument page) => TextOf(page).Split("Opnieuw zoeken")[0];
        Said(await Visitor.ReadAsync(there)).ShouldBe(Said(await Visitor.ReadAsync(nobody)));
    }

    [Xunit.Theory]
    [Xunit.InlineData("vos 44")]
    [Xunit.InlineData("vos 31-02-1944")]
    [Xunit.InlineData("vos 14-3")]
    public async Task WhatIsNoBirthDateIsSaidAtTheOneFieldAndStaysTyped(string typed)
    {
        var duty = await house.SignInAsync("physician-on-duty");
        var answer = await duty.SendAsync(Search, Search, ("name", typed));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        ShouldKeep(page, ("name", typed));
        page.QuerySelector("#name")!.GetAttribute("aria-invalid").ShouldBe("true");
    }

    [Xunit.Fact]
    public async Task TwoBirthDatesAreAskedAboutAndBothStay()
    {
        var duty = await house.SignInAsync("physician-on-duty");
        (string, string)[] typed = [("name", "vos 14-3-1944"), ("birthDate", "15-3-1944")];
        var answer = await duty.SendAsync(Search, Search, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        ShouldKeep(page, typed);
        page.QuerySelector("details.search-form__more")!.HasAttribute("open").ShouldBeTrue();
    }
}
