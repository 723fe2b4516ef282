using System.Globalization;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.CareTeam;

/// <summary>Which numbers hold at an hour: the public holidays and hours of both countries.</summary>
[Trait("Safety", "9")]
public class CallHoursTests
{
    [Theory]
    [InlineData("NL", "2026-12-25T10:00", CallNumbers.Night)] // Friday, Christmas: the case of the first look
    [InlineData("BE", "2026-12-25T10:00", CallNumbers.Night)]
    [InlineData("NL", "2026-12-26T10:00", CallNumbers.Night)]
    [InlineData("NL", "2026-04-27T10:00", CallNumbers.Night)] // King's Day, a Monday
    [InlineData("BE", "2026-04-27T10:00", CallNumbers.Day)]
    [InlineData("BE", "2026-07-21T10:00", CallNumbers.Night)]
    [InlineData("NL", "2026-07-21T10:00", CallNumbers.Day)]
    [InlineData("NL", "2026-05-05T10:00", CallNumbers.Both)] // Liberation Day: some practices
    [InlineData("NL", "2026-04-03T10:00", CallNumbers.Both)] // Good Friday
    [InlineData("NL", "2026-04-03T20:00", CallNumbers.Night)]
    [InlineData("BE", "2026-05-15T10:00", CallNumbers.Both)] // Friday after Ascension Day
    [InlineData("NL", "2026-05-15T10:00", CallNumbers.Day)]
    [InlineData("BE", "2026-07-20T10:00", CallNumbers.Both)] // Monday before the national day
    public void FirstLookCase11TheNumberForTheNightHoldsOnEveryPublicHoliday(
        string country,
        string local,
        CallNumbers numbers
    ) => CallHours.At(CareCountries.Of(country)!.Value, null, At(local)).Numbers.ShouldBe(numbers);

    [Theory]
    [InlineData("NL", null, "2026-06-01T07:59", CallNumbers.Night)]
    [InlineData("NL", null, "2026-06-01T08:00", CallNumbers.Day)]
    [InlineData("NL", null, "2026-06-01T16:59", CallNumbers.Day)]
    [InlineData("NL", null, "2026-06-01T17:00", CallNumbers.Night)]
    [InlineData("NL", null, "2026-06-06T12:00", CallNumbers.Night)]
    [InlineData("BE", null, "2026-06-01T17:59", CallNumbers.Day)]
    [InlineData("BE", null, "2026-06-01T18:00", CallNumbers.Both)]
    [InlineData("BE", null, "2026-06-01T19:00", CallNumbers.Night)]
    [InlineData("BE", "41002", "2026-06-01T18:00", CallNumbers.Night)]
    [InlineData("BE", "41002", "2026-05-15T10:00", CallNumbers.Night)]
    [InlineData("BE", null, "2026-06-07T12:00", CallNumbers.Night)]
    public void ClinicalCaseA10TheHoursOfTheNightAreThoseOfTheCountryAndThePlace(
        string country,
        string? municipality,
        string local,
        CallNumbers numbers
    ) => CallHours.At(CareCountries.Of(country)!.Value, municipality, At(local)).Numbers.ShouldBe(numbers);

    [Fact]
    public void WhereOnlyPracticesAreClosedBothNumbersStand()
    {
        var tell = Living("NL", new("0118 1", "0118 2", null));
        var call = tell.Person.WhoToCallNow(At("2026-05-05T10:00")).ShouldHaveSingleItem();
        (call.How, call.ByDayToo, call.IsNightHow).ShouldBe(("0118 2", "0118 1", true));
    }

    [Fact]
    public void WhereOnlyTheNumberByDayIsRecordedItStandsOnADayOnWhichOnlyPracticesAreClosed()
    {
        var tell = Living("NL", new("0118 1", null, null));
        var call = tell.Person.WhoToCallNow(At("2026-05-05T10:00")).ShouldHaveSingleItem();
        (call.How, call.ByDayToo, call.IsNightHow).ShouldBe(("0118 1", null, false));
    }

    [Fact]
    public void WhereNobodyKnowsTheCountryAndTheTwoDifferBothNumbersHold()
    {
        var nobody = new Tell().Person;
        CallHours.At(nobody, At("2026-07-21T10:00")).Numbers.ShouldBe(CallNumbers.Both);
        CallHours.At(nobody, At("2026-12-25T10:00")).Numbers.ShouldBe(CallNumbers.Night);
        CallHours.At(nobody, At("2026-06-01T10:00")).Numbers.ShouldBe(CallNumbers.Day);
    }

    [Theory]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2076, "2076-04-19")]
    public void EasterFallsOnThePublishedDay(int year, string sunday) =>
        Holidays.EasterSunday(year).ShouldBe(DateOnly.Parse(sunday, CultureInfo.InvariantCulture));

    /// <summary>Every year from 1900 to 2299 against Gauss's way, written down apart.</summary>
    [Fact]
    public void EasterFallsWhereAnotherCalculationPutsIt()
    {
        for (var year = 1900; year < 2300; year++)
            Holidays.EasterSunday(year).ShouldBe(Gauss(year), $"{year}");
    }

    [Fact]
    public void KingsDayOnASundayIsKeptOnTheSaturday()
    {
        Holidays.On(new(2025, 4, 26), CareCountry.Netherlands)!.Id.ShouldBe("kings-day");
        Holidays.On(new(2025, 4, 27), CareCountry.Netherlands).ShouldBeNull();
        Holidays.On(new(2026, 4, 27), CareCountry.Netherlands)!.Id.ShouldBe("kings-day");
    }

    [Fact]
    public void EveryRowSaysWhereItComesFromAndThatNobodyReviewedIt()
    {
        Holidays.All.ShouldAllBe(row => row.Source.Length > 0 && row.Status == "not reviewed");
        CallHours.All.ShouldAllBe(row => row.Source.Length > 0 && row.Status == "not reviewed");
        Holidays.All.Count(row => row.Country == CareCountry.Belgium && row.Closed == Closed.Services).ShouldBe(10);
    }

    private static DateTime At(string local) => DateTime.Parse(local, CultureInfo.InvariantCulture);

    private static Tell Living(string country, Reachability reach)
    {
        var tell = new Tell();
        tell.Fact(
            new AddressRecorded(new Address(AddressKind.Home, "Markt", "1", null, null, null, null, country, null))
        );
        return tell.Then(
            new JoinCareTeam(
                Guid.NewGuid(),
                new("S. Hoekstra", Discipline.GeneralPractitioner, Reachability: reach),
                PartialDate.Parse("2026-01-01")
            )
        );
    }

    private static DateOnly Gauss(int year)
    {
        var (a, b, c, k) = (year % 19, year % 4, year % 7, year / 100);
        var m = (15 - ((13 + (8 * k)) / 25) + k - (k / 4)) % 30;
        var n = (4 + k - (k / 4)) % 7;
        var d = ((19 * a) + m) % 30;
        var e = ((2 * b) + (4 * c) + (6 * d) + n) % 7;
        var march = 22 + d + e;
        if (d == 29 && e == 6)
            march = 50;
        else if (d == 28 && e == 6 && (11 * (m + 1)) % 30 < 19)
            march = 49;
        return new DateOnly(year, 3, 1).AddDays(march - 1);
    }
}
