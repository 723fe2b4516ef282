using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Web.Platform;
using Mantel.Web.Quality.Shown;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mantel.Tests.Quality.Pages;

/// <summary>Figures published for a test, and the parts of their page drawn without a house around them.</summary>
internal static class Drawn
{
    public const string Plan = "plan-within-30-days";

    public static readonly Month First = new(2025, 5);

    public static readonly Region Own = RegionTables.Current.Regions.First(one => one.Kind is RegionKind.Network);

    /// <summary>Some other networks.</summary>
    public static readonly IReadOnlyList<string> Others =
    [
        .. RegionTables
            .Current.Regions.Where(one => one.Kind is RegionKind.Network && one != Own)
            .Select(one => one.Code)
            .Take(3),
    ];

    /// <summary>A table of everybody, one block after another, each over so many months.</summary>
    public static IEnumerable<Block> InTime(string area, int months, params (int Of, int Met)[] counts) =>
        counts.Select(
            (count, i) =>
                One(area, TableKind.All, i * months, months, new PublishedCell([""], count.Met, count.Of - count.Met))
        );

    public static Block One(string area, TableKind kind, int from, int months, params PublishedCell[] cells) =>
        new(area, kind, First.Plus(from), First.Plus(from + months - 1), cells);

    public static MeasureSheet Sheet(
        IEnumerable<Block> blocks,
        string language = "nl-NL",
        string measure = Plan,
        bool nation = false,
        bool names = false,
        IEnumerable<Block>? revised = null
    ) =>
        new MakeSheet(
            new PublishedFigures([
                new FiguresPublished(measure, 2, new(2026, 10, 15), [.. blocks]),
                new FiguresPublished(measure, 2, new(2026, 11, 15), [.. revised ?? []]),
            ]),
            MeasureSet.Current.Newest(measure)!,
            new Scope(nation ? null : Own, names),
            Words.Of(language)
        ).Make();

    public static async Task<IHtmlDocument> PartAsync<TPart>(MeasureSheet sheet, string language = "nl-NL")
        where TPart : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton(Words.Of(language)).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Sheet"] = sheet });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPart>(parameters)).ToHtmlString()
        );
        return await new HtmlParser().ParseDocumentAsync(html);
    }
}
