using Mantel.Storage.Keys;

namespace Mantel.Storage.Verifying;

/// <summary>
/// Recomputes everything that was hashed or signed, and says each fault as a sentence with its place.
/// </summary>
internal sealed class Verifier(Parts parts, KeyRing keys, IProgress<StorageProgress>? progress)
{
    public async Task<Verification> VerifyAsync(string? sealFile, CancellationToken ct)
    {
        var kept = sealFile is null ? null : await KeptSeal.ReadAsync(sealFile, ct);
        var faults = new Faults();
        var ledger = await KeysCheck.ReadAsync(parts.Keys, keys, faults, ct);
        var journal = new JournalCheck(faults, keys.Published, progress);
        var looks = new LooksCheck(faults, ledger.Erased);
        await using (var session = await parts.Journal.RentAsync(ct))
            await session.ReadAsync(() => journal.RunAsync(session, kept, ct));
        await using (var session = await parts.Looks.RentAsync(ct))
            await session.ReadAsync(() => looks.RunAsync(session, kept, ct));
        var accounts = new AccountsCheck(faults);
        await using (var session = await parts.Looks.RentAsync(ct))
            await session.ReadAsync(() => accounts.RunAsync(session, kept, ct));
        ledger.CheckStreams(journal.Streams, faults);
        return new Verification(journal.Entries, journal.Seals, looks.Count, faults.ToList(), accounts.Count);
    }
}

/// <summary>What was found, at most the first thousand.</summary>
internal sealed class Faults
{
    private const int Most = 1000;
    private readonly List<Fault> _faults = [];

    public void Add(string place, string sentence)
    {
        if (_faults.Count < Most)
            _faults.Add(new Fault(place, sentence));
    }

    public IReadOnlyList<Fault> ToList() => [.. _faults];
}
