namespace Mantel.Storage;

/// <summary>Something else that belongs in a backup, such as the accounts: one file, written and read by its owner.</summary>
public sealed record BackupPart(
    string Name,
    Func<Stream, CancellationToken, Task> WriteAsync,
    Func<Stream, CancellationToken, Task> ReadAsync
);
