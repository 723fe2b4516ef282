using Mantel.Web.People;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Pages;

/// <summary>What somebody speaks, by a name and never by a bare code.</summary>
public sealed class LanguageNamesTests
{
    public static TheoryData<string, string, string> Names { get; } =
        new()
        {
            { "ary", "nl-NL", "Marokkaans Arabisch" },
            { "ary", "en", "Moroccan Arabic" },
            { "rif", "nl-BE", "Riffijns" },
            { "tr", "nl-NL", "Turks" },
            { "dse", "en", "Sign Language of the Netherlands" },
            { "fa-AF", "nl-NL", "Perzisch" },
            { "qqq", "nl-NL", "taal met code qqq" },
            { "not a code", "en", "language with code not a code" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void Users_A6_a_language_is_named(string code, string pack, string name) =>
        LanguageNames.Of(code, Words.Of(pack)).ShouldBe(name);

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("nl-BE")]
    [InlineData("en")]
    public void Every_language_that_a_form_offers_has_a_name_of_its_own(string pack)
    {
        var unknown = Words.Of(pack)["language.unknown", ""];
        var options = LanguageNames.Options(Words.Of(pack), known: null);

        options.ShouldAllBe(option => option.Text != option.Value);
        options.Select(option => option.Text).ShouldBeUnique();
        options.ShouldNotContain(option => option.Text.StartsWith(unknown, StringComparison.Ordinal));
    }
}
