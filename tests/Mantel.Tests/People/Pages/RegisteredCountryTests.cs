using System.Net;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.People.Pages;

/// <summary>
/// Faults of 29 November: a country that was chosen at registration without an address was lost, so that no law was
/// named; and a postal code that is none was taken without a word.
/// </summary>
public sealed class RegisteredCountryTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    [Theory]
    [InlineData("BE", CareCountry.Belgium)]
    [InlineData("NL", CareCountry.Netherlands)]
    public async Task A_country_chosen_without_an_address_is_kept(string country, CareCountry expected)
    {
        var gp = await house.SignInAsync("gp");
        var person = await RegisterAsync(gp, $"Landloos{country}", ("country", country));
        var record = await RecordAsync(person);
        record.Address().ShouldBeNull();
        record.CountryOfCare().ShouldBe(expected);
    }

    [Fact]
    public async Task A_country_that_is_none_is_refused_at_its_field()
    {
        var gp = await house.SignInAsync("gp");
        var answer = await gp.SendAsync("/people/new", "/people/new", ("family", "Nergens"), ("country", "XX1"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(answer)).QuerySelector("#country-wrong").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("90", "BE", true)]
    [InlineData("9000", "BE", false)]
    [InlineData("4331", "NL", true)]
    [InlineData("4331 sa", "NL", false)]
    public async Task A_postal_code_that_is_none_is_asked_about(string code, string country, bool isAsked)
    {
        var gp = await house.SignInAsync("gp");
        (string, string)[] lives = [("postalCode", code), ("place", "Gent"), ("country", country)];
        var person = await RegisterAsync(gp, $"Woont{country}{code}", ("country", country), ("isAnother", "true"));
        var answer = await gp.SendAsync($"{person}/address", $"{person}/address", lives);
        answer.StatusCode.ShouldBe(isAsked ? HttpStatusCode.Conflict : HttpStatusCode.SeeOther);
        if (!isAsked)
            return;
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("#postalCode")!.GetAttribute("value").ShouldBe(code);
        var knowingly = page.QuerySelector("input[name=knowingly]")!.GetAttribute("value")!;
        knowingly.ShouldContain(code);
        await DoAsync(gp, $"{person}/address", [.. lives, ("knowingly", knowingly)]);
        (await RecordAsync(person)).Address()!.PostalCode.ShouldBe(code);
    }

    [Fact]
    public async Task At_registration_too()
    {
        var gp = await house.SignInAsync("gp");
        (string, string)[] typed = [("family", "Negentig"), ("postalCode", "90"), ("place", "Gent"), ("country", "BE")];
        var answer = await gp.SendAsync("/people/new", "/people/new", typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var knowingly = (await Visitor.ReadAsync(answer))
            .QuerySelector("input[name=knowingly]")!
            .GetAttribute("value")!;
        await RegisterAsync(gp, "Negentig", [.. typed[1..], ("knowingly", knowingly)]);
    }

    private Task<PersonRecord> RecordAsync(string person) =>
        house.Mantel.Services.GetRequiredService<Desk>().Own.LoadAsync(Guid.Parse(person.Split('/')[^1]), default);
}
