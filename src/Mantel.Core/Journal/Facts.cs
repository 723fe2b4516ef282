using System.Text.Json.Serialization;

namespace Mantel.Core.Journal;

/// <summary>A mistake was struck out (doorgehaald), with what rested on it; it stays readable in the history.</summary>
/// <param name="Sender">The system that sent it and struck it out itself; null: somebody here did.</param>
/// <param name="Because">Why its sender did, where it is no reason in words.</param>
[FactKind("journal.entry-struck-out")]
public sealed record EntryStruckOut(
    IReadOnlyList<Guid> Entries,
    string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sender = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SenderStruck? Because = null
) : Fact;

/// <summary>Why the sender of a message struck out what it said before.</summary>
public enum SenderStruck
{
    /// <summary>It was entered in error there (foutief ingevoerd).</summary>
    EnteredInError,

    /// <summary>It was not done there (niet uitgevoerd).</summary>
    NotDone,

    /// <summary>A newer version of the same message says otherwise (verbeterd).</summary>
    Corrected,
}

/// <summary>
/// What is left of an entry about the wrong person, or one whose payload can no longer be read: the payload is
/// destroyed, this stub stays. It is never appended; storage puts it in the place of the destroyed payload.
/// </summary>
[FactKind("journal.entry-withdrawn")]
public sealed record EntryWithdrawn : Fact;

/// <summary>Why entries about the wrong person were withdrawn; their payloads were destroyed in the same act.</summary>
[FactKind("journal.wrong-person-noticed")]
public sealed record WrongPersonNoticed(IReadOnlyList<Guid> Entries, string Reason) : Fact, IDestroysPayloads;

/// <summary>A fact with which the payloads of other entries of its stream are destroyed, in the same act.</summary>
public interface IDestroysPayloads
{
    IReadOnlyList<Guid> Entries { get; }
}

/// <summary>Another source says the same as an entry that is already here.</summary>
[FactKind("journal.entry-witnessed")]
public sealed record EntryWitnessed(Guid Entry, Witness Witness) : Fact;

/// <summary>
/// A message from elsewhere, kept word for word as an attachment, with what became of it: which entries it led to or
/// witnessed, and what of it has no place in the record.
/// </summary>
/// <param name="Reference">Resource type and id as the source calls it, such as <c>Consent/123</c>.</param>
/// <param name="Hash">SHA-256 of its canonical text (hex): the same message twice changes nothing.</param>
/// <param name="Unmapped">Paths of elements that were kept verbatim only, such as <c>bodySite.extension</c>.</param>
/// <param name="Why">Why nothing of it was read, as the rule's key; null: it was read, or nothing had to be.</param>
/// <param name="Version">The version its sender gives it; null: none.</param>
/// <param name="Updated">When its sender last changed it, as it says; null: it does not.</param>
[FactKind("journal.message-received")]
public sealed record MessageReceived(
    string System,
    string Reference,
    string Hash,
    Guid Attachment,
    IReadOnlyList<Guid> Entries,
    IReadOnlyList<string> Unmapped,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Why = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Version = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Updated = null
) : Fact;
