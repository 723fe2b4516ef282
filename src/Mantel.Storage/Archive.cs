namespace Mantel.Storage;

/// <summary>Everything that is kept: the journal, the register, the look log, and the keys that open them.</summary>
public sealed class Archive : IAsyncDisposable
{
    private Archive() { }

    public IJournal Journal => throw new NotSupportedException();

    public LookLog Looks => throw new NotSupportedException();

    /// <summary>The register of the read model that the archive was opened with.</summary>
    public Register<TRow> Register<TRow>()
        where TRow : class => throw new NotSupportedException();

    /// <summary>Opens what is there, or makes it. Makes the register anew when the read model has another version.</summary>
    /// <exception cref="Mantel.Core.Journal.UnknownFactException">The journal holds facts newer than this program.</exception>
    /// <exception cref="StorageException">The master key does not fit, or the database cannot be opened.</exception>
    public static Task<Archive> OpenAsync(
        StorageOptions options,
        ReadModel model,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    ) => throw new NotSupportedException();

    /// <summary>Recomputes every hash, chain and seal. With a seal that was kept elsewhere also sees a cut-off tail.</summary>
    public Task<Verification> VerifyAsync(
        string? sealFile,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    ) => throw new NotSupportedException();

    /// <summary>Writes the newest seal to a file, to be kept on another machine.</summary>
    public Task ExportSealAsync(string file, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Makes the register anew from the journal; returns the number of facts read.</summary>
    public Task<long> RebuildAsync(CancellationToken ct, IProgress<StorageProgress>? progress = null) =>
        throw new NotSupportedException();

    /// <summary>Makes one person unreadable, here and in every backup that can be reached.</summary>
    public Task<ErasureResult> EraseAsync(Erasure erasure, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>Copies everything into an empty directory, also while people work.</summary>
    public Task BackupAsync(
        string directory,
        DateTimeOffset now,
        IReadOnlyList<BackupPart> parts,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    ) => throw new NotSupportedException();

    /// <summary>Brings a backup back into an empty place; people who were erased since then stay erased.</summary>
    /// <param name="ledger">An erasure ledger that was kept elsewhere, or null.</param>
    public static Task RestoreAsync(
        StorageOptions options,
        ReadModel model,
        string directory,
        IReadOnlyList<BackupPart> parts,
        string? ledger,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    ) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>What was found by verifying: nothing wrong, or each fault as a sentence.</summary>
public sealed record Verification(long Entries, long Seals, long Looks, IReadOnlyList<Fault> Faults)
{
    public bool Passed => Faults.Count == 0;
}

/// <summary>Something that is not as it was written.</summary>
/// <param name="Place">Which file or table, and which stream, version or number; never personal data.</param>
public sealed record Fault(string Place, string Sentence);

/// <summary>The wish or duty to make one person unreadable for ever, with its legal basis and two people who answer for it.</summary>
public sealed record Erasure(Guid Person, DateTimeOffset At, string Basis, Guid By, Guid AndBy);

/// <summary>What was done, and which known backups could not be reached: there the person can be read until they expire.</summary>
public sealed record ErasureResult(IReadOnlyList<string> Backups, IReadOnlyList<string> UnreachableBackups);

/// <summary>Something else that belongs in a backup, such as the accounts: one file, written and read by its owner.</summary>
public sealed record BackupPart(
    string Name,
    Func<Stream, CancellationToken, Task> WriteAsync,
    Func<Stream, CancellationToken, Task> ReadAsync
);
