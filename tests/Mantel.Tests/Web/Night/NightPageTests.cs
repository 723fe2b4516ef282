using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mantel.Demo;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Night;

/// <summary>The demo, opened once for all tests that only read its night pages.</summary>
public sealed class NightHouse : IAsyncLifetime
{
    public RunningMantel Mantel { get; private set; } = null!;

    public async Task InitializeAsync() => Mantel = await RunningMantel.StartAsync();

    public async Task DisposeAsync() => await Mantel.DisposeAsync();

    public async Task<IHtmlDocument> OpenAsync(Guid person, string role = "gp", string language = "nl-NL")
    {
        var visitor = await Mantel.SignInAsync(role);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        visitor.Client.DefaultRequestHeaders.Add("Cookie", $"mantel-language={language}");
        return await visitor.OpenAsync($"/people/{person}/night");
    }
}

[Trait("Safety", "8")]
public sealed class Rule8TheRightPerson(NightHouse house) : IClassFixture<NightHouse>
{
    private const string Search = "/people/search";

    [Fact]
    public async Task Name_birth_date_and_address_stand_first()
    {
        var head = (await house.OpenAsync(DemoPeople.Leida)).QuerySelector(".night__who")!;
        head.QuerySelector("h1")!.TextContent.ShouldContain("Vos-de Ruyter");
        head.TextContent.ShouldContain("14 maart 1944");
        head.TextContent.ShouldContain("Vlissingen");
    }

    [Fact]
    public async Task The_first_screen_holds_what_one_acts_on_always_and_in_its_order()
    {
        var first = (await house.OpenAsync(DemoPeople.Leida)).QuerySelector(".first")!;
        ShouldBeInOrder(
            first.TextContent,
            "14 maart 1944",
            "Vlissingen",
            "Besproken vóór de verslechtering van",
            "Reanimatie",
            "Invasieve beademing",
            "Intensive care",
            "Ziekenhuisopname",
            "Alleen als het thuis echt niet gaat",
            "Antibiotica",
            "Bloedproducten",
            "ICD uitzetten",
            "Leida beslist zelf",
            "Marijke Vos",
            "Bel "
        );
        first.QuerySelectorAll(".agreed").ShouldAllBe(row => row.QuerySelector("b") != null);
    }

    [Fact]
    public async Task An_allergy_is_read_before_anything_is_opened()
    {
        var first = (await house.OpenAsync(DemoPeople.Leida)).QuerySelector(".first")!;
        ShouldBeInOrder(first.TextContent, "Allergie:", "Penicilline", "Reanimatie");
    }

    [Fact]
    public async Task Everything_else_stands_below_it_folded_and_in_its_order()
    {
        var rest = (await house.OpenAsync(DemoPeople.Leida)).QuerySelector(".drawers")!;
        ShouldBeInOrder(
            rest.TextContent,
            "Reanimatie",
            "Kunstmatige invasieve beademing",
            "Intensive care",
            "Ziekenhuisopname",
            "Antibiotica",
            "Bloedproducten",
            "ICD uitzetten",
            "Wie beslist",
            "Nu bellen",
            "Doel",
            "In eigen woorden",
            "Diagnoses",
            "Allergieën",
            "Medicatie in huis",
            "Taal en tolk",
            "Toestemming",
            "Noodtoegang"
        );
        rest.QuerySelectorAll("details.drawer").ShouldAllBe(drawer => !drawer.HasAttribute("open"));
    }

    private static void ShouldBeInOrder(string text, params IReadOnlyList<string> order)
    {
        var places = order.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0, string.Join(", ", order.Where((_, at) => places[at] < 0)));
        places.ShouldBe(places.Order());
    }

    [Fact]
    public async Task What_the_person_says_now_stands_above_every_decision()
    {
        var page = (await house.OpenAsync(DemoPeople.Ria)).QuerySelector(".night")!;
        var said = page.QuerySelector(".notice--alarm")!;
        said.TextContent.ShouldContain("Zegt nu anders");
        (said.CompareDocumentPosition(page.QuerySelector(".first__table")!) & DocumentPositions.Following).ShouldBe(
            DocumentPositions.Following
        );
    }

    [Fact]
    public async Task Every_row_has_a_written_word()
    {
        foreach (var person in new[] { DemoPeople.Leida, DemoPeople.Ria })
        {
            var rows = (await house.OpenAsync(person)).QuerySelectorAll(".night__row").ToList();
            rows.Count.ShouldBeGreaterThanOrEqualTo(7);
            rows.ShouldAllBe(row => row.QuerySelector(".word b, b") != null);
        }
    }

    [Fact]
    public async Task An_own_declaration_stands_before_what_was_agreed_and_asks_for_a_physician()
    {
        var duty = await house.Mantel.SignInAsync("physician-on-duty");
        await duty.SendAsync(Search, Search, ("name", "Dingemanse"), ("birthDate", "1960-04-09"));
        var row = (await duty.OpenAsync($"/people/{DemoPeople.Huib}/night"))
            .QuerySelectorAll(".night__row")
            .First(one => one.QuerySelector("dt")!.TextContent.Contains("Reanimatie", StringComparison.Ordinal));
        row.TextContent.ShouldContain("eigen verklaring van");
        row.QuerySelector(".night__beside")!.TextContent.ShouldContain("eerder, en bevestigd door een arts");
        row.TextContent.ShouldContain("nog met een arts afspreken");
    }
}

[Trait("Safety", "12")]
public sealed class Rule12WordsAreNotTranslatedInSilence(NightHouse house) : IClassFixture<NightHouse>
{
    [Fact]
    public async Task Coded_words_follow_the_reader_and_own_words_stay_as_they_were_said()
    {
        var dutch = await house.OpenAsync(DemoPeople.Leida);
        var english = await house.OpenAsync(DemoPeople.Leida, language: "en");
        english.QuerySelector(".night__decisions")!.TextContent.ShouldContain("Resuscitation");
        Own(english).ShouldBe(Own(dutch));
        Own(dutch).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_two_kinds_of_Dutch_have_words_of_their_own()
    {
        var (dutch, flemish) = (Words.Of("nl-NL"), Words.Of("nl-BE"));
        dutch["organisation-kind.out-of-hours-practice"].ShouldBe("huisartsenpost");
        flemish["organisation-kind.out-of-hours-practice"].ShouldBe("huisartsenwachtpost");
    }

    private static List<string> Own(IHtmlDocument page) => [.. page.QuerySelectorAll(".own").Select(Said)];

    private static string Said(IElement element) => element.FirstChild!.TextContent.Trim();
}
