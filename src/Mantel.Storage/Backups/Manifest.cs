using System.Security.Cryptography;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Storage.Erasing;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Backups;

/// <summary>
/// What is in a backup, with hashes and a signature. Written last: a backup without one was interrupted.
/// </summary>
internal sealed record Manifest(
    int Format,
    DateTimeOffset At,
    IReadOnlyList<ManifestFile> Files,
    long LedgerLines,
    byte[] LedgerHash,
    IReadOnlyList<string> KnownBackups,
    byte[] Signature
)
{
    public const string Name = "manifest.json";
    public const int Newest = 2;

    /// <summary>The first format with the log of accounts in it.</summary>
    public const int WithAccountLog = 2;

    public void Write(string backup, KeyRing keys)
    {
        var signed = this with { Signature = keys.Sign(Digest()) };
        WholeFile.Write(Path.Combine(backup, Name), JsonSerializer.SerializeToUtf8Bytes(signed, FactCodec.Json));
    }

    /// <exception cref="StorageException">There is no finished backup, or a newer program made it.</exception>
    public static Manifest Read(string backup)
    {
        var file = Path.Combine(backup, Name);
        if (!File.Exists(file))
            throw new StorageException($"{backup} holds no backup, or one that was interrupted.");
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(file), FactCodec.Json)!;
            return manifest.Format <= Newest
                ? manifest
                : throw new StorageException("A newer version of Mantel made this backup. Use that one.");
        }
        catch (JsonException failure)
        {
            throw new StorageException("The manifest of the backup cannot be read.", failure);
        }
    }

    /// <exception cref="StorageException">A file is missing or was changed.</exception>
    public async Task CheckFilesAsync(string backup, CancellationToken ct)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(backup, file.Path);
            if (!File.Exists(path))
                throw new StorageException($"{file.Path} is missing from the backup.");
            if (!(await HashAsync(path, ct)).AsSpan().SequenceEqual(file.Sha256))
                throw new StorageException($"{file.Path} of the backup was changed.");
        }
    }

    /// <exception cref="StorageException">Lines were cut off, or the ledger is another one.</exception>
    public void CheckLedger(IReadOnlyList<LedgerLine> ledger)
    {
        if (LedgerLines == 0)
            return;
        if (ledger.Count < LedgerLines || !ledger[(int)LedgerLines - 1].Hash.AsSpan().SequenceEqual(LedgerHash))
            throw new StorageException("The erasure ledger of the backup was changed.");
    }

    public bool IsSigned(ECDsa key) => key.VerifyHash(Digest(), Signature);

    public static async Task<byte[]> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return await SHA256.HashDataAsync(stream, ct);
    }

    private byte[] Digest() =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this with { Signature = [] }, FactCodec.Json));
}

internal sealed record ManifestFile(string Path, byte[] Sha256);
