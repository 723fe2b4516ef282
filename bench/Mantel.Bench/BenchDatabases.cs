using Mantel.Storage;
using Npgsql;

namespace Mantel.Bench;

/// <summary>A database that was filled once, and copies of it to write into.</summary>
internal sealed class BenchDatabases(string seed, string directory)
{
    public string Seed => seed;

    public StorageOptions Options(string connection) => new(directory, connection);

    /// <summary>A fresh copy of the filled database, in the place of an earlier one.</summary>
    public async Task<string> CopyAsync(string name)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = await OpenAsync(Named("postgres"));
        await RunAsync(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        var template = new NpgsqlConnectionStringBuilder(seed).Database;
        await RunAsync(connection, $"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy");
        await RunAsync(connection, "CHECKPOINT");
        return Named(name);
    }

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    public static async Task<long> LastSequenceAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT MAX(seq) FROM journal.entry", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private string Named(string database) => new NpgsqlConnectionStringBuilder(seed) { Database = database }.ToString();

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
