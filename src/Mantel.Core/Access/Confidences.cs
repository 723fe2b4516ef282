using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;

namespace Mantel.Core.Access;

/// <summary>
/// What was said in confidence (safety rule 11): what one close one said stays hidden from the others, and from the
/// person where the professional says why; a signal is for who cares, and for the person once it was answered. Who gave
/// a signal hears that something was done, and the words that were meant for them.
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
                [
                    .. person
                        .Entries.Where(entry => !IsOnlyAbout(entry.Fact, kept))
                        .Select(entry => kept.Contains(entry.Id) ? Heard(person, entry, reader) : entry)
                        .OfType<Entry>(),
                ]
            );
    }

    /// <summary>As much of an entry as the sender of its signal hears; null for everybody else.</summary>
    public static Entry? Heard(PersonRecord person, Entry entry, Actor reader) =>
        SignalOf(entry.Fact) is { } signal && person.Signal(signal)?.Sender.Account == reader.Account
            ? entry with
            {
                Fact = entry.Fact switch
                {
                    SignalPassedOn passed => passed with { Words = null },
                    SignalEscalated escalated => escalated with { Why = "" },
                    SignalAnswered answered => answered with { WhatWasDone = "", HiddenFromPerson = null },
                    var fact => fact,
                },
            }
            : null;

    private static bool IsKept(PersonRecord person, Actor reader, Fact fact) =>
        fact is KeepingUpTold told
            ? reader.Role is Role.Person
                ? told.HiddenFromPerson is not null
                : person.CloseOne(told.RelatedPerson)?.Fact.Account != reader.Account
            : SignalOf(fact) is { } signal
                && (
                    reader.Role is Role.CloseOne
                    || person.Signal(signal) is not { Answered.Fact.HiddenFromPerson: null }
                );

    private static Guid? SignalOf(Fact fact) =>
        fact switch
        {
            SignalGiven given => given.Signal,
            SignalTakenUp taken => taken.Signal,
            SignalPassedOn passed => passed.Signal,
            SignalEscalated escalated => escalated.Signal,
            SignalAnswered answered => answered.Signal,
            _ => null,
        };

    /// <summary>A strike-out tells of what it strikes out, so it goes where that goes.</summary>
    private static bool IsOnlyAbout(Fact fact, HashSet<Guid> kept) =>
        fact is EntryStruckOut struck && struck.Entries.All(kept.Contains);
}
