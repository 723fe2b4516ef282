using Mantel.Storage.Databases;
using Npgsql;

namespace Mantel.Storage;

/// <summary>
/// How one process tells the others which streams it wrote, with the commit itself: a notification of PostgreSQL, which
/// holds the names of streams and nothing of what is in them.
/// </summary>
internal static class PostgreSqlChanges
{
    private const string Channel = "mantel_journal";

    /// <summary>So many names fit into one notification.</summary>
    private const int Most = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IEnumerable<NpgsqlBatchCommand> Tell(string own, IEnumerable<StreamKey> streams) =>
        streams
            .Distinct()
            .Select(stream => Convert.ToHexString(stream.Bytes))
            .Chunk(Most)
            .Select(names => new NpgsqlBatchCommand($"SELECT pg_notify('{Channel}', $1)")
            {
                Parameters = { new NpgsqlParameter { Value = $"{own}:{string.Join(',', names)}" } },
            });

    /// <param name="own">Who listens: what they wrote themselves they know.</param>
    /// <summary>Listens until it is told to stop; a connection that is lost is made anew.</summary>
    public static async Task ListenAsync(
        NpgsqlDataSource source,
        string own,
        Action<IReadOnlyList<StreamKey>?> heard,
        CancellationToken ct
    )
    {
        for (var isFirst = true; !ct.IsCancellationRequested; isFirst = false)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(ct);
                connection.Notification += (_, told) => Hear(told.Payload, own, heard);
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(ct);
                if (!isFirst)
                    heard(null);
                while (true)
                    await connection.WaitAsync(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException)
            {
                await Task.Delay(Patience, CancellationToken.None);
            }
        }
    }

    private static void Hear(string payload, string own, Action<IReadOnlyList<StreamKey>?> heard)
    {
        if (payload.Split(':') is [var from, var names] && from != own)
            heard([.. names.Split(',').Select(name => new StreamKey(Convert.FromHexString(name)))]);
    }
}
