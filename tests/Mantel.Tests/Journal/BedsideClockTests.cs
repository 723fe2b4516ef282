using Mantel.Core.Journal;
using Mantel.Tests.Boundaries;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Journal;

/// <summary>The clock at the bedside: the day of an instant, and the hour that comes twice.</summary>
public class BedsideClockTests
{
    private static readonly DateTimeOffset Twice = new(2026, 10, 25, 0, 58, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Amsterdam")]
    [InlineData("Europe/Brussels")]
    public void ItSaysWhatTheTableOfTimeZonesSays(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        for (
            var at = new DateTimeOffset(1996, 1, 1, 0, 30, 0, TimeSpan.Zero);
            at.Year < 2037;
            at = at.AddMinutes(IsNearAChange(at) ? 30 : 60 * 11)
        )
            BedsideClock.At(at).ShouldBe(TimeZoneInfo.ConvertTime(at, zone).DateTime, $"{at:O}");
    }

    [Fact]
    public void FirstLookCase13TheHourThatComesTwiceSaysWhichItIs()
    {
        var dutch = Words.Of("nl-NL");
        Days.Write(Twice, dutch).ShouldBe("25 okt 2026, 02:58 (zomertijd)");
        Days.Write(Twice.AddMinutes(2), dutch).ShouldBe("25 okt 2026, 02:00 (wintertijd)");
        Days.Write(Twice.AddMinutes(62), dutch).ShouldBe("25 okt 2026, 03:00");
        Days.Write(Twice.AddMinutes(-59), dutch).ShouldBe("25 okt 2026, 01:59");
    }

    [Theory]
    [InlineData("2026-10-24T23:59:59Z", null)]
    [InlineData("2026-10-25T00:00:00Z", DoubledHour.First)]
    [InlineData("2026-10-25T00:59:59Z", DoubledHour.First)]
    [InlineData("2026-10-25T01:00:00Z", DoubledHour.Second)]
    [InlineData("2026-10-25T02:00:00Z", null)]
    [InlineData("2026-03-29T01:00:00Z", null)]
    public void OnlyTheTwoHoursThatTheClockCallsTheSameAreTold(string instant, DoubledHour? which) =>
        BedsideClock.Doubled(DateTimeOffset.Parse(instant, null)).ShouldBe(which);

    [Theory]
    [InlineData("2026-06-01T22:30:00Z", "2026-06-02")] // half past midnight in summer
    [InlineData("2026-12-01T23:30:00Z", "2026-12-02")] // half past midnight in winter
    [InlineData("2026-06-01T21:30:00Z", "2026-06-01")]
    public void WhatIsRecordedAfterMidnightIsOfThatDay(string instant, string day)
    {
        var at = DateTimeOffset.Parse(instant, null);
        BedsideClock.DayOf(at).ToString("yyyy-MM-dd", null).ShouldBe(day);
        var stream = StreamId.Person(Guid.NewGuid());
        var fact = new EntryStruckOut([], "Vergissing.");
        var entry = new Entry(Guid.NewGuid(), stream, 1, fact, null, at, Tell.Gp, Source.Mantel, Guid.NewGuid(), []);
        entry.Day().ToString().ShouldBe(day);
    }

    [Theory]
    [InlineData("2026-03-29T01:59", true)]
    [InlineData("2026-03-29T02:00", false)]
    [InlineData("2026-03-29T02:59", false)]
    [InlineData("2026-03-29T03:00", true)]
    [InlineData("2026-10-25T02:30", true)]
    public void TheHourThatIsLeftOutDoesNotExist(string local, bool exists) =>
        BedsideClock.Exists(DateTime.Parse(local, null)).ShouldBe(exists);

    /// <summary>Left.md named places where the hour after midnight counted for the day before: none is left.</summary>
    [Fact]
    public void NowhereElseDoesAnInstantBecomeADay() =>
        Sources
            .Files("cs", "razor")
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => !file.EndsWith("BedsideClock.cs", StringComparison.Ordinal))
            .Where(file => File.ReadLines(Path.Combine(Repository.Root, file)).Any(IsOfUtc))
            .ShouldBeEmpty();

    private static bool IsOfUtc(string line) =>
        line.Contains("FromDateTime(", StringComparison.Ordinal)
        && (
            line.Contains("UtcDateTime", StringComparison.Ordinal)
            || line.Contains("OnTheClock", StringComparison.Ordinal)
        );

    private static bool IsNearAChange(DateTimeOffset at) => at.Month is 3 or 10 && at.Day >= 24;
}
