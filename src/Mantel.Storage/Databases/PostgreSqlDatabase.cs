using System.Data.Common;
using Mantel.Storage.Journals;
using Npgsql;
using NpgsqlTypes;

namespace Mantel.Storage.Databases;

/// <summary>A part kept in a schema of a PostgreSQL database, for many processes at once.</summary>
internal sealed class PostgreSqlDatabase : Database
{
    private readonly PostgreSqlDoor _door;
    private readonly string _schema;

    /// <summary>Tells who wrote, so that nobody hears themselves.</summary>
    private readonly string _own = $"{Guid.NewGuid():N}";

    public PostgreSqlDatabase(string connectionString, string schema, IReadOnlyList<Table> tables)
    {
        _schema = schema;
        _door = new PostgreSqlDoor(
            connectionString,
            settings =>
            {
                settings.SearchPath = schema;
                settings.MaxAutoPrepare = 60;
                settings.AutoPrepareMinUsages = 2;
                settings.NoResetOnClose = true;
                settings.Options = "-c plan_cache_mode=force_generic_plan";
            }
        );
        try
        {
            _door.RefuseWhatMayBeLost();
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
        new PostgreSqlSession(await _door.OpenAsync(ct), _schema, _own);

    public override Session Open() => new PostgreSqlSession(_door.Open(), _schema, _own);

    public override async Task ScrubAsync(IReadOnlyList<Table> tables, CancellationToken ct)
    {
        var names = string.Join(", ", tables.Select(table => table.Name));
        await using var command = _door.Source.CreateCommand($"VACUUM {names}");
        await command.ExecuteNonQueryAsync(ct);
    }

    public override Task ListenAsync(Action<IReadOnlyList<StreamKey>?> heard, CancellationToken ct) =>
        Task.Run(() => PostgreSqlChanges.ListenAsync(_door.Source, _own, heard, ct), CancellationToken.None);

    public override ValueTask DisposeAsync() => _door.DisposeAsync();
}

internal sealed class PostgreSqlSession(NpgsqlConnection connection, string schema, string own) : Session(connection)
{
    private const string BeginSql = "BEGIN";

    private const string HeadSql = """
        SELECT $1, COALESCE(head.version, 0), head.hash, EXISTS (SELECT 1 FROM erased WHERE stream = $1),
            COALESCE((SELECT stamp FROM measure_result WHERE stream = $1), 0)
        FROM (VALUES (1)) AS one LEFT JOIN LATERAL (
            SELECT version, hash FROM entry WHERE stream = $1 ORDER BY version DESC LIMIT 1
        ) AS head ON true
        """;

    private const string HeadsSql = """
        SELECT wanted.stream, COALESCE(head.version, 0), head.hash,
            EXISTS (SELECT 1 FROM erased WHERE erased.stream = wanted.stream),
            COALESCE((SELECT stamp FROM measure_result WHERE measure_result.stream = wanted.stream), 0)
        FROM unnest($1) AS wanted (stream)
        LEFT JOIN LATERAL (
            SELECT version, hash FROM entry WHERE entry.stream = wanted.stream ORDER BY version DESC LIMIT 1
        ) AS head ON true
        """;

    private const string OtherNumbersSql = """
        DELETE FROM number_index AS known WHERE known.stream = ANY($1) AND NOT EXISTS (
            SELECT 1 FROM unnest($2, $3) AS kept (stream, hmac)
            WHERE kept.stream = known.stream AND kept.hmac = known.hmac
        )
        """;

    private const string KeepSql = """
        UPDATE register SET version = $2, changed = $3, model = CASE WHEN model = $4 THEN model ELSE 0 END
        WHERE stream = $1
        """;

    private const string KeepManySql = """
        UPDATE register SET version = kept.version, changed = kept.changed,
            model = CASE WHEN register.model = kept.model THEN register.model ELSE 0 END
        FROM unnest($1, $2, $3, $4) AS kept (stream, version, changed, model)
        WHERE register.stream = kept.stream
        """;

    /// <summary>
    /// A division by zero unless all of it holds: so the rest of the message is not done. Whoever appends writes a
    /// seal; results, the register and who was erased can change without one.
    /// </summary>
    private const string ExpectSql = """
        SELECT 1 / CASE WHEN (SELECT hash FROM seal ORDER BY number DESC LIMIT 1) = $1
            AND (SELECT COALESCE(MAX(changed), 0) FROM register) = $2
            AND NOT EXISTS (
                SELECT 1 FROM unnest($3, $4, $5) AS known (stream, hash, stamp)
                WHERE COALESCE((
                        SELECT hash FROM entry WHERE entry.stream = known.stream ORDER BY version DESC LIMIT 1
                    ), '\x') <> known.hash
                    OR EXISTS (SELECT 1 FROM erased WHERE erased.stream = known.stream)
                    OR known.stamp >= 0 AND known.stamp <> COALESCE((
                        SELECT stamp FROM measure_result WHERE measure_result.stream = known.stream
                    ), 0)
            ) THEN 1 ELSE 0 END
        """;

    private const string ExpectOneSql = """
        SELECT 1 / CASE WHEN (SELECT hash FROM seal ORDER BY number DESC LIMIT 1) = $1
            AND (SELECT COALESCE(MAX(changed), 0) FROM register) = $2
            AND COALESCE((SELECT hash FROM entry WHERE stream = $3 ORDER BY version DESC LIMIT 1), '\x') = $4
            AND NOT EXISTS (SELECT 1 FROM erased WHERE stream = $3)
            AND ($5 < 0 OR COALESCE((SELECT stamp FROM measure_result WHERE stream = $3), 0) = $5)
            THEN 1 ELSE 0 END
        """;

    private readonly Dictionary<(string Table, bool IsOne), string> _inserts = [];
    private readonly List<NpgsqlBatchCommand> _queued = [];
    private bool _expects;
    private long _used = Environment.TickCount64;

    /// <summary>
    /// One writer per part at a time, in all processes: so the order of commits is the order of sequences.
    /// </summary>
    public override void Begin()
    {
        _queued.Add(new NpgsqlBatchCommand(BeginSql));
        _queued.Add(new NpgsqlBatchCommand($"SELECT pg_advisory_xact_lock({LockOf(schema)})"));
    }

    public override bool Answers()
    {
        var now = Environment.TickCount64;
        var isTrusted = now - _used < PostgreSqlDoor.Trusted.TotalMilliseconds;
        _used = now;
        return isTrusted || PostgreSqlDoor.Answers(connection);
    }

    public override void BeginReading() => Execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    public override IEnumerable<string> Create(Table table) => table.Create(TypeOf, "");

    /// <summary>Queued: it goes to the server with the next command, or with the commit, in one message.</summary>
    public override void Insert(Table table, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
            Queue(InsertSql(table, isOne: rows.Count == 1), [.. table.Columns.Select(column => column.Type)], rows);
    }

    /// <summary>One row alone goes as values, which is cheaper to run than arrays of one; many go as arrays.</summary>
    private void Queue(string sql, IReadOnlyList<ColumnType> types, IReadOnlyList<object?[]> rows) =>
        _queued.Add(MakeCommand(sql, types, rows));

    private static NpgsqlBatchCommand MakeCommand(
        string sql,
        IReadOnlyList<ColumnType> types,
        IReadOnlyList<object?[]> rows
    )
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var i = 0; i < types.Count; i++)
        {
            command.Parameters.Add(
                rows.Count == 1
                    ? One(types[i], rows[0][i] ?? DBNull.Value)
                    : Array(types[i], ArrayOf(types[i], rows, i))
            );
        }
        return command;
    }

    public override void DeleteOtherNumbers(IReadOnlyList<RegisterWrite> rows)
    {
        var kept = rows.SelectMany(row => row.Numbers, (row, hash) => (row.Stream, Hash: hash)).ToList();
        var command = new NpgsqlBatchCommand(OtherNumbersSql);
        command.Parameters.Add(Array(ColumnType.Bytes, rows.Select(row => row.Stream.Bytes).ToArray()));
        command.Parameters.Add(Array(ColumnType.Bytes, kept.Select(one => one.Stream.Bytes).ToArray()));
        command.Parameters.Add(Array(ColumnType.Bytes, kept.Select(one => one.Hash).ToArray()));
        _queued.Add(command);
    }

    public override DbCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        Flush();
        return base.Command(sql, values);
    }

    public override void Tell(IEnumerable<StreamKey> streams) => _queued.AddRange(PostgreSqlChanges.Tell(own, streams));

    /// <summary>
    /// What goes in one message is one transaction by itself, and is answered when it is durable.
    /// </summary>
    public override void Commit()
    {
        if (_queued is [{ CommandText: BeginSql }, ..])
            _queued.RemoveAt(0);
        else
            _queued.Add(new NpgsqlBatchCommand("COMMIT"));
        Flush();
    }

    public override void Rollback()
    {
        _expects = false;
        _queued.Clear();
        base.Rollback();
    }

    public override JournalState ReadState(IReadOnlyList<StreamKey> streams)
    {
        var wanted = streams.Distinct().Select(stream => new object?[] { stream.Bytes }).ToList();
        Queue(wanted.Count == 1 ? HeadSql : HeadsSql, [ColumnType.Bytes], wanted);
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

    /// <summary>Queued like everything else: one message, one answer.</summary>
    public override bool Expect(JournalState foreseen)
    {
        object?[][] rows =
        [
            .. foreseen.Heads.Select(head =>
                new object?[] { head.Key.Bytes, head.Value.Hash ?? [], head.Value.Stamp ?? -1 }
            ),
        ];
        var command = MakeCommand(
            rows.Length == 1 ? ExpectOneSql : ExpectSql,
            [ColumnType.Bytes, ColumnType.Bytes, ColumnType.Number],
            rows
        );
        command.Parameters.Insert(0, One(ColumnType.Bytes, foreseen.Tail.Hash));
        command.Parameters.Insert(1, One(ColumnType.Number, foreseen.NewestChange));
        _queued.Add(command);
        return _expects = true;
    }

    public override void KeepRows(IReadOnlyList<(RegisterWrite Row, long Changed)> rows)
    {
        if (rows.Count > 0)
            Queue(
                rows.Count == 1 ? KeepSql : KeepManySql,
                [ColumnType.Bytes, ColumnType.Number, ColumnType.Number, ColumnType.Number],
                [
                    .. rows.Select(one =>
                        new object?[] { one.Row.Stream.Bytes, one.Row.Version, one.Changed, one.Row.Model }
                    ),
                ]
            );
    }

    private const int HeadFields = 5;

    private static Dictionary<StreamKey, StreamHead> ReadHeads(NpgsqlDataReader reader)
    {
        var heads = new Dictionary<StreamKey, StreamHead>();
        while (reader.Read())
        {
            var stream = new StreamKey(reader.GetFieldValue<byte[]>(0));
            heads[stream] = new StreamHead(
                reader.GetInt64(1),
                reader.IsDBNull(2) ? null! : reader.GetFieldValue<byte[]>(2),
                reader.GetBoolean(3),
                reader.GetInt64(4)
            );
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
        var expects = _expects;
        _expects = false;
        try
        {
            batch.ExecuteNonQuery();
        }
        catch (PostgresException failure) when (expects && failure.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new UnforeseenException(failure);
        }
    }

    private NpgsqlBatch TakeQueued()
    {
        var batch = connection.CreateBatch();
        foreach (var command in _queued)
            batch.BatchCommands.Add(command);
        _queued.Clear();
        return batch;
    }

    /// <summary>Without a name: the statement counts its parameters, so nothing has to be looked up in it.</summary>
    private static NpgsqlParameter One(ColumnType type, object value) =>
        new() { NpgsqlDbType = DbTypeOf(type), Value = value };

    private static NpgsqlParameter Array(ColumnType type, object values) =>
        new() { NpgsqlDbType = NpgsqlDbType.Array | DbTypeOf(type), Value = values };

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

    /// <summary>One row alone is cheaper to plan and to run than arrays of one.</summary>
    private string InsertSql(Table table, bool isOne)
    {
        if (_inserts.TryGetValue((table.Name, isOne), out var sql))
            return sql;
        var marks = string.Join(", ", Enumerable.Range(0, table.Columns.Count).Select(i => $"${i + 1}"));
        var rows = isOne ? $"VALUES ({marks})" : $"SELECT * FROM unnest({marks})";
        sql = $"INSERT INTO {table.Name} ({table.ColumnNames}) {rows} {table.OnConflict}";
        return _inserts[(table.Name, isOne)] = sql;
    }
}
