using FsCheck;
using FsCheck.Fluent;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

public class FindingsTests
{
    [Fact]
    public void Text_is_trimmed_and_in_one_form()
    {
        var found = new Findings();
        found.Words("words", "  een\r\ntwee\r drie  ").ShouldBe("een\ntwee\n drie");
        found.Line("line", "Zoe\u0308").ShouldBe("Zoë");
        found.Line("line", " \t ").ShouldBeNull();
        found.Line("line", null).ShouldBeNull();
        found.None.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a\u0007b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u0085b")]
    [InlineData("a\udc00b")]
    public void Unreadable_text_is_refused(string typed)
    {
        var found = new Findings();
        found.Line("line", typed).ShouldBeNull();
        found.Problems.ShouldHaveSingleItem().Rule.ShouldBe("rule.control-characters");
    }

    [Fact]
    public void Whatever_is_typed_is_kept_readable_or_refused_at_its_field() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                typed =>
                {
                    var found = new Findings();
                    var kept = found.Words("words", typed);
                    return found.None
                        ? kept is null || (kept.Length is > 0 and <= 8000 && kept.Trim() == kept)
                        : kept is null && found.Problems.All(problem => problem.Field == "words");
                }
            )
            .QuickCheckThrowOnFailure();
}
