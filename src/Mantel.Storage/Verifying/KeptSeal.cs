using System.Security.Cryptography;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Erasing;
using Mantel.Storage.Journals;
using Mantel.Storage.Keys;
using Mantel.Storage.Looking;
using Mantel.Storage.SigningIn;

namespace Mantel.Storage.Verifying;

/// <summary>
/// The newest seal as it is kept on another machine: the witness against a cut-off tail. Holds nothing personal.
/// </summary>
internal sealed record KeptSeal(
    long Number,
    long LastSequence,
    byte[] Hash,
    long LookSequence,
    byte[] LookHash,
    byte[] PublicKey,
    byte[] Signature,
    long? AccountSequence = null,
    byte[]? AccountHash = null
)
{
    public static KeptSeal Sign(SealTail seal, LookTail looks, EventTail accounts, KeyRing keys)
    {
        var kept = new KeptSeal(
            seal.Number,
            seal.LastSequence,
            seal.Hash,
            looks.Sequence,
            looks.Hash,
            keys.Published,
            Signature: [],
            accounts.Sequence,
            accounts.Hash
        );
        return kept with { Signature = keys.Sign(kept.Digest()) };
    }

    public static async Task ExportAsync(string file, Parts parts, KeyRing keys, CancellationToken ct)
    {
        await using var journal = await parts.Journal.RentAsync(ct);
        await using var looks = await parts.Looks.RentAsync(ct);
        Sign(SealTail.Read(journal), LookTail.Read(looks), EventTail.Read(looks), keys).Write(file);
    }

    public void Write(string file) => WholeFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(this, FactCodec.Json));

    /// <exception cref="StorageException">The file is not there, is no seal, or was changed.</exception>
    public static async Task<KeptSeal> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<KeptSeal>(await File.ReadAllBytesAsync(file, ct), FactCodec.Json);
            if (kept is not null && kept.IsSigned())
                return kept;
        }
        catch (Exception failure) when (failure is IOException or JsonException or CryptographicException)
        {
            throw new StorageException("The file is not a seal that was exported here.", failure);
        }
        throw new StorageException("The seal in the file is not signed with its key.");
    }

    private bool IsSigned()
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(PublicKey, out _);
        return key.VerifyHash(Digest(), Signature);
    }

    private byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(AccountHash is null ? "mantel-kept-seal-1"u8 : "mantel-kept-seal-2"u8);
        hash.AppendData(Bytes.Of(Number));
        hash.AppendData(Bytes.Of(LastSequence));
        hash.AppendData(Hash);
        hash.AppendData(Bytes.Of(LookSequence));
        hash.AppendData(LookHash);
        if (AccountHash is not null)
        {
            hash.AppendData(Bytes.Of(AccountSequence ?? 0));
            hash.AppendData(AccountHash);
        }
        return hash.GetHashAndReset();
    }
}
