using Dapper;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Erasing;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Verifying;

/// <summary>Whether everyone can be read who should be, and nobody who was erased.</summary>
internal sealed class KeysCheck
{
    private readonly HashSet<StreamKey> _keys = [];
    private readonly HashSet<Guid> _erased = [];

    public IReadOnlySet<Guid> Erased => _erased;

    public static async Task<KeysCheck> ReadAsync(Database database, KeyRing keys, Faults faults, CancellationToken ct)
    {
        var check = new KeysCheck();
        await using var session = await database.RentAsync(ct);
        foreach (var row in await session.Connection.QueryAsync<KeyRow>("SELECT stream, wrapped FROM stream_key"))
            check.Take(row, keys, faults);
        var secrets = await session.Connection.QueryAsync<(string Name, byte[] Wrapped)>(
            "SELECT name, wrapped FROM secret"
        );
        foreach (var (name, wrapped) in secrets.Where(row => !keys.CanOpenSecret(row.Name, row.Wrapped)))
            faults.Add($"keys, {name}", "The secret was changed, or wrapped by another master key.");
        var ledger = LedgerLine.ReadAll(session);
        if (LedgerLine.FindBreak(ledger) is { } line)
            faults.Add(
                $"erasure ledger, {line}",
                "The line does not fit its hash: it, or the one before it, was changed."
            );
        check._erased.UnionWith(ledger.Select(one => one.Person));
        return check;
    }

    public void CheckStreams(IReadOnlyCollection<StreamKey> streams, Faults faults)
    {
        foreach (var stream in streams)
        {
            var erased = stream.Stream.Kind == StreamKind.Person && _erased.Contains(stream.Stream.Id);
            if (!erased && !_keys.Contains(stream))
                faults.Add($"keys, {stream.Stream}", "The key is missing, and no erasure explains it.");
        }
        foreach (var stream in _keys.Where(key => _erased.Contains(key.Stream.Id)))
            faults.Add($"keys, {stream.Stream}", "The person was erased, but the key is still there.");
    }

    private void Take(KeyRow row, KeyRing keys, Faults faults)
    {
        var stream = new StreamKey(row.Stream);
        _keys.Add(stream);
        if (!keys.CanOpen(stream, row.Wrapped))
            faults.Add($"keys, {stream.Stream}", "The key was changed, or wrapped by another master key.");
    }

    private sealed record KeyRow(byte[] Stream, byte[] Wrapped);
}
