using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>How a set is read.</summary>
/// <param name="System">What the sending system is called when the messages do not say.</param>
/// <param name="Zone">The zone of clinical days: Europe/Amsterdam or Europe/Brussels.</param>
/// <param name="Today">The clinical day of the import: nothing was discussed after it.</param>
/// <param name="AboutOne">
/// Whoever takes it in named one person: what names nobody of the set is about them.
/// </param>
public sealed record ImportOptions(string System, TimeZoneInfo Zone, DateOnly Today, bool AboutOne = false);

/// <summary>What became of a message.</summary>
public enum MessageOutcome
{
    /// <summary>It led to facts.</summary>
    Mapped,

    /// <summary>It says what another message, or the record, already says.</summary>
    Witness,

    /// <summary>It is kept word for word; nothing of it has a place in the record.</summary>
    KeptVerbatim,

    /// <summary>It is not taken in, and the report says why.</summary>
    Refused,

    /// <summary>The same message was received before; nothing is done.</summary>
    AlreadyHere,
}

/// <summary>By what a person can be recognised.</summary>
public sealed record ImportedIdentity(
    PersonName? Name,
    PartialDate? BirthDate,
    PersonNumber? Number,
    IReadOnlyList<Address> Addresses
);

/// <summary>One source of a statement.</summary>
/// <param name="Reference">What it is called there: <c>Consent/123</c>.</param>
/// <param name="Text">Its words, where they differ from the fact's.</param>
/// <param name="Hash">The hash of the message that says so.</param>
public sealed record ImportedWitness(string System, string Reference, string? Text, string Hash);

/// <summary>Something the messages say about a person: a fact, when it was true, and everyone who says so.</summary>
/// <param name="Key">Its name within this import; other facts of the import point to it.</param>
/// <param name="Sameness">Two statements with the same text here say the same.</param>
public sealed record ImportedStatement(
    Guid Key,
    string Sameness,
    Fact Fact,
    PartialDate? Effective,
    IReadOnlyList<ImportedWitness> Witnesses,
    IReadOnlyList<Guid> RestsOn
);

/// <summary>A message about a person and what became of it.</summary>
/// <param name="Unmapped">Paths that have no place in the record and are kept verbatim only.</param>
/// <param name="Issues">Why it is kept or refused, or what one should know.</param>
public sealed record ImportedMessage(
    Received Resource,
    string System,
    MessageOutcome Fate,
    IReadOnlyList<string> Unmapped,
    IReadOnlyList<Issue> Issues
)
{
    /// <summary>Why its sender struck it out; null: it stands.</summary>
    public SenderStruck? Struck { get; init; }

    /// <summary>Why nothing of it was read, as the rule's key; null: it was.</summary>
    public string? Why { get; init; }
}

/// <summary>A document that came inside a message.</summary>
public sealed record ImportedDocument(Guid Key, string ContentType, string? FileName, byte[] Content);

/// <summary>One person as a set of messages describes them.</summary>
public sealed record ImportedPerson(
    ImportedIdentity Identity,
    IReadOnlyList<ImportedStatement> Statements,
    IReadOnlyList<ImportedMessage> Messages,
    IReadOnlyList<ImportedDocument> Documents
)
{
    /// <summary>
    /// The messages that name nobody, and were taken to be about this person: show it before it is done.
    /// </summary>
    public IReadOnlyList<string> Assumed { get; init; } = [];

    /// <summary>The clinical day of the import.</summary>
    public DateOnly Today { get; init; }
}

/// <summary>All that a set of files says, person by person, and what is refused.</summary>
public sealed record ImportResult(
    IReadOnlyList<ImportedPerson> People,
    IReadOnlyList<Refused> Refused,
    IReadOnlyList<Received> Repeated
)
{
    /// <summary>What decides nothing and cannot be placed with one person: it is named and not kept.</summary>
    public IReadOnlyList<Refused> LeftOut { get; init; } = [];
}
