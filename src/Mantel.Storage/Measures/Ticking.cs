using System.Globalization;
using Dapper;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Measures;

/// <summary>
/// The daily tick: whoever's results change because nothing happened is evaluated again. Once, twice, or late by a
/// month gives the same counts, because it depends on the record and the day alone.
/// </summary>
internal sealed class Ticking(Database journal, KeyRing keys, IJournal entries, Measuring measuring)
{
    private const string Setting = "ticked";
    private const int AtOnce = 256;

    /// <summary>How far back a day may lie that nobody ticked on.</summary>
    private const int Reach = 5 * 366;

    public static DateOnly? LastDay(Session session) =>
        session.Command("SELECT content FROM setting WHERE name = @p0", Setting).ExecuteScalar() is string text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Returns how many people's results were looked at.</summary>
    public async Task<int> RunAsync(DateOnly today, CancellationToken ct)
    {
        var looked = 0;
        var waiting = await WaitingAsync(ct);
        var days = Enumerable.Range(0, Reach + 1).Select(back => today.AddDays(back - Reach));
        foreach (var slot in days.Select(measuring.SlotOf).Where(slot => waiting.Contains(Convert.ToHexString(slot))))
        {
            while (await TakeAsync(slot, today, ct) is var taken and > 0)
                looked += taken;
        }
        await RememberAsync(today, ct);
        return looked;
    }

    /// <summary>The days for which anything waits, so that the many days for which nothing does cost nothing.</summary>
    private async Task<HashSet<string>> WaitingAsync(CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        var slots = await session.Connection.QueryAsync<byte[]>("SELECT DISTINCT slot FROM measure_due");
        return slots.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Somebody recorded something about the same person meanwhile: then they are taken again.</summary>
    private async Task<int> TakeAsync(byte[] slot, DateOnly today, CancellationToken ct)
    {
        var due = await ReadAsync(slot, ct);
        if (due.Count == 0)
            return 0;
        var writes = new List<(byte[] Id, MeasureWrite? Write)>(due.Count);
        foreach (var (id, who) in due)
            writes.Add((id, await PrepareAsync(measuring.WhoIs(who), today, ct)));
        await using var session = await journal.RentAsync(ct);
        session.Write(() =>
        {
            var holding = writes.Where(one => one.Write?.Holds(session) != false).ToList();
            MeasureWrite.Write(session, [.. holding.Select(one => one.Write).OfType<MeasureWrite>()]);
            foreach (var (id, _) in holding)
                session.Execute("DELETE FROM measure_due WHERE slot = @p0 AND id = @p1", slot, id);
        });
        return due.Count;
    }

    private async Task<List<(byte[] Id, byte[] Who)>> ReadAsync(byte[] slot, CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        await using var reader = await session
            .Command("SELECT id, who FROM measure_due WHERE slot = @p0 LIMIT @p1", slot, (long)AtOnce)
            .ExecuteReaderAsync(ct);
        var due = new List<(byte[], byte[])>();
        while (await reader.ReadAsync(ct))
            due.Add((await reader.GetFieldValueAsync<byte[]>(0, ct), await reader.GetFieldValueAsync<byte[]>(1, ct)));
        return due;
    }

    /// <summary>Null when nothing changes, or nobody is there any more.</summary>
    private async Task<MeasureWrite?> PrepareAsync(StreamKey stream, DateOnly today, CancellationToken ct)
    {
        if (await entries.VersionAsync(stream.Stream, ct) == 0 || await keys.FindAsync(stream, ct) is not { } key)
            return null;
        return await measuring.PrepareAsync(stream, () => WholeAsync(stream.Stream, ct), key, today, ct);
    }

    private async Task<IReadOnlyList<Entry>> WholeAsync(StreamId person, CancellationToken ct) =>
        await WholeRecord.OfAsync(
            person,
            await entries.ReadAsync(person, 0, ct),
            other => entries.ReadAsync(other, 0, ct)
        );

    private async Task RememberAsync(DateOnly today, CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        session.Write(() =>
        {
            if (LastDay(session) is { } last && last >= today)
                return;
            session.Insert(
                Tables.Setting,
                [
                    [Setting, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
                ]
            );
        });
    }
}
