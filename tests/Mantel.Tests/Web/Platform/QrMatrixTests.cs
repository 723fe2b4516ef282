using System.Text;
using Mantel.Web.Look;
using Shouldly;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// A QR code is read back here by the standard's rules, by a reader that shares nothing with what drew it.
/// </summary>
public class QrMatrixTests
{
    [Xunit.Theory]
    [Xunit.InlineData("M", 21)]
    [Xunit.InlineData("Mantel, voor wie erbij is.", 25)]
    [Xunit.InlineData("otpauth://totp/Mantel:f.azouzi?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Mantel", 37)]
    public void ItReadsBackAsWhatItSays(string text, int size)
    {
        var code = QrMatrix.Of(text);
        code.Size.ShouldBe(size);
        QrReader.Read(code).ShouldBe(text);
    }

    [Xunit.Fact]
    public void EveryLengthThatFitsReadsBack()
    {
        for (var length = 0; length <= 213; length += 3)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + (i * 7 % 90))));
            QrReader.Read(QrMatrix.Of(text)).ShouldBe(text);
        }
    }

    [Xunit.Fact]
    public void WhatDoesNotFitIsRefused() => Should.Throw<ArgumentException>(() => QrMatrix.Of(new string('a', 214)));
}

/// <summary>
/// Reads versions 1 to 10 at level M: takes the mask off, puts the blocks in order, and checks every block's syndromes.
/// </summary>
internal static class QrReader
{
    // ISO/IEC 18004 table 9, level M: codewords in all, error correction per block, blocks.
    private static readonly (int Total, int Correction, int Blocks)[] Versions =
    [
        (26, 10, 1),
        (44, 16, 1),
        (70, 26, 1),
        (100, 18, 2),
        (134, 24, 2),
        (172, 16, 4),
        (196, 18, 4),
        (242, 22, 4),
        (292, 22, 5),
        (346, 26, 5),
    ];

    // The format words of level M with masks 0 to 7, as printed in annex C.
    private static readonly int[] Formats = [0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0];

    public static string Read(QrMatrix code)
    {
        var version = (code.Size - 17) / 4;
        var (total, correction, blockCount) = Versions[version - 1];
        var mask = Array.IndexOf(Formats, FormatOf(code));
        mask.ShouldBeGreaterThanOrEqualTo(0);
        var stream = Bytes(Bits(code, version, mask), total);
        var blocks = Split(stream, total, correction, blockCount);
        foreach (var block in blocks)
            Syndromes(block, correction).ShouldAllBe(one => one == 0);
        return Text([.. blocks.SelectMany(block => block[..^correction])], version);
    }

    private static int FormatOf(QrMatrix code)
    {
        (int Row, int Column)[] places =
        [
            (8, 0),
            (8, 1),
            (8, 2),
            (8, 3),
            (8, 4),
            (8, 5),
            (8, 7),
            (8, 8),
            (7, 8),
            (5, 8),
            (4, 8),
            (3, 8),
            (2, 8),
            (1, 8),
            (0, 8),
        ];
        return places.Aggregate(0, (word, place) => (word << 1) | (code[place.Row, place.Column] ? 1 : 0));
    }

    private static IEnumerable<bool> Bits(QrMatrix code, int version, int mask)
    {
        var up = true;
        for (var right = code.Size - 1; right > 0; right -= right == 8 ? 3 : 2, up = !up)
        {
            for (var i = 0; i < code.Size; i++)
            {
                var row = up ? code.Size - 1 - i : i;
                foreach (var column in new[] { right, right - 1 })
                {
                    if (!IsPattern(code.Size, version, row, column))
                        yield return code[row, column] ^ IsMasked(mask, row, column);
                }
            }
        }
    }

    private static bool IsPattern(int size, int version, int row, int column)
    {
        var inFinder = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
        var inTiming = row == 6 || column == 6;
        var inVersion = version >= 7 && ((row < 6 && column >= size - 11) || (column < 6 && row >= size - 11));
        return inFinder || inTiming || inVersion || InAlignment(size, version, row, column);
    }

    private static bool InAlignment(int size, int version, int row, int column)
    {
        if (version == 1)
            return false;
        int[] centres = version < 7 ? [6, size - 7] : [6, size / 2, size - 7];
        return centres.Any(y =>
            centres.Any(x =>
                Math.Abs(row - y) <= 2
                && Math.Abs(column - x) <= 2
                && !((y == 6 && x == 6) || (y == 6 && x == size - 7) || (y == size - 7 && x == 6))
            )
        );
    }

    private static bool IsMasked(int mask, int i, int j) =>
        mask switch
        {
            0 => (i + j) % 2 == 0,
            1 => i % 2 == 0,
            2 => j % 3 == 0,
            3 => (i + j) % 3 == 0,
            4 => ((i / 2) + (j / 3)) % 2 == 0,
            5 => (i * j % 2) + (i * j % 3) == 0,
            6 => ((i * j % 2) + (i * j % 3)) % 2 == 0,
            _ => (((i + j) % 2) + (i * j % 3)) % 2 == 0,
        };

    private static byte[] Bytes(IEnumerable<bool> bits, int count) =>
        [
            .. bits.Chunk(8)
                .Take(count)
                .Select(eight => (byte)eight.Aggregate(0, (sum, bit) => (sum << 1) | (bit ? 1 : 0))),
        ];

    private static List<byte[]> Split(byte[] stream, int total, int correction, int count)
    {
        var longs = total % count;
        var data = (total / count) - correction;
        var blocks = Enumerable.Range(0, count).Select(i => new List<byte>()).ToList();
        var at = 0;
        for (var i = 0; i <= data; i++)
        {
            for (var block = i == data ? count - longs : 0; block < count; block++)
                blocks[block].Add(stream[at++]);
        }
        for (; at < total; at++)
            blocks[(at - (total - (correction * count))) % count].Add(stream[at]);
        return blocks.ConvertAll(block => block.ToArray());
    }

    /// <summary>
    /// All zero when the block is a codeword: evaluated at the powers of 2, with tables of logarithms.
    /// </summary>
    private static IEnumerable<int> Syndromes(byte[] block, int correction)
    {
        var (exponents, logs) = (new int[255], new int[256]);
        for (int i = 0, x = 1; i < 255; i++, x = x >= 128 ? (x << 1) ^ 0x11D : x << 1)
            (exponents[i], logs[x]) = (x, i);
        for (var root = 0; root < correction; root++)
        {
            var sum = 0;
            foreach (var one in block)
                sum = (sum == 0 ? 0 : exponents[(logs[sum] + root) % 255]) ^ one;
            yield return sum;
        }
    }

    private static string Text(byte[] data, int version)
    {
        (data[0] >> 4).ShouldBe(0b0100);
        var length = version < 10 ? Nibbles(data, 1, 2) : Nibbles(data, 1, 4);
        var start = version < 10 ? 3 : 5;
        return Encoding.UTF8.GetString([
            .. Enumerable.Range(0, length).Select(i => (byte)Nibbles(data, start + (2 * i), 2)),
        ]);
    }

    private static int Nibbles(byte[] data, int from, int count) =>
        Enumerable
            .Range(from, count)
            .Aggregate(0, (sum, i) => (sum << 4) | ((data[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 15));
}
