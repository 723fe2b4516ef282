using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>
/// Names that come out the same in every telling: ids, and national numbers with right check digits that no authority
/// ever gives out.
/// </summary>
internal static class FixedIdentifiers
{
    private static readonly Lazy<IReadOnlyList<string>> Many = new(() =>
        [.. Enumerable.Range(0, 6000).Select(serial => $"9999{serial:0000}").Select(WithCheckDigit).OfType<string>()]
    );

    /// <summary>The id of something of the demo, from its name.</summary>
    public static Guid Id(string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes("mantel-demo/" + name), hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>A BSN of the range for tests (9999…), never given to anybody.</summary>
    public static PersonNumber Bsn(int nth)
    {
        var found = -1;
        for (var serial = 6000; serial < 8000; serial++)
        {
            if (WithCheckDigit($"9999{serial}") is { } number && ++found == nth)
                return new PersonNumber(NumberKind.Bsn, number);
        }
        throw new ArgumentOutOfRangeException(nameof(nth));
    }

    /// <summary>A BSN of the range for tests for the many, apart from those of the cast.</summary>
    public static PersonNumber BsnOfMany(int nth) => new(NumberKind.Bsn, Many.Value[nth]);

    private static string? WithCheckDigit(string digits)
    {
        var sum = Enumerable.Range(0, 8).Sum(i => (9 - i) * (digits[i] - '0'));
        return sum % 11 == 10 ? null : digits + (sum % 11).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// An INSZ with serial number 999, which is never given out: the serials of a day end at 998. Unknown month and day
    /// are 00.
    /// </summary>
    public static PersonNumber Insz(PartialDate born)
    {
        var digits = string.Create(
            CultureInfo.InvariantCulture,
            $"{born.Year % 100:00}{born.Month ?? 0:00}{born.Day ?? 0:00}999"
        );
        var before = born.Year >= 2000 ? "2" : "";
        var check = 97 - (long.Parse(before + digits, CultureInfo.InvariantCulture) % 97);
        return new PersonNumber(NumberKind.Insz, digits + check.ToString("00", CultureInfo.InvariantCulture));
    }
}
