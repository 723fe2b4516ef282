using System.Security.Cryptography;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Journals;

/// <summary>
/// Tells an act that was sent again from another that was sent under the same id. It is kept inside the encrypted entry
/// and made under a key of the stream: it says nothing about what was sent, and goes when the entry or the person goes.
/// </summary>
internal static class Fingerprint
{
    private const int Length = 16;

    public static string Of(ReadOnlySpan<byte> content, Guid act, byte[] key)
    {
        var own = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: [.. "act fingerprint 1"u8]);
        byte[] sent = [.. Bytes.Of(act), .. content];
        return Convert.ToBase64String(HMACSHA256.HashData(own, sent)[..Length]);
    }
}
