namespace Mantel.Tests.Web;

/// <summary>A folder in which the demonstration was told once; every test gets a copy of its own.</summary>
internal static class DemoFolder
{
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static DirectoryInfo? _told;

    public static async Task CopyToAsync(DirectoryInfo data)
    {
        var told = await ToldAsync();
        foreach (var file in told.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(data.FullName, Path.GetRelativePath(told.FullName, file.FullName));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }

    private static async Task<DirectoryInfo> ToldAsync()
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

    private static async Task<DirectoryInfo> TellAsync()
    {
        var told = Directory.CreateTempSubdirectory("mantel-test-demo-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => told.Delete(recursive: true);
        var running = await RunningMantel.OpenAsync(told, demo: true);
        await running.CloseAsync();
        return told;
    }
}
