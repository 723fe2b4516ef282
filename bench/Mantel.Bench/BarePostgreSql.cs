using Npgsql;

namespace Mantel.Bench;

/// <summary>Bare transactions on one PostgreSQL connection: prepared statements, one transaction an act.</summary>
internal sealed class BarePostgreSql(NpgsqlConnection connection, bool batched) : IAsyncDisposable
{
    private static readonly string[] Statements =
    [
        BareSql.Entry("journal."),
        BareSql.Register("journal."),
        BareSql.Seal("journal."),
    ];

    private long _changed = 1_000_000_000;

    public static async Task<BarePostgreSql> OpenAsync(string connectionString, bool batched)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            Pooling = false,
        };
        return new(await BenchDatabases.OpenAsync(settings.ToString()), batched);
    }

    public async Task WriteAsync(IReadOnlyList<Commit> commits)
    {
        foreach (var commit in commits)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            object[][] rows = [commit.Entries[0].Values, commit.Register[0].Values(++_changed), commit.Seal.Values];
            if (batched)
                await WriteBatchAsync(rows);
            else
                await WriteEachAsync(rows);
            await transaction.CommitAsync();
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task WriteEachAsync(object[][] rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            await using var command = new NpgsqlCommand(Statements[i], connection);
            foreach (var value in rows[i])
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task WriteBatchAsync(object[][] rows)
    {
        await using var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < rows.Length; i++)
        {
            var command = new NpgsqlBatchCommand(Statements[i]);
            foreach (var value in rows[i])
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
    }
}
