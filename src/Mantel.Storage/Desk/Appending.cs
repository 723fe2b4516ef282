using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>
/// Decides an act on the newest record and appends what it yields; decides again when somebody else came first.
/// </summary>
internal sealed class Appending(IJournal journal, Opening opening)
{
    private const int Attempts = 64;
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>
    /// An act to a record, a person's by the id of any that were joined, with the others that it reaches: in all of
    /// them or in none.
    /// </summary>
    public Task<ActOutcome> DoAsync<TRecord>(
        Guid id,
        IAct<TRecord> act,
        Author author,
        Submission sending,
        Moment now,
        Func<TRecord, IReadOnlyList<Record>, Task<bool>> may,
        CancellationToken ct
    )
        where TRecord : Record, IKeptRecord<TRecord> =>
        DoAsync(
            id,
            () => opening.TurnAsync(id, act, author, ct),
            author,
            sending,
            now,
            turn => may(turn.Record, turn.Others),
            ct
        );

    /// <summary>Joins two records: decided on both, done to both or to neither.</summary>
    public Task<ActOutcome> JoinAsync(
        Guid person,
        Guid other,
        JoinRecords act,
        Author author,
        Submission sending,
        Moment now,
        Func<PersonRecord, Task<bool>> may,
        CancellationToken ct
    ) =>
        DoAsync(
            person,
            async () =>
            {
                var its = await opening.PersonAsync(other, ct);
                var record = await opening.PersonAsync(person, ct);
                return new ActOnNewest<PersonRecord>(record, act with { Other = its }, its);
            },
            author,
            sending,
            now,
            async turn => await may(turn.Record) && await may((PersonRecord)turn.Others[0]),
            ct
        );

    /// <summary>What an act is whose id the record knows already; not allowed when it knows none.</summary>
    public Task<ActOutcome> SentBeforeAsync(Record record, Author author, Submission sending, CancellationToken ct) =>
        journal.SentBeforeAsync([.. record.Entries.Where(entry => entry.Act == sending.Act)], author, sending, ct);

    private async Task<ActOutcome> DoAsync<TRecord>(
        Guid id,
        Func<Task<ActOnNewest<TRecord>>> open,
        Author author,
        Submission sending,
        Moment now,
        Func<ActOnNewest<TRecord>, Task<bool>> may,
        CancellationToken ct
    )
        where TRecord : Record
    {
        var waiting = _turns[(id.GetHashCode() & int.MaxValue) % _turns.Length];
        await waiting.WaitAsync(ct);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await OnceAsync(await open(), author, sending, now, may, ct) is { } deed)
                    return deed;
            }
            return new ActOutcome.Refused([new Problem("", "rule.busy", [], true)]);
        }
        finally
        {
            waiting.Release();
        }
    }

    /// <summary>Null when somebody else came first.</summary>
    private async Task<ActOutcome?> OnceAsync<TRecord>(
        ActOnNewest<TRecord> turn,
        Author author,
        Submission sending,
        Moment now,
        Func<ActOnNewest<TRecord>, Task<bool>> may,
        CancellationToken ct
    )
        where TRecord : Record
    {
        if (turn.Record.Entries.Any(entry => entry.Act == sending.Act))
            return await SentBeforeAsync(turn.Record, author, sending, ct);
        if (!await may(turn))
            return new ActOutcome.NotAllowed();
        if (sending.Content is not null && await journal.IsKnownElsewhereAsync(sending.Act, turn.Streams, ct))
            return new ActOutcome.SentOtherwise([]);
        if (ChangedMeanwhile.Of(turn.Record, turn.Act, author, sending.Seen) is { Count: > 0 } since)
            return new ActOutcome.Stale(since);
        return turn.Act.Decide(turn.Record, now) switch
        {
            Outcome.Refused refused => new ActOutcome.Refused(refused.Problems),
            Outcome.Yielded { Facts.Count: 0 } => new ActOutcome.Done([]),
            Outcome.Yielded asked when Unanswered(turn.Record, asked.Facts, sending) is [_, ..] questions =>
                new ActOutcome.Refused(questions),
            Outcome.Yielded yielded => await AppendAsync(turn, yielded.Facts, author, sending, now, ct),
            var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
        };
    }

    /// <summary>What is asked about these facts and was not answered; nothing where nobody is there to ask.</summary>
    private static IReadOnlyList<Problem> Unanswered(Record record, IReadOnlyList<NewFact> facts, Submission sending) =>
        record is PersonRecord person && sending.Knowingly is { } said
            ?
            [
                .. Plausibility
                    .Questions(person, facts)
                    .Where(asked => !said.Contains(asked.Question, StringComparer.Ordinal)),
            ]
            : [];

    private async Task<ActOutcome?> AppendAsync<TRecord>(
        ActOnNewest<TRecord> turn,
        IReadOnlyList<NewFact> facts,
        Author author,
        Submission sending,
        Moment now,
        CancellationToken ct
    )
        where TRecord : Record
    {
        var appends = facts
            .GroupBy(fact => fact.Into ?? turn.Record.Stream)
            .Select(of => Of(turn, of.Key, [.. of], author, sending, now))
            .OrderByDescending(append => append.Stream == turn.Record.Stream)
            .ToList();
        return await journal.AppendAsync(appends[0] with { Also = [.. appends.Skip(1)] }, ct) switch
        {
            AppendResult.Appended appended => new ActOutcome.Done(appended.Entries),
            AppendResult.AlreadyDone done => await journal.SentBeforeAsync(done.Entries, author, sending, ct),
            AppendResult.Erased => new ActOutcome.NotAllowed(),
            _ => null,
        };
    }

    /// <summary>What of the act goes to one stream: what is withdrawn is destroyed where it lies.</summary>
    private static Append Of<TRecord>(
        ActOnNewest<TRecord> turn,
        StreamId stream,
        IReadOnlyList<NewFact> facts,
        Author author,
        Submission sending,
        Moment now
    )
        where TRecord : Record
    {
        var withdrawn = facts
            .Select(fact => fact.Fact)
            .OfType<IDestroysPayloads>()
            .SelectMany(fact => fact.Entries)
            .Where(id => turn.Record.Find(id)?.Stream == stream)
            .ToList();
        return new Append(
            stream,
            WholeRecord.VersionOf(turn.Record, stream) is var version and > 0 ? version : turn.VersionOfOther(stream),
            sending.Act,
            author,
            now,
            [.. facts.Select(fact => fact with { Source = fact.Source ?? sending.Source })],
            stream == turn.Record.Stream ? sending.Attachments : null,
            withdrawn,
            withdrawn.Count == 0 ? [] : Documents.OnlyOf(turn.Record, withdrawn)
        )
        {
            Content = sending.Content,
        };
    }
}
