using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

/// <summary>A name with a birth date or a number in one field, as somebody on duty types it at night.</summary>
public sealed class NameAndBirthTests
{
    private static readonly WrittenDate Reading = new(new DateOnly(2026, 11, 29), isBirth: true);

    [Theory]
    [InlineData("vos 14-03-44", "vos", "1944-03-14")]
    [InlineData("vos 14-3-'44", "vos", "1944-03-14")]
    [InlineData("vos 14031944", "vos", "1944-03-14")]
    [InlineData("vos 140344", "vos", "1944-03-14")]
    [InlineData("vos 14 3 1944", "vos", "1944-03-14")]
    [InlineData("vos 14 maart 1944", "vos", "1944-03-14")]
    [InlineData("vos 14 mrt 44", "vos", "1944-03-14")]
    [InlineData("Vos, March 14, 1944", "Vos", "1944-03-14")]
    [InlineData("Vos,14-3-1944", "Vos", "1944-03-14")]
    [InlineData("Vos(14-3-1944)", "Vos", "1944-03-14")]
    [InlineData("vos14031944", "vos", "1944-03-14")]
    [InlineData("14maart1944 Vos", "Vos", "1944-03-14")]
    [InlineData("Vos 14-3-1944, Leida", "Vos Leida", "1944-03-14")]
    [InlineData("14-03-1944 vos", "vos", "1944-03-14")]
    [InlineData("Leida 14-03-1944 Vos", "Leida Vos", "1944-03-14")]
    [InlineData("Vos (14-03-1944)", "Vos", "1944-03-14")]
    [InlineData("Vos *14-03-1944", "Vos", "1944-03-14")]
    [InlineData("van den Vos 14-03-1944", "van den Vos", "1944-03-14")]
    [InlineData("Mei 14-03-1944", "Mei", "1944-03-14")]
    [InlineData("Jan Vos 1944", "Jan Vos", "1944")]
    [InlineData("Vos Jan 1944", "Vos Jan", "1944")]
    [InlineData("vos maart 1944", "vos", "1944-03")]
    [InlineData("vos 1944", "vos", "1944")]
    [InlineData("14-03-1944", null, "1944-03-14")]
    public void TheDateIsTakenOutOfTheName(string typed, string? name, string born)
    {
        var read = NameAndBirth.Of(typed, Reading);
        read.Asked.ShouldBeNull();
        (read.Name, read.BirthDate?.ToString(), read.Number).ShouldBe((name, born, null));
    }

    [Theory]
    [InlineData("vos 999990019", "vos", "999990019")]
    [InlineData("9999.90.019 vos", "vos", "9999.90.019")]
    [InlineData("vos 44.03.14-123-45", "vos", "44.03.14-123-45")]
    public void SoManyDigitsAreANumber(string typed, string name, string number)
    {
        var read = NameAndBirth.Of(typed, Reading);
        (read.Name, read.BirthDate, read.Number, read.Asked).ShouldBe((name, null, number, null));
    }

    [Theory]
    [InlineData("Leida Vos")]
    [InlineData("d'Hondt-'t Hart")]
    [InlineData("Mei Maart")]
    [InlineData("")]
    [InlineData(null)]
    public void ANameWithoutDigitsStaysAsItWasTyped(string? typed) =>
        NameAndBirth.Of(typed, Reading).ShouldBe(new NameAndBirth(typed, null, null, null));

    [Theory]
    [InlineData("vos 44", "rule.date-unread")]
    [InlineData("vos 14-3", "rule.date-without-year")]
    [InlineData("vos 14 maart", "rule.date-without-year")]
    [InlineData("vos 31-02-1944", "rule.date-impossible")]
    [InlineData("vos 14-03-20", "rule.date-which-century")]
    [InlineData("vos 14-03-1944 en 15-03-1944", "rule.date-unread")]
    public void WhatIsNeitherIsAskedAbout(string typed, string rule) =>
        NameAndBirth.Of(typed, Reading).Asked.ShouldNotBeNull().Rule.ShouldBe(rule);
}
