using Mantel.Core.Journal;

namespace Mantel.Storage;

/// <summary>One look at a person's record: who, when, at what, for which purpose and on which ground.</summary>
public sealed record Look(
    Guid Id,
    DateTimeOffset At,
    Guid Person,
    Guid Account,
    string AccountName,
    Role Role,
    string? Organisation,
    string Page,
    string Purpose,
    string Basis,
    string? Reason
);

/// <summary>Every look at a person, which the person can read.</summary>
public sealed class LookLog
{
    internal LookLog() { }

    /// <summary>Durable when it returns; the same id twice is written once.</summary>
    public Task WriteAsync(Look look, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>The looks at a person, newest first.</summary>
    public Task<IReadOnlyList<Look>> ReadAsync(Guid person, int skip, int take, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>The newest look of this account at this person's page, or null.</summary>
    public Task<Look?> LastAsync(Guid account, Guid person, string page, CancellationToken ct) =>
        throw new NotSupportedException();
}
