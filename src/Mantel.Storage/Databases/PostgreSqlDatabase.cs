using System.Data.Common;
using Mantel.Storage.Journals;
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
            NoResetOnClose = true,
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

    private const string OtherNumbersSql = """
        DELETE FROM number_index AS known WHERE known.stream = ANY(@p0) AND NOT EXISTS (
            SELECT 1 FROM unnest(@p1, @p2) AS kept (stream, hmac)
            WHERE kept.stream = known.stream AND kept.hmac = known.hmac
        )
        """;

    private const string KeepSql = """
        UPDATE register SET version = kept.version, changed = kept.changed,
            model = CASE WHEN register.model = kept.model THEN register.model ELSE 0 END
        FROM unnest(@p0, @p1, @p2, @p3) AS kept (stream, version, changed, model)
        WHERE register.stream = kept.stream
        """;

    private readonly Dictionary<string, string> _inserts = new(StringComparer.Ordinal);
    private readonly List<NpgsqlBatchCommand> _queued = [];

    /// <summary>
    /// One writer per part at a time, in all processes: so the order of commits is the order of sequences.
    /// </summary>
    public override void Begin()
    {
        _queued.Add(new NpgsqlBatchCommand("BEGIN"));
        _queued.Add(new NpgsqlBatchCommand($"SELECT pg_advisory_xact_lock({LockOf(schema)})"));
    }

    public override void BeginReading() => Execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    public override IEnumerable<string> Create(Table table) => table.Create(TypeOf, "");

    /// <summary>Queued: it goes to the server with the next command, or with the commit, in one message.</summary>
    public override void Insert(Table table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count == 0)
            return;
        var command = new NpgsqlBatchCommand(InsertSql(table));
        for (var i = 0; i < table.Columns.Count; i++)
            command.Parameters.Add(Array(i, table.Columns[i].Type, ArrayOf(table.Columns[i].Type, rows, i)));
        _queued.Add(command);
    }

    public override void DeleteOtherNumbers(IReadOnlyList<RegisterWrite> rows)
    {
        var kept = rows.SelectMany(row => row.Numbers, (row, hash) => (row.Stream, Hash: hash)).ToList();
        var command = new NpgsqlBatchCommand(OtherNumbersSql);
        command.Parameters.Add(Array(0, ColumnType.Bytes, rows.Select(row => row.Stream.Bytes).ToArray()));
        command.Parameters.Add(Array(1, ColumnType.Bytes, kept.Select(one => one.Stream.Bytes).ToArray()));
        command.Parameters.Add(Array(2, ColumnType.Bytes, kept.Select(one => one.Hash).ToArray()));
        _queued.Add(command);
    }

    public override DbCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        Flush();
        return base.Command(sql, values);
    }

    public override void Commit()
    {
        _queued.Add(new NpgsqlBatchCommand("COMMIT"));
        Flush();
    }

    public override void Rollback()
    {
        _queued.Clear();
        base.Rollback();
    }

    public override JournalState ReadState(IReadOnlyList<StreamKey> streams)
    {
        var heads = new NpgsqlBatchCommand(HeadsSql);
        heads.Parameters.Add(Array(0, ColumnType.Bytes, streams.Distinct().Select(stream => stream.Bytes).ToArray()));
        _queued.Add(heads);
        _queued.Add(new NpgsqlBatchCommand("SELECT number, last_seq, hash FROM seal ORDER BY number DESC LIMIT 1"));
        _queued.Add(new NpgsqlBatchCommand("SELECT COALESCE(MAX(changed), 0) FROM register"));
        using var batch = TakeQueued();
        using var reader = batch.ExecuteReader();
        while (reader.FieldCount != HeadFields)
            reader.NextResult();
        var known = ReadHeads(reader);
        reader.NextResult();
        var tail = SealTail.Take(reader);
        reader.NextResult();
        reader.Read();
        return new JournalState(known, tail, reader.GetInt64(0));
    }

    public override long? Stamp() => null;

    public override void KeepRows(IReadOnlyList<(RegisterWrite Row, long Changed)> rows)
    {
        if (rows.Count == 0)
            return;
        var command = new NpgsqlBatchCommand(KeepSql);
        command.Parameters.Add(Array(0, ColumnType.Bytes, rows.Select(one => one.Row.Stream.Bytes).ToArray()));
        command.Parameters.Add(Array(1, ColumnType.Number, rows.Select(one => one.Row.Version).ToArray()));
        command.Parameters.Add(Array(2, ColumnType.Number, rows.Select(one => one.Changed).ToArray()));
        command.Parameters.Add(Array(3, ColumnType.Number, rows.Select(one => one.Row.Model).ToArray()));
        _queued.Add(command);
    }

    private const int HeadFields = 4;

    private static Dictionary<StreamKey, Head> ReadHeads(NpgsqlDataReader reader)
    {
        var heads = new Dictionary<StreamKey, Head>();
        while (reader.Read())
        {
            var stream = new StreamKey(reader.GetFieldValue<byte[]>(0));
            heads[stream] = new Head(reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), reader.GetBoolean(3));
        }
        return heads;
    }

    private static long LockOf(string schema) =>
        schema switch
        {
            "journal" => 5567431102001,
            "keys" => 5567431102002,
            _ => 5567431102003,
        };

    private void Flush()
    {
        if (_queued.Count == 0)
            return;
        using var batch = TakeQueued();
        batch.ExecuteNonQuery();
    }

    private NpgsqlBatch TakeQueued()
    {
        var batch = connection.CreateBatch();
        foreach (var command in _queued)
            batch.BatchCommands.Add(command);
        _queued.Clear();
        return batch;
    }

    private static NpgsqlParameter Array(int index, ColumnType type, object values) =>
        new($"p{index}", NpgsqlDbType.Array | DbTypeOf(type)) { Value = values };

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
        if (_inserts.TryGetValue(table.Name, out var sql))
            return sql;
        var arrays = string.Join(", ", Enumerable.Range(0, table.Columns.Count).Select(i => $"@p{i}"));
        sql = $"INSERT INTO {table.Name} ({table.ColumnNames}) SELECT * FROM unnest({arrays}) {table.OnConflict}";
        return _inserts[table.Name] = sql;
    }
}
