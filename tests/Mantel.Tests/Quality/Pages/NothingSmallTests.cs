using System.Globalization;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Tests.Quality.Publishing;
using Mantel.Web.Platform;
using Mantel.Web.Quality;
using Mantel.Web.Quality.Parts;
using Mantel.Web.Quality.Shown;
using Microsoft.AspNetCore.Components;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality.Pages;

/// <summary>
/// Over random nations: no table of a page and no line of an export is about fewer than ten people, for whom it holds
/// or for whom it does not.
/// </summary>
public sealed class NothingSmallTests
{
    private const int Months = 16;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Neither_page_nor_export_shows_what_publishing_left_out(int seed)
    {
        var published = new PublishedFigures(Publish(seed));
        var rows = 0;
        foreach (var area in new[] { "A", "B", "C", "D", "E", Block.Whole })
        {
            var sheet = SheetOf(published, area);
            rows += Check(await RowsAsync<RunSheet>(sheet));
            rows += Check(await RowsAsync<FunnelSheet>(sheet));
            rows += Check(await RowsAsync<GroupsSheet>(sheet));
            rows += Check(Exported(sheet));
        }
        rows.ShouldBeGreaterThan(100);
    }

    private static int Check(IEnumerable<(int Of, int Met)> rows)
    {
        var all = rows.ToList();
        all.ShouldAllBe(row => row.Met >= 10 && row.Of - row.Met >= 10);
        return all.Count;
    }

    private static async Task<IEnumerable<(int Of, int Met)>> RowsAsync<TPart>(MeasureSheet sheet)
        where TPart : IComponent
    {
        var page = await Drawn.PartAsync<TPart>(sheet);
        return page.QuerySelectorAll("tr")
            .Select(row => row.QuerySelectorAll("td.figure:not([colspan])"))
            .Where(cells => cells.Length >= 4)
            .Select(cells => (Number(cells[0].TextContent), Number(cells[1].TextContent)));
    }

    private static IEnumerable<(int Of, int Met)> Exported(MeasureSheet sheet)
    {
        var lines = Encoding.UTF8.GetString(new FiguresCsv(Words.Of("nl-NL")).Of(sheet)).Split("\r\n").Skip(1);
        return lines
            .Select(line => line.Split(';'))
            .Where(cells => cells.Length > 9 && cells[9].Length > 0)
            .Select(cells => (Number(cells[8]), Number(cells[9])));
    }

    private static int Number(string text) =>
        int.Parse(text.Trim(), NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("nl-NL"));

    private static MeasureSheet SheetOf(PublishedFigures published, string area) =>
        new MakeSheet(
            published,
            MeasureSet.Current.Newest(Drawn.Plan)!,
            new Scope(area == Block.Whole ? null : Drawn.Own with { Code = area, Name = area }, NamesOthers: true),
            Words.Of("nl-NL")
        ).Make();

    /// <summary>What is published of a nation in sixteen months, as if it were a measure with words.</summary>
    private static IEnumerable<Fact> Publish(int seed)
    {
        var nation = new InventedNation(seed, Months);
        var history = new List<Fact>();
        for (var month = 0; month < Months; month++)
        {
            var closing = InventedNation.First.Plus(month);
            var closed = Month.Between(InventedNation.First, closing.Plus(-1)).Select(nation.Close).ToList();
            history.AddRange(Publications.Decide(history, closed, nation.Close(closing), Publications.DayOf(closing)));
            nation.HearLateFacts(closing);
        }
        return history
            .OfType<FiguresPublished>()
            .Select(published => published with { Measure = Drawn.Plan, Version = 2 });
    }
}
