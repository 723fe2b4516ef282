using System.Diagnostics;

namespace Mantel.Tests.Web.Commands;

/// <summary>The program as an operator starts it, in a process of its own.</summary>
internal static class Operator
{
    public static Task<(int Code, string Said)> RunAsync(DirectoryInfo data, params IReadOnlyList<string> words) =>
        RunAsync(data, new Dictionary<string, string?>(StringComparer.Ordinal), words);

    /// <param name="variables">Of the environment, beside those of the tests.</param>
    public static async Task<(int Code, string Said)> RunAsync(
        DirectoryInfo data,
        IReadOnlyDictionary<string, string?> variables,
        IReadOnlyList<string> words
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.Parent!.FullName,
        };
        foreach (var word in (string[])[typeof(Program).Assembly.Location, .. words, "--data", data.FullName])
            start.ArgumentList.Add(word);
        start.Environment.Remove("MANTEL_DATABASE");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }
}
