using System.Collections.Concurrent;
using Mantel.Storage.Journals;
using Microsoft.Data.Sqlite;

namespace Mantel.Storage.Databases;

/// <summary>A part kept in an SQLite file beside the program.</summary>
internal sealed class SqliteDatabase : Database
{
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _free;

    public SqliteDatabase(string file, IReadOnlyList<Table> tables, int readers)
    {
        _connectionString = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString();
        _free = new SemaphoreSlim(readers, readers);
        try
        {
            using var session = Open();
            Create(session, tables);
        }
        catch (SqliteException failure)
        {
            throw new StorageException($"{Path.GetFileName(file)} cannot be opened: {failure.Message}", failure);
        }
    }

    public override async ValueTask<Session> RentAsync(CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        return _idle.TryTake(out var session) ? session : Connect(this);
    }

    public override Session Open() => Connect(owner: null);

    public override async Task ScrubAsync(IReadOnlyList<Table> tables, CancellationToken ct)
    {
        await using var session = Open();
        await session.Command("PRAGMA busy_timeout = 1000").ExecuteNonQueryAsync(ct);
        await session.Command("PRAGMA wal_checkpoint(TRUNCATE)").ExecuteNonQueryAsync(ct);
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var session in _idle)
            session.Close();
        _free.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Return(SqliteSession session)
    {
        _idle.Add(session);
        _free.Release();
    }

    private SqliteSession Connect(SqliteDatabase? owner)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA busy_timeout = 30000;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA secure_delete = ON;
            PRAGMA cache_size = -2000;
            PRAGMA temp_store = MEMORY;
            """;
        command.ExecuteNonQuery();
        return new SqliteSession(connection, owner);
    }
}

internal sealed class SqliteSession(SqliteConnection connection, SqliteDatabase? owner) : Session(connection)
{
    private const string HeadSql = """
        SELECT COALESCE(version, 0), hash, EXISTS (SELECT 1 FROM erased WHERE stream = @p0),
            COALESCE((SELECT stamp FROM measure_result WHERE stream = @p0), 0)
        FROM (SELECT 1) LEFT JOIN (
            SELECT version, hash FROM entry WHERE stream = @p0 ORDER BY version DESC LIMIT 1
        ) ON true
        """;

    private const string KeepSql = """
        UPDATE register SET version = @p1, changed = @p2, model = CASE WHEN model = @p3 THEN model ELSE 0 END
        WHERE stream = @p0
        """;

    private readonly Dictionary<string, string> _inserts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);
    private bool _closing;

    public override void Begin() => Execute("BEGIN IMMEDIATE");

    public override void BeginReading() => Execute("BEGIN");

    public override IEnumerable<string> Create(Table table) =>
        table.Create(
            type =>
                type switch
                {
                    ColumnType.Bytes => "BLOB",
                    ColumnType.Number => "INTEGER",
                    ColumnType.Text => "TEXT",
                },
            " WITHOUT ROWID"
        );

    public override void Insert(Table table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return;
        var insert = Statement(InsertSql(table));
        foreach (var row in rows)
            insert.Run(row);
    }

    public override JournalState ReadState(IReadOnlyList<StreamKey> streams)
    {
        var heads = new Dictionary<StreamKey, StreamHead>(streams.Count);
        foreach (var stream in streams)
            ReadHead(stream, heads);
        return new JournalState(heads, SealTail.Read(this), RegisterWrite.NewestChange(this));
    }

    public override long? Stamp() => (long)Command("PRAGMA data_version").ExecuteScalar()!;

    public override void KeepRows(IReadOnlyList<(RegisterWrite Row, long Changed)> rows)
    {
        foreach (var (row, changed) in rows)
            Statement(KeepSql).Run([row.Version, changed, row.Model, row.Stream.Bytes]);
    }

    public override void DeleteOtherNumbers(IReadOnlyList<RegisterWrite> rows)
    {
        foreach (var row in rows)
        {
            var marks = string.Join(", ", row.Numbers.Select((_, i) => $"@p{i + 1}"));
            Execute(
                $"DELETE FROM number_index WHERE stream = @p0 AND hmac NOT IN ({marks})",
                [row.Stream.Bytes, .. row.Numbers]
            );
        }
    }

    private void ReadHead(StreamKey stream, Dictionary<StreamKey, StreamHead> heads)
    {
        if (heads.ContainsKey(stream))
            return;
        using var reader = Command(HeadSql, stream.Bytes).ExecuteReader();
        if (reader.Read())
            heads[stream] = new StreamHead(
                reader.GetInt64(0),
                reader.IsDBNull(1) ? null! : reader.GetFieldValue<byte[]>(1),
                reader.GetInt64(2) != 0,
                reader.GetInt64(3)
            );
    }

    private SqliteStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
            _statements[sql] = statement = new SqliteStatement(connection, sql);
        return statement;
    }

    private string InsertSql(Table table)
    {
        if (_inserts.TryGetValue(table.Name, out var sql))
            return sql;
        var marks = string.Join(", ", Enumerable.Range(0, table.Columns.Count).Select(i => $"@p{i}"));
        sql = $"INSERT INTO {table.Name} ({table.ColumnNames}) VALUES ({marks}) {table.OnConflict}";
        return _inserts[table.Name] = sql;
    }

    public void Close()
    {
        _closing = true;
        Dispose();
    }

    protected override bool Release()
    {
        if (owner is null || _closing)
        {
            foreach (var statement in _statements.Values)
                statement.Dispose();
            return false;
        }
        owner.Return(this);
        return true;
    }
}
