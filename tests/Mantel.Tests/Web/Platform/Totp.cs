using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Mantel.Tests.Web.Platform;

/// <summary>The app on somebody's phone (RFC 6238): an implementation of its own.</summary>
internal static class Totp
{
    /// <param name="ahead">Steps of half a minute: a code works once, so a second one comes from the next.</param>
    public static string Now(string secret, int ahead = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + ahead);
        var hash = HMACSHA1.HashData(Key(secret), counter);
        var at = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Key(string secret)
    {
        var bits = secret
            .Where(c => c != ' ')
            .SelectMany(c =>
                Convert
                    .ToString("abcdefghijklmnopqrstuvwxyz234567".IndexOf(c, StringComparison.Ordinal), 2)
                    .PadLeft(5, '0')
            );
        return
        [
            .. bits.Chunk(8).Where(eight => eight.Length == 8).Select(eight => Convert.ToByte(new string(eight), 2)),
        ];
    }
}
