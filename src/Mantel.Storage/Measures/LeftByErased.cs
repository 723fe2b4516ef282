using Mantel.Core.Journal;
using Mantel.Core.Quality;
using Mantel.Storage.Databases;
using Mantel.Storage.Journals;
using Mantel.Storage.Keys;

namespace Mantel.Storage.Measures;

/// <summary>What people who were erased left of figures, without names.</summary>
internal static class LeftByErased
{
    private const string Sql = $"SELECT {StoredPayload.Columns} FROM entry WHERE stream = @p0 ORDER BY version";

    public static IReadOnlyList<IReadOnlyDictionary<CountKey, int>> Of(Session session, KeyRing keys)
    {
        var stream = new StreamKey(StreamId.Figures);
        if (keys.Find(stream) is not { } key)
            return [];
        using var cipher = new Cipher(key);
        var left = new List<IReadOnlyDictionary<CountKey, int>>();
        using var reader = session.Command(Sql, stream.Bytes).ExecuteReader();
        while (reader.Read())
        {
            if (StoredPayload.Read(reader).Open(stream, cipher).Fact is ContributionsLeft contributions)
                left.Add(SumOf(contributions));
        }
        return left;
    }

    public static IReadOnlyDictionary<CountKey, int> SumOf(ContributionsLeft left) =>
        left.Counts.CountBy(key => key).ToDictionary();
}
