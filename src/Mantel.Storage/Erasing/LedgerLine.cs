using System.Security.Cryptography;
using System.Text;
using Dapper;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;

namespace Mantel.Storage.Erasing;

/// <summary>
/// One erasure as the ledger keeps it, chained to the one before. Says who was erased and why, nothing about them.
/// </summary>
internal sealed record LedgerLine(
    long Number,
    Guid Person,
    DateTimeOffset At,
    string Basis,
    Guid By,
    Guid AndBy,
    byte[] Hash
)
{
    public static LedgerLine Next(LedgerLine? last, Erasure erasure)
    {
        var line = new LedgerLine(
            (last?.Number ?? 0) + 1,
            erasure.Person,
            erasure.At.ToUniversalTime(),
            erasure.Basis,
            erasure.By,
            erasure.AndBy,
            []
        );
        return line with { Hash = line.ComputeHash(last?.Hash ?? Chain.Start) };
    }

    /// <summary>The number of the first line that does not fit, or null when all do.</summary>
    public static long? FindBreak(IReadOnlyList<LedgerLine> lines)
    {
        var previous = Chain.Start;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Number != i + 1 || !lines[i].ComputeHash(previous).AsSpan().SequenceEqual(lines[i].Hash))
                return lines[i].Number;
            previous = lines[i].Hash;
        }
        return null;
    }

    public static IReadOnlyList<LedgerLine> ReadAll(Session session) =>
        session
            .Connection.Query<Row>(
                "SELECT number, person, at, basis, by_account, and_by_account, hash FROM erasure ORDER BY number"
            )
            .Select(row => row.ToLine())
            .ToList();

    public object?[] ToRow() => [Number, Bytes.Of(Person), At.Ticks, Basis, Bytes.Of(By), Bytes.Of(AndBy), Hash];

    public Erasure ToErasure() => new(Person, At, Basis, By, AndBy);

    private byte[] ComputeHash(byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(Bytes.Of(Number));
        hash.AppendData(Bytes.Of(Person));
        hash.AppendData(Bytes.Of(At.Ticks));
        hash.AppendData(Bytes.Of(By));
        hash.AppendData(Bytes.Of(AndBy));
        hash.AppendData(Encoding.UTF8.GetBytes(Basis));
        return hash.GetHashAndReset();
    }

    private sealed record Row(
        long Number,
        byte[] Person,
        long At,
        string Basis,
        byte[] By_account,
        byte[] And_by_account,
        byte[] Hash
    )
    {
        public LedgerLine ToLine() =>
            new(
                Number,
                Bytes.Guid(Person),
                new DateTimeOffset(At, TimeSpan.Zero),
                Basis,
                Bytes.Guid(By_account),
                Bytes.Guid(And_by_account),
                Hash
            );
    }
}
