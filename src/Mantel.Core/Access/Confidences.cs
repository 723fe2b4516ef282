using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;

namespace Mantel.Core.Access;

/// <summary>
/// What was said in confidence (safety rule 11): what one close one said stays hidden from the others, and from the
/// person where the professional says why; a signal is for who cares, and for the person once it was answered.
/// </summary>
internal static class Confidences
{
    /// <summary>The record without what is kept from this reader; who cares sees all of it.</summary>
    public static PersonRecord Keep(PersonRecord person, Actor reader)
    {
        if (reader.Role is not (Role.Person or Role.CloseOne))
            return person;
        var kept = person
            .Entries.Where(entry => IsKept(person, reader, entry.Fact))
            .Select(entry => entry.Id)
            .ToHashSet();
        return kept.Count == 0
            ? person
            : new PersonRecord(
                person.Stream,
                [.. person.Entries.Where(entry => !kept.Contains(entry.Id) && !IsOnlyAbout(entry.Fact, kept))]
            );
    }

    private static bool IsKept(PersonRecord person, Actor reader, Fact fact) =>
        fact switch
        {
            KeepingUpTold told => reader.Role is Role.Person
                ? told.HiddenFromPerson is not null
                : !IsOwn(person, reader, told.RelatedPerson),
            SignalGiven given => IsKept(person, reader, given.Signal) && !IsSender(person, reader, given.Signal),
            SignalTakenUp taken => IsKept(person, reader, taken.Signal),
            SignalPassedOn passed => IsKept(person, reader, passed.Signal),
            SignalEscalated escalated => IsKept(person, reader, escalated.Signal),
            SignalAnswered answered => IsKept(person, reader, answered.Signal),
            _ => false,
        };

    private static bool IsOwn(PersonRecord person, Actor reader, Guid relatedPerson) =>
        person.CloseOne(relatedPerson)?.Fact.Account == reader.Account;

    private static bool IsKept(PersonRecord person, Actor reader, Guid signal) =>
        reader.Role is Role.CloseOne || person.Signal(signal) is not { Answered.Fact.HiddenFromPerson: null };

    private static bool IsSender(PersonRecord person, Actor reader, Guid signal) =>
        person.Signal(signal)?.Sender.Account == reader.Account;

    /// <summary>A strike-out tells of what it strikes out, so it goes where that goes.</summary>
    private static bool IsOnlyAbout(Fact fact, HashSet<Guid> kept) =>
        fact is EntryStruckOut struck && struck.Entries.All(kept.Contains);
}
