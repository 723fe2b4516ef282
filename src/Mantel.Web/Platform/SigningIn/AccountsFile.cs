using System.Data.Common;
using System.Globalization;
using Dapper;
using Mantel.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Opens where the accounts are kept: makes the tables when there are none, and refuses what a newer program made. It
/// also remembers whether this installation holds a demonstration.
/// </summary>
internal sealed class AccountsFile(Installation house, IServiceScopeFactory scopes, WebKeys keys) : IAsyncDisposable
{
    private const int Version = 4;
    private const string Lock = "SELECT pg_advisory_xact_lock(7317801120)";

    private readonly PostgreSqlDoor? _door = house.Database is { } database ? new PostgreSqlDoor(database) : null;

    /// <summary>The file; null on PostgreSQL.</summary>
    public string? Sqlite { get; } =
        house.Database is null
            ? new SqliteConnectionStringBuilder
            {
                DataSource = house.PathOf("accounts.db"),
                DefaultTimeout = 10,
            }.ToString()
            : null;

    /// <summary>PostgreSQL; null where the accounts are in a file.</summary>
    public NpgsqlDataSource? PostgreSql => _door?.Source;

    /// <exception cref="InvalidDataException">A newer version of Mantel wrote the accounts.</exception>
    public async Task OpenAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (house.Database is not null)
            await RunAsync(connection, $"{Lock}; CREATE SCHEMA IF NOT EXISTS {AccountsDb.Schema}", ct);
        await RunAsync(
            connection,
            $"CREATE TABLE IF NOT EXISTS {Table} (name text PRIMARY KEY, value text NOT NULL)",
            ct
        );
        var version = await ReadAsync(connection, "version", ct);
        if (version is null)
            await CreateAsync(connection, ct);
        else
            await BringForwardAsync(connection, int.Parse(version, CultureInfo.InvariantCulture), ct);
        await RunAsync(connection, Beside, ct);
        house.IsDemo = await ReadAsync(connection, "demo", ct) is not null;
        await transaction.CommitAsync(ct);
    }

    /// <summary>From now on every page says that what is kept here is fictitious.</summary>
    public async Task MarkAsDemoAsync(CancellationToken ct)
    {
        if (house.IsDemo)
            return;
        await using var connection = await ConnectAsync(ct);
        await WriteAsync(connection, "demo", "yes", ct);
        house.IsDemo = true;
    }

    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        await using var connection = await ConnectAsync(ct);
        return await ReadAsync(connection, "version", ct) is not null;
    }

    /// <summary>Where <see cref="Sessions"/> keeps who is signed in; in no backup.</summary>
    public string SessionTable => Named("account_session");

    /// <summary>Where <see cref="SignInTries"/> counts; in no backup.</summary>
    public string TryTable => Named("account_try");

    public string ResetTable => Named("account_reset");

    public string CodeTable => Named("account_code");

    public async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        if (_door is not null)
            return await _door.OpenAsync(ct);
        var connection = new SqliteConnection(Sqlite);
        await connection.OpenAsync(ct);
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_door is not null)
            await _door.DisposeAsync();
    }

    /// <summary>What is kept beside the accounts, for a while.</summary>
    private string Beside =>
        $"""
            CREATE TABLE IF NOT EXISTS {SessionTable} (id text PRIMARY KEY, account text NOT NULL,
                role text NOT NULL, began bigint NOT NULL,
                idle bigint NOT NULL, until bigint NOT NULL);
            CREATE TABLE IF NOT EXISTS {TryTable} (id text PRIMARY KEY, times bigint NOT NULL, until bigint NOT NULL,
                expires bigint NOT NULL);
            CREATE TABLE IF NOT EXISTS {ResetTable} (account text PRIMARY KEY, id text NOT NULL, asked_by text NOT NULL,
                at bigint NOT NULL, forgets_codes bigint NOT NULL);
            CREATE TABLE IF NOT EXISTS {CodeTable} (hash text PRIMARY KEY, opens text NOT NULL,
            until bigint NOT NULL);
            """;

    private string Table => Named("account_house");

    private string Named(string table) => house.Database is null ? table : $"{AccountsDb.Schema}.{table}";

    private async Task CreateAsync(DbConnection connection, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var script = scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.GenerateCreateScript();
        await RunAsync(connection, script, ct);
        await WriteAsync(connection, "version", Version.ToString(CultureInfo.InvariantCulture), ct);
    }

    private async Task BringForwardAsync(DbConnection connection, int version, CancellationToken ct)
    {
        if (version > Version)
            throw new InvalidDataException("The accounts were written by a newer version of Mantel. Use that version.");
        await RefuseWithoutKeysAsync(connection, ct);
        if (version < 2)
            await SealNamesAsync(connection, ct);
        if (version < 3)
            await RememberCodesAsync(connection, ct);
        if (version < 4)
            await HoldRolesAsync(connection, ct);
        if (version < Version)
            await RunAsync(connection, $"UPDATE {Table} SET value = '{Version}' WHERE name = 'version'", ct);
    }

    /// <summary>
    /// An earlier version kept the keys in a folder of one machine: another has to wait until they were taken over.
    /// </summary>
    private async Task RefuseWithoutKeysAsync(DbConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT 1 FROM {Named("account")} LIMIT 1";
        if (await command.ExecuteScalarAsync(ct) is not null && !keys.Any)
            throw new InvalidDataException(
                "The keys of cookies, forms and accounts are not in the database: start this version once on the "
                    + "machine that has them in the folder web-keys, and after that here."
            );
    }

    /// <summary>Until version 3 a code could be used twice, and a session had no end of its own.</summary>
    private Task RememberCodesAsync(DbConnection connection, CancellationToken ct) =>
        RunAsync(
            connection,
            $"""
            ALTER TABLE {Named("account")} ADD COLUMN "LastCodeStep" bigint;
            ALTER TABLE {Named("account")} ADD COLUMN "HasNotice" {(house.Database is null ? "INTEGER" : "boolean")}
                NOT NULL DEFAULT {(house.Database is null ? "0" : "false")};
            DROP TABLE IF EXISTS {SessionTable};
            """,
            ct
        );

    /// <summary>Until version 4 an account had one role, and a session did not say in which it goes on.</summary>
    private Task HoldRolesAsync(DbConnection connection, CancellationToken ct) =>
        RunAsync(
            connection,
            $"""
            ALTER TABLE {Named("account")} ADD COLUMN "Holder" {(house.Database is null ? "TEXT" : "uuid")};
            ALTER TABLE {Named("account")} ADD COLUMN "IsRoleTaken" {(house.Database is null ? "INTEGER" : "boolean")}
                NOT NULL DEFAULT {(house.Database is null ? "0" : "false")};
            CREATE INDEX "IX_account_Holder" ON {Named("account")} ("Holder");
            DROP TABLE IF EXISTS {SessionTable};
            """,
            ct
        );

    /// <summary>Until version 2 names, and whose record it is, were readable.</summary>
    private async Task SealNamesAsync(DbConnection connection, CancellationToken ct)
    {
        var account = Named("account");
        if (house.Database is not null)
            await RunAsync(
                connection,
                $"""
                ALTER TABLE {account} ALTER COLUMN "Person" TYPE text USING "Person"::text;
                ALTER TABLE {account} ALTER COLUMN "Name" TYPE text;
                """,
                ct
            );
        await using var scope = scopes.CreateAsyncScope();
        var protection = scope.ServiceProvider.GetRequiredService<IDataProtectionProvider>();
        var protector = protection.CreateProtector(AccountsDb.AccountSeal);
        foreach (var column in new[] { "Name", "OrganisationName", "Person" })
        {
            var read = $"""SELECT DISTINCT "{column}" FROM {account} WHERE "{column}" IS NOT NULL""";
            foreach (var plain in (await connection.QueryAsync<string>(read)).ToList())
                await connection.ExecuteAsync(
                    $"""UPDATE {account} SET "{column}" = @kept WHERE "{column}" = @plain""",
                    new { kept = protector.Protect(plain), plain }
                );
        }
    }

    private Task WriteAsync(DbConnection connection, string name, string value, CancellationToken ct) =>
        RunAsync(connection, $"INSERT INTO {Table} (name, value) VALUES ('{name}', '{value}')", ct);

    private async Task<string?> ReadAsync(DbConnection connection, string name, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT value FROM {Table} WHERE name = '{name}'";
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
