using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Docs;

/// <summary>The documents cannot lie about what is there: links, paths and commands exist.</summary>
public sealed partial class DocsTests
{
    private static readonly string[] Commands =
    [
        "serve",
        "import",
        "export",
        "backup",
        "restore",
        "verify",
        "rebuild",
        "tick",
        "erase",
        "account",
    ];

    public static TheoryData<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Repository.Root, file))
                .Where(file => !file.Split('/').Any(part => part is "node_modules" or "bin" or "obj" or "var")),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Repository.File(document))!;
        Links(File.ReadAllText(Repository.File(document)))
            .Where(link => !Path.Exists(Path.Combine(folder, link)))
            .ShouldBeEmpty(document);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_path_it_names_exists(string document) =>
        Paths(File.ReadAllText(Repository.File(document)))
            .Where(path => !Path.Exists(Repository.File(path)))
            .ShouldBeEmpty(document);

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_it_names_exists(string document) =>
        CommandsIn(File.ReadAllText(Repository.File(document)))
            .Except(Commands, StringComparer.Ordinal)
            .ShouldBeEmpty(document);

    [Fact]
    public void The_guards_see_what_is_wrong()
    {
        const string Wrong = "[x](no/such.md) `src/No.Such/File.cs` `./run conquer`";
        Links(Wrong).ShouldBe(["no/such.md"]);
        Paths(Wrong).ShouldBe(["src/No.Such/File.cs"]);
        CommandsIn(Wrong).ShouldBe(["conquer"]);
    }

    private static IEnumerable<string> Links(string text) =>
        Link()
            .Matches(text)
            .Select(match =>
                (match.Groups["to"].Success ? match.Groups["to"] : match.Groups["src"]).Value.Split('#')[0]
            )
            .Where(link =>
                link.Length > 0
                && !link.Contains("://", StringComparison.Ordinal)
                && !link.StartsWith("mailto:", StringComparison.Ordinal)
            );

    private static IEnumerable<string> Paths(string text) =>
        Named().Matches(text).Select(match => match.Groups["path"].Value);

    private static IEnumerable<string> CommandsIn(string text) =>
        Command().Matches(text).Select(match => match.Groups["command"].Value);

    [GeneratedRegex(
        """\]\((?<to>[^)\s]+)\)|(?:src|href)="(?<src>[^"]+)" """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000
    )]
    private static partial Regex Link();

    [GeneratedRegex("`(?<path>(?:src|tests|docs|data|bench|tools)/[\\w./-]*\\w)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("\\./run (?<command>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();
}
