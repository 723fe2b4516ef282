using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>The calendar of a story, counted back from the day on which it is told.</summary>
internal sealed class Days(DateOnly today)
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    public DateOnly Today { get; } = today;

    /// <summary>So many days ago at that local time.</summary>
    public Moment Ago(int days, string time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1); // today is left to whoever tries the demo
        var day = Today.AddDays(-days);
        var local = day.ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        return new Moment(new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime(), day);
    }

    /// <summary>
    /// As <see cref="Ago"/>, on the last working day before when that day is none in either country.
    /// </summary>
    public Moment WorkdayAgo(int days, string time)
    {
        while (!Enum.GetValues<CareCountry>().All(country => Holidays.IsWorkingDay(Today.AddDays(-days), country)))
            days++;
        return Ago(days, time);
    }

    /// <summary>The year so many years before this one.</summary>
    public PartialDate YearsAgo(int years) => new(Today.Year - years);

    /// <summary>The month so many months before this one.</summary>
    public PartialDate MonthsAgo(int months)
    {
        var day = Today.AddMonths(-months);
        return new PartialDate(day.Year, day.Month);
    }

    /// <summary>The last birthday on that day and month that makes somebody this old today.</summary>
    public PartialDate BornYearsAgo(int age, int month, int day)
    {
        var birthday = new DateOnly(Today.Year - age, month, day);
        return PartialDate.Of(birthday.AddYears(age) > Today ? birthday.AddYears(-1) : birthday);
    }

    /// <summary>Born so that this birthday is that many months ahead, on the tenth.</summary>
    public PartialDate BornSoon(int age, int inMonths)
    {
        var birthday = Today.AddMonths(inMonths);
        return new PartialDate(birthday.Year - age, birthday.Month, 10);
    }
}
