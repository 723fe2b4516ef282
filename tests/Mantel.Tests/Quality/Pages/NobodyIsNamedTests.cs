using System.Text.RegularExpressions;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Population;
using Mantel.Core.Quality.Publishing;
using Mantel.Demo;
using Mantel.Demo.Networks;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Platform;
using Mantel.Web.Quality;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Quality.Pages;

/// <summary>
/// Coordinator and analyst see figures, never a person: on no page and in no export that they can reach.
/// </summary>
public sealed class NobodyIsNamedTests(NobodyIsNamedTests.Filled filled) : IClassFixture<NobodyIsNamedTests.Filled>
{
    /// <summary>How forms are sent, and a surname.</summary>
    private const string WordOfForms = "post";

    private readonly RunningMantel _mantel = filled.Mantel;
    private readonly Traces _traces = filled.Traces;

    /// <summary>One house with people of every network and published figures; the walks only read it.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public RunningMantel Mantel { get; private set; } = null!;

        internal Traces Traces { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Mantel = await RunningMantel.StartAsync();
            var desk = Mantel.Services.GetRequiredService<Desk>();
            Network[] few = [.. TenNetworks.All.Select(network => network with { People = 9 })];
            await DemoRegion.FillAsync(desk, few, null, default);
            var rows = await Mantel.Services.GetRequiredService<Register<RegisterRow>>().AllAsync(default);
            var people = await Task.WhenAll(rows.Select(row => desk.Own.LoadAsync(row.Person, default)));
            Traces = new Traces(people, Common());
            foreach (var measure in ShownFigures.Measures)
                await Mantel.PublishAsync(Blocks(), measure);
        }

        public async Task DisposeAsync() => await Mantel.DisposeAsync();
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("analyst")]
    public async Task Who_sees_figures_finds_nobody(string role)
    {
        var crawl = await Crawl.WholeAsync(await _mantel.SignInAsync(role));
        crawl.Answers.Keys.ShouldContain("/account");
        foreach (var measure in ShownFigures.Measures)
        {
            crawl.Answers.Keys.ShouldContain(address => address.EndsWith($"/{measure}", StringComparison.Ordinal));
            crawl.Answers.Keys.ShouldContain(address =>
                address.EndsWith($"/{measure}/export", StringComparison.Ordinal)
            );
        }
        Found(crawl).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_walk_of_a_nurse_finds_people_so_that_it_can_fail()
    {
        var found = Found(await Crawl.FirstAsync(await _mantel.SignInAsync("nurse"), most: 25)).ToList();
        found.Count.ShouldBeGreaterThan(20);
        _traces.Count.ShouldBeGreaterThan(1000);
    }

    private static List<Block> Blocks() =>
        [
            .. Drawn.InTime(Block.Whole, 1, (811, 448), (823, 452)),
            .. RegionTables
                .Current.Regions.Where(one => one.Kind is RegionKind.Network)
                .SelectMany(one => Drawn.InTime(one.Code, 1, (203, 117), (198, 120))),
        ];

    private IEnumerable<string> Found(Crawl crawl) =>
        crawl.Answers.SelectMany(answer =>
            _traces.In(WithoutSeals(answer.Value)).Select(trace => $"{answer.Key}: {trace}")
        );

    /// <summary>Without the random letters that seal a form, in which any short name turns up one day.</summary>
    private static string WithoutSeals(string page) =>
        Regex.Replace(
            page,
            "name=\"(?:__RequestVerificationToken|made-for)\" value=\"[^\"]*\"",
            "",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    /// <summary>The words that Mantel itself uses, in every language, and the names of regions.</summary>
    private static IEnumerable<string> Common() =>
        Words
            .Languages.Select(Words.Of)
            .SelectMany(words => words.Keys.Select(key => words[key]))
            .Append(WordOfForms)
            .Concat(RegionTables.Current.Regions.Select(region => region.Name))
            .Concat(RegionTables.Current.Municipalities.Select(one => one.Name))
            .SelectMany(text =>
                text.Split([' ', '.', ',', ':', '(', ')', '?', '!', ';', '/'], StringSplitOptions.RemoveEmptyEntries)
            );
}
