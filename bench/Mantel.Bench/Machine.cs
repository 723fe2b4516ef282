using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Mantel.Bench;

/// <summary>What the figures were taken on. No names of hosts, no paths.</summary>
internal static class Machine
{
    public static IReadOnlyList<string> Describe(double load) =>
        [
            $"{Environment.ProcessorCount} cores, {FindIn("/proc/cpuinfo", "model name") ?? "processor unknown"}",
            $"{Text.Whole(TotalMemory() / 1e9)} GB of memory",
            $"{RuntimeInformation.OSDescription.Trim()}, .NET {Environment.Version}, SQLite {SqliteVersion()}",
            $"fdatasync of the disk: {Text.Milliseconds(SyncMilliseconds())} (median of 200)",
            $"load at the start: {load.ToString("0.0", CultureInfo.InvariantCulture)} (one-minute average)",
        ];

    /// <summary>The one-minute load average; 0 where the machine does not say.</summary>
    public static double Load() =>
        File.Exists("/proc/loadavg")
            ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture)
            : 0;

    /// <summary>A figure of a process's memory in bytes, such as VmHWM, the most that was ever resident.</summary>
    public static long MemoryOf(int process, string name) =>
        FindIn($"/proc/{process}/status", name) is { } found
            ? long.Parse(found.Split(' ')[0], CultureInfo.InvariantCulture) * 1024
            : 0;

    /// <summary>How long it takes to write a page of 4 KB down for good, at the median.</summary>
    public static double SyncMilliseconds()
    {
        var file = Path.GetTempFileName();
        var times = new List<double>();
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write))
        {
            var page = new byte[4096];
            for (var i = 0; i < 200; i++)
            {
                stream.Write(page);
                var start = Stopwatch.GetTimestamp();
                stream.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
        File.Delete(file);
        return Middle.Of(times);
    }

    private static double TotalMemory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    private static string SqliteVersion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    private static string? FindIn(string file, string name) =>
        File.Exists(file)
            ? File.ReadLines(file)
                .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
                ?.Split(':', 2)[1]
                .Trim()
            : null;
}
