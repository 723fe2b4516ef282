using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;

namespace Mantel.Tests.People.Joining;

/// <summary>Two records in a test, as the journal would hold them: acts land in the stream that they name.</summary>
internal sealed class TwoRecords
{
    private readonly Dictionary<StreamId, List<Entry>> _streams = [];
    private int _minutes;

    public TwoRecords() => (_streams[One], _streams[Other]) = ([], []);

    public StreamId One { get; } = StreamId.Person(Guid.NewGuid());
    public StreamId Other { get; } = StreamId.Person(Guid.NewGuid());

    public IReadOnlyList<Entry> Of(StreamId stream) => [.. _streams[stream]];

    /// <summary>The record as it is opened: whole, by the id of either.</summary>
    public PersonRecord Open(StreamId? stream = null)
    {
        var asked = stream ?? One;
        if (Core.People.Joining.Leader(asked, _streams[asked]) is { } leader)
            return Open(StreamId.Person(leader));
        var followers = Core.People.Joining.Followers(asked, _streams[asked]).Select(StreamId.Person);
        IReadOnlyList<IReadOnlyList<Entry>> following = [.. followers.Select(Of)];
        return new(asked, following.Count == 0 ? Of(asked) : Core.People.Joining.Fold(Of(asked), following));
    }

    public Entry Fact(StreamId stream, Fact fact, string? effective = null) =>
        Append(stream, new NewFact(fact, effective is null ? null : PartialDate.Parse(effective)), Guid.NewGuid());

    public Outcome Do(IAct<PersonRecord> act, StreamId? on = null)
    {
        var record = Open(on);
        var outcome = act.Decide(record, Tell.Now);
        var id = Guid.NewGuid();
        foreach (var fact in (outcome as Outcome.Yielded)?.Facts ?? [])
            Append(fact.Into ?? record.Stream, fact, id);
        return outcome;
    }

    public void Join(string reason = "Zelfde BSN.") =>
        Do(new JoinRecords(Open(Other), reason, Compared: true, EvenSo: true)).ShouldBeOfType<Outcome.Yielded>();

    public void Part() => Do(new PartRecords(Other.Id, "Toch een ander.")).ShouldBeOfType<Outcome.Yielded>();

    private Entry Append(StreamId stream, NewFact fact, Guid act)
    {
        var entry = new Entry(
            fact.Id ?? Guid.NewGuid(),
            stream,
            _streams[stream].Count + 1,
            fact.Fact,
            fact.Effective,
            new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(_minutes++),
            Tell.Nurse,
            fact.Source ?? Source.Mantel,
            act,
            fact.RestsOn ?? []
        );
        _streams[stream].Add(entry);
        return entry;
    }
}
