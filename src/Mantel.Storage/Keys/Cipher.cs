using System.Security.Cryptography;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Keys;

/// <summary>What a ciphertext belongs to, so that it cannot be put in another's place.</summary>
internal enum Sealed : byte
{
    Entry = 1,
    Attachment = 2,
    RegisterRow = 3,
    Look = 4,
    Key = 5,
    MeasureResult = 6,
    MeasureDue = 7,
    MeasureDelta = 8,
    AccountEvent = 9,
}

/// <summary>
/// AES-256-GCM under one key: format, random nonce, ciphertext, tag. One per load, never shared by threads.
/// </summary>
internal sealed class Cipher(byte[] key) : IDisposable
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = 1 + NonceLength + TagLength;

    private readonly AesGcm _aes = new(key, TagLength);

    public byte[] Encrypt(ReadOnlySpan<byte> plain, Sealed what, StreamKey stream, ReadOnlySpan<byte> place)
    {
        var result = new byte[plain.Length + Overhead];
        result[0] = Format;
        var nonce = result.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        var tag = result.AsSpan(result.Length - TagLength);
        var text = result.AsSpan(1 + NonceLength, plain.Length);
        Span<byte> bound = stackalloc byte[1 + StreamKey.Length + place.Length];
        _aes.Encrypt(nonce, plain, text, tag, Bind(bound, what, stream, place));
        return result;
    }

    /// <exception cref="CryptographicException">It was changed, or belongs to something else.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes, Sealed what, StreamKey stream, ReadOnlySpan<byte> place)
    {
        var plain = new byte[Math.Max(0, sealedBytes.Length - Overhead)];
        Decrypt(sealedBytes, what, stream, place, plain);
        return plain;
    }

    /// <summary>Decrypts into a buffer that is large enough; returns the length of what it put there.</summary>
    /// <exception cref="CryptographicException">It was changed, or belongs to something else.</exception>
    public int Decrypt(
        ReadOnlySpan<byte> sealedBytes,
        Sealed what,
        StreamKey stream,
        ReadOnlySpan<byte> place,
        Span<byte> plain
    )
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Format)
            throw new CryptographicException("Not in a format that this program knows.");
        var length = sealedBytes.Length - Overhead;
        Span<byte> bound = stackalloc byte[1 + StreamKey.Length + place.Length];
        _aes.Decrypt(
            sealedBytes.Slice(1, NonceLength),
            sealedBytes.Slice(1 + NonceLength, length),
            sealedBytes[^TagLength..],
            plain[..length],
            Bind(bound, what, stream, place)
        );
        return length;
    }

    public void Dispose() => _aes.Dispose();

    private static ReadOnlySpan<byte> Bind(Span<byte> bound, Sealed what, StreamKey stream, ReadOnlySpan<byte> place)
    {
        bound[0] = (byte)what;
        stream.Bytes.CopyTo(bound[1..]);
        place.CopyTo(bound[(1 + StreamKey.Length)..]);
        return bound;
    }
}
