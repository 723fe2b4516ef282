using AngleSharp.Html.Dom;
using Mantel.Demo;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Shouldly;

namespace Mantel.Tests.Identification;

/// <summary>
/// Who chooses an organisation reads those of their own country first, and the others under the name of theirs.
/// </summary>
public sealed class OrganisationsOfOneCountryTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    [Xunit.Theory]
    [Xunit.InlineData("gp-ghent", "Thuisverpleging De Waterjuffer", "Nederland", "Thuiszorg De Zeekool")]
    [Xunit.InlineData("nurse-ghent", "Groepspraktijk Het Wilgenhof", "Nederland", "Huisartsenpraktijk De Meeuw")]
    [Xunit.InlineData("volunteer", "Thuiszorg De Zeekool", "België", "Groepspraktijk Het Wilgenhof")]
    [Xunit.InlineData("person", "Thuiszorg De Zeekool", "België", "Groepspraktijk Het Wilgenhof")]
    public async Task ASignalGoesToTheOwnCountryUnlessOneLooksFurther(
        string who,
        string near,
        string elsewhere,
        string far
    )
    {
        var page = await (await house.SignInAsync(who)).OpenAsync("/signals/new");
        ShouldStandApart(page, near, elsewhere, far);
    }

    [Xunit.Fact]
    public async Task WhereASignalIsSentOnToo()
    {
        var nurse = await house.SignInAsync("nurse-ghent");
        var usual = (await nurse.OpenAsync("/signals/new")).QuerySelector(
            "select[name=organisation] option[selected]"
        )!;
        await nurse.SendAsync(
            "/signals/new",
            "/signals/new",
            ("about", "De buur"),
            ("noticed", "Eet niet."),
            ("organisation", usual.GetAttribute("value")!)
        );
        var way = (await nurse.OpenAsync("/inbox")).QuerySelector("a.person-row")!.GetAttribute("href");
        var page = await nurse.OpenAsync($"{way}/send-on");
        ShouldStandApart(page, "Groepspraktijk Het Wilgenhof", "Nederland", "Thuiszorg De Zeekool");
    }

    [Xunit.Fact]
    public async Task WhereAnotherOrganisationIsAskedTheCountryOfThePersonComesFirst()
    {
        var page = await (await house.SignInAsync("gp-ghent")).OpenAsync($"/people/{DemoPeople.Godelieve}/receive");
        ShouldStandApart(page, "Thuisverpleging De Waterjuffer, Gent", "Nederland", "Thuiszorg De Zeekool, Middelburg");
    }

    private static void ShouldStandApart(IHtmlDocument page, string near, string elsewhere, string far)
    {
        var list = page.QuerySelector("select[name=organisation]")!;
        var own = list.Children.OfType<IHtmlOptionElement>().Select(option => option.Text).ToList();
        var other = list.QuerySelectorAll("optgroup").ShouldHaveSingleItem();
        own.ShouldContain(near);
        own.ShouldNotContain(far);
        other.GetAttribute("label").ShouldBe(elsewhere);
        other.TextContent.ShouldContain(far);
        list.LastElementChild.ShouldBe(other);
    }
}
