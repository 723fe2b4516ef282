using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;

namespace Mantel.Core.Access;

/// <summary>
/// What was said in confidence (safety rule 11): what one close one said stays hidden from the others, and from the
/// person where the professional says why; a signal is for who cares, and for the person once it was answered. Who gave
/// a signal hears that something was done, and the words that were meant for them. The words with which a plan was
/// shared are for who cares and for whom they were written to, what was written at home for who cares and for who
/// wrote it.
/// </summary>
internal static class Confidences
{
    /// <summary>The record without what is kept from this reader; who cares sees all of it.</summary>
    public static PersonRecord Keep(PersonRecord person, Actor reader)
    {
        if (AccessTable.Carers.Contains(reader.Role))
            return person;
        var kept = person.Entries.Where(entry => IsKept(person, reader, entry)).Select(entry => entry.Id).ToHashSet();
        var gone = person.Entries.Where(entry => entry.Fact is EntryWithdrawn).Select(entry => entry.Id).ToHashSet();
        return new PersonRecord(
            person.Stream,
            [.. person.Entries.Select(entry => Told(person, reader, kept, gone, entry)).OfType<Entry>()]
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

    private static bool IsKept(PersonRecord person, Actor reader, Entry entry) =>
        (reader.Role, entry.Fact) switch
        {
            (Role.Person, KeepingUpTold told) => told.HiddenFromPerson is not null,
            (Role.Person or Role.CloseOne, NoteMade note) => note.HiddenFromPerson is not null,
            (Role.CloseOne, KeepingUpTold told) => !IsOwn(person, reader, entry, told),
            (Role.Person or Role.CloseOne, PreparationTold told) => !IsInvited(person, reader, entry, told),
            (Role.Person, SignalAnswered { HiddenFromPerson: not null }) => true,
            (Role.Person or Role.CloseOne, var fact) when SignalOf(fact) is { } signal => reader.Role is Role.CloseOne
                || person.Signal(signal) is not { Answered.Fact.HiddenFromPerson: null },
            _ => false,
        };

    /// <summary>
    /// A close one told it themselves, or was linked to this close one when it was recorded and still is: who is
    /// linked to a close one later reads nothing of before.
    /// </summary>
    private static bool IsOwn(PersonRecord person, Actor reader, Entry entry, KeepingUpTold told) =>
        entry.Author.Account == reader.Account
        || (
            AccountThen(person, told.RelatedPerson, entry) == reader.Account
            && person.CloseOne(told.RelatedPerson)?.Account == reader.Account
        );

    /// <summary>What was written at home is for the professional, and for who was invited to write it.</summary>
    private static bool IsInvited(PersonRecord person, Actor reader, Entry entry, PreparationTold told) =>
        person.Preparation(told.Preparation)?.Invited.Fact.CloseOne is { } close
            ? AccountThen(person, close, entry) == reader.Account && person.CloseOne(close)?.Account == reader.Account
            : reader.Role is Role.Person;

    /// <summary>As much of an entry as goes to this reader; null for nothing.</summary>
    /// <param name="gone">What was withdrawn: nobody can say any more whether it was said in confidence.</param>
    private static Entry? Told(
        PersonRecord person,
        Actor reader,
        HashSet<Guid> kept,
        HashSet<Guid> gone,
        Entry entry
    ) =>
        kept.Contains(entry.Id)
            ? person.Stands(entry.Id)
                ? Heard(person, entry, reader)
                : null
            : (entry.Fact, IsOfPersonsSide(reader)) switch
            {
                (EntryStruckOut struck, true) when struck.Entries.Any(id => kept.Contains(id) || gone.Contains(id)) =>
                    Without(entry, struck, kept),
                (EntryWitnessed witnessed, true) when kept.Contains(witnessed.Entry) => null,
                (WrongPersonNoticed noticed, true) => entry with { Fact = noticed with { Reason = "" } },
                (PlanShared shared, _) when !IsAddressed(person, reader, entry, shared) => entry with
                {
                    Fact = shared with { Words = null },
                },
                _ => entry,
            };

    private static bool IsOfPersonsSide(Actor reader) => reader.Role is Role.Person or Role.CloseOne;

    /// <summary>A strike-out tells of what it strikes out, so it goes where that goes; its reason is about all of
    /// it.</summary>
    private static Entry? Without(Entry entry, EntryStruckOut struck, HashSet<Guid> kept)
    {
        var left = struck.Entries.Where(id => !kept.Contains(id)).ToList();
        return left.Count == 0 ? null : entry with { Fact = new EntryStruckOut(left, Reason: "") };
    }

    /// <summary>The words with a shared plan are between who shared it and with whom.</summary>
    private static bool IsAddressed(PersonRecord person, Actor reader, Entry entry, PlanShared shared) =>
        entry.Author.Account == reader.Account || AccountThen(person, shared.With, entry) == reader.Account;

    /// <summary>The account that a close one or member of the team had when this was recorded.</summary>
    private static Guid? AccountThen(PersonRecord person, Guid who, Entry then) =>
        person.AccountOf(who, then)
        ?? person
            .All<CareTeamMemberJoined>()
            .LastOrDefault(known => known.Fact.Member == who && known.Entry.Version < then.Version)
            .Fact?.Account;

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
}
