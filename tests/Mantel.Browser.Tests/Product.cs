using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Mantel.Browser.Tests;

/// <summary>
/// The real program, as an operator starts it: a process of its own, a free port, a folder of its own, the
/// demonstration.
/// </summary>
public sealed partial class Product : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private Product(Process process, DirectoryInfo data, Uri address) =>
        (_process, _data, Address) = (process, data, address);

    public Uri Address { get; }

    public static string Root { get; } = FindRoot();

    public static async Task<Product> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("mantel-browser-");
        await PublishedRegion.TellAsync(data);
        return await StartAsync(data, []);
    }

    /// <summary>One of several processes on one PostgreSQL, with one master key and the cast.</summary>
    public static Task<Product> StartOnAsync(string database, string masterKey) =>
        StartAsync(
            Directory.CreateTempSubdirectory("mantel-browser-"),
            [("MANTEL_DATABASE", database), ("MANTEL_MASTER_KEY", masterKey)],
            "--demo"
        );

    private static async Task<Product> StartAsync(
        DirectoryInfo data,
        IReadOnlyList<(string Name, string Value)> variables,
        params IReadOnlyList<string> more
    )
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Program(), "serve", "--cast-only", "--port", "0", "--data", data.FullName, .. more]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = data.FullName,
        };
        start.Environment.Remove("MANTEL_DATABASE");
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new List<string>();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                said.Add(line);
                if (OpenAt().Match(line) is not { Success: true } open)
                    continue;
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new Product(process, data, new Uri(open.Groups[1].Value));
            }
            said.Add(await process.StandardError.ReadToEndAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        throw new InvalidOperationException($"Mantel did not open:\n{string.Join('\n', said)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _data.Delete(recursive: true);
    }

    /// <summary>The program as built in the same configuration as these tests.</summary>
    private static string Program()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Root, "src/Mantel.Web/bin", folder.Parent!.Name, folder.Name, "mantel.dll");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mantel.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run outside the repository.");
    }

    [GeneratedRegex(@"is open at (http://\S+)")]
    private static partial Regex OpenAt();
}
