using System.Security.Cryptography;

namespace Mantel.Bench;

/// <summary>
/// The cryptography without which none of these rows may be stored, and nothing else of the journal: everything
/// encrypted, every entry hashed twice, every commit signed. What it makes is thrown away.
/// </summary>
internal sealed class BareCryptography : IDisposable
{
    private const int Tag = 16;
    private const int Overhead = 1 + 12 + Tag;
    private const int Header = 281;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ECDsa _signing = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Make(Commit commit)
    {
        foreach (var entry in commit.Entries)
        {
            SHA256.HashData(Encrypt(entry.Payload));
            SHA256.HashData(new byte[Header]);
        }
        foreach (var row in commit.Register.Where(row => !row.IsKept))
            Encrypt(row.Content);
        foreach (var row in commit.Measured)
            Encrypt(row.Content);
        _signing.SignHash(SHA256.HashData(commit.Seal.Heads));
    }

    public void Dispose() => _signing.Dispose();

    /// <summary>As long as this ciphertext, under the key of somebody.</summary>
    private byte[] Encrypt(byte[] like)
    {
        using var aes = new AesGcm(_key, Tag);
        var made = new byte[like.Length];
        var length = like.Length - Overhead;
        RandomNumberGenerator.Fill(made.AsSpan(1, 12));
        aes.Encrypt(made.AsSpan(1, 12), like.AsSpan(13, length), made.AsSpan(13, length), made.AsSpan(13 + length));
        return made;
    }
}
