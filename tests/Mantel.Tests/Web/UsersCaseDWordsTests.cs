using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Mantel.Core.Quality;
using Mantel.Tests.People.Pages;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web;

/// <summary>
/// Users' case D: no page says a thing twice, leaves a gap, forgets a space or speaks another language, for whoever
/// reads.
/// </summary>
public sealed partial class UsersCaseDWordsTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private const int OfAKind = 2;

    /// <summary>Texts of a pack in which such words are meant, each with its reason.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["platform.language.en"] = "a language by its own name",
        ["platform.language.nl-NL"] = "a language by its own name",
        ["platform.language.nl-BE"] = "a language by its own name",
        ["forfait.sheet"] = "the Belgian name beside the English one",
    };

    [Theory]
    [InlineData("Gesprek niet afgerond.Wat daarin gezegd is, staat hier niet.", "nl-NL")]
    [InlineData("Kies een antwoord. Kies een antwoord.", "nl-NL")]
    [InlineData(": Vul dit in.", "nl-NL")]
    [InlineData("Sinds {0} is er iets veranderd.", "nl-BE")]
    [InlineData("Own choice; no source names a number and nobody reviewed it", "nl-NL")]
    [InlineData("gesprek van 29 november, niet bevestigd", "en")]
    [InlineData("met , en ()", "nl-NL")]
    public void WhatIsWrongIsSeen(string line, string language) => Sentences.Faults(line, language).ShouldNotBeEmpty();

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("nl-BE")]
    [InlineData("en")]
    public void NoTextOfAPackIsWrong(string pack) =>
        Words
            .Of(pack)
            .Keys.Where(key => !Meant.ContainsKey(key))
            .SelectMany(key => Parts(key, Words.Of(pack)[key]).Select(part => (Key: key, Part: part)))
            .SelectMany(one => Sentences.Faults(one.Part, pack).Select(what => $"{one.Key}: {what}"))
            .ShouldBeEmpty();

    /// <summary>A text as it is read; the sentence of a fact by its parts, which are said or left out each.</summary>
    private static IEnumerable<string> Parts(string key, string text) =>
        key.StartsWith("tells.", StringComparison.Ordinal)
            ? Names()
                .Replace(text, "x")
                .Split('[', ']')
                .Select(part => Condition().Replace(part, "").TrimStart(' ', ',', ':', ';', '.', '·'))
                .Where(part => part.Length > 0)
            : [Gaps().Replace(text, "x")];

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("nl-BE")]
    [InlineData("en")]
    public void NoDefinitionIsWrong(string language) =>
        MeasureSet
            .Current.Definitions.SelectMany(one =>
                one.Notes.Concat([one.Population, one.Denominator, one.Met, one.CountsOn, one.MatureWhen])
            )
            .SelectMany(said => Sentences.Faults(said.Of(language), language))
            .ShouldBeEmpty();

    /// <summary>The sentences that were found, by what was wrong in them.</summary>
    [Theory]
    [InlineData("als zodanig")]
    [InlineData("zoals het toeval ze legt")]
    [InlineData("dit zelf met naasten bespreekt")]
    [InlineData("dat doen we")]
    [InlineData("aanmeldnaam")]
    [InlineData("so since")]
    [InlineData("talk of")]
    [InlineData("as chance lays them")]
    public void NoPackSaysItAnyMore(string words) =>
        Words
            .Languages.SelectMany(pack => Words.Of(pack).Keys.Select(key => Words.Of(pack)[key]))
            .Where(text => text.Contains(words, StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();

    [Fact]
    public void AConditionIsAskedForByTheNameOfItsChoice()
    {
        Words.Of("nl-NL")["rule.talk-say-condition"].ShouldNotContain("Anders");
        Words.Of("nl-NL")["talk-choice-hint.decision.otherwise"].ShouldBe("schrijf op wanneer wel en wanneer niet");
    }

    [Fact]
    public async Task OnlyWhatWasTypedIsSaidToBeStillThere()
    {
        const string kept = "Wat u typte, staat er nog.";
        var nurse = await house.SignInAsync("nurse");
        var empty = await nurse.SendAsync("/people/new", "/people/new", ("use", "Own"), ("country", "NL"));
        (await empty.Content.ReadAsStringAsync()).ShouldNotContain(kept);
        var typed = await nurse.SendAsync("/people/new", "/people/new", ("use", "Own"), ("given", "Zonder"));
        (await typed.Content.ReadAsStringAsync()).ShouldContain(kept);
    }

    [Theory]
    [InlineData("gp", "nl-NL")]
    [InlineData("gp", "en")]
    [InlineData("nurse", "nl-NL")]
    [InlineData("gp-ghent", "nl-BE")]
    [InlineData("person", "nl-NL")]
    [InlineData("person", "en")]
    [InlineData("close-one", "nl-NL")]
    [InlineData("close-one", "en")]
    [InlineData("volunteer", "nl-NL")]
    [InlineData("coordinator", "nl-NL")]
    [InlineData("coordinator", "en")]
    [InlineData("administrator", "en")]
    public async Task NoPageIsWrong(string who, string language)
    {
        var visitor = await house.SignInAsync(who);
        await visitor.SendAsync("/", "/language", ("language", language));
        var (wrong, pages) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        await foreach (var (address, page) in PagesAsync(visitor))
        {
            pages++;
            page.DocumentElement.GetAttribute("lang").ShouldBe(language, address);
            wrong.UnionWith(
                Lines
                    .Of(page)
                    .SelectMany(line => Sentences.Faults(line, language))
                    .Select(what => $"{KindOf(address)}: {what}")
            );
        }
        pages.ShouldBeGreaterThan(6);
        wrong.ShouldBeEmpty();
    }

    /// <summary>What somebody reaches by links, two of a kind.</summary>
    private static async IAsyncEnumerable<(string Address, IHtmlDocument Page)> PagesAsync(Visitor visitor)
    {
        var (toDo, seen, ofKind) = (
            new Queue<string>(["/"]),
            new HashSet<string>(StringComparer.Ordinal),
            new Dictionary<string, int>(StringComparer.Ordinal)
        );
        while (toDo.TryDequeue(out var address))
        {
            var kind = KindOf(address);
            if (!seen.Add(address) || (ofKind[kind] = ofKind.GetValueOrDefault(kind) + 1) > OfAKind)
                continue;
            var answer = await visitor.Client.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await Visitor.ReadAsync(answer);
            foreach (var link in page.QuerySelectorAll("a[href^='/']"))
                toDo.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
            yield return (address, page);
        }
    }

    private static string KindOf(string address) => Ids().Replace(address.Split('?')[0], "*");

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", RegexOptions.None, 1000)]
    private static partial Regex Ids();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex("<[a-z-]+>", RegexOptions.None, 1000)]
    private static partial Regex Names();

    [GeneratedRegex(@"^[a-z=.!-]*\|", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Condition();
}
