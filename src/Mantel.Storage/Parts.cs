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
        Directory.CreateDirectory(options.DataDirectory);
        Database Open(string name, IReadOnlyList<Table> tables, int readers) =>
            options.PostgreSql is { } connection
                ? new PostgreSqlDatabase(connection, name, tables)
                : new SqliteDatabase(Path.Combine(options.DataDirectory, $"{name}.db"), tables, readers);
        return new Parts(
            Open("journal", Tables.Journal, readers: 8),
            Open("keys", Tables.Keys, readers: 2),
            Open("looks", Tables.Looks, readers: 4)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await Keys.DisposeAsync();
        await Looks.DisposeAsync();
    }
}
