using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// The signals that reached an organisation about people it has yet to find: the fold of its inbox (postvak).
/// </summary>
public sealed class InboxRecord(StreamId stream, IReadOnlyList<Entry> entries)
    : Record(stream, entries),
        IKeptRecord<InboxRecord>
{
    /// <summary>One stream for each organisation.</summary>
    public static StreamKind Kind { get; } = new(3, "inbox");

    public static InboxRecord Fold(StreamId stream, IReadOnlyList<Entry> entries) => new(stream, entries);

    public Guid Organisation => Stream.Id;
}

/// <summary>
/// Which signals somebody gave to organisations, and which they acted on that were taken back, without a word of them.
/// </summary>
public sealed class SentRecord(StreamId stream, IReadOnlyList<Entry> entries)
    : Record(stream, entries),
        IKeptRecord<SentRecord>
{
    /// <summary>One stream for each account.</summary>
    public static StreamKind Kind { get; } = new(5, "sent");

    public static SentRecord Fold(StreamId stream, IReadOnlyList<Entry> entries) => new(stream, entries);
}

/// <summary>A signal in an inbox with all that came of it there; open until it is answered or closed.</summary>
public sealed record InboxSignal(
    Guid Organisation,
    Recorded<SignalReceived> Received,
    Entry? Seen,
    Recorded<InboxSignalAnswered>? Answered,
    Recorded<InboxSignalClosed>? Closed
)
{
    public Guid Id => Received.Fact.Signal;

    public bool IsOpen => Answered is null && Closed is null;

    /// <summary>Who gave it, also when another organisation passed it on.</summary>
    public Author Sender => Received.Fact.Sender?.Author ?? Received.Entry.Author;

    /// <summary>When it was given, also when it was somewhere else first.</summary>
    public DateTimeOffset GivenAt => Received.Fact.Sender?.GivenAt ?? Received.Entry.Recorded;

    /// <summary>As it goes on, to another organisation or into a record: with who gave it.</summary>
    public SignalSender SentBy => new(Sender, GivenAt, Received.Fact.About.Name);

    public SignalProgress Progress =>
        !IsOpen ? SignalProgress.SomethingWasDone
        : Seen is not null || Received.Fact.Sender is not null ? SignalProgress.BeingLookedAt
        : SignalProgress.Sent;

    /// <summary>How long it has waited, in the words of the terms that were agreed.</summary>
    public SignalWait WaitAt(Moment now, SignalTerms terms) =>
        !IsOpen ? SignalWait.None
        : now.Instant - GivenAt >= terms.EscalatesAfter ? SignalWait.Escalated
        : now.Instant - GivenAt >= terms.LateAfter ? SignalWait.Late
        : SignalWait.InTime;

    /// <summary>Every entry here that holds words about the person.</summary>
    public IReadOnlyList<Guid> Entries =>
        [.. new[] { Received.Entry, Answered?.Entry, Closed?.Entry }.OfType<Entry>().Select(entry => entry.Id)];
}

/// <summary>How long a signal has waited for an answer, most urgent first.</summary>
public enum SignalWait
{
    /// <summary>So long that the palliative team of the region sees it too.</summary>
    Escalated,

    /// <summary>Longer than was agreed.</summary>
    Late,
    InTime,

    /// <summary>It waits for nothing any more.</summary>
    None,
}

/// <summary>
/// After how long a signal without an answer is late, and after how long the palliative team of the region sees it too.
/// Own choice, in <c>data/attention/terms.tsv</c>: no source says how long a neighbour may wait.
/// </summary>
public sealed record SignalTerms(TimeSpan LateAfter, TimeSpan EscalatesAfter);

/// <summary>What stands in an inbox, computed from what stands.</summary>
public static class InboxViews
{
    /// <summary>Those that wait for an answer: the longest waiting first.</summary>
    public static IReadOnlyList<InboxSignal> Open(this InboxRecord inbox) =>
        [.. inbox.Signals().Where(signal => signal.IsOpen).OrderBy(signal => signal.GivenAt)];

    /// <summary>Those that were answered or closed here, newest first.</summary>
    public static IReadOnlyList<InboxSignal> Done(this InboxRecord inbox) =>
        [.. inbox.Signals().Where(signal => !signal.IsOpen).OrderByDescending(signal => signal.GivenAt)];

    /// <summary>One signal; null when it is not here, or not any more.</summary>
    public static InboxSignal? Signal(this InboxRecord inbox, Guid signal) =>
        inbox.Last<SignalReceived>(received => received.Signal == signal) is { } received ? Of(inbox, received) : null;

    /// <summary>With what a signal went away from here last; null when it never did.</summary>
    public static Recorded<Fact>? Left(this InboxRecord inbox, Guid signal) =>
        inbox.Entries.LastOrDefault(entry => SignalOf(entry.Fact) == signal) is { } entry
            ? new Recorded<Fact>(entry, entry.Fact)
            : null;

    /// <summary>
    /// The accounts of the organisation that did something about a signal; never its sender, who knows.
    /// </summary>
    public static IReadOnlyList<Guid> WhoActedOn(this InboxSignal signal) =>
        [
            .. new[] { signal.Seen, signal.Answered?.Entry, signal.Closed?.Entry, signal.Received.Entry }
                .OfType<Entry>()
                .Select(entry => entry.Author.Account)
                .Distinct()
                .Where(account => account != signal.Sender.Account),
        ];

    /// <summary>What this account has yet to read of signals that were taken back after it acted on them.</summary>
    public static IReadOnlyList<Recorded<TakenBackTold>> UnreadTakenBack(this SentRecord sent)
    {
        var read = sent.All<TakenBackRead>().Select(one => one.Fact.Signal).ToHashSet();
        return [.. sent.All<TakenBackTold>().Where(told => !read.Contains(told.Fact.Signal))];
    }

    /// <summary>Why signals were taken back that lay here, newest first.</summary>
    public static IReadOnlyList<Recorded<InboxSignalTakenBack>> TakenBack(this InboxRecord inbox) =>
        [.. inbox.All<InboxSignalTakenBack>().Reverse()];

    private static IEnumerable<InboxSignal> Signals(this InboxRecord inbox) =>
        inbox.All<SignalReceived>().Select(received => Of(inbox, received));

    private static Guid? SignalOf(Fact fact) =>
        fact switch
        {
            InboxSignalSentOn sent => sent.Signal,
            InboxSignalPlaced placed => placed.Signal,
            InboxSignalTakenBack back => back.Signal,
            InboxSignalErased erased => erased.Signal,
            _ => null,
        };

    private static InboxSignal Of(InboxRecord inbox, Recorded<SignalReceived> received)
    {
        var id = received.Fact.Signal;
        return new(
            inbox.Organisation,
            received,
            Since(inbox.Last<InboxSignalSeen>(seen => seen.Signal == id))?.Entry,
            Since(inbox.Last<InboxSignalAnswered>(answered => answered.Signal == id)),
            Since(inbox.Last<InboxSignalClosed>(closed => closed.Signal == id))
        );

        Recorded<TFact>? Since<TFact>(Recorded<TFact>? found)
            where TFact : Fact => found?.Entry.Version > received.Entry.Version ? found : null;
    }
}
