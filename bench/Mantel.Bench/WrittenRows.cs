using System.Data.Common;

namespace Mantel.Bench;

/// <summary>
/// What the journal wrote during a measurement, row for row, so that a bare program can write it again.
/// </summary>
/// <param name="Entries">In the order of the journal.</param>
/// <param name="Seals">One for each commit.</param>
/// <param name="Register">The row that each person ended with, by stream.</param>
/// <param name="Results">The results in measures that each person ended with, by stream.</param>
/// <param name="Touched">Which entries wrote those rows; others gave the register row a new version only.</param>
internal sealed record WrittenRows(
    IReadOnlyList<EntryRow> Entries,
    IReadOnlyList<SealRow> Seals,
    IReadOnlyDictionary<string, RegisterRowBytes> Register,
    IReadOnlyDictionary<string, MeasureRow> Results,
    Touched Touched
)
{
    public double MeanBatch => Seals.Count == 0 ? 0 : (double)Entries.Count / Seals.Count;

    public static WrittenRows Read(DbConnection connection, long afterSequence, Touched touched, string prefix = "")
    {
        var entries = Query(
            connection,
            "SELECT stream, version, seq, id, act, recorded, payload, payload_hash, hash "
                + $"FROM {prefix}entry WHERE seq > {afterSequence} ORDER BY seq",
            EntryRow.Read
        );
        var seals = Query(
            connection,
            $"SELECT number, last_seq, heads, hash, signature FROM {prefix}seal "
                + $"WHERE last_seq > {afterSequence} ORDER BY number",
            SealRow.Read
        );
        var register = Query(
            connection,
            $"SELECT stream, version, model, changed, content FROM {prefix}register",
            RegisterRowBytes.Read
        );
        var results = Query(
            connection,
            $"SELECT stream, stamp, as_of, content FROM {prefix}measure_result",
            MeasureRow.Read
        );
        RefuseOthers(connection, prefix);
        return new(
            entries,
            seals,
            register.ToDictionary(row => Convert.ToHexString(row.Stream), StringComparer.Ordinal),
            results.ToDictionary(row => Convert.ToHexString(row.Stream), StringComparer.Ordinal),
            touched
        );
    }

    /// <summary>Nobody invented was marked or died: nothing is counted, and there is nothing more to write.</summary>
    private static void RefuseOthers(DbConnection connection, string prefix)
    {
        foreach (var table in new[] { "measure_delta", "measure_due" })
        {
            if (Query(connection, $"SELECT count(*) FROM {prefix}{table}", reader => reader.GetInt64(0))[0] > 0)
                throw new InvalidOperationException($"The bare loop does not write {table}, and there are rows in it.");
        }
    }

    /// <summary>The commits as they were seen.</summary>
    public IEnumerable<Commit> AsSeen()
    {
        var next = 0;
        foreach (var seal in Seals)
        {
            var entries = new List<EntryRow>();
            while (next < Entries.Count && Entries[next].Sequence <= seal.LastSequence)
                entries.Add(Entries[next++]);
            yield return MakeCommit(entries, seal);
        }
    }

    /// <summary>The same rows in commits of this many, each with a seal as large as it would be.</summary>
    public IEnumerable<Commit> InBatchesOf(int size)
    {
        var number = Seals.Count == 0 ? 0 : Seals[0].Number;
        foreach (var entries in Entries.Chunk(size))
        {
            var heads = entries.SelectMany(entry => entry.Head()).ToArray();
            yield return MakeCommit(
                entries,
                Seals[0] with
                {
                    Number = number++,
                    LastSequence = entries[^1].Sequence,
                    Heads = heads,
                }
            );
        }
    }

    private Commit MakeCommit(IReadOnlyList<EntryRow> entries, SealRow seal) =>
        new(
            entries,
            entries.Select(RowOf).ToList(),
            entries.Where(entry => Touched.Measured.Contains(KeyOf(entry))).Select(ResultsOf).ToList(),
            seal
        );

    private RegisterRowBytes RowOf(EntryRow entry) =>
        Register[Convert.ToHexString(entry.Stream)] with
        {
            Version = entry.Version,
            IsKept = !Touched.Remade.Contains(KeyOf(entry)),
        };

    private MeasureRow ResultsOf(EntryRow entry) =>
        Results[Convert.ToHexString(entry.Stream)] with
        {
            Stamp = entry.Version,
        };

    private static (Guid Person, long Version) KeyOf(EntryRow entry) =>
        (new Guid(entry.Stream.AsSpan(1), bigEndian: true), entry.Version);

    private static List<TRow> Query<TRow>(DbConnection connection, string sql, Func<DbDataReader, TRow> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<TRow>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }
}

/// <summary>The rows of one transaction.</summary>
internal sealed record Commit(
    IReadOnlyList<EntryRow> Entries,
    IReadOnlyList<RegisterRowBytes> Register,
    IReadOnlyList<MeasureRow> Measured,
    SealRow Seal
);

internal sealed record EntryRow(
    byte[] Stream,
    long Version,
    long Sequence,
    byte[] Id,
    byte[] Act,
    long Recorded,
    byte[] Payload,
    byte[] PayloadHash,
    byte[] Hash
)
{
    public static EntryRow Read(DbDataReader reader) =>
        new(
            (byte[])reader[0],
            reader.GetInt64(1),
            reader.GetInt64(2),
            (byte[])reader[3],
            (byte[])reader[4],
            reader.GetInt64(5),
            (byte[])reader[6],
            (byte[])reader[7],
            (byte[])reader[8]
        );

    /// <summary>Stream, version and hash, as a seal holds them.</summary>
    public IEnumerable<byte> Head() => [.. Stream, .. BitConverter.GetBytes(Version), .. Hash];

    public object[] Values => [Stream, Version, Sequence, Id, Act, Recorded, Payload, PayloadHash, Hash];
}

internal sealed record SealRow(long Number, long LastSequence, byte[] Heads, byte[] Hash, byte[] Signature)
{
    public static SealRow Read(DbDataReader reader) =>
        new(reader.GetInt64(0), reader.GetInt64(1), (byte[])reader[2], (byte[])reader[3], (byte[])reader[4]);

    public object[] Values => [Number, LastSequence, Heads, Hash, Signature];
}

internal sealed record RegisterRowBytes(byte[] Stream, long Version, long Model, long Changed, byte[] Content)
{
    public bool IsKept { get; init; }

    public static RegisterRowBytes Read(DbDataReader reader) =>
        new((byte[])reader[0], reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), (byte[])reader[4]);

    public object[] Values(long changed) =>
        IsKept ? [Version, changed, Stream] : [Stream, Version, Model, changed, Content];
}

internal sealed record MeasureRow(byte[] Stream, long Stamp, long AsOf, byte[] Content)
{
    public static MeasureRow Read(DbDataReader reader) =>
        new((byte[])reader[0], reader.GetInt64(1), reader.GetInt64(2), (byte[])reader[3]);

    public object[] Values => [Stream, Stamp, AsOf, Content];
}
