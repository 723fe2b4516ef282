using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>A signal with all that came of it; open until it is answered.</summary>
/// <param name="InHandsOf">The last time it was taken up or passed on; null while nobody has it in hand.</param>
public sealed record Signal(
    Guid Id,
    Recorded<SignalGiven> Given,
    Entry? InHandsOf,
    Recorded<SignalEscalated>? Escalated,
    Recorded<SignalAnswered>? Answered
)
{
    public bool IsOpen => Answered is null;

    /// <summary>Who gave it, also when somebody else placed it in this record.</summary>
    public Author Sender => Given.Fact.Sender?.Author ?? Given.Entry.Author;

    /// <summary>When it was given, also when it waited elsewhere first.</summary>
    public DateTimeOffset GivenAt => Given.Fact.Sender?.GivenAt ?? Given.Entry.Recorded;

    /// <summary>What the sender hears: no more than this, and the words that were meant for them.</summary>
    public SignalProgress Progress =>
        Answered is not null ? SignalProgress.SomethingWasDone
        : InHandsOf is not null || Escalated is not null ? SignalProgress.BeingLookedAt
        : SignalProgress.Sent;

    /// <summary>
    /// The account that sees to it: to whom it was passed on, or who took it up, while they are in the team; else
    /// null, and it is everybody's.
    /// </summary>
    public Guid? SeenToBy(PersonRecord person, DateOnly today)
    {
        var account = InHandsOf?.Fact is SignalPassedOn passed
            ? person.Team(today).FirstOrDefault(member => member.Id == passed.Member)?.Fact.Account
            : InHandsOf?.Author.Account;
        return person.Team(today).Any(member => member.Fact.Account == account) ? account : null;
    }
}

/// <summary>How far a signal has come, as its sender hears it.</summary>
public enum SignalProgress
{
    Sent,
    BeingLookedAt,
    SomethingWasDone,
}

/// <summary>The signals about a person, computed from what stands.</summary>
public static class SignalViews
{
    /// <summary>Every signal, newest first.</summary>
    public static IReadOnlyList<Signal> Signals(this PersonRecord person) =>
        [.. person.All<SignalGiven>().Select(given => Of(person, given)).OrderByDescending(signal => signal.GivenAt)];

    /// <summary>Those that nobody answered yet: what was called urgent first, then the oldest.</summary>
    public static IReadOnlyList<Signal> OpenSignals(this PersonRecord person) =>
        [
            .. person
                .Signals()
                .Where(signal => signal.IsOpen)
                .OrderBy(signal => signal.Escalated is null)
                .ThenBy(signal => signal.GivenAt),
        ];

    /// <summary>One signal, or null when it is not in this record.</summary>
    public static Signal? Signal(this PersonRecord person, Guid signal)
    {
        foreach (var given in person.All<SignalGiven>())
        {
            if (given.Fact.Signal == signal)
                return Of(person, given);
        }
        return null;
    }

    /// <summary>Those that their sender took back, newest first: they were about somebody else.</summary>
    public static IReadOnlyList<TakenBack> SignalsTakenBack(this PersonRecord person) =>
        [
            .. from entry in person.Entries
            where entry.Fact is SignalGiven
            let struck = person.StrikeOutOf(entry.Id)
            where struck is not null
            orderby struck.Recorded descending
            select new TakenBack((SignalGiven)entry.Fact, entry, struck),
        ];

    /// <summary>
    /// The accounts that did something about a signal, or have it in hand; never its sender, who knows.
    /// </summary>
    public static IReadOnlyList<Guid> WhoActedOn(this PersonRecord person, Signal signal)
    {
        var acts = person.RestingOn(signal.Given.Entry.Id).ToList();
        var passedTo = acts.Select(act => act.Fact)
            .OfType<SignalPassedOn>()
            .Select(passed => person.All<CareTeamMemberJoined>().LastOrDefault(one => one.Fact.Member == passed.Member))
            .Select(member => member.Fact?.Account)
            .OfType<Guid>();
        return
        [
            .. acts.Select(act => act.Author.Account)
                .Append(signal.Given.Entry.Author.Account)
                .Concat(passedTo)
                .Distinct()
                .Where(account => account != signal.Sender.Account),
        ];
    }

    private static Signal Of(PersonRecord person, Recorded<SignalGiven> given)
    {
        var id = given.Fact.Signal;
        var takenUp = person.Last<SignalTakenUp>(taken => taken.Signal == id)?.Entry;
        var passedOn = person.Last<SignalPassedOn>(passed => passed.Signal == id)?.Entry;
        return new(
            id,
            given,
            takenUp?.Version > (passedOn?.Version ?? 0) ? takenUp : passedOn,
            person.Last<SignalEscalated>(escalated => escalated.Signal == id),
            person.Last<SignalAnswered>(answered => answered.Signal == id)
        );
    }
}
