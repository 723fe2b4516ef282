using Npgsql;
using NpgsqlTypes;

namespace Mantel.Storage.Databases;

/// <summary>A part kept in a schema of a PostgreSQL database, for many processes at once.</summary>
internal sealed class PostgreSqlDatabase : Database
{
    private readonly NpgsqlDataSource _source;
    private readonly string _schema;

    public PostgreSqlDatabase(string connectionString, string schema, IReadOnlyList<Table> tables)
    {
        _schema = schema;
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            SearchPath = schema,
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
            ApplicationName = "mantel",
        };
        _source = NpgsqlDataSource.Create(settings);
        try
        {
            using var session = Open();
            session.Write(() => session.Execute($"CREATE SCHEMA IF NOT EXISTS {schema}"));
            Create(session, tables);
        }
        catch (NpgsqlException failure)
        {
            throw new StorageException($"PostgreSQL cannot be used: {failure.Message}", failure);
        }
    }

    public override async ValueTask<Session> RentAsync(CancellationToken ct) =>
        new PostgreSqlSession(await _source.OpenConnectionAsync(ct), _schema);

    public override Session Open() => new PostgreSqlSession(_source.OpenConnection(), _schema);

    public override async Task ScrubAsync(IReadOnlyList<Table> tables, CancellationToken ct)
    {
        var names = string.Join(", ", tables.Select(table => table.Name));
        await using var command = _source.CreateCommand($"VACUUM {names}");
        await command.ExecuteNonQueryAsync(ct);
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}

internal sealed class PostgreSqlSession(NpgsqlConnection connection, string schema) : Session(connection)
{
    private const string HeadsSql = """
        SELECT wanted.stream, head.version, head.hash,
            EXISTS (SELECT 1 FROM erased WHERE erased.stream = wanted.stream)
        FROM unnest(@p0) AS wanted (stream)
        CROSS JOIN LATERAL (
            SELECT version, hash FROM entry WHERE entry.stream = wanted.stream ORDER BY version DESC LIMIT 1
        ) AS head
        """;

    private readonly Dictionary<Table, string> _inserts = [];

    /// <summary>One writer per part at a time, in all processes: so the order of commits is the order of sequences.</summary>
    public override void Begin()
    {
        Execute("BEGIN");
        Execute(
            schema switch
            {
                "journal" => "SELECT pg_advisory_xact_lock(5567431102001)",
                "keys" => "SELECT pg_advisory_xact_lock(5567431102002)",
                _ => "SELECT pg_advisory_xact_lock(5567431102003)",
            }
        );
    }

    public override void BeginReading() => Execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    public override IEnumerable<string> Create(Table table) => table.Create(TypeOf, "");

    public override void Insert(Table table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return;
        using var command = new NpgsqlCommand(InsertSql(table), connection);
        for (var i = 0; i < table.Columns.Count; i++)
            command.Parameters.Add(
                new NpgsqlParameter($"p{i}", ArrayOf(table.Columns[i].Type, rows, i))
                {
                    NpgsqlDbType = NpgsqlDbType.Array | DbTypeOf(table.Columns[i].Type),
                }
            );
        command.ExecuteNonQuery();
    }

    public override Dictionary<StreamKey, Head> Heads(IReadOnlyCollection<StreamKey> streams)
    {
        var heads = new Dictionary<StreamKey, Head>(streams.Count);
        using var reader = Command(HeadsSql, (object)streams.Select(stream => stream.Bytes).ToArray()).ExecuteReader();
        while (reader.Read())
        {
            var stream = new StreamKey(reader.GetFieldValue<byte[]>(0));
            heads[stream] = new Head(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetBoolean(3));
        }
        return heads;
    }

    private static string TypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Bytes => "bytea",
            ColumnType.Number => "bigint",
            ColumnType.Text => "text",
        };

    private static NpgsqlDbType DbTypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Bytes => NpgsqlDbType.Bytea,
            ColumnType.Number => NpgsqlDbType.Bigint,
            ColumnType.Text => NpgsqlDbType.Text,
        };

    private static object ArrayOf(ColumnType type, IReadOnlyList<object?[]> rows, int column) =>
        type switch
        {
            ColumnType.Bytes => rows.Select(row => (byte[]?)row[column]).ToArray(),
            ColumnType.Number => rows.Select(row => (long)row[column]!).ToArray(),
            ColumnType.Text => rows.Select(row => (string?)row[column]).ToArray(),
        };

    private string InsertSql(Table table)
    {
        if (_inserts.TryGetValue(table, out var sql))
            return sql;
        var arrays = string.Join(", ", Enumerable.Range(0, table.Columns.Count).Select(i => $"@p{i}"));
        sql = $"INSERT INTO {table.Name} ({table.ColumnNames}) SELECT * FROM unnest({arrays}) {table.OnConflict}";
        return _inserts[table] = sql;
    }
}
