namespace Mantel.Web.Look;

/// <summary>
/// The check bytes of a QR code: the remainder of a division in the field GF(2⁸) with polynomial 0x11D.
/// </summary>
internal static class ReedSolomon
{
    public static byte[] Remainder(byte[] data, int degree)
    {
        var divisor = Divisor(degree);
        var remainder = new byte[degree];
        foreach (var one in data)
        {
            var factor = (byte)(one ^ remainder[0]);
            remainder = [.. remainder[1..], 0];
            for (var i = 0; i < degree; i++)
                remainder[i] ^= Multiply(divisor[i], factor);
        }
        return remainder;
    }

    private static byte[] Divisor(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
                result[j] = (byte)(Multiply(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0));
            root = Multiply(root, 2);
        }
        return result;
    }

    private static byte Multiply(byte x, byte y)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
            product = (product << 1) ^ ((product >> 7) * 0x11D) ^ (((y >> i) & 1) * x);
        return (byte)product;
    }
}

/// <summary>
/// How hard a QR code would be to read: runs, blocks, look-alike finders and an uneven balance count against it.
/// </summary>
internal static class QrPenalty
{
    private static readonly bool[][] LookAlikes =
    [
        [true, false, true, true, true, false, true, false, false, false, false],
        [false, false, false, false, true, false, true, true, true, false, true],
    ];

    public static int Of(bool[,] dark, int size)
    {
        var penalty = Blocks(dark, size) + Balance(dark, size);
        for (var i = 0; i < size; i++)
        {
            var (row, column) = (new bool[size], new bool[size]);
            for (var j = 0; j < size; j++)
                (row[j], column[j]) = (dark[i, j], dark[j, i]);
            penalty += Runs(row) + Runs(column) + Finders(row) + Finders(column);
        }
        return penalty;
    }

    private static int Runs(bool[] line)
    {
        var (penalty, run) = (0, 1);
        for (var i = 1; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == line[i - 1])
            {
                run++;
                continue;
            }
            penalty += run >= 5 ? run - 2 : 0;
            run = 1;
        }
        return penalty;
    }

    private static int Finders(bool[] line)
    {
        var penalty = 0;
        for (var i = 0; i + 11 <= line.Length; i++)
        {
            var part = line.AsSpan(i, 11);
            penalty += part.SequenceEqual(LookAlikes[0]) || part.SequenceEqual(LookAlikes[1]) ? 40 : 0;
        }
        return penalty;
    }

    private static int Blocks(bool[,] dark, int size)
    {
        var penalty = 0;
        for (var y = 0; y < size - 1; y++)
        {
            for (var x = 0; x < size - 1; x++)
            {
                var one = dark[y, x];
                penalty += one == dark[y, x + 1] && one == dark[y + 1, x] && one == dark[y + 1, x + 1] ? 3 : 0;
            }
        }
        return penalty;
    }

    private static int Balance(bool[,] dark, int size)
    {
        var count = dark.Cast<bool>().Count(one => one);
        return Math.Abs(count * 20 - size * size * 10) / (size * size) * 10;
    }
}
