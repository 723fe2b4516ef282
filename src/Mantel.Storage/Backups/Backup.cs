using Dapper;
using Mantel.Storage.Databases;
using Mantel.Storage.Erasing;
using Mantel.Storage.Journals;
using Mantel.Storage.Keys;
using Mantel.Storage.Looking;
using Mantel.Storage.SigningIn;
using Mantel.Storage.Verifying;

namespace Mantel.Storage.Backups;

/// <summary>Writes everything into a directory, in one form for both databases, while people go on working.</summary>
internal sealed class Backup(Archive archive, string directory, IProgress<StorageProgress>? progress)
{
    public static readonly IReadOnlyList<Table> JournalTables =
    [
        Tables.Entry,
        Tables.Attachment,
        Tables.Seal,
        Tables.Erased,
        Tables.FactKind,
    ];
    public const string Journal = "journal";
    public const string Looks = "looks";
    public const string Accounts = "accounts";
    public const string SealFile = "seal.json";

    private readonly List<ManifestFile> _files = [];

    public async Task RunAsync(DateTimeOffset now, IReadOnlyList<BackupPart> parts, CancellationToken ct)
    {
        var path = MakeDirectories();
        var (seal, looked, signed) = (new SealTail(0, 0, []), new LookTail(0, []), new EventTail(0, []));
        await using (var session = await archive.Parts.Journal.RentAsync(ct))
            await session.ReadAsync(() =>
            {
                seal = SealTail.Read(session);
                return WriteTablesAsync(session, Journal, JournalTables, ct);
            });
        var (ledger, known) = await WriteKeysAsync(path, ct);
        await using (var session = await archive.Parts.Looks.RentAsync(ct))
            await session.ReadAsync(() =>
            {
                (looked, signed) = (LookTail.Read(session), EventTail.Read(session));
                return WriteTablesAsync(session, Looks, Tables.Looks, ct);
            });
        foreach (var part in parts.Where(part => !part.IsOld))
            await WritePartAsync(part, ct);
        KeptSeal.Sign(seal, looked, signed, archive.Keys).Write(Path.Combine(directory, SealFile));
        await AddAsync(SealFile, ct);
        var hash = ledger.LastOrDefault()?.Hash ?? [];
        new Manifest(Manifest.Newest, now.ToUniversalTime(), _files, ledger.Count, hash, known, Signature: []).Write(
            directory,
            archive.Keys
        );
    }

    public static string RowsFile(string part, Table table) => Path.Combine(part, $"{table.Name}.rows");

    public static string FileOf(BackupPart part) =>
        Path.Combine(part.IsKey ? BackupKeys.Folder : Accounts, Path.GetFileName(part.Name));

    private string MakeDirectories()
    {
        if (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any())
            throw new StorageException($"{directory} is not empty; a backup needs a directory of its own.");
        foreach (var part in new[] { Journal, Looks, Accounts, BackupKeys.Folder })
            Directory.CreateDirectory(Path.Combine(directory, part));
        return Path.GetFullPath(directory);
    }

    private async Task WriteTablesAsync(Session session, string part, IReadOnlyList<Table> tables, CancellationToken ct)
    {
        foreach (var table in tables)
        {
            var file = RowsFile(part, table);
            var rows = await RowFile.WriteAsync(session, table, Path.Combine(directory, file), ct);
            await AddAsync(file, ct);
            progress?.Report(new StorageProgress($"backup of {table.Name}", rows, rows));
        }
    }

    /// <summary>
    /// Under the lock of the keys: an erasure comes before this, or finds this backup known and complete.
    /// </summary>
    private async Task<(IReadOnlyList<LedgerLine> Ledger, IReadOnlyList<string> Known)> WriteKeysAsync(
        string path,
        CancellationToken ct
    )
    {
        await using var session = await archive.Parts.Keys.RentAsync(ct);
        IReadOnlyList<LedgerLine> ledger = [];
        IReadOnlyList<string> known = [];
        session.Write(() =>
        {
            session.Insert(
                Tables.KnownBackup,
                [
                    [path],
                ]
            );
            known = session.Connection.Query<string>("SELECT path FROM known_backup ORDER BY path").ToList();
            ledger = LedgerLine.ReadAll(session);
            var keys = session.Connection.Query<StoredKey>("SELECT stream, wrapped FROM stream_key ORDER BY stream");
            var secrets = session.Connection.Query<StoredSecret>("SELECT name, wrapped, public FROM secret");
            BackupKeys.Write(directory, new BackupKeys(keys.ToList(), secrets.ToList()));
            LedgerFile.Write(Path.Combine(directory, LedgerFile.Name), ledger);
        });
        if (MasterKey.IsFile(archive.Options))
            CopyMasterKey();
        return (ledger, known);
    }

    private void CopyMasterKey()
    {
        var content = File.ReadAllBytes(Path.Combine(archive.Options.DataDirectory, MasterKey.FileName));
        WholeFile.Write(Path.Combine(directory, BackupKeys.Folder, MasterKey.FileName), content, secret: true);
    }

    private async Task WritePartAsync(BackupPart part, CancellationToken ct)
    {
        var file = FileOf(part);
        await using (var stream = new FileStream(Path.Combine(directory, file), FileMode.CreateNew))
        {
            await part.WriteAsync(stream, ct);
            stream.Flush(flushToDisk: true);
        }
        await AddAsync(file, ct);
    }

    private async Task AddAsync(string file, CancellationToken ct) =>
        _files.Add(new ManifestFile(file, await Manifest.HashAsync(Path.Combine(directory, file), ct)));
}
