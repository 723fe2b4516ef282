using System.Text.Json;
using AngleSharp.Html.Dom;
using Mantel.Core.Quality.Publishing;
using Mantel.Web.Platform;
using Mantel.Web.Quality;
using Mantel.Web.Quality.Charts;
using Mantel.Web.Quality.Parts;
using Mantel.Web.Quality.Shown;
using Shouldly;
using Xunit;
using static Mantel.Tests.Quality.Pages.Drawn;

namespace Mantel.Tests.Quality.Pages;

public sealed class ChartsTests
{
    private static readonly (int, int)[] Rising =
    [
        .. new[] { 45, 52, 44, 53, 46, 54, 45, 53, 46, 45, 60, 61, 62, 60, 63, 64, 61, 62 }.Select(met => (100, met)),
    ];

    [Fact]
    public async Task Months_that_wait_for_enough_people_are_no_point_and_no_number()
    {
        var blocks = InTime(Own.Code, 2, (40, 20), (41, 21)).Concat(InTime(Block.Whole, 1, [.. Rising.Take(6)]));
        var page = await PartAsync<RunSheet>(Sheet(blocks));

        page.QuerySelectorAll(".sketch__missing").Length.ShouldBe(1);
        page.QuerySelectorAll(".sketch__dot").Length.ShouldBe(2);
        var row = page.QuerySelectorAll("tbody tr")[2];
        row.TextContent.ShouldContain("sep – okt 2025");
        row.QuerySelectorAll("td").ShouldHaveSingleItem().TextContent.ShouldBe("te weinig om te tonen");
        var waiting = Told(page).GetProperty("points")[2];
        waiting.GetProperty("share").ValueKind.ShouldBe(JsonValueKind.Null);
        waiting.GetProperty("said").GetString().ShouldBe("september – oktober 2025: te weinig om te tonen");
    }

    [Fact]
    public async Task A_run_that_is_longer_than_chance_is_marked_in_shape_and_said_in_words()
    {
        var better = await PartAsync<RunSheet>(Sheet(InTime(Own.Code, 1, Rising)));
        var worse = await PartAsync<RunSheet>(Sheet(InTime(Own.Code, 1, Rising), measure: "late-start"));

        better.QuerySelectorAll(".sketch__dot--up").Length.ShouldBe(8);
        worse.QuerySelectorAll(".sketch__dot--down").Length.ShouldBe(8);
        worse
            .QuerySelector(".sketch__dot--down")!
            .GetAttribute("d")
            .ShouldNotBe(better.QuerySelector(".sketch__dot--up")!.GetAttribute("d"));
        better.QuerySelector("figcaption")!.TextContent.ShouldContain("8 punten na elkaar boven de mediaan");
    }

    [Fact]
    public async Task A_point_lies_in_the_middle_of_the_months_it_is_about()
    {
        var page = await PartAsync<RunSheet>(
            Sheet([
                .. InTime(Own.Code, 1, (40, 20)),
                One(Own.Code, TableKind.All, 1, 4, new PublishedCell([""], 20, 22)),
            ])
        );

        var points = Told(page).GetProperty("points").EnumerateArray().ToList();
        points.Select(point => point.GetProperty("at").GetDouble()).ShouldBe([0.5, 3]);
        Told(page).GetProperty("months").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task The_chart_that_a_script_draws_says_the_same_as_its_table()
    {
        var page = await PartAsync<RunSheet>(Sheet(InTime(Own.Code, 1, Rising), "en"), "en");

        var shares = Told(page)
            .GetProperty("points")
            .EnumerateArray()
            .Select(point => point.GetProperty("share"))
            .ToList();
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")).ToList();
        shares.Count.ShouldBe(rows.Count);
        foreach (var (share, cells) in shares.Zip(rows))
            cells[2].TextContent.Trim().ShouldBe($"{Math.Round(share.GetDouble() * 100)}%");
    }

    [Fact]
    public async Task A_revised_figure_is_marked_everywhere()
    {
        var page = await PartAsync<RunSheet>(
            Sheet(InTime(Own.Code, 1, (40, 20), (40, 22)), revised: InTime(Own.Code, 1, (51, 30)))
        );

        var shares = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td")[2].TextContent.Trim());
        shares.Select(share => share.Contains('*', StringComparison.Ordinal)).ShouldBe([true, false]);
        Told(page).GetProperty("points")[0].GetProperty("revised").GetBoolean().ShouldBeTrue();
        page.QuerySelector("abbr")!.GetAttribute("title")!.ShouldContain("Herzien");
    }

    [Fact]
    public async Task A_network_outside_the_funnel_has_another_shape_and_one_that_is_not_published_is_absent()
    {
        var blocks = InTime(Block.Whole, 1, (800, 448))
            .Concat(InTime(Own.Code, 1, (200, 112)))
            .Concat(InTime(Others[0], 1, (200, 115)))
            .Concat(InTime(Others[1], 1, (200, 70)));
        var page = await PartAsync<FunnelSheet>(Sheet(blocks));

        page.QuerySelectorAll(".sketch__network").Length.ShouldBe(3);
        page.QuerySelectorAll(".sketch__network--outside").Length.ShouldBe(1);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        page.QuerySelector("figcaption")!.TextContent.ShouldContain("Ons netwerk ligt binnen de trechter");
        Told(page).GetProperty("target").GetDouble().ShouldBe(0.56);
    }

    [Fact]
    public async Task A_network_sees_which_is_its_own_and_no_other_name()
    {
        var blocks = InTime(Block.Whole, 1, (800, 448))
            .Concat(InTime(Own.Code, 1, (200, 112)))
            .Concat(InTime(Others[0], 1, (200, 70)))
            .ToList();
        var other = Sheet(blocks, names: true).Networks.Single(network => !network.IsOwn).Name!;

        (await PartAsync<FunnelSheet>(Sheet(blocks))).Body!.InnerHtml.ShouldNotContain(other);
        (await PartAsync<FunnelSheet>(Sheet(blocks, names: true))).Body!.InnerHtml.ShouldContain(other);
    }

    [Fact]
    public async Task A_group_further_from_everybody_than_chance_is_marked_on_either_side_and_red_where_it_is_worse()
    {
        var groups = One(
            Own.Code,
            TableKind.Diagnosis,
            0,
            12,
            new PublishedCell(["Cancer"], 104, 36),
            new PublishedCell(["OrganFailure"], 42, 40),
            new PublishedCell(["Other", "NotRecorded", "FrailtyAndDementia"], 24, 47)
        );
        var page = await PartAsync<GroupsSheet>(Sheet([.. InTime(Own.Code, 12, (294, 170)), groups]));

        page.QuerySelectorAll(".alarm").ShouldHaveSingleItem().TextContent.ShouldContain("▼ 34%");
        page.QuerySelectorAll("td b:not(.alarm)").ShouldHaveSingleItem().TextContent.ShouldContain("▲ 74%");
        page.Body!.TextContent.ShouldContain("Dementie en kwetsbaarheid, een andere aandoening of niet vastgelegd");
        page.QuerySelectorAll("tbody").Length.ShouldBe(6);
        page.QuerySelectorAll("tbody")[2].TextContent.ShouldContain("te weinig om te tonen");
    }

    /// <summary>A group is not worse because its table ends before things went better.</summary>
    [Fact]
    public async Task A_group_is_compared_with_everybody_in_its_own_months()
    {
        var living = One(
            Own.Code,
            TableKind.Living,
            0,
            6,
            new PublishedCell(["Alone"], 60, 90),
            new PublishedCell(["WithOthers", "NotRecorded"], 60, 90)
        );
        var page = await PartAsync<GroupsSheet>(Sheet([.. InTime(Own.Code, 6, (300, 120), (300, 270)), living]));

        page.QuerySelectorAll(".alarm").ShouldBeEmpty();
        page.QuerySelectorAll(".groups__kind")[2].TextContent.ShouldContain("samen 40%");
    }

    [Fact]
    public async Task The_bottom_of_a_chart_says_months_and_people()
    {
        var run = await PartAsync<RunSheet>(Sheet(InTime(Own.Code, 1, Rising)));
        run.QuerySelectorAll(".sketch text")
            .Select(word => word.TextContent)
            .ShouldBe(
                ["0%", "25%", "50%", "75%", "100%", "mediaan", "49%", "mei 2025", "jan 2026", "okt 2026"],
                ignoreOrder: true
            );
        FunnelPicture.Numbers(558).ShouldBe([0, 100, 200, 300, 400, 500]);
        FunnelPicture.Numbers(40).ShouldBe([0, 10, 20, 30, 40]);
    }

    [Fact]
    public async Task Who_did_not_want_to_talk_is_in_a_column_of_its_own_and_not_in_the_share()
    {
        var page = await PartAsync<GroupsSheet>(
            Sheet([
                .. InTime(Own.Code, 12, (300, 170)),
                One(Own.Code, TableKind.Declined, 0, 12, new PublishedCell([""], 24, 0)),
            ])
        );

        page.QuerySelectorAll("thead th").Last().TextContent.ShouldBe("wilde niet praten");
        page.QuerySelectorAll(".groups__whole td")
            .Select(cell => cell.TextContent.Trim())
            .ShouldBe(["300", "170", "57%", "51–62", "24 mei 2025 – apr 2026"]);
    }

    [Fact]
    public async Task Months_that_were_counted_by_another_version_say_so_and_no_line_passes_over_the_change()
    {
        var published = new PublishedFigures([
            new FiguresPublished(Plan, 1, new(2026, 10, 15), [.. InTime(Own.Code, 1, (60, 30), (61, 31))]),
            new FiguresPublished(
                Plan,
                2,
                new(2026, 11, 15),
                [
                    One(Own.Code, TableKind.All, 2, 1, new PublishedCell([""], 40, 22)),
                    One(Own.Code, TableKind.All, 3, 1, new PublishedCell([""], 41, 22)),
                ]
            ),
        ]);
        var definition = ShownFigures.DefinitionOf(published, Plan);
        definition.Version.ShouldBe(2);
        var sheet = new MakeSheet(published, definition, new Scope(Own, false), Words.Of("nl-NL")).Make();
        var page = await PartAsync<RunSheet>(sheet);

        sheet.HasEarlierVersion.ShouldBeTrue();
        sheet.Whole.Share!.Value.Of.ShouldBe(125);
        sheet.Run.Values.Count.ShouldBe(2);
        page.QuerySelector(".sketch__line")!.GetAttribute("d")!.Count(one => one == 'M').ShouldBe(2);
        page.QuerySelectorAll(".sketch__anew").Length.ShouldBe(1);
        page.QuerySelectorAll("tbody th small")
            .Select(one => one.TextContent)
            .ShouldBe(["definitie 1", "definitie 1", "definitie 2", "definitie 2"]);
        page.Body!.TextContent.ShouldContain("Bij de stippellijn begint definitie 2");
        Told(page).GetProperty("points")[2].GetProperty("anew").GetString().ShouldBe("definitie 2");
        Sheet(InTime(Own.Code, 1, (60, 30))).HasEarlierVersion.ShouldBeFalse();
    }

    /// <summary>Clinical case C9: a network that lags behind is not held against months that are not its own.</summary>
    [Fact]
    public void Networks_and_all_together_are_over_the_same_months()
    {
        var blocks = InTime(Block.Whole, 1, (800, 448), (810, 460), (820, 470))
            .Concat(InTime(Own.Code, 1, (200, 112), (201, 113)))
            .Concat(InTime(Others[0], 1, (200, 115), (203, 115), (204, 116)))
            .Concat(InTime(Others[1], 3, (300, 115)));
        var sheet = Sheet(blocks);

        sheet.AllSpan!.Value.Months.ShouldBe(2);
        sheet.All.Share!.Value.Of.ShouldBe(1610);
        sheet.Networks.Select(network => network.Cell.Share?.Of).ShouldBe([403, 401, null], ignoreOrder: true);
    }

    [Fact]
    public void Who_died_without_a_marking_stands_beside_who_was_marked_late()
    {
        var sheet = Sheet(
            [
                .. InTime(Own.Code, 12, (300, 70)),
                One(Own.Code, TableKind.NotMarked, 0, 12, new PublishedCell([""], 44, 0)),
            ],
            measure: "late-start"
        );

        var beside = sheet.Beside.ShouldHaveSingleItem();
        beside.People!.People.ShouldBe(44);
        beside.Why.ShouldBe("niet gemarkeerd vóór het overlijden");
    }

    [Fact]
    public async Task Who_did_not_want_to_talk_is_shown_by_group()
    {
        var page = await PartAsync<GroupsSheet>(
            Sheet([
                .. InTime(Own.Code, 12, (300, 170)),
                One(
                    Own.Code,
                    TableKind.Living,
                    0,
                    12,
                    new PublishedCell(["Alone"], 60, 50),
                    new PublishedCell(["WithOthers", "NotRecorded"], 110, 80)
                ),
                One(
                    Own.Code,
                    TableKind.DeclinedLiving,
                    0,
                    12,
                    new PublishedCell(["Alone"], 13, 0),
                    new PublishedCell(["WithOthers", "NotRecorded"], 17, 0)
                ),
            ])
        );

        page.QuerySelectorAll("tbody tr")
            .Where(row => row.QuerySelectorAll("td").Length == 5)
            .Select(row => row.QuerySelectorAll("td")[^1].TextContent.Trim())
            .Skip(1)
            .ShouldBe(["13", "17"]);
    }

    [Fact]
    public void The_middle_person_lies_in_a_group_of_days()
    {
        var days = One(
            Own.Code,
            TableKind.Days,
            0,
            12,
            new PublishedCell(["000", "007"], 24, 0),
            new PublishedCell(["015", "030"], 80, 0),
            new PublishedCell(["090", "180", "365"], 60, 0)
        );
        var shown = Sheet([.. InTime(Own.Code, 12, (164, 24)), days], measure: "late-start").Days!;

        shown.Groups.Select(group => (group.From, group.To)).ShouldBe([(0, 14), (15, 89), (90, null)]);
        shown.Middle!.From.ShouldBe(15);
    }

    private static JsonElement Told(IHtmlDocument page) =>
        JsonDocument.Parse(page.QuerySelector("[data-chart]")!.GetAttribute("data-chart")!).RootElement;
}
