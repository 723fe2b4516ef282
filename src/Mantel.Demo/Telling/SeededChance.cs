using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Mantel.Demo.Telling;

/// <summary>
/// Chance that falls the same way in every telling. Each question has a stream of its own, named after what is asked,
/// so that a new question or a new person moves nobody else's.
/// </summary>
internal sealed class SeededChance
{
    private readonly string _name;
    private ulong _state;

    public SeededChance(string name)
    {
        _name = name;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes("mantel-demo/chance/" + name), hash);
        _state = BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>The stream of one question about the same person.</summary>
    public SeededChance Of(string question) => new($"{_name}/{question}");

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double share) => Share() < share;

    /// <summary>A whole number from the least to the most, both included.</summary>
    public int Between(int least, int most) => most <= least ? least : least + (int)(Share() * (most - least + 1));

    public T One<T>(IReadOnlyList<T> of) => of[Between(0, of.Count - 1)];

    /// <summary>One of these, by their weights.</summary>
    public T Weighed<T>(IReadOnlyList<(T What, double Weight)> of)
    {
        var left = Share() * of.Sum(one => one.Weight);
        foreach (var (what, weight) in of)
        {
            left -= weight;
            if (left < 0)
                return what;
        }
        return of[^1].What;
    }

    /// <summary>Around this middle, with the usual spread of a bell.</summary>
    public double Around(double middle, double spread)
    {
        var (one, other) = (1 - Share(), Share());
        return middle + (spread * Math.Sqrt(-2 * Math.Log(one)) * Math.Cos(2 * Math.PI * other));
    }

    /// <summary>Days of which half are fewer than this median, with a long tail, as courses of illness have.</summary>
    public int DaysWithMedian(double median, double spread) =>
        (int)Math.Round(Math.Exp(Around(Math.Log(median), spread)));

    /// <summary>SplitMix64: small, fast, and the same on every machine and version.</summary>
    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
