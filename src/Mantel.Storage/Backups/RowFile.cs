using System.Data.Common;
using System.Text;
using Mantel.Storage.Databases;

namespace Mantel.Storage.Backups;

/// <summary>The rows of a table as a file that either database can write and read.</summary>
internal static class RowFile
{
    private const byte Row = 1;
    private const byte End = 0;
    private const int RowsAtOnce = 1000;
    private const long BytesAtOnce = 8 << 20;

    public static async Task<long> WriteAsync(Session session, Table table, string file, CancellationToken ct)
    {
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        await using var writer = new BinaryWriter(stream, Encoding.UTF8);
        var sql = $"SELECT {table.ColumnNames} FROM {table.Name} ORDER BY {table.Key}";
        await using var reader = await session.Command(sql).ExecuteReaderAsync(ct);
        var rows = 0L;
        for (; await reader.ReadAsync(ct); rows++)
            WriteRow(writer, table, reader);
        writer.Write(End);
        writer.Write(rows);
        writer.Flush();
        stream.Flush(flushToDisk: true);
        return rows;
    }

    /// <summary>Puts the rows of a file into the table; each may be changed on its way.</summary>
    public static void Read(Session session, Table table, string file, Action<object?[]>? change = null)
    {
        using var reader = new BinaryReader(File.OpenRead(file), Encoding.UTF8);
        var batch = new List<object?[]>();
        var size = 0L;
        while (reader.ReadByte() == Row)
        {
            var row = ReadRow(reader, table, ref size);
            change?.Invoke(row);
            batch.Add(row);
            if (batch.Count < RowsAtOnce && size < BytesAtOnce)
                continue;
            session.Write(() => session.Insert(table, batch));
            batch.Clear();
            size = 0;
        }
        if (batch.Count > 0)
            session.Write(() => session.Insert(table, batch));
    }

    private static void WriteRow(BinaryWriter writer, Table table, DbDataReader reader)
    {
        writer.Write(Row);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            writer.Write(!reader.IsDBNull(i));
            if (!reader.IsDBNull(i))
                WriteValue(writer, table.Columns[i].Type, reader, i);
        }
    }

    private static void WriteValue(BinaryWriter writer, ColumnType type, DbDataReader reader, int column)
    {
        switch (type)
        {
            case ColumnType.Bytes:
                var bytes = reader.GetFieldValue<byte[]>(column);
                writer.Write(bytes.Length);
                writer.Write(bytes);
                break;
            case ColumnType.Number:
                writer.Write(reader.GetInt64(column));
                break;
            case ColumnType.Text:
                writer.Write(reader.GetString(column));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type));
        }
    }

    private static object?[] ReadRow(BinaryReader reader, Table table, ref long size)
    {
        var row = new object?[table.Columns.Count];
        for (var i = 0; i < row.Length; i++)
        {
            if (!reader.ReadBoolean())
                continue;
            row[i] = table.Columns[i].Type switch
            {
                ColumnType.Bytes => reader.ReadBytes(reader.ReadInt32()),
                ColumnType.Number => reader.ReadInt64(),
                ColumnType.Text => reader.ReadString(),
            };
            size += row[i] is byte[] bytes ? bytes.Length : 0;
        }
        return row;
    }
}
