using System.Text;
using Dapper;
using Mantel.Core.Journal;
using Mantel.Tests.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>Where accounts are kept, nobody reads who they belong to or whose record they open.</summary>
public sealed class AccountsFileTests : IDisposable
{
    private const string Name = "Esmeralda Unmistakable";
    private const string Organisation = "Thuiszorg Unmistakable";
    private static readonly Guid Person = new("5ca1ab1e-0000-4000-8000-000000000001");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mantel-test-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task Names_and_whose_record_it_is_are_sealed_and_come_back(On on)
    {
        await using var services = await OpenAsync(await HouseAsync(on));
        await MakeAsync(services);
        var kept = await RowAsync(services);
        kept.ShouldNotContain("Unmistakable");
        kept.ShouldNotContain(Person.ToString(), Case.Insensitive);
        await ShouldBeThereAsync(services);
    }

    [Theory, OnSqlite, OnPostgreSql]
    public async Task What_an_earlier_version_kept_readable_is_sealed_when_it_is_opened(On on)
    {
        var house = await HouseAsync(on);
        await using (var before = await OpenAsync(house))
        {
            await MakeAsync(before);
            await AsInVersionOneAsync(before, on);
            (await RowAsync(before)).ShouldContain("Unmistakable");
        }
        await using var services = await OpenAsync(house);
        (await RowAsync(services)).ShouldNotContain("Unmistakable");
        await ShouldBeThereAsync(services);
        await using var again = await OpenAsync(house);
        await ShouldBeThereAsync(again);
    }

    [Fact]
    public async Task The_copy_for_a_backup_is_sealed_and_opens_with_the_keys_beside_it()
    {
        var here = await HouseAsync(On.Sqlite);
        await using (var services = await OpenAsync(here))
            await MakeAsync(services);
        var there = here with { Data = Folder("there") };
        foreach (var key in new[] { "master.key", "keys.db" })
            File.Copy(here.PathOf(key), there.PathOf(key));
        var (from, to) = (new AccountsCopy(here).Parts, new AccountsCopy(there).Parts);
        foreach (var (written, read) in from.Zip(to).Where(pair => !pair.First.IsOld))
        {
            using var stream = new MemoryStream();
            await written.WriteAsync(stream, default);
            Encoding.UTF8.GetString(stream.ToArray()).ShouldNotContain("Unmistakable");
            stream.Position = 0;
            await read.ReadAsync(stream, default);
        }
        await using var restored = await OpenAsync(there);
        await ShouldBeThereAsync(restored);
    }

    private DirectoryInfo Folder(string name)
    {
        var folder = new DirectoryInfo(Path.Combine(_folder.FullName, name));
        OwnersOnly.Make(folder);
        return folder;
    }

    private async Task<Installation> HouseAsync(On on) =>
        new(
            Folder("here"),
            on is On.PostgreSql ? await (await PostgreSqlCluster.GetAsync()).MakeDatabaseAsync() : null
        );

    private static async Task<ServiceProvider> OpenAsync(Installation house)
    {
        var services = AccountsSetup.Alone(house);
        await services.GetRequiredService<AccountsFile>().OpenAsync(default);
        return services;
    }

    private static async Task MakeAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var wanted = new NewAccount("esmeralda", Name, Role.CloseOne, Guid.NewGuid(), Organisation, Person: Person);
        (await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(wanted)).Problems.ShouldBeEmpty();
    }

    private static async Task ShouldBeThereAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync("esmeralda");
        account!.Name.ShouldBe(Name);
        account.OrganisationName.ShouldBe(Organisation);
        account.Person.ShouldBe(Person);
    }

    private static async Task<string> RowAsync(ServiceProvider services)
    {
        await using var connection = await services.GetRequiredService<AccountsFile>().ConnectAsync(default);
        var table = services.GetRequiredService<Installation>().Database is null ? "account" : "accounts.account";
        var row = (IDictionary<string, object?>)await connection.QuerySingleAsync($"SELECT * FROM {table}");
        return string.Join('|', row.Values);
    }

    private static async Task AsInVersionOneAsync(ServiceProvider services, On on)
    {
        await using var connection = await services.GetRequiredService<AccountsFile>().ConnectAsync(default);
        var schema = on is On.PostgreSql ? "accounts." : "";
        if (on is On.PostgreSql)
            await connection.ExecuteAsync(
                """ALTER TABLE accounts.account ALTER COLUMN "Person" TYPE uuid USING NULL"""
            );
        var person = on is On.PostgreSql ? $"'{Person}'" : $"'{Person.ToString().ToUpperInvariant()}'";
        await connection.ExecuteAsync(
            $"""
            UPDATE {schema}account SET "Name" = '{Name}', "OrganisationName" = '{Organisation}', "Person" = {person};
            UPDATE {schema}account_house SET value = '1' WHERE name = 'version';
            ALTER TABLE {schema}account DROP COLUMN "LastCodeStep";
            ALTER TABLE {schema}account DROP COLUMN "HasNotice";
            DROP INDEX {schema}"IX_account_Holder";
            ALTER TABLE {schema}account DROP COLUMN "Holder";
            ALTER TABLE {schema}account DROP COLUMN "IsRoleTaken";
            """
        );
    }
}
