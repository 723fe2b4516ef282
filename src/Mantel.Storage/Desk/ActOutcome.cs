using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Storage;

/// <summary>What came of something that was done at the desk.</summary>
public abstract record ActOutcome
{
    private ActOutcome() { }

    /// <summary>It is in the journal, durable. No entries: it was so already.</summary>
    public sealed record Done(IReadOnlyList<Entry> Entries) : ActOutcome;

    /// <summary>The same act was sent before; these are its entries. Nothing was done.</summary>
    public sealed record AlreadyDone(IReadOnlyList<Entry> Entries) : ActOutcome;

    /// <summary>
    /// An act with this id was sent before and said something else: that is what is recorded, this is not.
    /// </summary>
    /// <param name="Recorded">What was recorded then; empty where it was recorded elsewhere.</param>
    public sealed record SentOtherwise(IReadOnlyList<Entry> Recorded) : ActOutcome;

    /// <summary>What is wrong, each at its field.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : ActOutcome;

    /// <summary>
    /// The same thing was changed since the actor looked, by others or from another tab of their own; nothing was
    /// stored.
    /// </summary>
    public sealed record Stale(IReadOnlyList<Entry> Since) : ActOutcome;

    /// <summary>Not allowed, or not there: nobody can tell which.</summary>
    public sealed record NotAllowed : ActOutcome;
}

/// <summary>How an act was sent.</summary>
/// <param name="Act">Made with the form: sent twice, it is done once.</param>
/// <param name="Seen">The version of the record that the actor saw; null when the act rests on no page.</param>
/// <param name="Knowingly">The questions to which the actor said that it is so; null: nobody is there to ask.</param>
public sealed record Submission(
    Guid Act,
    int? Seen = null,
    IReadOnlyList<NewAttachment>? Attachments = null,
    Source? Source = null,
    IReadOnlyList<string>? Knowingly = null
)
{
    /// <summary>
    /// What was sent, in a form that is the same whenever the same is sent; null when nobody sent a form.
    /// </summary>
    public byte[]? Content { get; init; }
}

/// <summary>
/// What somebody sees of a person: as much of the record as opens to them, on which ground, and when.
/// </summary>
/// <param name="Since">What was recorded about the same thing while a form was open, or under its id with other
/// words; empty on any other page.</param>
public sealed record Sight(PersonRecord Record, Actor Actor, Verdict Verdict, Moment Now, IReadOnlyList<Entry> Since)
{
    public Guid Person => Record.Id;

    /// <summary>
    /// The version of the newest entry that opens to the actor, which a form sends back as what was seen: no form tells
    /// that something was recorded which they do not see.
    /// </summary>
    public required int Version { get; init; }

    /// <summary>The ids of all records that are one: first the one that leads.</summary>
    public required IReadOnlyList<Guid> Records { get; init; }

    /// <summary>
    /// True when the actor may also see or do this to the person; for showing the way, never for letting in.
    /// </summary>
    public required Func<AccessAction, bool> May { get; init; }
}
