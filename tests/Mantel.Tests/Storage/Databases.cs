using System.Data.Common;
using System.Reflection;
using Dapper;
using Mantel.Core.Journal;
using Mantel.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit.Sdk;

namespace Mantel.Tests.Storage;

public enum On
{
    Sqlite,
    PostgreSql,
}

/// <summary>The test runs on SQLite.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [On.Sqlite],
        ];
}

/// <summary>The test runs on PostgreSQL, or says why it cannot.</summary>
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgreSqlCluster.Absent;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        [
            [On.PostgreSql],
        ];
}

/// <summary>An empty place of a test's own, with either database.</summary>
public sealed class Place : IAsyncDisposable
{
    private readonly List<Archive> _opened = [];

    private Place(On on, string directory, StorageOptions options) => (On, Root, Options) = (on, directory, options);

    public On On { get; }

    /// <summary>A directory of the test's own, the data directory is in it.</summary>
    public string Root { get; }

    public StorageOptions Options { get; }

    public static async Task<Place> MakeAsync(On on)
    {
        var root = Directory.CreateTempSubdirectory("mantel-test-").FullName;
        var connection = on == On.PostgreSql ? await (await PostgreSqlCluster.GetAsync()).MakeDatabaseAsync() : null;
        return new Place(on, root, new StorageOptions(Path.Combine(root, "data"), connection));
    }

    public async Task<Archive> OpenAsync(ReadModel? model = null)
    {
        var archive = await Archive.OpenAsync(Options, model ?? Told.Model(), CancellationToken.None);
        _opened.Add(archive);
        return archive;
    }

    /// <summary>Closes everything that was opened here, as when the program stops.</summary>
    public async Task CloseAsync()
    {
        foreach (var archive in _opened)
            await archive.DisposeAsync();
        _opened.Clear();
    }

    /// <summary>Somebody with access to the database, but not to the program. Parts: journal, keys, looks.</summary>
    public async Task<T?> TamperAsync<T>(string part, string sql, object? values = null)
    {
        await using DbConnection connection = Options.PostgreSql is { } text
            ? new NpgsqlConnection($"{text};Search Path={part}")
            : new SqliteConnection($"Data Source={Path.Combine(Options.DataDirectory, part)}.db;Pooling=False");
        return await connection.ExecuteScalarAsync<T>(sql, values);
    }

    public Task TamperAsync(string part, string sql, object? values = null) => TamperAsync<object>(part, sql, values);

    /// <summary>A condition that names a stream, as this database writes it.</summary>
    public string Is(StreamId stream)
    {
        var hex = "01" + Convert.ToHexString(stream.Id.ToByteArray(bigEndian: true));
        return On == On.PostgreSql ? $"stream = '\\x{hex}'" : $"stream = x'{hex}'";
    }

    /// <summary>Changes one byte of one column.</summary>
    public async Task FlipAsync(string part, string table, string column, string where)
    {
        var bytes = await TamperAsync<byte[]>(part, $"SELECT {column} FROM {table} WHERE {where}");
        bytes![bytes.Length / 2] ^= 0x10;
        await TamperAsync(part, $"UPDATE {table} SET {column} = @bytes WHERE {where}", new { bytes });
    }

    /// <summary>As after a disaster: nothing is left but what was carried elsewhere.</summary>
    public async Task WipeAsync()
    {
        await CloseAsync();
        Directory.Delete(Options.DataDirectory, recursive: true);
        if (On == On.PostgreSql)
            await TamperAsync(
                "public",
                "DROP SCHEMA journal CASCADE; DROP SCHEMA keys CASCADE; DROP SCHEMA looks CASCADE"
            );
    }

    public string In(string name) => Path.Combine(Root, name);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Root, recursive: true);
    }
}
