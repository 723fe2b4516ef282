namespace Mantel.Core.Access;

/// <summary>Whether this may be seen or done, on which ground and how much of the record opens.</summary>
/// <param name="Ground">The relation it rests on; null where none is needed or none was enough.</param>
/// <param name="Until">When the ground ends by itself, as a broken glass does.</param>
public sealed record Verdict(
    AccessAction What,
    bool Allowed,
    Relation? Ground,
    Extent Extent,
    DateTimeOffset? Until = null
)
{
    public static Verdict No(AccessAction what) => new(what, false, null, Extent.Nothing);
}

/// <summary>How much of a record opens.</summary>
public enum Extent
{
    Nothing,

    /// <summary>
    /// That the person is here: name, birth date, municipality and whether they died, for who found them by two
    /// identifiers.
    /// </summary>
    Existence,

    /// <summary>Who the person is and who cares, for the organisation that received them.</summary>
    Received,

    /// <summary>
    /// What the plan shares: who the person is, what matters to them, whom to call, where they wish to be.
    /// </summary>
    Shared,
    Whole,
}
