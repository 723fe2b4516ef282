using Dapper;
using Mantel.Core.Journal;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Journals;

/// <summary>A program that meets facts newer than it knows refuses to start, rather than misread them.</summary>
internal static class KnownFacts
{
    /// <exception cref="UnknownFactException">The journal was written by a newer program.</exception>
    public static async Task CheckAsync(Database journal, CancellationToken ct)
    {
        await using var session = await journal.RentAsync(ct);
        var kinds = await session.Connection.QueryAsync<KindRow>("SELECT name, version FROM fact_kind ORDER BY name");
        foreach (var kind in kinds)
        {
            if (!FactCodec.Known.TryGetValue(kind.Name, out var newest) || kind.Version > newest)
                throw new UnknownFactException(kind.Name, (int)kind.Version);
        }
    }

    private sealed record KindRow(string Name, long Version);
}
