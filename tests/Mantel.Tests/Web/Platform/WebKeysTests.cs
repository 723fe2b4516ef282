using Mantel.Core.Journal;
using Mantel.Tests.Storage;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// Security 7: the keys of cookies, forms and accounts lie wrapped beside the other keys, so that a second process has
/// them; one that has not says so in one sentence.
/// </summary>
public sealed class WebKeysTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mantel-test-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_key_lies_readable_in_a_file()
    {
        var house = new Installation(Folder("here"));
        await using (var services = await OpenAsync(house))
            await MakeAsync(services);
        Directory.Exists(house.PathOf("web-keys")).ShouldBeFalse();
        foreach (var file in house.Data.GetFiles())
            (await File.ReadAllTextAsync(file.FullName, System.Text.Encoding.Latin1)).ShouldNotContain("<key id=");
    }

    [Theory]
    [OnPostgreSql]
    public async Task A_second_process_on_the_same_database_opens_what_the_first_sealed(On on)
    {
        _ = on;
        var (first, second) = await TwoAsync();
        File.Copy(first.PathOf("master.key"), second.PathOf("master.key"));
        await using var there = await OpenAsync(second);
        await using var scope = there.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync("noor"))!.Name.ShouldBe("Noor");
    }

    [Theory]
    [OnPostgreSql]
    public async Task A_second_process_with_another_master_key_says_so_in_one_sentence(On on)
    {
        _ = on;
        var (_, second) = await TwoAsync();
        var refused = await Should.ThrowAsync<Mantel.Storage.StorageException>(() => OpenAsync(second));
        refused.Message.ShouldContain("There are keys here already, and not their master key");
        File.Exists(second.PathOf("master.key")).ShouldBeFalse();
    }

    [Fact]
    public async Task What_an_earlier_version_left_in_a_folder_is_taken_over_and_the_folder_goes()
    {
        var house = new Installation(Folder("here"));
        var sealedBefore = await AsBeforeAsync(house);
        await using var services = await OpenAsync(house);
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        protector.Unprotect(sealedBefore).ShouldBe("kept");
        Directory.Exists(house.PathOf("web-keys")).ShouldBeFalse();
    }

    [Fact]
    public async Task Accounts_without_their_keys_are_refused_in_one_sentence()
    {
        var house = new Installation(Folder("here"));
        await using (var services = await OpenAsync(house))
            await MakeAsync(services);
        await using (var keys = new SqliteConnection($"Data Source={house.PathOf("keys.db")};Pooling=False"))
        {
            await keys.OpenAsync();
            await using var command = keys.CreateCommand();
            command.CommandText = "DELETE FROM secret WHERE name LIKE 'web-key %'";
            await command.ExecuteNonQueryAsync();
        }
        var refused = await Should.ThrowAsync<InvalidDataException>(() => OpenAsync(house));
        refused.Message.ShouldContain("folder web-keys");
    }

    /// <summary>Seals something with a key that lies in a folder, as before.</summary>
    private static async Task<string> AsBeforeAsync(Installation house)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services
            .AddDataProtection()
            .SetApplicationName("Mantel")
            .PersistKeysToFileSystem(Directory.CreateDirectory(house.PathOf("web-keys")));
        await using var before = services.BuildServiceProvider();
        return before.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("kept");
    }

    private async Task<(Installation First, Installation Second)> TwoAsync()
    {
        var database = await (await PostgreSqlCluster.GetAsync()).MakeDatabaseAsync();
        var (first, second) = (
            new Installation(Folder("first"), database),
            new Installation(Folder("second"), database)
        );
        await using var services = await OpenAsync(first);
        await MakeAsync(services);
        return (first, second);
    }

    private DirectoryInfo Folder(string name)
    {
        var folder = new DirectoryInfo(Path.Combine(_folder.FullName, name));
        OwnersOnly.Make(folder);
        return folder;
    }

    private static async Task<ServiceProvider> OpenAsync(Installation house)
    {
        var services = AccountsSetup.Alone(house);
        await services.GetRequiredService<AccountsFile>().OpenAsync(default);
        return services;
    }

    private static async Task MakeAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var wanted = new NewAccount("noor", "Noor", Role.Nurse, Guid.NewGuid(), "Thuis");
        (await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(wanted)).Problems.ShouldBeEmpty();
    }
}
