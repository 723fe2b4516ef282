using System.Text;

namespace Mantel.Web.Look;

/// <summary>
/// The black and white squares of a QR code (ISO/IEC 18004): bytes, error correction level M (a sixth may be lost),
/// versions
/// 1 to 10, which holds 213 bytes. Drawn here so that no address goes to anyone else.
/// </summary>
internal sealed class QrMatrix
{
    /// <summary>
    /// Per version at level M: error correction bytes per block, blocks of the short kind, their data bytes, long
    /// blocks.
    /// </summary>
    private static readonly (int Correction, int Short, int Data, int Long)[] Versions =
    [
        (10, 1, 16, 0),
        (16, 1, 28, 0),
        (26, 1, 44, 0),
        (18, 2, 32, 0),
        (24, 2, 43, 0),
        (16, 4, 27, 0),
        (18, 4, 31, 0),
        (22, 2, 38, 2),
        (22, 3, 36, 2),
        (26, 4, 43, 1),
    ];

    private static readonly int[][] Alignments =
    [
        [],
        [6, 18],
        [6, 22],
        [6, 26],
        [6, 30],
        [6, 34],
        [6, 22, 38],
        [6, 24, 42],
        [6, 26, 46],
        [6, 28, 50],
    ];

    private readonly bool[,] _dark;
    private readonly bool[,] _fixed;
    private readonly int _version;

    private QrMatrix(int version, byte[] codewords)
    {
        _version = version;
        Size = 17 + 4 * version;
        (_dark, _fixed) = (new bool[Size, Size], new bool[Size, Size]);
        DrawPatterns();
        DrawData(codewords);
        ApplyBestMask();
    }

    /// <summary>Squares per side, without the quiet zone.</summary>
    public int Size { get; }

    public bool this[int row, int column] => _dark[row, column];

    /// <exception cref="ArgumentException">The text does not fit.</exception>
    public static QrMatrix Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var version = 1; version <= Versions.Length; version++)
        {
            var (_, shorts, data, longs) = Versions[version - 1];
            var capacity = shorts * data + longs * (data + 1);
            var lengthBits = version < 10 ? 8 : 16;
            if (4 + lengthBits + 8 * bytes.Length <= 8 * capacity)
                return new QrMatrix(version, Interleave(version, Pack(bytes, lengthBits, capacity)));
        }
        throw new ArgumentException("The text is too long for a QR code of this kind.", nameof(text));
    }

    /// <summary>The dark squares as an SVG path, moved in by a margin.</summary>
    public string Path(int margin)
    {
        var path = new StringBuilder();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (_dark[row, column])
                    path.Append(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"M{column + margin} {row + margin}h1v1h-1z"
                    );
            }
        }
        return path.ToString();
    }

    private static byte[] Pack(byte[] bytes, int lengthBits, int capacity)
    {
        var bits = new List<bool>(8 * capacity);
        Add(0b0100, 4);
        Add(bytes.Length, lengthBits);
        foreach (var one in bytes)
            Add(one, 8);
        Add(0, Math.Min(4, 8 * capacity - bits.Count));
        Add(0, (8 - bits.Count % 8) % 8);
        for (var pad = 0xEC; bits.Count < 8 * capacity; pad ^= 0xEC ^ 0x11)
            Add(pad, 8);
        return
        [
            .. bits.Chunk(8).Select(eight => eight.Aggregate((byte)0, (sum, bit) => (byte)(sum << 1 | (bit ? 1 : 0)))),
        ];

        void Add(int value, int count)
        {
            for (var i = count - 1; i >= 0; i--)
                bits.Add((value >> i & 1) == 1);
        }
    }

    private static byte[] Interleave(int version, byte[] data)
    {
        var (correction, shorts, length, longs) = Versions[version - 1];
        var blocks = new List<byte[]>();
        for (int i = 0, at = 0; i < shorts + longs; i++)
        {
            var size = length + (i < shorts ? 0 : 1);
            blocks.Add(data[at..(at + size)]);
            at += size;
        }
        var checks = blocks.ConvertAll(block => ReedSolomon.Remainder(block, correction));
        var result = new List<byte>();
        for (var i = 0; i <= length; i++)
            result.AddRange(blocks.Where(block => i < block.Length).Select(block => block[i]));
        for (var i = 0; i < correction; i++)
            result.AddRange(checks.Select(check => check[i]));
        return [.. result];
    }

    private void DrawPatterns()
    {
        for (var i = 0; i < Size; i++)
        {
            Fix(6, i, i % 2 == 0);
            Fix(i, 6, i % 2 == 0);
        }
        DrawFinder(3, 3);
        DrawFinder(3, Size - 4);
        DrawFinder(Size - 4, 3);
        var places = Alignments[_version - 1];
        foreach (var row in places)
        {
            foreach (var column in places)
            {
                var isCorner =
                    (row == 6 && (column == 6 || column == places[^1])) || (column == 6 && row == places[^1]);
                if (!isCorner)
                    DrawSquare(row, column, 2, distance => distance != 1);
            }
        }
        DrawFormat(0);
        DrawVersion();
    }

    private void DrawFinder(int row, int column) => DrawSquare(row, column, 4, distance => distance is not (2 or 4));

    private void DrawSquare(int row, int column, int reach, Func<int, bool> isDark)
    {
        for (var y = -reach; y <= reach; y++)
        {
            for (var x = -reach; x <= reach; x++)
            {
                if (row + y >= 0 && row + y < Size && column + x >= 0 && column + x < Size)
                    Fix(row + y, column + x, isDark(Math.Max(Math.Abs(x), Math.Abs(y))));
            }
        }
    }

    private void DrawFormat(int mask)
    {
        var remainder = mask; // level M is 00, so the five bits are the mask alone
        for (var i = 0; i < 10; i++)
            remainder = remainder << 1 ^ (remainder >> 9) * 0x537;
        var bits = (mask << 10 | remainder) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var isDark = (bits >> i & 1) == 1;
            Fix(
                i < 6 ? i
                    : i < 8 ? i + 1
                    : Size - 15 + i,
                8,
                isDark
            );
            Fix(
                8,
                i < 8 ? Size - 1 - i
                    : i == 8 ? 7
                    : 14 - i,
                isDark
            );
        }
        Fix(Size - 8, 8, true);
    }

    private void DrawVersion()
    {
        if (_version < 7)
            return;
        var remainder = _version;
        for (var i = 0; i < 12; i++)
            remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25;
        var bits = _version << 12 | remainder;
        for (var i = 0; i < 18; i++)
        {
            var isDark = (bits >> i & 1) == 1;
            Fix(Size - 11 + i % 3, i / 3, isDark);
            Fix(i / 3, Size - 11 + i % 3, isDark);
        }
    }

    private void DrawData(byte[] codewords)
    {
        var bit = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6)
                right = 5;
            for (var step = 0; step < Size; step++)
            {
                var isUpward = (right + 1 & 2) == 0;
                var row = isUpward ? Size - 1 - step : step;
                for (var column = right; column >= right - 1; column--)
                {
                    if (_fixed[row, column] || bit >= codewords.Length * 8)
                        continue;
                    _dark[row, column] = (codewords[bit >> 3] >> 7 - (bit & 7) & 1) == 1;
                    bit++;
                }
            }
        }
    }

    private void ApplyBestMask()
    {
        var best = 0;
        var least = int.MaxValue;
        for (var mask = 0; mask < 8; mask++)
        {
            ApplyMask(mask);
            DrawFormat(mask);
            var penalty = QrPenalty.Of(_dark, Size);
            if (penalty < least)
                (best, least) = (mask, penalty);
            ApplyMask(mask);
        }
        ApplyMask(best);
        DrawFormat(best);
    }

    private void ApplyMask(int mask)
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
                _dark[y, x] ^= !_fixed[y, x] && IsFlipped(mask, x, y);
        }
    }

    private static bool IsFlipped(int mask, int x, int y) =>
        mask switch
        {
            0 => (x + y) % 2 == 0,
            1 => y % 2 == 0,
            2 => x % 3 == 0,
            3 => (x + y) % 3 == 0,
            4 => (x / 3 + y / 2) % 2 == 0,
            5 => x * y % 2 + x * y % 3 == 0,
            6 => (x * y % 2 + x * y % 3) % 2 == 0,
            _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
        };

    private void Fix(int row, int column, bool isDark) => (_dark[row, column], _fixed[row, column]) = (isDark, true);
}
