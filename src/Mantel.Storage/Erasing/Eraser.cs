using Dapper;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage.Backups;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Erasing;

/// <summary>
/// Destroys a person's key and everything that could be read without it. The ledger line comes first; what follows,
/// the key's end included, is done again at the next start when it was interrupted.
/// </summary>
internal sealed class Eraser(Archive archive)
{
    public async Task<ErasureResult> EraseAsync(Erasure erasure, CancellationToken ct)
    {
        Check(erasure);
        var records = await RecordsAsync(erasure.Person, ct);
        var ledger = await WriteLedgerAsync(erasure, records, ct);
        foreach (var record in records)
            await FinishAsync(new StreamKey(StreamId.Person(record)), erasure.At, ct);
        LedgerFile.Write(Path.Combine(archive.Options.DataDirectory, LedgerFile.Name), ledger);
        return await EraseInBackupsAsync(records, ledger, ct);
    }

    /// <summary>Every record of the person: the one that leads first, because it counts for all.</summary>
    private async Task<IReadOnlyList<Guid>> RecordsAsync(Guid person, CancellationToken ct)
    {
        var record = await new Opening(archive.Journal).PersonAsync(person, ct);
        return record.Exists ? [record.Id, .. record.Followers()] : [person];
    }

    /// <summary>Finishes erasures that were interrupted, and those that a restored journal does not know of.</summary>
    public async Task FinishAllAsync(CancellationToken ct)
    {
        IReadOnlyList<LedgerLine> ledger;
        await using (var session = await archive.Parts.Keys.RentAsync(ct))
            ledger = LedgerLine.ReadAll(session);
        foreach (var line in ledger)
        {
            var stream = new StreamKey(StreamId.Person(line.Person));
            if (!await IsMarkedAsync(stream, ct) || await HasKeyAsync(stream, ct))
                await FinishAsync(stream, line.At, ct);
        }
    }

    private static void Check(Erasure erasure)
    {
        if (erasure.By == erasure.AndBy)
            throw new StorageException("An erasure needs two different people who answer for it.");
        if (string.IsNullOrWhiteSpace(erasure.Basis))
            throw new StorageException("An erasure needs its legal basis.");
    }

    /// <summary>From here on it is decided: what follows is done again when it is interrupted.</summary>
    private async Task<IReadOnlyList<LedgerLine>> WriteLedgerAsync(
        Erasure erasure,
        IReadOnlyList<Guid> records,
        CancellationToken ct
    )
    {
        await using var session = await archive.Parts.Keys.RentAsync(ct);
        IReadOnlyList<LedgerLine> ledger = [];
        session.Write(() =>
        {
            ledger = LedgerLine.ReadAll(session);
            foreach (var person in records.Where(record => ledger.All(line => line.Person != record)))
            {
                if (!HasKey(session, new StreamKey(StreamId.Person(person))))
                    throw new StorageException("There is nobody with this id to erase.");
                var line = LedgerLine.Next(ledger.LastOrDefault(), erasure with { Person = person });
                session.Insert(Tables.Ledger, [line.ToRow()]);
                ledger = [.. ledger, line];
            }
        });
        return ledger;
    }

    private static bool HasKey(Session session, StreamKey stream) =>
        session.Command("SELECT 1 FROM stream_key WHERE stream = @p0", stream.Bytes).ExecuteScalar() is not null;

    private async Task DestroyKeyAsync(StreamKey stream, CancellationToken ct)
    {
        await using (var session = await archive.Parts.Keys.RentAsync(ct))
            session.Write(() => session.Execute("DELETE FROM stream_key WHERE stream = @p0", stream.Bytes));
        archive.Keys.Forget(stream.Stream);
    }

    private async Task<bool> HasKeyAsync(StreamKey stream, CancellationToken ct)
    {
        await using var session = await archive.Parts.Keys.RentAsync(ct);
        var command = session.Command("SELECT 1 FROM stream_key WHERE stream = @p0", stream.Bytes);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private async Task<bool> IsMarkedAsync(StreamKey stream, CancellationToken ct)
    {
        await using var session = await archive.Parts.Journal.RentAsync(ct);
        var command = session.Command("SELECT 1 FROM erased WHERE stream = @p0", stream.Bytes);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private async Task FinishAsync(StreamKey stream, DateTimeOffset at, CancellationToken ct)
    {
        if (!await IsMarkedAsync(stream, ct))
            await new LeaveContributions(archive).RunAsync(stream, at, ct);
        await DestroyKeyAsync(stream, ct);
        await using (var looks = await archive.Parts.Looks.RentAsync(ct))
            looks.Write(() => looks.Execute("UPDATE look SET payload = NULL WHERE person = @p0", stream.Bytes[1..]));
        archive.Cache.Forget(stream.Stream);
        await archive.Parts.Keys.ScrubAsync([Tables.StreamKey], ct);
        await archive.Parts.Looks.ScrubAsync([Tables.Look], ct);
        await archive.Parts.Journal.ScrubAsync([Tables.Register, Tables.Number, Tables.MeasureResult], ct);
    }

    private async Task<ErasureResult> EraseInBackupsAsync(
        IReadOnlyList<Guid> records,
        IReadOnlyList<LedgerLine> ledger,
        CancellationToken ct
    )
    {
        await using var session = await archive.Parts.Keys.RentAsync(ct);
        var paths = await session.Connection.QueryAsync<string>("SELECT path FROM known_backup ORDER BY path");
        var (reached, unreachable) = (new List<string>(), new List<string>());
        foreach (var path in paths)
            (BackupKeys.TryErase(path, ledger) ? reached : unreachable).Add(path);
        return new ErasureResult(records, reached, unreachable);
    }
}
