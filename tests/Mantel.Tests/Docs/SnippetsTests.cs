using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Docs;

/// <summary>Code in a document that says where it is from stands there, line by line.</summary>
public sealed partial class SnippetsTests
{
    public static TheoryData<string, string, string> Snippets()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var file in Directory.EnumerateFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories))
        {
            foreach (var (from, code) in In(File.ReadAllText(file)))
                all.Add(Path.GetFileName(file), from, code);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Every_snippet_is_what_the_file_says(string document, string from, string code) =>
        IsIn(File.ReadAllText(Repository.File(from)), code).ShouldBeTrue($"{document}: {from}\n{code}");

    [Fact]
    public void A_snippet_that_is_not_there_is_seen()
    {
        var (from, code) = In("<!-- from a.cs -->\n\n```csharp\nvar a = 1;\nvar b = 2;\n```\n").Single();
        from.ShouldBe("a.cs");
        IsIn("{\n    var a = 1;\n    var b = 2;\n}", code).ShouldBeTrue();
        IsIn("{\n    var a = 1;\n    var b = 3;\n}", code).ShouldBeFalse();
    }

    private static IEnumerable<(string From, string Code)> In(string document) =>
        Snippet().Matches(document).Select(match => (match.Groups["from"].Value, match.Groups["code"].Value));

    /// <summary>Wherever it is indented.</summary>
    private static bool IsIn(string file, string code) =>
        Flat(file).Contains(Flat(code).Trim(), StringComparison.Ordinal);

    private static string Flat(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    [GeneratedRegex(
        "<!-- from (?<from>\\S+) -->\\s+```[a-z]*\\n(?<code>.*?)\\n```",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Snippet();
}
