using System.Diagnostics;

namespace Mantel.Bench;

/// <summary>
/// Does something again and again for a while, and says what one time cost in microseconds of processor time.
/// </summary>
internal static class Stint
{
    public static double Take(double seconds, Func<object> work)
    {
        var (start, before, times) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0);
        do
        {
            GC.KeepAlive(work());
            times++;
        } while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / times;
    }

    public static async Task<double> TakeAsync(double seconds, Func<Task<object>> work)
    {
        var (start, before, times) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0);
        do
        {
            GC.KeepAlive(await work());
            times++;
        } while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        return (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / times;
    }
}
