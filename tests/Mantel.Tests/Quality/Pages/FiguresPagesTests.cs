using System.Net;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.Population;
using Mantel.Core.Quality.Publishing;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Platform.SigningIn;
using Mantel.Web.Quality;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality.Pages;

/// <summary>The pages of the figures, as each role reaches them.</summary>
public sealed class FiguresPagesTests(FiguresPagesTests.Published shared) : IClassFixture<FiguresPagesTests.Published>
{
    private const string Walcheren = "GM0687";
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly string Own = RegionTables.Current.RegionOf(Walcheren, RegionKind.Network, Day)!.Code;
    private readonly RunningMantel _mantel = shared.Mantel;

    /// <summary>One house in which figures of the nation and of networks are published, to be read only.</summary>
    public sealed class Published : IAsyncLifetime
    {
        public RunningMantel Mantel { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Mantel = await RunningMantel.StartAsync();
            await Mantel.PublishAsync(Figures());
        }

        public async Task DisposeAsync() => await Mantel.DisposeAsync();
    }

    private static List<Block> Figures() =>
        [
            .. Drawn.InTime(Block.Whole, 1, (811, 448), (823, 452), (806, 431)),
            .. Drawn.InTime(Own, 1, (203, 117), (198, 120)),
            .. Drawn.InTime(Drawn.Others[0], 1, (209, 71)),
            Drawn.One(
                Own,
                TableKind.Living,
                0,
                6,
                new PublishedCell(["Alone"], 31, 32),
                new PublishedCell(["WithOthers", "NotRecorded"], 86, 54)
            ),
        ];

    [Theory]
    [InlineData("coordinator", "/network", 200)]
    [InlineData("coordinator", "/network/plan-within-30-days", 200)]
    [InlineData("coordinator", "/network/plan-within-30-days/export", 200)]
    [InlineData("coordinator", "/nation", 200)]
    [InlineData("coordinator", "/nation/late-start", 200)]
    [InlineData("coordinator", "/measures/wished-place", 200)]
    [InlineData("coordinator", "/networks", 404)]
    [InlineData("coordinator", "/networks/OWN", 404)]
    [InlineData("coordinator", "/networks/OWN/plan-within-30-days/export", 404)]
    [InlineData("coordinator", "/network/no-such-measure", 404)]
    [InlineData("coordinator", "/measures/no-such-measure", 404)]
    [InlineData("analyst", "/network", 404)]
    [InlineData("analyst", "/networks", 200)]
    [InlineData("analyst", "/networks/OWN", 200)]
    [InlineData("analyst", "/networks/OWN/plan-within-30-days", 200)]
    [InlineData("analyst", "/networks/no-such-network", 404)]
    [InlineData("analyst", "/nation/plan-within-30-days/export", 200)]
    [InlineData("nurse", "/nation", 404)]
    [InlineData("gp", "/network", 404)]
    [InlineData("administrator", "/nation", 404)]
    [InlineData("administrator", "/measures/wished-place", 404)]
    public async Task Each_role_reaches_its_figures_and_nobody_elses(string role, string address, int status)
    {
        var visitor = await _mantel.SignInAsync(role);
        var answer = await visitor.Client.GetAsync(address.Replace("OWN", Own, StringComparison.Ordinal));
        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task The_page_says_its_months_its_day_and_its_definition()
    {
        var page = await (await _mantel.SignInAsync("coordinator")).OpenAsync("/network/plan-within-30-days");

        page.QuerySelector(".measure__figure")!.TextContent.ShouldContain("59%");
        page.QuerySelector(".measure__figure")!.TextContent.ShouldContain("237 van 401 mensen");
        page.QuerySelector(".measure__head")!
            .TextContent.ShouldContain("mei 2025 – juni 2025 · gepubliceerd op 15 oktober 2026");
        page.QuerySelector("a[href='/measures/plan-within-30-days']").ShouldNotBeNull();
        var definition = await (await _mantel.SignInAsync("coordinator")).OpenAsync("/measures/plan-within-30-days");
        definition.Body!.TextContent.ShouldContain("nog niemand");
        definition.Body!.TextContent.ShouldContain("e113825");
    }

    [Fact]
    public async Task The_export_is_a_file_with_the_figures_of_the_page()
    {
        var answer = await (await _mantel.SignInAsync("coordinator")).Client.GetAsync(
            "/network/plan-within-30-days/export"
        );

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{Own}-plan-within-30-days.csv");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(";401;237;");
    }

    [Fact]
    public async Task A_measure_of_which_nothing_is_published_says_so()
    {
        var page = await (await _mantel.SignInAsync("coordinator")).OpenAsync("/network/late-start");

        page.Body!.TextContent.ShouldContain("Nog niets gepubliceerd");
        page.QuerySelectorAll("[data-chart]").ShouldBeEmpty();
        page.QuerySelectorAll("a[download]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("coordinator", "/network/plan-within-30-days")]
    [InlineData("analyst", "/nation/plan-within-30-days")]
    public async Task The_day_begins_with_the_figures_in_short(string role, string way)
    {
        var page = await (await _mantel.SignInAsync(role)).OpenAsync("/");

        page.QuerySelector($"main a[href='{way}']").ShouldNotBeNull();
        page.QuerySelector("main .list")!.TextContent.ShouldContain("95%-interval");
    }

    [Fact]
    public async Task The_numbers_of_a_chart_are_not_in_a_script()
    {
        var answer = await (await _mantel.SignInAsync("coordinator")).Client.GetAsync("/network/plan-within-30-days");

        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("/js/figures.js");
        html.ShouldNotContain("style=\"");
        html.Split("<script").Skip(1).ShouldAllBe(script => script.Contains("></script>"));
    }

    [Fact]
    public void An_organisation_belongs_to_the_network_in_which_its_municipality_lies()
    {
        Of(OrganisationKind.Network, "Middelburg", "NL").ShouldBe(Own);
        Of(OrganisationKind.Network, "middelburg ", null).ShouldBe(Own);
        Of(OrganisationKind.Hospice, "Middelburg", "NL").ShouldBeNull();
        Of(OrganisationKind.Network, "Nergenshuizen", "NL").ShouldBeNull();
        Of(OrganisationKind.Network, null, "NL").ShouldBeNull();
        ShownFigures.NetworkOf(null, Day).ShouldBeNull();
    }

    /// <summary>With <c>--cast-only</c>, and while the demonstration is being filled.</summary>
    [Fact]
    public async Task Where_people_of_the_demonstration_are_still_to_come_the_page_says_so_and_nothing_is_closed()
    {
        await using var cast = await RunningMantel.StartAsync();
        await cast.Services.GetRequiredService<DemoFilling>().StayAsync(default);

        var page = await (await cast.SignInAsync("coordinator")).OpenAsync("/network/plan-within-30-days");
        page.QuerySelector(".measure__head")!.TextContent.ShouldContain("Voorlopig");
        page.QuerySelector(".measure__figure")!.TextContent.Trim().ShouldBe("te weinig om te tonen");
        var kept = await cast.Services.GetRequiredService<Archive>().Journal.ReadAsync(StreamId.Figures, 0, default);
        kept.ShouldBeEmpty();
    }

    private static string? Of(OrganisationKind kind, string? municipality, string? country) =>
        ShownFigures
            .NetworkOf(
                new OrganisationRecorded(
                    Guid.NewGuid(),
                    "De Vlier",
                    kind,
                    municipality,
                    country,
                    new(null, null, null)
                ),
                Day
            )
            ?.Code;
}
