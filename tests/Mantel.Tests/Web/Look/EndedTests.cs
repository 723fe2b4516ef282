using Mantel.Core.Journal;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Shouldly;

namespace Mantel.Tests.Web.Look;

/// <summary>A message once ended a decision without a day, and the night page read "beëindigd op zonder datum".</summary>
public sealed class EndedTests
{
    private static readonly Words Dutch = Words.Of("nl-NL");

    [Xunit.Fact]
    public void WhatEndedOnADaySaysTheDay() =>
        Telling
            .Ended("night.ended", PartialDate.Parse("2026-03-01"), Dutch, shortly: false)
            .ShouldBe("beëindigd op 1 maart 2026");

    [Xunit.Fact]
    public void WhatEndedOnNoKnownDaySaysSo() =>
        Telling.Ended("night.ended", null, Dutch).ShouldBe("beëindigd, dag niet bekend");
}
