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

    [Theory]
    [InlineData("\u200bVos", "a space without width")]
    [InlineData("Vo\u00ads", "a hyphen that shows only at a line's end")]
    [InlineData("Vos\u200e", "a mark of direction")]
    [InlineData("\ufeffVos", "a mark of byte order")]
    [InlineData("Vos\u2060", "a joiner of words")]
    [InlineData("V\u200dos", "a joiner between Latin letters")]
    [InlineData("Vos\u200c", "a joiner of nothing")]
    [InlineData("Vos\u2028Bakker", "a separator of lines")]
    [InlineData("\u3164\u3164", "letters that are blank")]
    [InlineData("\u2800", "Braille without dots")]
    [InlineData("\U000e0041Vos", "a tag")]
    public void What_nobody_sees_is_refused_in_a_line(string typed, string what)
    {
        var found = new Findings();
        found.Line("line", typed).ShouldBeNull(what);
        found.Problems.ShouldHaveSingleItem().Rule.ShouldBe("rule.control-characters");
    }

    [Theory]
    [InlineData("Öztürk-Żółć")]
    [InlineData("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")]
    [InlineData("\u0915\u094d\u200d\u0937")]
    [InlineData("\U0001f469\u200d\U0001f469\u200d\U0001f467")]
    [InlineData("\u2764\ufe0f\u200d\U0001f525")]
    [InlineData("\U0001f469\U0001f3fd\u200d\U0001f52c")]
    [InlineData("שרה O’Brien")]
    public void What_is_seen_is_kept_in_every_script(string typed)
    {
        var found = new Findings();
        found.Line("line", typed).ShouldBe(typed.Normalize());
        found.None.ShouldBeTrue();
    }

    [Fact]
    public void Whatever_line_is_kept_can_be_seen() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                typed =>
                {
                    var kept = new Findings().Line("line", typed);
                    return kept is null || kept.EnumerateRunes().Any(rune => !System.Text.Rune.IsControl(rune));
                }
            )
            .QuickCheckThrowOnFailure();

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
