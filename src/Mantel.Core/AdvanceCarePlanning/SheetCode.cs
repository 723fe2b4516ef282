namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// The code on a printed sheet: 128 random bits in letters and digits that one can read aloud and type over. It says
/// nothing about whose sheet it is.
/// </summary>
public static class SheetCode
{
    /// <summary>Of the random bytes that a code is made of.</summary>
    public const int Bytes = 16;

    private const int Length = 26;

    /// <summary>Without i, l, o and u, which are misread.</summary>
    private const string Letters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>The code of 16 random bytes.</summary>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != Bytes)
            throw new ArgumentException("A code is made of 16 bytes.", nameof(random));
        var number = new System.Numerics.BigInteger(random, isUnsigned: true, isBigEndian: true);
        Span<char> code = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--, number >>= 5)
            code[i] = Letters[(int)(number & 31)];
        return new string(code);
    }

    /// <summary>True for text that can be a code.</summary>
    public static bool IsOne(string? text) => text?.Length == Length && text.All(Letters.Contains);

    /// <summary>What the person of a sheet is found by; storage keeps a keyed hash of it.</summary>
    public static string Key(string code) => $"sheet:{code}";
}
