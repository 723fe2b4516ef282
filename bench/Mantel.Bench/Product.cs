using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Mantel.Bench;

/// <summary>The product itself, served by a process of its own from a data folder.</summary>
internal sealed partial class Product : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;

    private Product(Process process, Uri address, Task reading) =>
        (_process, Address, _reading) = (process, address, reading);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <param name="command">The program in our own folder, with its arguments.</param>
    public static async Task<Product> StartAsync(params IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, command[0]));
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Greeting().Match(line) is { Success: true } greeting)
                return new(process, new Uri(greeting.Value), process.StandardOutput.ReadToEndAsync());
        }
        throw new InvalidOperationException("The product did not start.");
    }

    public static Task<Product> ServeAsync(string directory) =>
        StartAsync("mantel.dll", "serve", "--data", directory, "--port", "0", "--no-demo");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    [GeneratedRegex("http://[a-z0-9.]+:[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Greeting();
}
