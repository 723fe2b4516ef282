using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Journal;

/// <summary>Dates as people write them; where it is not sure which is meant, it asks.</summary>
public sealed class WrittenDateTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    [Theory]
    [InlineData("14-03-44", "1944-03-14")]
    [InlineData("14-3-'44", "1944-03-14")]
    [InlineData("14/3/1944", "1944-03-14")]
    [InlineData("14.3.1944", "1944-03-14")]
    [InlineData("14 3 1944", "1944-03-14")]
    [InlineData("14 maart 1944", "1944-03-14")]
    [InlineData("14 Mrt. 1944", "1944-03-14")]
    [InlineData("14maart1944", "1944-03-14")]
    [InlineData("dinsdag 14 maart 1944", "1944-03-14")]
    [InlineData("14th of March 1944", "1944-03-14")]
    [InlineData("March 14, 1944", "1944-03-14")]
    [InlineData("1944-03-14", "1944-03-14")]
    [InlineData("1944/3/14", "1944-03-14")]
    [InlineData("14031944", "1944-03-14")]
    [InlineData("19440314", "1944-03-14")]
    [InlineData("140344", "1944-03-14")]
    [InlineData("maart 1944", "1944-03")]
    [InlineData("3-1944", "1944-03")]
    [InlineData("1944-03", "1944-03")]
    [InlineData("03-44", "1944-03")]
    [InlineData("sept. 1951", "1951-09")]
    [InlineData("1 okt 1951", "1951-10-01")]
    [InlineData("1st of Oct 1951", "1951-10-01")]
    [InlineData("2 mei 1951", "1951-05-02")]
    [InlineData("1944", "1944")]
    [InlineData(" 14\u00a0-\u00a03\u00a0-\u00a01944 ", "1944-03-14")]
    [InlineData("3-5-12", "2012-05-03")]
    public void UsersCaseA4_A_birth_date_is_read_as_people_write_it(string text, string date)
    {
        var read = new WrittenDate(Today, isBirth: true).Read(text);
        read.Rule.ShouldBeNull();
        read.Date.ShouldBe(PartialDate.Parse(date));
    }

    [Theory]
    [InlineData("14-03-24", "rule.date-which-century")]
    [InlineData("140324", "rule.date-which-century")]
    [InlineData("14-3", "rule.date-without-year")]
    [InlineData("14 maart", "rule.date-without-year")]
    [InlineData("31-2-1944", "rule.date-impossible")]
    [InlineData("3-14-1944", "rule.date-impossible")]
    [InlineData("03141944", "rule.date-impossible")]
    [InlineData("14-3-194", "rule.date-short-year")]
    [InlineData("1-1-0001", "rule.born-too-long-ago")]
    [InlineData("0001", "rule.born-too-long-ago")]
    [InlineData("gisteren", "rule.date-unread")]
    [InlineData("veertien maart", "rule.date-unread")]
    [InlineData("14-3-1944-5", "rule.date-unread")]
    [InlineData("14\uFFFE3", "rule.date-unread")]
    public void UsersCaseA4_What_is_not_sure_is_asked(string text, string rule)
    {
        var read = new WrittenDate(Today, isBirth: true).Read(text);
        read.Date.ShouldBeNull();
        read.Rule.ShouldBe(rule);
    }

    [Theory]
    [InlineData("1-1-0001", "rule.date-absurd-year")]
    [InlineData("1-1-2999", "rule.date-far-future")]
    public void SecurityCase17_A_year_that_cannot_be_is_refused(string text, string rule) =>
        new WrittenDate(Today).Read(text).Rule.ShouldBe(rule);

    [Fact]
    public void A_short_year_of_a_birth_date_that_can_be_two_names_both() =>
        new WrittenDate(Today, isBirth: true).Read("14-03-24").Values.ShouldBe(["1924", "2024"]);

    [Theory]
    [InlineData("1-12-26", "1926-12-01")]
    [InlineData("1-10-15", "2015-10-01")]
    [InlineData("1-10-27", "1927-10-01")]
    public void Nobody_is_born_in_the_future_or_older_than_anybody(string text, string date) =>
        new WrittenDate(Today, isBirth: true).Read(text).Date.ShouldBe(PartialDate.Parse(date));

    [Theory]
    [InlineData("1-10-26", "2026-10-01")]
    [InlineData("1-2-27", "2027-02-01")]
    [InlineData("1-2-98", "1998-02-01")]
    [InlineData("5 nov 24", "2024-11-05")]
    public void Another_date_lies_near_today(string text, string date) =>
        new WrittenDate(Today).Read(text).Date.ShouldBe(PartialDate.Parse(date));

    [Fact]
    public void Nothing_written_is_no_date() => new WrittenDate(Today).Read(" ").ShouldBe(default);

    [Fact]
    public void Whatever_is_typed_is_read_or_asked_about_and_never_a_year_that_cannot_be() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text =>
                    new WrittenDate(Today).Read(text) is var read && (read.Date is null || read.Date.Value.Year >= 1890)
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("nl-BE")]
    [InlineData("en")]
    public void As_any_page_writes_a_date_it_is_read_again(string culture)
    {
        string[] formats =
        [
            "d MMMM yyyy",
            "d MMM yyyy",
            "dd-MM-yyyy",
            "d-M-yyyy",
            "d/MM/yyyy",
            "yyyy-MM-dd",
            "dddd d MMMM yyyy",
        ];
        for (var day = new DateOnly(1905, 1, 1); day < Today; day = day.AddDays(37))
        {
            foreach (var format in formats)
            {
                var text = day.ToString(format, CultureInfo.GetCultureInfo(culture));
                new WrittenDate(Today, isBirth: true).Read(text).Date.ShouldBe(PartialDate.Of(day), text);
            }
        }
    }
}
