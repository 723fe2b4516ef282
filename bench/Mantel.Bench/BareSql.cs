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

    private static string Marks(int count) => string.Join(", ", Enumerable.Range(1, count).Select(i => $"${i}"));
}
