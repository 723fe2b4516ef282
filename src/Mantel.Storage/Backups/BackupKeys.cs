using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Erasing;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Backups;

/// <summary>
/// The keys part of a backup: wrapped keys as lines, closed by a hash of its own, so that one person's key can be
/// destroyed in it later without touching the rest.
/// </summary>
internal sealed record BackupKeys(IReadOnlyList<StoredKey> Keys, IReadOnlyList<StoredSecret> Secrets)
{
    public const string Folder = "keys";
    private const string FileName = "keys.json";

    public static void Write(string backup, BackupKeys keys) =>
        WholeFile.Write(FileIn(backup), Closed(JsonSerializer.Serialize(keys, FactCodec.Json)), secret: true);

    /// <exception cref="StorageException">The file is absent or was changed.</exception>
    public static BackupKeys Read(string backup)
    {
        try
        {
            var lines = File.ReadAllLines(FileIn(backup));
            if (lines.Length == 2 && string.Equals(lines[1], Hash(lines[0]), StringComparison.Ordinal))
                return JsonSerializer.Deserialize<BackupKeys>(lines[0], FactCodec.Json)!;
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            throw new StorageException("The keys of the backup cannot be read.", failure);
        }
        throw new StorageException("The keys of the backup were changed.");
    }

    /// <summary>
    /// Destroys the keys of everyone in the ledger in a known backup; false when it cannot be reached.
    /// </summary>
    public static bool TryErase(string backup, IReadOnlyList<LedgerLine> ledger)
    {
        try
        {
            var erased = ledger.Select(line => line.Person).ToHashSet();
            var keys = Read(backup);
            Write(backup, keys with { Keys = keys.Keys.Where(key => !erased.Contains(key.PersonId())).ToList() });
            var ledgerFile = Path.Combine(backup, LedgerFile.Name);
            var known = LedgerFile.Read(ledgerFile);
            LedgerFile.Write(ledgerFile, Continue(known, ledger));
            return true;
        }
        catch (Exception failure) when (failure is StorageException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The backup's own lines stay as they are, so that the manifest still fits; new ones follow.</summary>
    private static List<LedgerLine> Continue(IReadOnlyList<LedgerLine> known, IReadOnlyList<LedgerLine> ledger)
    {
        var lines = known.ToList();
        foreach (var line in ledger.Where(line => lines.TrueForAll(other => other.Person != line.Person)))
            lines.Add(LedgerLine.Next(lines.LastOrDefault(), line.ToErasure()));
        return lines;
    }

    private static string FileIn(string backup) => Path.Combine(backup, Folder, FileName);

    private static byte[] Closed(string json) => Encoding.UTF8.GetBytes($"{json}\n{Hash(json)}\n");

    private static string Hash(string json) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

/// <summary>A stream's key, wrapped by the master key.</summary>
internal sealed record StoredKey(byte[] Stream, byte[] Wrapped)
{
    public Guid PersonId() =>
        new StreamKey(Stream).Stream is var stream && stream.Kind == StreamKind.Person ? stream.Id : Guid.Empty;

    public StoredKey Rewrap(MasterKey from, MasterKey to)
    {
        var context = KeyRing.Context(new StreamKey(Stream));
        return this with { Wrapped = to.Wrap(from.Unwrap(Wrapped, context), context) };
    }
}

/// <summary>A key that belongs to no stream, wrapped by the master key, and its public half when it has one.</summary>
internal sealed record StoredSecret(string Name, byte[] Wrapped, byte[]? Public)
{
    public StoredSecret Rewrap(MasterKey from, MasterKey to)
    {
        var context = KeyRing.SecretContext(Name);
        return this with { Wrapped = to.Wrap(from.Unwrap(Wrapped, context), context) };
    }
}
