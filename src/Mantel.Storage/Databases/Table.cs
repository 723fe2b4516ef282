namespace Mantel.Storage.Databases;

internal enum ColumnType
{
    Bytes,
    Number,
    Text,
}

internal sealed record Column(string Name, ColumnType Type, bool Optional = false);

/// <summary>A table, described once for both databases: its rows are arrays in the order of the columns.</summary>
/// <param name="Clustered">Rows lie in the order of the key (SQLite: without rowid).</param>
/// <param name="OnConflict">What an insert does when the key is there already; null: it fails.</param>
internal sealed record Table(
    string Name,
    string Key,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<string> Indexes,
    bool Clustered = true,
    string? OnConflict = null
)
{
    public string ColumnNames { get; } = string.Join(", ", Columns.Select(column => column.Name));

    public IEnumerable<string> Create(Func<ColumnType, string> type, string clustered)
    {
        var columns = Columns.Select(column =>
            $"{column.Name} {type(column.Type)}{(column.Optional ? "" : " NOT NULL")}"
        );
        var suffix = Clustered ? clustered : "";
        yield return $"CREATE TABLE IF NOT EXISTS {Name} ({string.Join(", ", columns)}, PRIMARY KEY ({Key})){suffix}";
        foreach (var index in Indexes)
            yield return index;
    }
}

/// <summary>
/// All tables, by the part that keeps them: journal, keys and looks live in files or schemas of their own.
/// </summary>
internal static class Tables
{
    public static readonly Table Entry = new(
        "entry",
        "stream, version",
        [
            new("stream", ColumnType.Bytes),
            new("version", ColumnType.Number),
            new("seq", ColumnType.Number),
            new("id", ColumnType.Bytes),
            new("act", ColumnType.Bytes),
            new("recorded", ColumnType.Number),
            new("withdraws", ColumnType.Bytes, Optional: true),
            new("attached", ColumnType.Bytes, Optional: true),
            new("payload", ColumnType.Bytes, Optional: true),
            new("payload_hash", ColumnType.Bytes),
            new("hash", ColumnType.Bytes),
        ],
        [
            "CREATE UNIQUE INDEX IF NOT EXISTS entry_seq ON entry (seq)",
            "CREATE INDEX IF NOT EXISTS entry_act ON entry (act)",
        ]
    );

    public static readonly Table Attachment = new(
        "attachment",
        "stream, id",
        [
            new("stream", ColumnType.Bytes),
            new("id", ColumnType.Bytes),
            new("version", ColumnType.Number),
            new("payload", ColumnType.Bytes, Optional: true),
            new("payload_hash", ColumnType.Bytes),
        ],
        ["CREATE INDEX IF NOT EXISTS attachment_version ON attachment (stream, version)"],
        Clustered: false
    );

    public static readonly Table Seal = new(
        "seal",
        "number",
        [
            new("number", ColumnType.Number),
            new("last_seq", ColumnType.Number),
            new("heads", ColumnType.Bytes),
            new("hash", ColumnType.Bytes),
            new("signature", ColumnType.Bytes),
        ],
        [],
        Clustered: false
    );

    public static readonly Table Erased = new(
        "erased",
        "stream",
        [new("stream", ColumnType.Bytes)],
        [],
        OnConflict: "ON CONFLICT (stream) DO NOTHING"
    );

    public static readonly Table FactKind = new(
        "fact_kind",
        "name",
        [new("name", ColumnType.Text), new("version", ColumnType.Number)],
        [],
        OnConflict: "ON CONFLICT (name) DO UPDATE SET version = excluded.version"
            + " WHERE excluded.version > fact_kind.version"
    );

    public static readonly Table Register = new(
        "register",
        "stream",
        [
            new("stream", ColumnType.Bytes),
            new("version", ColumnType.Number),
            new("model", ColumnType.Number),
            new("changed", ColumnType.Number),
            new("content", ColumnType.Bytes, Optional: true),
        ],
        ["CREATE INDEX IF NOT EXISTS register_changed ON register (changed)"],
        OnConflict: "ON CONFLICT (stream) DO UPDATE SET version = excluded.version, model = excluded.model,"
            + " changed = excluded.changed, content = excluded.content"
    );

    public static readonly Table Number = new(
        "number_index",
        "hmac, stream",
        [new("hmac", ColumnType.Bytes), new("stream", ColumnType.Bytes)],
        ["CREATE INDEX IF NOT EXISTS number_index_stream ON number_index (stream)"],
        OnConflict: "ON CONFLICT (hmac, stream) DO NOTHING"
    );

    public static readonly Table MeasureResult = new(
        "measure_result",
        "stream",
        [
            new("stream", ColumnType.Bytes),
            new("stamp", ColumnType.Number),
            new("as_of", ColumnType.Number),
            new("content", ColumnType.Bytes),
        ],
        [],
        OnConflict: "ON CONFLICT (stream) DO UPDATE SET stamp = excluded.stamp, as_of = excluded.as_of,"
            + " content = excluded.content"
    );

    public static readonly Table MeasureDue = new(
        "measure_due",
        "slot, id",
        [new("slot", ColumnType.Bytes), new("id", ColumnType.Bytes), new("who", ColumnType.Bytes)],
        [],
        OnConflict: "ON CONFLICT (slot, id) DO NOTHING"
    );

    public static readonly Table MeasureDelta = new(
        "measure_delta",
        "number",
        [new("number", ColumnType.Number), new("content", ColumnType.Bytes)],
        []
    );

    public static readonly Table MeasureCount = new(
        "measure_count",
        "measure, area, kind, month, grp, standing",
        [
            new("measure", ColumnType.Text),
            new("area", ColumnType.Text),
            new("kind", ColumnType.Number),
            new("month", ColumnType.Number),
            new("grp", ColumnType.Text),
            new("standing", ColumnType.Text),
            new("people", ColumnType.Number),
        ],
        [],
        OnConflict: "ON CONFLICT (measure, area, kind, month, grp, standing)"
            + " DO UPDATE SET people = measure_count.people + excluded.people"
    );

    /// <summary>What is made from the journal for figures, and can be made anew.</summary>
    public static readonly IReadOnlyList<Table> Measures = [MeasureResult, MeasureDue, MeasureDelta, MeasureCount];

    public static readonly Table Setting = new(
        "setting",
        "name",
        [new("name", ColumnType.Text), new("content", ColumnType.Text)],
        [],
        OnConflict: "ON CONFLICT (name) DO UPDATE SET content = excluded.content"
    );

    public static readonly Table StreamKey = new(
        "stream_key",
        "stream",
        [new("stream", ColumnType.Bytes), new("wrapped", ColumnType.Bytes)],
        [],
        OnConflict: "ON CONFLICT (stream) DO NOTHING"
    );

    public static readonly Table Secret = new(
        "secret",
        "name",
        [
            new("name", ColumnType.Text),
            new("wrapped", ColumnType.Bytes),
            new("public", ColumnType.Bytes, Optional: true),
        ],
        [],
        OnConflict: "ON CONFLICT (name) DO NOTHING"
    );

    public static readonly Table Ledger = new(
        "erasure",
        "number",
        [
            new("number", ColumnType.Number),
            new("person", ColumnType.Bytes),
            new("at", ColumnType.Number),
            new("basis", ColumnType.Text),
            new("by_account", ColumnType.Bytes),
            new("and_by_account", ColumnType.Bytes),
            new("hash", ColumnType.Bytes),
        ],
        ["CREATE UNIQUE INDEX IF NOT EXISTS erasure_person ON erasure (person)"]
    );

    public static readonly Table KnownBackup = new(
        "known_backup",
        "path",
        [new("path", ColumnType.Text)],
        [],
        OnConflict: "ON CONFLICT (path) DO NOTHING"
    );

    public static readonly Table Look = new(
        "look",
        "seq",
        [
            new("seq", ColumnType.Number),
            new("id", ColumnType.Bytes),
            new("person", ColumnType.Bytes),
            new("account", ColumnType.Bytes),
            new("at", ColumnType.Number),
            new("payload", ColumnType.Bytes, Optional: true),
            new("payload_hash", ColumnType.Bytes),
            new("hash", ColumnType.Bytes),
        ],
        [
            "CREATE UNIQUE INDEX IF NOT EXISTS look_id ON look (id)",
            "CREATE INDEX IF NOT EXISTS look_person ON look (person, seq)",
            "CREATE INDEX IF NOT EXISTS look_account ON look (account, person, seq)",
        ],
        Clustered: false
    );

    public static readonly Table AccountEvent = new(
        "account_event",
        "seq",
        [
            new("seq", ColumnType.Number),
            new("id", ColumnType.Bytes),
            new("account", ColumnType.Bytes),
            new("at", ColumnType.Number),
            new("payload", ColumnType.Bytes),
            new("payload_hash", ColumnType.Bytes),
            new("hash", ColumnType.Bytes),
        ],
        ["CREATE INDEX IF NOT EXISTS account_event_account ON account_event (account, seq)"],
        Clustered: false
    );

    public static readonly IReadOnlyList<Table> Journal =
    [
        Entry,
        Attachment,
        Seal,
        Erased,
        FactKind,
        Register,
        Number,
        MeasureResult,
        MeasureDue,
        MeasureDelta,
        MeasureCount,
        Setting,
    ];

    public static readonly IReadOnlyList<Table> Keys = [StreamKey, Secret, Ledger, KnownBackup];

    public static readonly IReadOnlyList<Table> Looks = [Look, AccountEvent];
}
