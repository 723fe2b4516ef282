using System.Text.RegularExpressions;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Readers;

/// <summary>
/// The person is spoken to, and who is close to them too, in every language pack: never about the reader, and in words
/// that most people can read (B1).
/// </summary>
public sealed partial class WhatTheyReadTests(WhatTheyReadTests.House house) : IClassFixture<WhatTheyReadTests.House>
{
    /// <summary>Fairly easy by the norms of Douma, and easier than plain by those of Flesch: taken for B1.</summary>
    internal const double Easy = 70;

    /// <summary>Two lines on a phone; the usual advice for B1 is fifteen words at most, and ten on average.</summary>
    private const int LongestSentence = 22;
    private const double UsualSentence = 11;

    /// <summary>Letters of a word that has to be taken apart to be read.</summary>
    private const int LongWord = 16;

    /// <summary>Terms that stand in a law or on a paper, and are called by their name.</summary>
    private static readonly string[] Terms =
    [
        "vertegenwoordiger",
        "niet-reanimerenverklaring",
        "behandelverbod",
        "levenswensverklaring",
        "euthanasieverzoek",
        "zelfbindingsverklaring",
        "multidisciplina",
    ];

    public static TheoryData<string, string> Readers =>
        new()
        {
            { "person", "nl-NL" },
            { "person", "nl-BE" },
            { "person", "en" },
            { "close-one", "nl-NL" },
            { "close-one", "nl-BE" },
            { "close-one", "en" },
        };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Nothing_speaks_about_its_reader(string role, string language)
    {
        var said = await house.ReadAsync(role, language);
        var about = role == "person" ? AboutThePerson() : AboutACloseOne();

        said.Where(one => !one.IsHeading && !IsAboutAnother(one) && about.IsMatch(WithoutFacts(one.Text)))
            .Select(one => $"{one}")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task It_reads_easily(string role, string language)
    {
        var texts = Sentences(await house.ReadAsync(role, language));
        var sentences = texts.SelectMany(Readability.SentencesOf).Distinct().ToList();
        var lengths = sentences.ConvertAll(sentence => Readability.WordsOf(sentence).Count);

        sentences.Count.ShouldBeGreaterThan(30);
        Readability.Ease(texts, language).ShouldBeGreaterThan(Easy);
        lengths.Average().ShouldBeLessThan(UsualSentence);
        sentences.Where((_, nth) => lengths[nth] > LongestSentence).ShouldBeEmpty();
        sentences.SelectMany(Readability.WordsOf).Where(IsLong).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void What_speaks_about_its_reader_is_seen()
    {
        AboutThePerson().IsMatch("Wat zegt de persoon nu?").ShouldBeTrue();
        AboutThePerson().IsMatch("Wie is Leida").ShouldBeTrue();
        AboutThePerson().IsMatch("In hun eigen woorden.").ShouldBeTrue();
        AboutThePerson().IsMatch("Wat wilt u nu anders?").ShouldBeFalse();
        AboutACloseOne().IsMatch("Hoe lang houdt de naaste het vol?").ShouldBeTrue();
    }

    /// <summary>Whole names in a list of who was there, and a role as the law names it, are facts.</summary>
    private static string WithoutFacts(string text) => Facts().Replace(text, "");

    /// <summary>Telling what one noticed of somebody else: "this person" is them.</summary>
    private static bool IsAboutAnother(Said said) => said.Page is "/signals" or "/signals/new";

    /// <summary>What is a sentence: it has a verb and an end, where a label or a name has none.</summary>
    private static List<string> Sentences(IEnumerable<Said> said) =>
        [.. said.Where(one => one.Text[^1] is '.' or '?' or '!').Select(one => one.Text).Distinct()];

    private static bool IsLong(string word) =>
        word.Length >= LongWord && !Terms.Any(term => word.StartsWith(term, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"\b(de|deze) persoon\b(?! kent)|\bde persoon zelf\b|\bthe person\b|\bthis person\b|\bLeida\b|\bhun eigen\b"
            + @"|\bin their\b|\bWie iemand is\b|\bzegt nu\b|\bsays differently\b|\bwhat somebody says\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AboutThePerson();

    [GeneratedRegex("Leida Vos-de Ruyter|Marijke Vos|bewindvoerder over de persoon")]
    private static partial Regex Facts();

    [GeneratedRegex(
        @"\bMarijke\b|\bde naaste\b|\bthe close one\b|\b(de|deze) persoon\b|\bthis person\b|\bthe person\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AboutACloseOne();

    /// <summary>The demonstration, read once by each reader in each language.</summary>
    public sealed class House : IAsyncLifetime
    {
        private readonly Dictionary<(string, string), List<Said>> _read = [];
        private RunningMantel? _mantel;

        public async Task InitializeAsync() => _mantel = await RunningMantel.StartAsync();

        public async Task DisposeAsync() => await _mantel!.DisposeAsync();

        internal async Task<List<Said>> ReadAsync(string role, string language)
        {
            if (!_read.TryGetValue((role, language), out var said))
                _read[(role, language)] = said = await OwnPages.ReadAsync(_mantel!, role, language);
            return said;
        }
    }
}
