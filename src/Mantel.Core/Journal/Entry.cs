namespace Mantel.Core.Journal;

/// <summary>Something that became known: immutable, in the past tense, in the field's terms.</summary>
public abstract record Fact;

/// <summary>
/// The stable name and version of a kind of fact, for ever readable: <c>acp.treatment-directive-agreed</c>, 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactKindAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;
    public int Version { get; } = version;
}

/// <summary>What somebody is; why they may see this person is a relation. Both are needed.</summary>
public enum Role
{
    Nurse,
    GeneralPractitioner,
    PhysicianOnDuty,
    PalliativeTeam,
    Ambulance,
    Chaplain,
    SocialWorker,
    Volunteer,
    Administrator,
    Coordinator,
    Analyst,

    /// <summary>The person whose record it is.</summary>
    Person,

    /// <summary>A close one (naaste) of the person.</summary>
    CloseOne,

    /// <summary>A physician who treats the person and is not the general practitioner.</summary>
    Physician,

    /// <summary>The program itself, for imports and the demo region.</summary>
    System,
}

/// <summary>Who did it, for which organisation, in which role, as they were called then.</summary>
public sealed record Author(Guid Account, string Name, Role Role, Guid? Organisation, string? OrganisationName);

/// <summary>Where the same thing was also said: the source system and the resource, form or person there.</summary>
/// <param name="System">The source system, as its name or address.</param>
/// <param name="Reference">What it is called there, such as <c>Consent/123</c>; null when it has no name.</param>
/// <param name="Text">The words there where they differ from the fact's own; null when they are the same.</param>
/// <param name="Attachment">The message, kept verbatim, as an attachment of the same stream.</param>
public sealed record Witness(string System, string? Reference = null, string? Text = null, Guid? Attachment = null);

/// <summary>Where a fact comes from: this system, or another, with every witness that said the same.</summary>
public sealed record Source(string System, IReadOnlyList<Witness> Witnesses)
{
    /// <summary>Entered here.</summary>
    public const string Here = "Mantel";

    public static Source Mantel { get; } = new(Here, []);
}

/// <summary>A fact in the journal, with all that is known about how it came there.</summary>
/// <param name="Version">Its place in the stream, or among those of joined records, from 1.</param>
/// <param name="Effective">When it was true or discussed in the world; null when the source does not say.</param>
/// <param name="Recorded">When it was stored (UTC).</param>
/// <param name="Act">The act that yielded it; a repeated submission of the same act does nothing.</param>
/// <param name="RestsOn">Entries that this one rests on: when they are struck out, this one is decided in the same
/// act.</param>
public sealed record Entry(
    Guid Id,
    StreamId Stream,
    int Version,
    Fact Fact,
    PartialDate? Effective,
    DateTimeOffset Recorded,
    Author Author,
    Source Source,
    Guid Act,
    IReadOnlyList<Guid> RestsOn
)
{
    /// <summary>
    /// Tells the same act sent again from another that was sent under its id: a keyed hash of what was sent, which says
    /// nothing about it. Null where nobody sent a form.
    /// </summary>
    public string? Fingerprint { get; init; }
}

/// <summary>The day that an entry is about.</summary>
public static class EntryDays
{
    /// <summary>When it was true, or, where the source does not say, the day on which it was recorded.</summary>
    public static PartialDate Day(this Entry entry) =>
        entry.Effective ?? PartialDate.Of(BedsideClock.DayOf(entry.Recorded));
}

/// <summary>
/// A fact on its way into the journal. An act may give it an id so that later facts of the act can rest on it.
/// </summary>
public sealed record NewFact(
    Fact Fact,
    PartialDate? Effective = null,
    IReadOnlyList<Guid>? RestsOn = null,
    Guid? Id = null,
    Source? Source = null
)
{
    /// <summary>
    /// Another stream that it lands in, in the same transaction; null: the stream of whom the act is about.
    /// </summary>
    public StreamId? Into { get; init; }
}

/// <summary>
/// The time at which something is done or asked: the instant (UTC) and the clinical day, which is local.
/// </summary>
public readonly record struct Moment(DateTimeOffset Instant, DateOnly Today)
{
    public static Moment At(DateTimeOffset instant, TimeZoneInfo zone) =>
        new(instant.ToUniversalTime(), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
}
