using System.Security.Cryptography;
using Dapper;
using Mantel.Storage.Databases;
using Mantel.Storage.Erasing;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Backups;

/// <summary>
/// Brings a backup back into an empty place. Whoever is in any erasure ledger that can be found stays erased. Until it
/// is finished and verified the place is marked, and cannot be opened for work.
/// </summary>
internal sealed class Restore(StorageOptions options, string backup, IProgress<StorageProgress>? progress)
{
    public async Task RunAsync(IReadOnlyList<BackupPart> parts, string? ledgerFile, CancellationToken ct)
    {
        var manifest = Manifest.Read(backup);
        await manifest.CheckFilesAsync(backup, ct);
        var keys = BackupKeys.Read(backup);
        var ledger = LedgerFile.Read(Path.Combine(backup, LedgerFile.Name));
        manifest.CheckLedger(ledger);
        Directory.CreateDirectory(options.DataDirectory);
        var from = FindMasterKey();
        CheckSignature(manifest, keys, from);
        var to = BringMasterKey();

        await using var target = Parts.Open(options);
        await MakeReadyAsync(target, ct);
        await using (var session = await target.Keys.RentAsync(ct))
            RestoreKeys(session, keys, from, to, MergeLedgers(session, manifest, ledger, ledgerFile), manifest);
        await RestoreTablesAsync(target.Journal, Backup.Journal, Backup.JournalTables, manifest, ct);
        await RestoreTablesAsync(target.Looks, Backup.Looks, Tables.Looks, manifest, ct);
        foreach (var part in parts)
            await RestorePartAsync(part, ct);
    }

    private string BroughtMasterKey => Path.Combine(backup, BackupKeys.Folder, MasterKey.FileName);

    private MasterKey FindMasterKey() =>
        File.Exists(BroughtMasterKey) ? MasterKey.FromFile(BroughtMasterKey) : MasterKey.Find(options);

    /// <summary>The key of this place; the backup's own when it brought one and this place has none yet.</summary>
    private MasterKey BringMasterKey()
    {
        var own = Path.Combine(options.DataDirectory, MasterKey.FileName);
        if (File.Exists(BroughtMasterKey) && MasterKey.IsFile(options) && !File.Exists(own))
            WholeFile.Write(own, File.ReadAllBytes(BroughtMasterKey), secret: true);
        return MasterKey.Find(options);
    }

    private static void CheckSignature(Manifest manifest, BackupKeys keys, MasterKey master)
    {
        var signing = keys.Secrets.Single(secret =>
            string.Equals(secret.Name, KeyRing.SigningName, StringComparison.Ordinal)
        );
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(master.Unwrap(signing.Wrapped, KeyRing.SecretContext(signing.Name)), out _);
        if (!manifest.IsSigned(key))
            throw new StorageException("The manifest of the backup was changed.");
    }

    private static async Task MakeReadyAsync(Parts target, CancellationToken ct)
    {
        await using var journal = await target.Journal.RentAsync(ct);
        await using var looks = await target.Looks.RentAsync(ct);
        await using var keys = await target.Keys.RentAsync(ct);
        var unfinished = RestoreMark.IsSet(journal);
        if (
            !unfinished
            && (
                HasRows(journal, "entry")
                || HasRows(looks, "look")
                || HasRows(looks, "account_event")
                || HasRows(keys, "stream_key")
            )
        )
            throw new StorageException("There is a journal here already; a backup is restored into an empty place.");
        journal.Write(() =>
        {
            Empty(journal, Tables.Journal);
            RestoreMark.Set(journal);
        });
        looks.Write(() => Empty(looks, Tables.Looks));
        keys.Write(() => Empty(keys, [Tables.StreamKey, Tables.Secret]));
    }

    private static bool HasRows(Session session, string table) =>
        session.Command($"SELECT 1 FROM {table} LIMIT 1").ExecuteScalar() is not null;

    private static void Empty(Session session, IReadOnlyList<Table> tables)
    {
        foreach (var table in tables)
            session.Execute($"DELETE FROM {table.Name}");
    }

    private IReadOnlyList<LedgerLine> MergeLedgers(
        Session keys,
        Manifest manifest,
        IReadOnlyList<LedgerLine> ledger,
        string? ledgerFile
    )
    {
        if (ledgerFile is not null && !File.Exists(ledgerFile))
            throw new StorageException($"The erasure ledger {ledgerFile} is not there.");
        var files = manifest
            .KnownBackups.Select(known => Path.Combine(known, LedgerFile.Name))
            .Append(Path.Combine(options.DataDirectory, LedgerFile.Name))
            .Append(ledgerFile ?? "");
        return LedgerFile.Merge(LedgerLine.ReadAll(keys).Concat(ledger).Concat(files.SelectMany(LedgerFile.Read)));
    }

    private void RestoreKeys(
        Session session,
        BackupKeys backed,
        MasterKey from,
        MasterKey to,
        IReadOnlyList<LedgerLine> ledger,
        Manifest manifest
    )
    {
        var erased = ledger.Select(line => line.Person).ToHashSet();
        var keys = backed.Keys.Where(key => !erased.Contains(key.PersonId())).Select(key => key.Rewrap(from, to));
        var secrets = backed.Secrets.Select(secret => secret.Rewrap(from, to));
        session.Write(() =>
        {
            Empty(session, [Tables.Ledger]);
            session.Insert(Tables.Ledger, ledger.Select(line => line.ToRow()).ToList());
            session.Insert(Tables.StreamKey, keys.Select(key => new object?[] { key.Stream, key.Wrapped }).ToList());
            session.Insert(
                Tables.Secret,
                secrets.Select(secret => new object?[] { secret.Name, secret.Wrapped, secret.Public }).ToList()
            );
            session.Insert(Tables.KnownBackup, manifest.KnownBackups.Select(path => new object?[] { path }).ToList());
        });
        if (ledger.Count > 0)
            LedgerFile.Write(Path.Combine(options.DataDirectory, LedgerFile.Name), ledger);
    }

    private async Task RestoreTablesAsync(
        Database database,
        string part,
        IReadOnlyList<Table> tables,
        Manifest manifest,
        CancellationToken ct
    )
    {
        await using var session = await database.RentAsync(ct);
        foreach (var table in tables)
        {
            if (table == Tables.AccountEvent && manifest.Format < Manifest.WithAccountLog)
                continue;
            RowFile.Read(session, table, Path.Combine(backup, Backup.RowsFile(part, table)));
            progress?.Report(new StorageProgress($"restore of {table.Name}", 1, 1));
        }
    }

    private async Task RestorePartAsync(BackupPart part, CancellationToken ct)
    {
        var file = Path.Combine(backup, Backup.FileOf(part));
        if (!File.Exists(file))
        {
            if (part.IsOld)
                return;
            throw new StorageException($"The backup has no part {part.Name}.");
        }
        await using var stream = File.OpenRead(file);
        await part.ReadAsync(stream, ct);
    }
}

/// <summary>The mark of a place where a restore is under way or was interrupted.</summary>
internal static class RestoreMark
{
    private const string Name = "restoring";

    public static bool IsSet(Session journal) =>
        journal.Connection.QuerySingleOrDefault<string>(
            "SELECT content FROM setting WHERE name = @name",
            new { name = Name }
        )
            is not null;

    /// <exception cref="StorageException">A restore was interrupted here.</exception>
    public static async Task RefuseAsync(Database journal, CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        if (IsSet(session))
            throw new StorageException("A restore was interrupted here, or is under way. Restore the backup again.");
    }

    public static void Set(Session journal) =>
        journal.Insert(
            Tables.Setting,
            [
                [Name, "yes"],
            ]
        );

    public static void Remove(Session journal) =>
        journal.Write(() => journal.Execute("DELETE FROM setting WHERE name = @p0", Name));
}
