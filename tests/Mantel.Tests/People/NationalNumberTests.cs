using FsCheck;
using FsCheck.Fluent;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

public class NationalNumberTests
{
    /// <summary>Published test numbers: they belong to nobody.</summary>
    [Theory]
    [InlineData("999911120", "999911120")]
    [InlineData("999998298", "999998298")]
    [InlineData("9999.98.298", "999998298")]
    [InlineData(" 9999 98 298 ", "999998298")]
    public void A_published_bsn_is_right(string typed, string kept) =>
        NationalNumber.Check(NumberKind.Bsn, typed).ShouldBe(kept);

    [Theory]
    [InlineData("999911121")]
    [InlineData("99991112")]
    [InlineData("9999111200")]
    [InlineData("000000000")]
    [InlineData("99991112x")]
    [InlineData("９９９９１１１２０")]
    [InlineData("")]
    [InlineData(null)]
    public void A_wrong_bsn_is_refused(string? typed) => NationalNumber.Check(NumberKind.Bsn, typed).ShouldBeNull();

    [Fact]
    public void A_bsn_of_eight_digits_starts_with_a_zero()
    {
        var nine = Bsns().First(bsn => bsn[0] == '0');
        NationalNumber.Check(NumberKind.Bsn, nine[1..]).ShouldBe(nine);
    }

    /// <summary>The eleven-test by its definition, written a second time: the weights 9 to 2 and minus 1.</summary>
    [Fact]
    public void The_eleven_test_agrees_with_its_definition()
    {
        var numbers = Gen.Choose(1, 999_999_999).Select(n => n.ToString("000000000", null)).ToArbitrary();
        Prop.ForAll(numbers, typed => (NationalNumber.Check(NumberKind.Bsn, typed) == typed) == IsEleven(typed))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void One_wrong_digit_is_always_found()
    {
        foreach (var bsn in Bsns().Take(500))
        {
            for (var at = 0; at < 9; at++)
            {
                var other = (char)('0' + ((bsn[at] - '0' + 1 + (at * 3 % 8)) % 10));
                var wrong = bsn.Remove(at, 1).Insert(at, other.ToString());
                NationalNumber.Check(NumberKind.Bsn, wrong).ShouldBeNull();
            }
        }
    }

    /// <summary>The examples that the Belgian administration and Wikipedia publish for the check digits.</summary>
    [Theory]
    [InlineData("85.07.30-033 28", "85073003328", "1985-07-30")]
    [InlineData("17 07 30 033 84", "17073003384", "2017-07-30")]
    public void A_published_insz_is_right_and_carries_its_birth_date(string typed, string kept, string born)
    {
        NationalNumber.Check(NumberKind.Insz, typed).ShouldBe(kept);
        NationalNumber.BirthDateIn(new PersonNumber(NumberKind.Insz, kept)).ShouldBe(PartialDate.Parse(born));
    }

    [Fact]
    public void An_insz_of_any_birth_date_is_right_and_carries_it()
    {
        var days = from day in Gen.Choose(0, 46_000) from order in Gen.Choose(1, 997) select (day, order);
        Prop.ForAll(
                days.ToArbitrary(),
                pair =>
                {
                    var born = new DateOnly(1900, 1, 1).AddDays(pair.day);
                    var number = Insz(born.Year, born.Month, born.Day, pair.order);
                    return NationalNumber.Check(NumberKind.Insz, number) == number
                        && NationalNumber.BirthDateIn(new(NumberKind.Insz, number)) == PartialDate.Of(born);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public void A_bis_number_adds_to_the_month(int added)
    {
        var number = Insz(1951, 3 + added, 9, 123);
        NationalNumber.Check(NumberKind.Insz, number).ShouldBe(number);
        NationalNumber.BirthDateIn(new(NumberKind.Insz, number)).ShouldBe(PartialDate.Parse("1951-03-09"));
    }

    [Theory]
    [InlineData(0, 0, "1951")]
    [InlineData(20, 0, "1951")]
    [InlineData(3, 0, "1951-03")]
    public void An_insz_of_a_partial_birth_date_carries_what_is_known(int month, int day, string born)
    {
        var number = new PersonNumber(NumberKind.Insz, Insz(1951, month, day, 321));
        NationalNumber.BirthDateIn(number).ShouldBe(PartialDate.Parse(born));
    }

    [Theory]
    [InlineData("85073003329")]
    [InlineData("8507300332")]
    [InlineData("00000000000")]
    public void A_wrong_insz_is_refused(string typed) => NationalNumber.Check(NumberKind.Insz, typed).ShouldBeNull();

    [Fact]
    public void A_masked_number_shows_its_last_three_digits_only() =>
        new PersonNumber(NumberKind.Bsn, "999911120").Masked().ShouldBe("••••••120");

    private static IEnumerable<string> Bsns() =>
        Enumerable
            .Range(0, 40_000)
            .Select(n => ((long)n * 24_989 % 999_999_999).ToString("000000000", null))
            .Where(IsRight);

    private static bool IsRight(string digits) => digits != "000000000" && IsEleven(digits);

    private static bool IsEleven(string digits)
    {
        int[] weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        return weights.Zip(digits, (weight, digit) => weight * (digit - '0')).Sum() % 11 == 0;
    }

    private static string Insz(int year, int month, int day, int order)
    {
        var nine = $"{year % 100:00}{month:00}{day:00}{order:000}";
        var check = 97 - (long.Parse((year >= 2000 ? "2" : "") + nine, null) % 97);
        return $"{nine}{check:00}";
    }
}
