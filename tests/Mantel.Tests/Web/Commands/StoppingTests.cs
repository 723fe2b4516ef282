using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Commands;

/// <summary>Ctrl-C: the program stops by itself, says nothing alarming, and leaves everything whole.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("mantel-stopping-");

    private DirectoryInfo Data => new(Path.Combine(_place.FullName, "data"));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
    }

    [Fact]
    public async Task An_interrupt_stops_it_cleanly_with_the_data_whole()
    {
        Mantel.Web.Platform.OwnersOnly.Make(Data);
        using var serving = Start();
        var address = await OpenAtAsync(serving);
        using var visitor = new HttpClient { BaseAddress = address };
        (await visitor.GetAsync("/health/ready")).IsSuccessStatusCode.ShouldBeTrue();

        using var kill = Process.Start("kill", ["-INT", serving.Id.ToString(CultureInfo.InvariantCulture)]);
        var complained = await EndsAsync(serving);
        serving.ExitCode.ShouldBeOneOf(0, 130);
        complained.ShouldNotContain("   at ");
        var (code, said) = await Operator.RunAsync(Data, "verify");
        code.ShouldBe(0, said);
    }

    /// <summary>What it complained of until it ended; who does not end is ended, and that is a failure.</summary>
    private static async Task<string> EndsAsync(Process serving)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            return await serving.StandardError.ReadToEndAsync(patience.Token);
        }
        finally
        {
            if (patience.IsCancellationRequested)
                serving.Kill(entireProcessTree: true);
            await serving.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>With interrupts heard, also where the tests were started without (as background work is).</summary>
    private Process Start()
    {
        var start = new ProcessStartInfo("env")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] words =
        [
            "--default-signal=INT",
            "dotnet",
            typeof(Program).Assembly.Location,
            "serve",
            "--port",
            "0",
            "--no-demo",
            "--data",
            Data.FullName,
        ];
        foreach (var word in words)
            start.ArgumentList.Add(word);
        start.Environment.Remove("MANTEL_DATABASE");
        return Process.Start(start)!;
    }

    private static async Task<Uri> OpenAtAsync(Process serving)
    {
        while (await serving.StandardOutput.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf("http://", StringComparison.Ordinal);
            if (at >= 0)
                return new Uri(line[at..].Split(' ')[0]);
        }
        throw new InvalidOperationException("It said no address.");
    }
}
