using Mantel.Core.Journal;

namespace Mantel.Storage;

/// <summary>
/// Decides an act on the newest record and appends what it yields; decides again when somebody else came first.
/// </summary>
internal sealed class Appending(IJournal journal)
{
    private const int Attempts = 64;
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<Deed> DoAsync<TRecord>(
        StreamId stream,
        Func<StreamId, IReadOnlyList<Entry>, TRecord> fold,
        IAct<TRecord> act,
        Author author,
        Sending sending,
        Moment now,
        Func<TRecord, Task<bool>> may,
        CancellationToken ct
    )
        where TRecord : Record
    {
        var turn = _turns[(stream.Id.GetHashCode() & int.MaxValue) % _turns.Length];
        await turn.WaitAsync(ct);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var record = fold(stream, await journal.ReadAsync(stream, 0, ct));
                if (await OnceAsync(record, act, author, sending, now, may, ct) is { } deed)
                    return deed;
            }
            return new Deed.Refused([new Problem("", "rule.busy", [], true)]);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Null when somebody else came first.</summary>
    private async Task<Deed?> OnceAsync<TRecord>(
        TRecord record,
        IAct<TRecord> act,
        Author author,
        Sending sending,
        Moment now,
        Func<TRecord, Task<bool>> may,
        CancellationToken ct
    )
        where TRecord : Record
    {
        var earlier = record.Entries.Where(entry => entry.Act == sending.Act).ToList();
        if (earlier.Count > 0)
            return earlier[0].Author.Account == author.Account ? new Deed.AlreadyDone(earlier) : new Deed.NotAllowed();
        if (!await may(record))
            return new Deed.NotAllowed();
        if (Meanwhile.Of(record, act, author, sending.Seen) is { Count: > 0 } since)
            return new Deed.Stale(since);
        return act.Decide(record, now) switch
        {
            Outcome.Refused refused => new Deed.Refused(refused.Problems),
            Outcome.Yielded { Facts.Count: 0 } => new Deed.Done([]),
            Outcome.Yielded yielded => await AppendAsync(record, yielded.Facts, author, sending, now, ct),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    private async Task<Deed?> AppendAsync(
        Record record,
        IReadOnlyList<NewFact> facts,
        Author author,
        Sending sending,
        Moment now,
        CancellationToken ct
    )
    {
        var withdrawn = facts
            .Select(fact => fact.Fact)
            .OfType<WrongPersonNoticed>()
            .SelectMany(f => f.Entries)
            .ToList();
        var append = new Append(
            record.Stream,
            record.Version,
            sending.Act,
            author,
            now,
            [.. facts.Select(fact => fact with { Source = fact.Source ?? sending.Source })],
            sending.Attachments,
            withdrawn,
            withdrawn.Count == 0 ? [] : Documents.OnlyOf(record, withdrawn)
        );
        return await journal.AppendAsync(append, ct) switch
        {
            AppendResult.Appended appended => new Deed.Done(appended.Entries),
            AppendResult.AlreadyDone done => new Deed.AlreadyDone(done.Entries),
            AppendResult.Erased => new Deed.NotAllowed(),
            _ => null,
        };
    }
}
