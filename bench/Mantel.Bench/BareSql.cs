namespace Mantel.Bench;

/// <summary>
/// The statements of a bare program that writes the rows of the journal, the same for both databases.
/// </summary>
internal static class BareSql
{
    public static string Entry(string prefix = "") =>
        $"INSERT INTO {prefix}entry (stream, version, seq, id, act, recorded, payload, payload_hash, hash) "
        + $"VALUES ({Marks(9)})";

    public static string Register(string prefix = "") =>
        $"INSERT INTO {prefix}register (stream, version, model, changed, content) VALUES ({Marks(5)}) "
        + "ON CONFLICT (stream) DO UPDATE SET version = excluded.version, model = excluded.model, "
        + "changed = excluded.changed, content = excluded.content";

    public static string Keep(string prefix = "") =>
        $"UPDATE {prefix}register SET version = $1, changed = $2 WHERE stream = $3";

    public static string Seal(string prefix = "") =>
        $"INSERT INTO {prefix}seal (number, last_seq, heads, hash, signature) VALUES ({Marks(5)})";

    public static string Measured(string prefix = "") =>
        $"INSERT INTO {prefix}measure_result (stream, stamp, as_of, content) VALUES ({Marks(4)}) "
        + "ON CONFLICT (stream) DO UPDATE SET stamp = excluded.stamp, as_of = excluded.as_of, "
        + "content = excluded.content";

    private static string Marks(int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"${i}"));
}
