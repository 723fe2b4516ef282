using System.Reflection;
using System.Text.RegularExpressions;
using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>Every text in every language, and no text that nobody reads.</summary>
public partial class WordsTests
{
    private static readonly HashSet<string> Dutch = [.. Words.Of("nl-NL").Keys];

    private static readonly Lazy<Literals> Source = new(() => Literals.In(SourceFiles()));

    [Xunit.Fact]
    public void EnglishIsComplete() => Words.Of("en").Keys.ToHashSet().ShouldBe(Dutch, ignoreOrder: true);

    [Xunit.Fact]
    public void FlemishHasNoTextThatDutchLacks() =>
        Words.Of("nl-BE").Keys.ToHashSet().ShouldBe(Dutch, ignoreOrder: true);

    [Xunit.Fact]
    public void FlemishSaysOnlyWhatDiffers()
    {
        var (dutch, flemish) = (Words.Read("nl-NL"), Words.Read("nl-BE"));
        flemish.Where(text => text.Value == dutch[text.Key]).Select(text => text.Key).ShouldBeEmpty();
    }

    [Xunit.Theory]
    [Xunit.InlineData("nl-BE")]
    [Xunit.InlineData("en")]
    public void TheSameGapsInEveryLanguage(string language)
    {
        var (dutch, other) = (Words.Read("nl-NL"), Words.Read(language));
        other
            .Where(text => !Gaps(text.Value).SetEquals(Gaps(dutch[text.Key])))
            .Select(text => text.Key)
            .ShouldBeEmpty();
    }

    [Xunit.Fact]
    public void WhatIsUsedExists() => Source.Value.MissingFrom(Dutch).ShouldBeEmpty();

    [Xunit.Fact]
    public void WhatExistsIsUsed() => Dutch.Where(key => !Source.Value.Use(key)).ShouldBeEmpty();

    [Xunit.Fact]
    public void ASetHasAWordForEachOfItsChoices() => Sets().SelectMany(set => Wordless(set, Dutch)).ShouldBeEmpty();

    [Xunit.Fact]
    public void AChoiceWithoutAWordIsSeen() =>
        Wordless(typeof(Role), [.. Dutch.Where(key => key != "role.nurse")]).ShouldBe(["role.nurse"]);

    [Xunit.Fact]
    public void AMissingSentenceOfARuleIsSeen()
    {
        var literals = new Literals();
        literals.Read("""findings.Add("name", "rule.nobody-wrote-this");""");
        literals.MissingFrom(Dutch).ShouldBe(["rule.nobody-wrote-this"]);
    }

    [Xunit.Fact]
    public void AMissingTextIsSeen()
    {
        var literals = new Literals();
        literals.Read("""<h1>@Words["platform.nobody-wrote-this"]</h1> Label="platform.skip" """);
        literals.MissingFrom(Dutch).ShouldBe(["platform.nobody-wrote-this"]);
    }

    [Xunit.Fact]
    public void AnUnusedTextIsSeen()
    {
        var literals = new Literals();
        literals.Read("""Words["platform.skip"] Words[$"role.{name}"] words.Name("word", it)""");
        literals.Use("platform.skip").ShouldBeTrue();
        literals.Use("role.nurse").ShouldBeTrue();
        literals.Use("word.perform").ShouldBeTrue();
        literals.Use("platform.demo").ShouldBeFalse();
        literals.Read("""var key = "language." + code;""");
        literals.Use("language.tr").ShouldBeTrue();
    }

    /// <summary>The page of a team once said "since {0}" to its readers.</summary>
    [Xunit.Fact]
    public void NoTextWithAGapIsReadWithoutWhatFillsIt() =>
        ReadBare(SourceFiles().Select(File.ReadAllText)).Where(HasGap).ShouldBeEmpty();

    [Xunit.Fact]
    public void ATextReadWithItsGapIsSeen() =>
        ReadBare(["""<p>@Words["attention.nobody-central"]</p> @Words["attention.nobody-central", day]"""])
            .Where(HasGap)
            .ShouldBe(["attention.nobody-central"]);

    [Xunit.Fact]
    public void AskingForAMissingTextThrowsInTests() =>
        Should.Throw<KeyNotFoundException>(() => Words.Of("en")["platform.nobody-wrote-this"]);

    /// <summary>The choices of Core and of the web that have a set of words of their own.</summary>
    private static IEnumerable<Type> Sets() =>
        new[] { typeof(Mantel.Core.Journal.Fact).Assembly, typeof(Words).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsEnum && Dutch.Any(key => key.StartsWith(SetOf(type), StringComparison.Ordinal)));

    private static IEnumerable<string> Wordless(Type set, HashSet<string> texts) =>
        Enum.GetNames(set).Select(choice => SetOf(set) + Words.Kebab(choice)).Where(key => !texts.Contains(key));

    private static string SetOf(Type choices) => Words.Kebab(choices.Name) + ".";

    private static HashSet<string> Gaps(string text) => [.. GapPattern().Matches(text).Select(gap => gap.Value)];

    private static bool HasGap(string key) => Dutch.Contains(key) && Gaps(Words.Of("nl-NL")[key]).Count > 0;

    private static IEnumerable<string> ReadBare(IEnumerable<string> sources) =>
        sources.SelectMany(source => BarePattern().Matches(source)).Select(read => read.Groups["key"].Value);

    private static IEnumerable<string> SourceFiles() =>
        from file in Directory.EnumerateFiles(Repository.File("src"), "*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select file;

    [GeneratedRegex("""[wW]ords\["(?<key>[^"{}]+)"\]""")]
    private static partial Regex BarePattern();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex GapPattern();
}

/// <summary>Every quoted dotted word in the source: what looks like a key of the language files.</summary>
internal sealed partial class Literals
{
    private static readonly HashSet<string> FactKinds =
    [
        .. typeof(Mantel.Core.Journal.Fact)
            .Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<FactKindAttribute>()?.Name)
            .OfType<string>(),
    ];

    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    public static Literals In(IEnumerable<string> files)
    {
        var literals = new Literals();
        foreach (var file in files)
            literals.Read(File.ReadAllText(file));
        return literals;
    }

    public void Read(string source)
    {
        _keys.UnionWith(
            Key().Matches(source).Select(match => match.Groups[1].Value).Where(key => !FactKinds.Contains(key))
        );
        _beginnings.UnionWith(Beginning().Matches(source).Select(match => match.Groups[1].Value));
        _beginnings.UnionWith(Sum().Matches(source).Select(match => match.Groups[1].Value));
        _beginnings.UnionWith(SetParameter().Matches(source).Select(match => match.Groups[1].Value + "."));
        _beginnings.UnionWith(Set().Matches(source).Select(match => match.Groups[1].Value + "."));
    }

    /// <summary>A key is used when it is written, when what is written goes on in it, or when it is of a set.</summary>
    public bool Use(string key)
    {
        for (var end = key.Length; end > 0; end = key.LastIndexOf('.', end - 1))
        {
            if (_keys.Contains(key[..end]))
                return true;
        }
        return _beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal));
    }

    public IEnumerable<string> MissingFrom(HashSet<string> texts)
    {
        var firsts = texts.Select(text => text.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        return _keys
            .Where(key => firsts.Contains(key.Split('.')[0]))
            .Where(key =>
                !texts.Contains(key) && !texts.Any(text => text.StartsWith(key + ".", StringComparison.Ordinal))
            )
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex("""["']([a-z][a-z0-9-]*(?:\.[A-Za-z0-9-]+)+)["']""")]
    private static partial Regex Key();

    [GeneratedRegex("""\$"([a-z][a-z0-9-]*\.(?:[a-z0-9-]+\.)*[a-z0-9-]*)\{""")]
    private static partial Regex Beginning();

    [GeneratedRegex("\\bSet=\"([a-z-]+)\"")]
    private static partial Regex SetParameter();

    [GeneratedRegex("\"([a-z][a-z0-9.-]*\\.)\" \\+")]
    private static partial Regex Sum();

    [GeneratedRegex("""(?:\.Name|Option\.All<\w+>|Option\.Of)\((?:[Ww]ords, )?"([a-z.-]+)",?""")]
    private static partial Regex Set();
}
