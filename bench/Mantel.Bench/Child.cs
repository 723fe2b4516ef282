using System.Diagnostics;
using System.Text.Json;

namespace Mantel.Bench;

/// <summary>
/// A measurement in a process of its own, for what a process has only one of: its memory, its libraries.
/// </summary>
internal static class Child
{
    public const string Verb = "child";
    private const string Mark = "result ";

    /// <summary>Runs a measurement of <see cref="Program"/> by name and returns what it answered.</summary>
    public static async Task<TAnswer> AskAsync<TAnswer>(string name, object question, string? preload = null)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Mantel.Bench.dll"));
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(name);
        start.ArgumentList.Add(JsonSerializer.Serialize(question));
        if (preload is not null)
            start.Environment["LD_PRELOAD"] = preload;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').LastOrDefault(l => l.StartsWith(Mark, StringComparison.Ordinal));
        if (process.ExitCode != 0 || line is null)
            throw new InvalidOperationException($"The measurement {name} ended with {process.ExitCode}.");
        return JsonSerializer.Deserialize<TAnswer>(line[Mark.Length..])!;
    }

    public static void Answer(object answer) => Console.WriteLine(Mark + JsonSerializer.Serialize(answer));
}
