using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Demo.Telling;

/// <summary>One thing that happens in a story: when, and by whom.</summary>
internal abstract record Step(Moment At, Actor Actor)
{
    /// <summary>Somebody does an act, chosen with the record as it is by then before them.</summary>
    public sealed record Doing(
        Moment At,
        Actor Actor,
        Func<PersonRecord, IAct<PersonRecord>> Act,
        Source? Source,
        IReadOnlyList<NewAttachment> Attachments
    ) : Step(At, Actor);

    /// <summary>Somebody sees that another record is about the same person, and joins it to this one.</summary>
    public sealed record Joining(Moment At, Actor Actor, Guid Other, string Reason) : Step(At, Actor);

    /// <summary>Somebody opens a page of the record.</summary>
    public sealed record Looking(Moment At, Actor Actor, AccessAction What) : Step(At, Actor);

    /// <summary>Somebody on duty finds the person by two identifiers.</summary>
    public sealed record Finding(Moment At, Actor Actor) : Step(At, Actor);
}
