namespace Mantel.Storage;

/// <summary>Everyone known here, to be found by name, birth date or number; kept in memory, current with the journal.</summary>
public sealed class Register<TRow>
    where TRow : class
{
    internal Register() { }

    /// <summary>Everyone's row, others' newest changes included.</summary>
    public Task<IReadOnlyList<TRow>> AllAsync(CancellationToken ct) => throw new NotSupportedException();

    /// <summary>The row of one person, or null.</summary>
    public Task<TRow?> OfAsync(Guid person, CancellationToken ct) => throw new NotSupportedException();

    public Task<IReadOnlyList<TRow>> FindAsync(Func<TRow, bool> that, CancellationToken ct) =>
        throw new NotSupportedException();

    /// <summary>The people who have exactly this number, as the read model wrote it.</summary>
    public Task<IReadOnlyList<TRow>> FindByNumberAsync(string number, CancellationToken ct) =>
        throw new NotSupportedException();
}
