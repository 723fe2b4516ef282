using System.Security.Cryptography;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Quality;
using Mantel.Storage.Backups;
using Mantel.Storage.Erasing;
using Mantel.Storage.Journals;
using Mantel.Storage.Keys;
using Mantel.Storage.Looking;
using Mantel.Storage.Measures;
using Mantel.Storage.Verifying;

namespace Mantel.Storage;

/// <summary>Everything that is kept: the journal, the register, the look log, and the keys that open them.</summary>
public sealed class Archive : IAsyncDisposable
{
    private readonly ReadModel _model;
    private readonly JournalWriter _journalWriter;
    private readonly LookWriter _lookWriter;
    private readonly IFollowed _register;
    private int _closed;
    private int _disposed;

    private Archive(StorageOptions options, ReadModel model, Parts parts, KeyRing keys, MeasureSet measures)
    {
        (Options, _model, Parts, Keys) = (options, model, parts, keys);
        Measuring = new Measuring(parts.Journal, keys, measures);
        Changes = new Changes(parts.Journal);
        _journalWriter = new JournalWriter(parts.Journal, keys, Changes);
        _lookWriter = new LookWriter(parts.Looks);
        Cache = new EntryCache(options.CacheBytes);
        Cache.Tell(Measuring);
        Journal = new Journals.Journal(parts.Journal, keys, model, _journalWriter, Cache, Measuring);
        Figures = new Figures(parts.Journal, Measuring, new Ticking(parts.Journal, keys, Journal, Measuring), Journal);
        Looks = new LookLog(parts.Looks, keys, _lookWriter);
        Accounts = new AccountLog(parts.Looks, keys.Secret("accounts", () => RandomNumberGenerator.GetBytes(32)));
        _register = model.MakeRegister(parts.Journal, keys, Journal);
    }

    public IJournal Journal { get; }

    public LookLog Looks { get; }

    /// <summary>Which records change, for pages that follow them.</summary>
    public Changes Changes { get; }

    /// <summary>The log of accounts and sign-ins.</summary>
    public AccountLog Accounts { get; }

    /// <summary>What is counted of everybody's care, without names.</summary>
    public Figures Figures { get; }

    internal StorageOptions Options { get; }

    internal Parts Parts { get; }

    internal KeyRing Keys { get; }

    internal EntryCache Cache { get; }

    internal Measuring Measuring { get; }

    /// <summary>The register of the read model that the archive was opened with.</summary>
    public Register<TRow> Register<TRow>()
        where TRow : class => (Register<TRow>)_register;

    /// <summary>What is computed from records and kept in memory; one for each thing that is computed.</summary>
    /// <param name="limit">How many people's are kept.</param>
    public Derived<T> Derive<T>(Func<PersonRecord, DateOnly, T> derive, int limit = 20_000)
    {
        var derived = new Derived<T>(Journal, derive, limit);
        Cache.Tell(derived);
        return derived;
    }

    /// <summary>
    /// Opens what is there, or makes it. Makes the register anew when the read model has another version.
    /// </summary>
    /// <exception cref="UnknownFactException">The journal holds facts newer than this program.</exception>
    /// <exception cref="StorageException">The master key does not fit, or the database cannot be opened.</exception>
    /// <param name="measures">Other measures than those that are compiled in.</param>
    public static Task<Archive> OpenAsync(
        StorageOptions options,
        ReadModel model,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null,
        MeasureSet? measures = null
    ) => OpenAsync(options, model, restoring: false, measures ?? MeasureSet.Current, ct, progress);

    private static async Task<Archive> OpenAsync(
        StorageOptions options,
        ReadModel model,
        bool restoring,
        MeasureSet measures,
        CancellationToken ct,
        IProgress<StorageProgress>? progress
    )
    {
        var parts = Parts.Open(options);
        KeyRing? keys = null;
        try
        {
            if (!restoring)
                await RestoreMark.RefuseAsync(parts.Journal, ct);
            keys = new KeyRing(parts.Keys, MasterKey.Find(options, () => KeyRing.IsKept(parts.Keys)));
            await KnownFacts.CheckAsync(parts.Journal, ct);
            await keys.OpenAllAsync(ct);
        }
        catch
        {
            keys?.Dispose();
            await parts.DisposeAsync();
            throw;
        }
        var archive = new Archive(options, model, parts, keys, measures);
        await archive.StartAsync(ct, progress);
        return archive;
    }

    /// <summary>
    /// Recomputes every hash, chain and seal. With a seal that was kept elsewhere also sees a cut-off tail.
    /// </summary>
    public Task<Verification> VerifyAsync(
        string? sealFile,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    ) => new Verifier(Parts, Keys, progress).VerifyAsync(sealFile, ct);

    /// <summary>Writes the newest seal to a file, to be kept on another machine.</summary>
    public Task ExportSealAsync(string file, CancellationToken ct) => KeptSeal.ExportAsync(file, Parts, Keys, ct);

    /// <summary>Makes the register anew from the journal; returns the number of facts read.</summary>
    public async Task<long> RebuildAsync(CancellationToken ct, IProgress<StorageProgress>? progress = null)
    {
        await Keys.OpenAllAsync(ct);
        return await new Rebuild(Parts.Journal, Keys, _model, Measuring, progress).RunAsync(ct);
    }

    /// <summary>Makes one person unreadable, here and in every known backup that can be reached.</summary>
    /// <exception cref="StorageException">No basis, not two different people, or nobody with this id.</exception>
    public Task<ErasureResult> EraseAsync(Erasure erasure, CancellationToken ct) =>
        new Eraser(this).EraseAsync(erasure, ct);

    /// <summary>Copies everything into an empty directory, also while people work.</summary>
    public Task BackupAsync(
        string directory,
        DateTimeOffset now,
        IReadOnlyList<BackupPart> parts,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    ) => new Backup(this, directory, progress).RunAsync(now, parts, ct);

    /// <summary>Brings a backup back into an empty place; people who were erased since then stay erased.</summary>
    /// <param name="ledger">An erasure ledger that was kept elsewhere, or null.</param>
    /// <exception cref="StorageException">The backup is not whole, or the place is not empty.</exception>
    public static async Task RestoreAsync(
        StorageOptions options,
        ReadModel model,
        string directory,
        IReadOnlyList<BackupPart> parts,
        string? ledger,
        CancellationToken ct,
        IProgress<StorageProgress>? progress = null
    )
    {
        await new Restore(options, directory, progress).RunAsync(parts, ledger, ct);
        await using var archive = await OpenAsync(options, model, restoring: true, MeasureSet.Current, ct, progress);
        var verification = await archive.VerifyAsync(Path.Combine(directory, Backup.SealFile), ct, progress);
        if (verification.Faults is [var fault, ..])
            throw new StorageException($"What was restored is not whole. {fault.Place}: {fault.Sentence}");
        await using var session = await archive.Parts.Journal.RentAsync(ct);
        RestoreMark.Remove(session);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 1)
            return;
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        await Changes.DisposeAsync();
        await _journalWriter.DisposeAsync();
        await _lookWriter.DisposeAsync();
        Keys.Dispose();
        await Parts.DisposeAsync();
    }

    private async Task StartAsync(CancellationToken ct, IProgress<StorageProgress>? progress)
    {
        try
        {
            await new Eraser(this).FinishAllAsync(ct);
            if (!await Rebuild.IsCurrentAsync(Parts.Journal, _model, Measuring.Measures, ct))
                await RebuildAsync(ct, progress);
            await _register.FollowAsync(ct);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }
}
