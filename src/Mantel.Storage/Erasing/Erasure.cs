namespace Mantel.Storage;

/// <summary>
/// The wish or duty to make one person unreadable for ever, with its legal basis and two people who answer for it.
/// </summary>
public sealed record Erasure(Guid Person, DateTimeOffset At, string Basis, Guid By, Guid AndBy);

/// <summary>
/// What was done, and which known backups could not be reached: there the person can be read until they expire.
/// </summary>
/// <param name="Records">All records of the person: more than one when they were joined.</param>
public sealed record ErasureResult(
    IReadOnlyList<Guid> Records,
    IReadOnlyList<string> Backups,
    IReadOnlyList<string> UnreachableBackups
);
