using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Boundaries;

/// <summary>
/// Names a nurse would say, short files, and nothing of the machine it was written on.
/// </summary>
public sealed partial class HouseStyleTests
{
    private const int MostLines = 400;
    private const int LongestLine = 120;

    /// <summary>The endpoints that the generator of the framework writes; nobody here names them.</summary>
    private const string WrittenAtBuild = "Microsoft.AspNetCore.Http.Generated";

    private static readonly string[] NoNames =
    [
        "Service",
        "Services",
        "Manager",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Dto",
        "Base",
    ];

    private static readonly Assembly[] Ours =
    [
        typeof(Mantel.Core.Journal.Fact).Assembly,
        typeof(Mantel.Fhir.R4.Received).Assembly,
        typeof(Mantel.Storage.Archive).Assembly,
        typeof(Mantel.Demo.DemoPeople).Assembly,
        typeof(Program).Assembly,
    ];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace != WrittenAtBuild && SaysNothing(type))
            .ShouldBeEmpty();

    [Fact]
    public void A_file_fits_in_a_head() =>
        Sources.Files("cs", "razor", "css", "js", "mjs").Where(file => Lines(file).Length > MostLines).ShouldBeEmpty();

    [Fact]
    public void A_line_fits_on_a_screen() =>
        Sources.Files("cs").SelectMany(file => TooLong(file, Lines(file))).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_muted() =>
        Sources.Files("cs", "razor").SelectMany(file => Muted(file, Text(file))).ShouldBeEmpty();

    [Fact]
    public void Nothing_tells_of_the_machine_it_was_written_on() =>
        Sources.Files().Where(IsText).SelectMany(file => Traces(file, Text(file))).ShouldBeEmpty();

    [Fact]
    public void Each_offence_is_seen()
    {
        SaysNothing(typeof(DoorHelper)).ShouldBeTrue();
        SaysNothing(typeof(HouseStyleTests)).ShouldBeFalse();
        TooLong("a.cs", ["", new string('x', LongestLine + 1)]).ShouldBe(["a.cs:2"]);
        TooLong("src/a.cs", [$"Say(\"{new string('x', LongestLine)}\");"]).ShouldBe(["src/a.cs:1"]);
        Muted("a.cs", "#pragma warning " + "disable CS1591").ShouldNotBeEmpty();
        Traces("a.json", "\"resolved\": \"https://" + "packages.example/x.tgz\"").ShouldNotBeEmpty();
        Traces("a.md", "see /wo" + "rk/main/README").ShouldNotBeEmpty();
        Traces("a.md", "in /ro" + "ot/.cache").ShouldNotBeEmpty();
        Traces("a.md", "the network and its root").ShouldBeEmpty();
    }

    private static bool SaysNothing(Type type) => Word().Matches(type.Name).Any(word => NoNames.Contains(word.Value));

    private static IEnumerable<string> TooLong(string file, string[] lines) =>
        lines
            .Index()
            .Where(line => line.Item.Length > LongestLine && !IsTestData(file, line.Item))
            .Select(line => $"{file}:{line.Index + 1}");

    /// <summary>A message or a page that a test quotes stays as it is.</summary>
    private static bool IsTestData(string file, string line) =>
        file.StartsWith("tests/", StringComparison.Ordinal) && line.Contains('"', StringComparison.Ordinal);

    private static IEnumerable<string> Muted(string file, string text) =>
        Mute().Matches(text).Select(match => $"{file}: {match.Value}");

    private static IEnumerable<string> Traces(string file, string text) =>
        (IsLock(file) ? Trace().Matches(text).Concat(Host().Matches(text)) : Trace().Matches(text)).Select(match =>
            $"{file}: {match.Value}"
        );

    private static bool IsLock(string file) => file.EndsWith(".json", StringComparison.Ordinal);

    private static bool IsText(string file) => !Picture().IsMatch(file);

    private static string Text(string file) => File.ReadAllText(Repository.File(file));

    private static string[] Lines(string file) => File.ReadAllLines(Repository.File(file));

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"#pragma\s+warning\s+disable\b|\[(?:assembly: )?(?:Unconditional)?SuppressMessage\(")]
    private static partial Regex Mute();

    [GeneratedRegex("(?<![A-Za-z0-9.}])/(?:work|root|home/[a-z]+|tmp/mantel)/")]
    private static partial Regex Trace();

    [GeneratedRegex("\"resolved\":\\s*\"http[^\"]*\"")]
    private static partial Regex Host();

    [GeneratedRegex(@"\.(?:png|jpg|ico|woff2?|pdf|db|zip)$")]
    private static partial Regex Picture();

    private static class DoorHelper;
}
