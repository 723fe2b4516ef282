using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// Places a signal with the person it is about: it goes into their record as a signal of its sender, in the same act,
/// and its words are destroyed here. From then on it lives under the person's own key.
/// </summary>
[Needs(AccessAction.AnswerInbox)]
public sealed record PlaceSignal(Guid Signal, Guid Person)
    : IReachesOtherRecords<InboxRecord>,
        INeedsOfOtherRecords,
        IEditsWhatWasSeen,
        IAboutItem
{
    public Guid Item => Signal;

    /// <summary>The record it goes into; null when it is not there.</summary>
    public PersonRecord? Into { get; init; }

    /// <summary>Placing a signal is giving one about the person.</summary>
    public AccessAction NeededThere => AccessAction.GiveSignal;

    public IReadOnlyList<StreamId> Reaches(InboxRecord record, Author author) => [StreamId.Person(Person)];

    public IAct<InboxRecord> With(IReadOnlyList<Record> reached) => this with { Into = reached[0] as PersonRecord };

    public Outcome Decide(InboxRecord record, Moment now)
    {
        var found = new Findings();
        if (Into is null || !Into.Team(now.Today).Any(PassOnSignal.CanAnswer))
            found.Break("", "rule.inbox-nobody-in-team");
        if (Into?.Entries.Any(entry => entry.Fact is SignalGiven given && given.Signal == Signal) is true)
            found.Break("", "rule.inbox-in-record-already");
        return found.Goes(
            record,
            Signal,
            here => new InboxSignalPlaced(Signal, Into?.Id ?? Person, here.Entries),
            here => new SignalGiven(Signal, here.Received.Fact.Noticed, null, here.Received.Fact.Hopes, here.SentBy),
            Into,
            now
        );
    }

    public bool IsAbout(Fact fact) => InboxRules.Changes(fact, Signal);
}
