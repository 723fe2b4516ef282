using Npgsql;

namespace Mantel.Bench;

/// <summary>Bare transactions on one PostgreSQL connection: prepared statements, one transaction an act.</summary>
internal sealed class BarePostgreSql(NpgsqlConnection connection, bool batched, bool withCryptography)
    : IAsyncDisposable
{
    private static readonly string Entry = BareSql.Entry("journal.");
    private static readonly string Register = BareSql.Register("journal.");
    private static readonly string Keep = BareSql.Keep("journal.");
    private static readonly string Measured = BareSql.Measured("journal.");
    private static readonly string Seal = BareSql.Seal("journal.");

    private readonly BareCryptography _cryptography = new();
    private long _changed = 1_000_000_000;

    public static async Task<BarePostgreSql> OpenAsync(string connectionString, bool batched, bool withCryptography)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            Pooling = false,
        };
        return new(await BenchDatabases.OpenAsync(settings.ToString()), batched, withCryptography);
    }

    public async Task WriteAsync(IReadOnlyList<Commit> commits)
    {
        foreach (var commit in commits)
        {
            if (withCryptography)
                _cryptography.Make(commit);
            await using var transaction = await connection.BeginTransactionAsync();
            var row = commit.Register[0];
            (string Sql, object[] Values)[] rows =
            [
                (Entry, commit.Entries[0].Values),
                (row.IsKept ? Keep : Register, row.Values(++_changed)),
                .. commit.Measured.Select(measured => (Measured, measured.Values)),
                (Seal, commit.Seal.Values),
            ];
            if (batched)
                await WriteBatchAsync(rows);
            else
                await WriteEachAsync(rows);
            await transaction.CommitAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        _cryptography.Dispose();
        return connection.DisposeAsync();
    }

    private async Task WriteEachAsync((string Sql, object[] Values)[] rows)
    {
        foreach (var (sql, values) in rows)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task WriteBatchAsync((string Sql, object[] Values)[] rows)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (sql, values) in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync();
    }
}
