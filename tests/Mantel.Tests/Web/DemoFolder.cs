namespace Mantel.Tests.Web;

/// <summary>
/// A folder, and where the tests run on PostgreSQL a database, in which the demonstration was told once; every test
/// gets a copy of its own.
/// </summary>
internal static class DemoFolder
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static (DirectoryInfo Folder, string? Database)? _told;

    /// <summary>The database that goes with the folder; null when everything is in it.</summary>
    public static async Task<string?> CopyToAsync(DirectoryInfo data)
    {
        var (told, database) = await ToldAsync();
        foreach (var file in told.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(data.FullName, Path.GetRelativePath(told.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
        return database is null ? null : await RunsOn.DatabaseAsync(database);
    }

    private static async Task<(DirectoryInfo, string?)> ToldAsync()
    {
        await Turn.WaitAsync();
        try
        {
            return _told ??= await TellAsync();
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<(DirectoryInfo, string?)> TellAsync()
    {
        var told = Directory.CreateTempSubdirectory("mantel-test-demo-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => told.Delete(recursive: true);
        var database = await RunsOn.DatabaseAsync();
        var running = await RunningMantel.OpenAsync(told, demo: true, database);
        await running.CloseAsync();
        return (told, database);
    }
}
