using Mantel.Core.Journal;

namespace Mantel.Core.Identification.Inbox;

/// <summary>
/// A signal reached an organisation (melding) about somebody whose page its sender cannot open, or who has none;
/// effective on the day it was given. Its words stay here until it goes elsewhere, and are then destroyed here.
/// </summary>
/// <param name="Signal">Stays the same wherever it goes, in the record of a person too.</param>
/// <param name="Noticed">What was seen or heard.</param>
/// <param name="Hopes">What the sender hopes for; null when not told.</param>
/// <param name="Sender">Who gave it, when another organisation passed it on; null: who recorded it.</param>
/// <param name="Note">What whoever passed it on said with it.</param>
[FactKind("inbox.signal-received")]
public sealed record SignalReceived(
    Guid Signal,
    NamedPerson About,
    string Noticed,
    string? Hopes,
    SignalSender? Sender = null,
    string? Note = null
) : Fact;

/// <summary>Somebody of the organisation saw a signal and takes it up; the sender hears that it was seen.</summary>
[FactKind("inbox.signal-seen")]
public sealed record InboxSignalSeen(Guid Signal) : Fact;

/// <summary>Something was done about a signal that was placed with nobody, and it rests.</summary>
/// <param name="WordsToSender">What the sender may hear; null: only that something was done.</param>
[FactKind("inbox.signal-answered")]
public sealed record InboxSignalAnswered(Guid Signal, string WhatWasDone, string? WordsToSender) : Fact;

/// <summary>A signal was closed without anything that could be done, with the reason.</summary>
[FactKind("inbox.signal-closed")]
public sealed record InboxSignalClosed(Guid Signal, ClosingReason Reason, string? Words, string? WordsToSender) : Fact;

/// <summary>A signal went on to another organisation, words and all; here they were destroyed.</summary>
[FactKind("inbox.signal-sent-on")]
public sealed record InboxSignalSentOn(Guid Signal, Guid Organisation, IReadOnlyList<Guid> Entries)
    : Fact,
        IDestroysPayloads;

/// <summary>A signal went into the record of the person it is about, words and all; here they were destroyed.</summary>
[FactKind("inbox.signal-placed")]
public sealed record InboxSignalPlaced(Guid Signal, Guid Person, IReadOnlyList<Guid> Entries) : Fact, IDestroysPayloads;

/// <summary>The sender took a signal back that was about somebody else than they thought; its words were
/// destroyed.</summary>
[FactKind("inbox.signal-taken-back")]
public sealed record InboxSignalTakenBack(Guid Signal, string Reason, IReadOnlyList<Guid> Entries)
    : Fact,
        IDestroysPayloads;

/// <summary>Everything that was said about somebody in a signal was destroyed (gewist), at their wish or by
/// law.</summary>
[FactKind("inbox.signal-erased")]
public sealed record InboxSignalErased(Guid Signal, string Basis, IReadOnlyList<Guid> Entries)
    : Fact,
        IDestroysPayloads;

/// <summary>
/// Somebody gave a signal to an organisation. It stands in the stream of who gave it and says where to look for what
/// became of it; it holds nothing of whom it is about.
/// </summary>
[FactKind("inbox.signal-sent")]
public sealed record SignalSent(Guid Signal, Guid Organisation) : Fact;

/// <summary>
/// Somebody is told that a signal they acted on was taken back: it was about somebody else. It stands in their own
/// stream and says where to look; it holds nothing of whom it is about.
/// </summary>
/// <param name="Person">In whose record it was struck out; null when it still lay in an inbox.</param>
/// <param name="Organisation">In whose inbox it lay; null when it was in a record.</param>
/// <param name="Sender">Who took it back, as they are called.</param>
[FactKind("inbox.taken-back-told")]
public sealed record TakenBackTold(Guid Signal, Guid? Person, Guid? Organisation, string Sender) : Fact;

/// <summary>They read that it was taken back.</summary>
[FactKind("inbox.taken-back-read")]
public sealed record TakenBackRead(Guid Signal) : Fact;

/// <summary>Whom a signal is about, as its sender named them: it need not be anybody who is known here.</summary>
public sealed record NamedPerson(string Name, string? Where, PartialDate? BirthDate);

/// <summary>Why nothing could be done about a signal.</summary>
public enum ClosingReason
{
    /// <summary>Nobody could be found by what the sender knew.</summary>
    NobodyFound,

    /// <summary>The same was told in another signal.</summary>
    ToldAlready,

    /// <summary>The person does not want that anything is done.</summary>
    PersonDeclines,

    /// <summary>It asks for nothing that care can do.</summary>
    NotForCare,
    Other,
}
