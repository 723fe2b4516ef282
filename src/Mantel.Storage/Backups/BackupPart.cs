namespace Mantel.Storage;

/// <summary>
/// Something else that belongs in a backup, such as the accounts: one file, written and read by its owner.
/// </summary>
/// <param name="IsKey">True when it opens something and so belongs to the part with the keys.</param>
/// <param name="IsOld">Only in backups of earlier versions: not written any more, and read where it is there.</param>
public sealed record BackupPart(
    string Name,
    Func<Stream, CancellationToken, Task> WriteAsync,
    Func<Stream, CancellationToken, Task> ReadAsync,
    bool IsKey = false,
    bool IsOld = false
);
