using Mantel.Storage.Databases;

namespace Mantel.Storage;

/// <summary>The three parts, each in a file (SQLite) or schema (PostgreSQL) of its own.</summary>
internal sealed class Parts : IAsyncDisposable
{
    private Parts(Database journal, Database keys, Database looks) => (Journal, Keys, Looks) = (journal, keys, looks);

    public Database Journal { get; }

    public Database Keys { get; }

    public Database Looks { get; }

    public static Parts Open(StorageOptions options)
    {
        return new Parts(Open(options, "journal", Tables.Journal, readers: 8), OpenKeys(options), OpenLooks(options));
    }

    public static Database OpenKeys(StorageOptions options) => Open(options, "keys", Tables.Keys, readers: 2);

    public static Database OpenLooks(StorageOptions options) => Open(options, "looks", Tables.Looks, readers: 4);

    private static Database Open(StorageOptions options, string name, IReadOnlyList<Table> tables, int readers)
    {
        Directory.CreateDirectory(options.DataDirectory);
        return options.PostgreSql is { } connection
            ? new PostgreSqlDatabase(connection, name, tables)
            : new SqliteDatabase(Path.Combine(options.DataDirectory, $"{name}.db"), tables, readers);
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await Keys.DisposeAsync();
        await Looks.DisposeAsync();
    }
}
