using System.Text.RegularExpressions;
using Mantel.Core.People;
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
        "ziekenhuisopname",
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
            { "person-unasked", "nl-NL" },
            { "person-unasked", "nl-BE" },
            { "person-unasked", "en" },
            { OwnPages.Distant, "nl-NL" },
            { OwnPages.Distant, "nl-BE" },
            { OwnPages.Distant, "en" },
        };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Nothing_speaks_about_its_reader(string role, string language)
    {
        var about = role is "close-one" or OwnPages.Distant ? AboutACloseOne() : AboutThePerson();

        (await house.ReadAsync(role, language))
            .Where(one => !IsAboutAnother(one) && about.IsMatch(WithoutFacts(one.Text)))
            .Select(one => $"{one}")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Nobody_is_named_to_themselves(string role, string language)
    {
        var names = NamesOf(role);

        (await house.ReadAsync(role, language))
            .Where(one => Names(one, names))
            .Select(one => $"{one}")
            .Distinct()
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task It_reads_easily(string role, string language)
    {
        var texts = Sentences((await house.ReadAsync(role, language)).Where(one => one.IsOurs));
        var sentences = texts.SelectMany(Readability.SentencesOf).Distinct().ToList();
        var lengths = sentences.ConvertAll(sentence => Readability.WordsOf(sentence).Count);

        sentences.Count.ShouldBeGreaterThan(30);
        Readability.Ease(texts, language).ShouldBeGreaterThan(Easy);
        lengths.Average().ShouldBeLessThan(UsualSentence);
        sentences.Where((_, nth) => lengths[nth] > LongestSentence).ShouldBeEmpty();
        sentences.Where(sentence => Readability.WordsOf(sentence).Any(IsLong)).ShouldBeEmpty();
    }

    [Fact]
    public void What_speaks_about_its_reader_is_seen()
    {
        AboutThePerson().IsMatch("Wat zegt de persoon nu?").ShouldBeTrue();
        AboutThePerson().IsMatch("Wat wil de patiënt?").ShouldBeTrue();
        AboutThePerson().IsMatch("Euthanasie: Wil geen euthanasie.").ShouldBeTrue();
        AboutThePerson().IsMatch("In hun eigen woorden.").ShouldBeTrue();
        AboutThePerson().IsMatch("Wat wilt u nu anders?").ShouldBeFalse();
        AboutACloseOne().IsMatch("Hoe lang houdt de naaste het vol?").ShouldBeTrue();
    }

    [Fact]
    public void A_reader_who_is_named_to_themselves_is_seen()
    {
        string[] leida = ["Leida", "Vos-de Ruyter"];

        Names(Of("Leida wil sterven: thuis."), leida).ShouldBeTrue();
        Names(Of("Afgesproken met Leida Vos-de Ruyter, Fatima."), leida).ShouldBeTrue();
        Names(Of("Leida Vos-de Ruyter"), leida).ShouldBeFalse("a name alone tells nothing about anybody");
        Names(Of("Uw naam is Leida Vos-de Ruyter."), leida).ShouldBeFalse();
        Names(Of("Goedemiddag, Leida", "H1"), leida).ShouldBeFalse();

        static Said Of(string text, string tag = "P") => new("/", text, tag, "nl-NL", IsOurs: true);
    }

    private static string[] NamesOf(string role) =>
        role switch
        {
            "person" => ["Leida", "Lijdia", "Vos-de Ruyter", "de Ruyter"],
            "close-one" => ["Marijke Vos", "Marijke"],
            OwnPages.Distant => ["Joke Minnaard", "Joke"],
            _ => ["Wil van den Boogaard", "Wil"],
        };

    /// <summary>
    /// The reader's name stands in what is said. Allowed: a name alone, the title and the first heading of a page, the
    /// few sentences that say what the name is, and a link that says of whom a row is.
    /// </summary>
    private static bool Names(Said said, string[] names) =>
        said.Tag is not ("TITLE" or "H1")
        && !NameIs().IsMatch(said.Text)
        && !(said.Tag is "A" && names.Any(name => said.Text.EndsWith($": {name}", StringComparison.Ordinal)))
        && names.Any(name => Regex.IsMatch(said.Text, $@"(?<![\p{{L}}-]){name}(?![\p{{L}}-])"))
        && names
            .Concat(["Alida Johanna", "Maria"])
            .Aggregate(said.Text, (left, name) => left.Replace(name, "", StringComparison.Ordinal))
            .Any(char.IsLetter);

    /// <summary>A role as the law names it, is a fact.</summary>
    private static string WithoutFacts(string text) => Facts().Replace(text, "");

    /// <summary>Telling what one noticed of somebody else: "this person" is them.</summary>
    private static bool IsAboutAnother(Said said) =>
        said.Page is "/signals" || said.Page.EndsWith("/signals/new", StringComparison.Ordinal);

    /// <summary>What is a sentence: it has a verb and an end, where a label or a name has none.</summary>
    private static List<string> Sentences(IEnumerable<Said> said) =>
        [.. said.Where(one => one.Text[^1] is '.' or '?' or '!').Select(one => one.Text).Distinct()];

    private static bool IsLong(string word) =>
        word.Length >= LongWord && !Terms.Any(term => word.StartsWith(term, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"\b(de|deze) persoon\b(?! kent)|\bde persoon zelf\b|\bthe person\b(?! you are close)|\bthis person\b|\bhun eigen\b"
            + @"|\b(de )?(patiënt|cliënt|betrokkene)\b|\bthe (patient|client)\b"
            + @"|(^|: )(?-i:(Wil|Kan|Heeft) (geen|niet|een)\b|(Does not|Has an?|Has no) )"
            + @"|\bin their\b|\bWie iemand is\b|\bzegt nu\b|\bsays differently\b|\bwhat somebody says\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AboutThePerson();

    [GeneratedRegex("bewindvoerder over de persoon")]
    private static partial Regex Facts();

    [GeneratedRegex("^(Uw naam is|Your name is|U wordt genoemd|You are called) ", RegexOptions.ExplicitCapture)]
    private static partial Regex NameIs();

    [GeneratedRegex(
        @"\bde naaste\b|\bthe close one\b|\b(de|deze) persoon\b|\bthis person\b|\bthe person\b(?! you are close)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AboutACloseOne();

    /// <summary>
    /// The demonstration, read once by each reader in each language: each in a house of their own, so that nobody meets
    /// who came before them, nor asks too often in their place.
    /// </summary>
    public sealed class House
    {
        private readonly Dictionary<(string, string), ReadPages> _read = [];

        internal async Task<List<Said>> ReadAsync(string role, string language) =>
            (await ReadAllAsync(role, language)).Says;

        internal async Task<ReadPages> ReadAllAsync(string role, string language)
        {
            if (_read.TryGetValue((role, language), out var known))
                return known;
            await using var mantel = await RunningMantel.StartAsync();
            var pages = await OwnPages.ReadAsync(mantel, role, language);
            foreach (var must in role is OwnPages.Distant ? MustBeRead.Where(IsOfEverybody) : MustBeRead)
                pages.Keys.ShouldContain(way => must.IsMatch(way), $"{role} {must} {string.Join(" | ", pages.Keys)}");
            var record = await OwnPages.RecordAsync(mantel, OwnPages.Of(role));
            var says = new WhatAPageSays(record);
            return _read[(role, language)] = new ReadPages(
                record,
                [.. pages.SelectMany(page => says.On(page.Key, page.Value, language))],
                [.. pages.SelectMany(page => says.Pieces(page.Key, page.Value, language))],
                [.. pages.SelectMany(page => WhatAPageSays.Dials(page.Value)).Distinct(StringComparer.Ordinal)]
            );
        }
    }

    /// <summary>All that one reader reads in one language.</summary>
    /// <param name="Pieces">Every piece of text by itself.</param>
    /// <param name="Dials">Every number that a press calls.</param>
    internal sealed record ReadPages(PersonRecord Record, List<Said> Says, List<Said> Pieces, List<string> Dials);

    /// <summary>Who represents nobody reads no plan, no history and no circle.</summary>
    private static bool IsOfEverybody(Regex way) =>
        !way.ToString().StartsWith("^/people/", StringComparison.Ordinal) && !way.IsMatch("409 /people/");

    /// <summary>Pages that have to be among those that were read, or the walk stopped too early.</summary>
    private static readonly Regex[] MustBeRead =
    [
        new("^/$"),
        new("^/people/[^/]+/plan[?]all=yes$"),
        new("^/people/[^/]+/timeline$"),
        new("^/people/[^/]+/night$"),
        new("^/people/[^/]+/circle$"),
        new("^/people/[^/]+/plan/sheet$"),
        new("^/sign-in/new$"),
        new("^at home /prepare/about/"),
        new("^at home 404 "),
        new("^404 /nothing/here$"),
        new("^400 /people/"),
        new("^409 /people/"),
        new("^429 "),
    ];
}
