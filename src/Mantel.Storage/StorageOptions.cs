namespace Mantel.Storage;

/// <summary>Where everything about people is kept, and what opens it.</summary>
/// <param name="DataDirectory">Holds the SQLite files, and with either database the master key when it is a
/// file.</param>
/// <param name="PostgreSql">A connection string; null keeps everything in SQLite files in the data directory.</param>
/// <param name="MasterKey">
/// 32 bytes that wrap every other key. Null: the variable MANTEL_MASTER_KEY (base64), else the file master.key in the
/// data directory, made on first use.
/// </param>
/// <param name="CacheBytes">How much memory decrypted records may take.</param>
public sealed record StorageOptions(
    string DataDirectory,
    string? PostgreSql = null,
    byte[]? MasterKey = null,
    long CacheBytes = 128L << 20
);

/// <summary>How far a long task is. The total is null while it is unknown.</summary>
public readonly record struct StorageProgress(string Step, long Done, long? Total);

/// <summary>
/// Something an operator must put right before storage can go on; the message says what, without personal data.
/// </summary>
public sealed class StorageException(string message, Exception? inner = null) : Exception(message, inner);
