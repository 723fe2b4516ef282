using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Mantel.Tests.Storage;

/// <summary>
/// One PostgreSQL of our own for a test run: a temporary directory, a free loopback port, gone afterwards.
/// </summary>
public sealed class PostgreSqlCluster : IDisposable
{
    private static readonly Lock Starting = new();

    /// <summary>The ports that were given out here: a server takes its own only some seconds later.</summary>
    private static readonly ConcurrentDictionary<int, bool> Taken = new();
    private static Task<PostgreSqlCluster>? _one;

    private readonly Process _process;
    private readonly int _port;
    private readonly string _data;
    private readonly string _programs;
    private int _databases;

    private PostgreSqlCluster(Process process, int port, string data, string programs)
    {
        (_process, _port, _data, _programs) = (process, port, data, programs);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Why there is no PostgreSQL here, or null when there is one.</summary>
    public static string? Absent { get; } =
        FindPrograms() is null ? "PostgreSQL is not installed: apt-get install postgresql" : null;

    public static Task<PostgreSqlCluster> GetAsync()
    {
        lock (Starting)
            return _one ??= StartOwnAsync("");
    }

    /// <summary>As an operator restarts it: every connection is cut, what was committed stays.</summary>
    public async Task RestartAsync()
    {
        await RunAsync(AsPostgres($"'{_programs}/pg_ctl' -D '{_data}' -m fast -w restart >/dev/null 2>&1"));
        await WaitAsync();
    }

    /// <summary>A connection string to a new database: empty, or a copy of another that nobody has open.</summary>
    public async Task<string> MakeDatabaseAsync(string? copyOf = null)
    {
        var template = copyOf is null ? "template1" : new NpgsqlConnectionStringBuilder(copyOf).Database;
        var name = string.Create(CultureInfo.InvariantCulture, $"mantel{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy",
            connection
        );
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>
    /// The shell ends the server and cleans up when its input closes, also when this process was killed.
    /// </summary>
    public void Dispose()
    {
        if (_process.HasExited)
            return;
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(10));
    }

    /// <summary>One for a single test, which may set it as it likes.</summary>
    public static async Task<PostgreSqlCluster> StartOwnAsync(string settings)
    {
        var programs = FindPrograms() ?? throw new InvalidOperationException(Absent);
        var directory = Directory.CreateTempSubdirectory("mantel-pg-").FullName;
        var data = Path.Combine(directory, "data");
        var port = FindFreePort();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", directory);
        await RunAsync(AsPostgres($"'{programs}/initdb' -D '{data}' -U mantel -A trust -E UTF8 --no-sync >/dev/null"));
        var server = Process.Start(
            Start(
                AsPostgres(
                    $"cd '{directory}'; '{programs}/postgres' -D '{data}' -k '{directory}' -p {port} -h 127.0.0.1"
                        + $" -c max_connections=200 -c logging_collector=off {settings} >log 2>&1 & "
                        + $"read -r stop; '{programs}/pg_ctl' -D '{data}' -m fast -w stop >/dev/null 2>&1; wait; "
                        + $"rm -rf '{directory}'"
                ),
                input: true
            )
        )!;
        var cluster = new PostgreSqlCluster(server, port, data, programs);
        await cluster.WaitAsync();
        return cluster;
    }

    private async Task WaitAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=mantel;Database={database};Pooling=true";

    private static string? FindPrograms() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin"))
                .Where(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")))
                .Order(StringComparer.Ordinal)
                .LastOrDefault()
            : null;

    /// <summary>
    /// Anywhere in between: it is free now, and others who begin at the same moment look elsewhere.
    /// </summary>
    private static int FindFreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        for (var tries = 0; tries < 100; tries++)
        {
            var port = Random.Shared.Next(5440, 9440);
            if (!Taken.TryAdd(port, value: true))
                continue;
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                continue;
            }
        }
        throw new InvalidOperationException("No free port between 5440 and 9440.");
    }

    private static string[] AsPostgres(string script) =>
        Environment.IsPrivilegedProcess
            ? ["runuser", "-u", "postgres", "--", "sh", "-c", script]
            : ["sh", "-c", script];

    private static ProcessStartInfo Start(string[] command, bool input = false) =>
        new(command[0], command[1..]) { RedirectStandardInput = input, WorkingDirectory = "/" };

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(Start(command))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
    }
}
