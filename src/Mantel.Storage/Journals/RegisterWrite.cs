using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Journals;

/// <summary>
/// A person's register row on its way to the disk, encrypted, with the keyed hashes of their numbers.
/// </summary>
/// <param name="IsKept">The row stays as it is; only the version of the record is another.</param>
internal sealed record RegisterWrite(
    StreamKey Stream,
    long Version,
    long Model,
    byte[]? Content,
    IReadOnlyList<byte[]> Numbers,
    bool IsKept = false
)
{
    /// <param name="version">The version of the stream.</param>
    /// <param name="entries">Those of the whole record; none while it follows another.</param>
    public static RegisterWrite Make(
        StreamKey stream,
        int version,
        IReadOnlyList<Entry> entries,
        ReadModel model,
        KeyRing keys,
        byte[] key
    )
    {
        var projection = entries.Count == 0 ? null : model.Project(stream.Stream, entries);
        if (projection is null)
            return new RegisterWrite(stream, version, model.Version, null, []);
        using var cipher = new Cipher(key);
        var json = JsonSerializer.SerializeToUtf8Bytes(projection.Row, model.RowType, FactCodec.Json);
        var content = cipher.Encrypt(json, Sealed.RegisterRow, stream, []);
        return new RegisterWrite(
            stream,
            version,
            model.Version,
            content,
            projection.Numbers.Select(number => Hash(keys, number)).ToList()
        );
    }

    public static RegisterWrite Keep(StreamKey stream, long version, ReadModel model) =>
        new(stream, version, model.Version, Content: null, [], IsKept: true);

    public static byte[] Hash(KeyRing keys, string number) =>
        HMACSHA256.HashData(keys.Numbers, Encoding.UTF8.GetBytes(number));

    /// <summary>Writes rows with a change number of their own each, given out under the lock.</summary>
    public static void Write(Session session, IReadOnlyList<RegisterWrite> rows, long newestChange)
    {
        if (rows.Count == 0)
            return;
        var changed = newestChange;
        session.KeepRows([.. rows.Where(row => row.IsKept).Select(row => (row, ++changed))]);
        var made = rows.Where(row => !row.IsKept).ToList();
        if (made.Count == 0)
            return;
        session.Insert(Tables.Register, made.Select(row => row.ToRow(++changed)).ToList());
        session.DeleteOtherNumbers(made);
        var numbers = made.SelectMany(row => row.Numbers, (row, hash) => new object?[] { hash, row.Stream.Bytes });
        session.Insert(Tables.Number, numbers.ToList());
    }

    public static long NewestChange(Session session) =>
        session.Command("SELECT MAX(changed) FROM register").ExecuteScalar() is long newest ? newest : 0;

    private object?[] ToRow(long changed) => [Stream.Bytes, Version, Model, changed, Content];
}
