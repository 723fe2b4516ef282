using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>What somebody typed: read as meant, kept as typed, refused at its field.</summary>
public class TypedTests
{
    [Xunit.Theory]
    [Xunit.InlineData("3", "5", "1944", "1944-05-03")]
    [Xunit.InlineData("", "5", "1944", "1944-05")]
    [Xunit.InlineData("", "", "1944", "1944")]
    public void ADateMayBePartial(string day, string month, string year, string date) =>
        Date(day, month, year).Date("born").ShouldBe(PartialDate.Parse(date));

    [Xunit.Theory]
    [Xunit.InlineData("31", "2", "1944", "rule.date-impossible")]
    [Xunit.InlineData("1", "13", "1944", "rule.date-impossible")]
    [Xunit.InlineData("1", "1", "0000", "rule.date-absurd-year")]
    [Xunit.InlineData("1", "1", "0001", "rule.date-absurd-year")]
    [Xunit.InlineData("1", "1", "1889", "rule.date-absurd-year")]
    [Xunit.InlineData("1", "1", "9999", "rule.date-far-future")]
    [Xunit.InlineData("x", "1", "1944", "rule.date-unread")]
    [Xunit.InlineData("3", "5", "944", "rule.date-short-year")]
    [Xunit.InlineData("3", "5", "19440", "rule.date-short-year")]
    [Xunit.InlineData("3", "5", "", "rule.date-without-year")]
    [Xunit.InlineData("3", "", "", "rule.date-without-year")]
    [Xunit.InlineData("3", "", "1944", "rule.date-without-month")]
    [Xunit.InlineData("3", "nop", "1944", "rule.date-unread")]
    public void WhatCannotBeADateIsSaidAtItsField(string day, string month, string year, string rule)
    {
        var typed = Date(day, month, year);
        typed.Date("born").ShouldBeNull();
        typed.ProblemsAt("born").Single().Rule.ShouldBe(rule);
        typed["born.day"].ShouldBe(day.Length == 0 ? null : day);
    }

    /// <summary>A signal of two spaces without width was once taken, and nobody could read what was noticed.</summary>
    [Xunit.Theory]
    [Xunit.InlineData("\u200B\u200B")]
    [Xunit.InlineData(" \u2060\uFEFF\u00A0 ")]
    [Xunit.InlineData("\u3164")]
    [Xunit.InlineData("\u2800\u200D")]
    public void WhatNobodyCanSeeIsAnEmptyField(string text) => Of(("words", text))["words"].ShouldBeNull();

    /// <summary>Joiners belong to the words of some languages, and to pictures.</summary>
    [Xunit.Theory]
    [Xunit.InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    [Xunit.InlineData("\U0001F468\u200D\U0001F33E")]
    public void WhatJoinsLettersStays(string text) => Of(("words", text))["words"].ShouldBe(text);

    [Xunit.Theory]
    [Xunit.InlineData("14", "nov", "1944", "1944-11-14")]
    [Xunit.InlineData("14", "November", "44", "1944-11-14")]
    [Xunit.InlineData("", "mrt", "1944", "1944-03")]
    [Xunit.InlineData("14-03-1944", "", "", "1944-03-14")]
    [Xunit.InlineData("14 maart '44", "", "", "1944-03-14")]
    [Xunit.InlineData("14e", "3", "1944", "1944-03-14")]
    public void UsersCaseA4ADateInThreeFieldsIsReadAsPeopleWriteIt(
        string day,
        string month,
        string year,
        string date
    ) => Date(day, month, year).Born("born").ShouldBe(PartialDate.Parse(date));

    [Xunit.Fact]
    public void NoDateAtAllIsNoDate()
    {
        var typed = Date("", "", "");
        typed.Date("born").ShouldBeNull();
        typed.Problems.ShouldBeEmpty();
    }

    [Xunit.Theory]
    [Xunit.InlineData("a\u0000b", "ab")]
    [Xunit.InlineData("a\u0007b", "ab")]
    [Xunit.InlineData("abc\u202Edef", "abcdef")]
    [Xunit.InlineData("Zij wil niet naar het zieken\uFFFEhuis.", "Zij wil niet naar het ziekenhuis.")]
    [Xunit.InlineData("a\uFFFFb", "ab")]
    [Xunit.InlineData("a\uFDD0b\uD83F\uDFFE", "ab")]
    [Xunit.InlineData("a\u2066b", "ab")]
    public void SecurityCase12WhatNobodySeesIsTakenOutAndSaidAtItsFieldAndTheWordsStay(string text, string kept)
    {
        var typed = Of(("words", text));
        typed.ProblemsAt("words").Single().Rule.ShouldBe("rule.characters-removed");
        typed["words"].ShouldBe(kept);
        Of(("words", kept)).Problems.ShouldBeEmpty();
    }

    [Xunit.Fact]
    public void SecurityCase12HalfACharacterIsTakenOut()
    {
        var typed = Of(("words", $"a{(char)0xD800}b{(char)0xDC00}"));
        typed.ProblemsAt("words").Single().Rule.ShouldBe("rule.characters-removed");
        typed["words"].ShouldBe("ab");
    }

    [Xunit.Theory]
    [Xunit.InlineData("👵🏽 thuis", "👵🏽 thuis")]
    [Xunit.InlineData("שלום", "שלום")]
    [Xunit.InlineData("  regel één\r\nregel twee  ", "regel één\nregel twee")]
    [Xunit.InlineData("e\u0301e\u0301n", "één")]
    public void StrangeTextIsKept(string text, string kept)
    {
        var typed = Of(("words", text));
        typed["words"].ShouldBe(kept);
        typed.Problems.ShouldBeEmpty();
    }

    [Xunit.Fact]
    public void TooLongIsRefusedAndKept()
    {
        var typed = Of(("words", new string('a', TypedForm.LongestText + 1)));
        typed.ProblemsAt("words").Single().Rule.ShouldBe("rule.too-long");
        typed["words"]!.Length.ShouldBe(TypedForm.LongestText + 1);
    }

    [Xunit.Theory]
    [Xunit.InlineData("Nurse", true)]
    [Xunit.InlineData("nurse", false)]
    [Xunit.InlineData("0", false)]
    public void AChoiceIsAWordNeverANumber(string text, bool taken)
    {
        var typed = Of(("role", text));
        typed.Choice<Role>("role").ShouldBe(taken ? Role.Nurse : null);
        typed.Problems.Count.ShouldBe(taken ? 0 : 1);
    }

    [Xunit.Fact]
    public void TheActOfAFormStaysTheSame()
    {
        var typed = TypedForm.Nothing();
        typed.Act.ShouldBe(typed.Act);
    }

    private static readonly DateOnly Today = new(2026, 11, 29);

    private static TypedForm Date(string day, string month, string year) =>
        Of(("born.day", day), ("born.month", month), ("born.year", year));

    private static TypedForm Of(params (string Name, string Value)[] fields) =>
        TypedForm.Of(
            new FormCollection(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value))),
            Today
        );
}
