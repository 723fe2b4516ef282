using System.Text.RegularExpressions;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Readers;

/// <summary>What is said otherwise to the person and to a close one stands beside what is said to anyone.</summary>
public sealed partial class ReaderWordsTests
{
    public static TheoryData<Reader> Readers => [Reader.Person, Reader.CloseOne];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Every_text_of_theirs_is_one_that_anyone_reads_too(Reader reader)
    {
        var (dutch, flemish, english) = (Words.Read("nl-NL"), Words.Read("nl-BE"), Words.Read("en"));
        var (own, ownFlemish, ownEnglish) = (Read("nl-NL"), Read("nl-BE"), Read("en"));

        own.Keys.Except(dutch.Keys).ShouldBeEmpty();
        ownEnglish.Keys.ShouldBe(own.Keys, ignoreOrder: true);
        ownFlemish.Keys.Except(own.Keys).ShouldBeEmpty();
        own.Keys.Intersect(flemish.Keys)
            .Except(ownFlemish.Keys)
            .ShouldBeEmpty("Flemish says these in words of its own, so to this reader too");
        own.Where(text => text.Value == dutch[text.Key]).Select(text => text.Key).ShouldBeEmpty();
        ownEnglish.Where(text => text.Value == english[text.Key]).Select(text => text.Key).ShouldBeEmpty();
        own.Where(text => !Gaps(text.Value).IsSubsetOf(Gaps(dutch[text.Key]))).ShouldBeEmpty();
        ownEnglish.Where(text => !Gaps(text.Value).SetEquals(Gaps(own[text.Key]))).ShouldBeEmpty();
        ownFlemish.Where(text => !Gaps(text.Value).SetEquals(Gaps(own[text.Key]))).ShouldBeEmpty();

        Dictionary<string, string> Read(string language) => Words.Read(language, reader);
    }

    [Fact]
    public void To_anyone_nothing_is_said_otherwise()
    {
        Words.Of("nl-NL")["people.tab.who", "Leida"].ShouldBe("Wie is Leida");
        Words.Of("nl-NL", Reader.Person)["people.tab.who", "Leida"].ShouldBe("Over u");
        Words.Of("nl-BE", Reader.Person)["people.tab.who", "Leida"].ShouldBe("Over u");
        Words.Of("en", Reader.Person)["people.tab.who", "Leida"].ShouldBe("About you");
        Words.Of("nl-BE", Reader.CloseOne)["people.nav"].ShouldBe(Words.Of("nl-BE")["people.nav"]);
    }

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(gap => gap.Value)];

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Gap();
}
