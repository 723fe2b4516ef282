using System.Text;
using System.Text.RegularExpressions;
using Mantel.Core.Quality.Publishing;
using Mantel.Web.Platform;
using Mantel.Web.Quality;
using Mantel.Web.Quality.Parts;
using Mantel.Web.Quality.Shown;
using Microsoft.AspNetCore.Components;
using Shouldly;
using Xunit;
using static Mantel.Tests.Quality.Pages.Drawn;

namespace Mantel.Tests.Quality.Pages;

/// <summary>The export holds what the page shows, and nothing more.</summary>
public sealed class FiguresCsvTests
{
    private static readonly IReadOnlyList<Block> Published =
    [
        .. InTime(Block.Whole, 1, (811, 448), (823, 452)),
        .. InTime(Own.Code, 1, (203, 117)),
        .. InTime(Others[0], 1, (209, 71)),
        One(
            Own.Code,
            TableKind.Living,
            0,
            1,
            new PublishedCell(["Alone"], 31, 32),
            new PublishedCell(["WithOthers", "NotRecorded"], 86, 54)
        ),
        One(Own.Code, TableKind.Declined, 0, 1, new PublishedCell([""], 27, 0)),
    ];

    [Theory]
    [InlineData("nl-NL", ";", "0,5764")]
    [InlineData("nl-BE", ";", "0,5764")]
    [InlineData("en", ",", "0.5764")]
    public void It_is_a_table_of_its_language(string language, string separator, string share)
    {
        var lines = Lines(Sheet(Published, language), language);

        lines.Select(line => Cells(line, separator).Count).Distinct().ShouldHaveSingleItem();
        lines[1].ShouldContain(separator + share + separator);
    }

    [Fact]
    public void Where_the_page_shows_no_number_it_has_none()
    {
        var waiting = Lines(Sheet(Published), "nl-NL")
            .Single(line => line.Contains("te weinig", StringComparison.Ordinal));

        var cells = Cells(waiting, ";");
        cells[7].ShouldBe("juni 2025");
        cells[9..].ShouldAllBe(cell => cell.Length == 0);
    }

    [Fact]
    public async Task Every_whole_number_in_it_stands_on_the_page_too()
    {
        var sheet = Sheet(Published);
        var page =
            await TextAsync<RunSheet>(sheet)
            + await TextAsync<FunnelSheet>(sheet)
            + await TextAsync<GroupsSheet>(sheet);
        var shown = Numbers(page).ToHashSet();

        var exported = Lines(sheet, "nl-NL")
            .Skip(1)
            .SelectMany(line => new[] { 8, 9, 13 }.Select(at => Cells(line, ";")[at]));
        Numbers(string.Join(' ', exported)).Except(shown).ShouldBeEmpty();
    }

    [Fact]
    public void Every_line_says_its_measure_version_day_region_and_months()
    {
        foreach (var line in Lines(Sheet(Published), "nl-NL").Skip(1).Select(line => Cells(line, ";")))
        {
            line[..4].ShouldBe(["Een plan binnen dertig dagen", "2", "2026-11-15", Own.Name]);
            line[4..6].ShouldAllBe(month => month == "2025-05" || month == "2025-06");
        }
    }

    private static List<string> Lines(MeasureSheet sheet, string language)
    {
        var text = Encoding.UTF8.GetString(new FiguresCsv(Words.Of(language)).Of(sheet));
        text[0].ShouldBe('\uFEFF');
        return [.. text[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
    }

    private static List<string> Cells(string line, string separator) =>
        [
            .. Regex
                .Split(
                    line,
                    $"{separator}(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)",
                    RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(1)
                )
                .Select(cell => cell.Trim('"')),
        ];

    private static async Task<string> TextAsync<TPart>(MeasureSheet sheet)
        where TPart : IComponent =>
        string.Join(' ', (await PartAsync<TPart>(sheet)).QuerySelectorAll("td, p").Select(part => part.TextContent));

    private static IEnumerable<int> Numbers(string text) =>
        Regex
            .Matches(
                text,
                @"(?<![\d,])\d{1,3}(\.\d{3})*(?![\d,])",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Select(match =>
                int.Parse(
                    match.Value.Replace(".", "", StringComparison.Ordinal),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
}
