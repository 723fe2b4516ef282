using Mantel.Storage;
using Npgsql;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Storage;

/// <summary>
/// Security 5 and 18: what was acknowledged is on the disk of PostgreSQL whatever it was set to, and a restart of it
/// costs nobody an error.
/// </summary>
public sealed class DurabilityTests
{
    [Theory]
    [OnPostgreSql]
    public async Task Ours_are_synchronous_where_the_database_is_set_otherwise(On on)
    {
        await using var place = await Place.MakeAsync(on);
        await SetAsync(place.Options.PostgreSql!, "synchronous_commit", "off");
        await using (var door = new PostgreSqlDoor(place.Options.PostgreSql!))
        {
            await using var connection = await door.OpenAsync(default);
            (await ShowAsync(connection)).ShouldBe("on");
        }
        await using var others = new NpgsqlConnection(place.Options.PostgreSql);
        await others.OpenAsync();
        (await ShowAsync(others)).ShouldBe("off");
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    public async Task A_server_that_may_lose_what_it_acknowledged_is_refused_in_one_sentence(string setting)
    {
        if (PostgreSqlCluster.Absent is not null)
            return;
        using var careless = await PostgreSqlCluster.StartOwnAsync($"-c {setting}=off");
        var database = await careless.MakeDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("mantel-test-");
        var refused = await Should.ThrowAsync<StorageException>(() =>
            Archive.OpenAsync(new StorageOptions(folder.FullName, database), Told.Model(), default)
        );
        refused.Message.ShouldContain($"{setting} off");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task After_a_restart_of_the_database_the_first_act_look_and_reading_succeed()
    {
        if (PostgreSqlCluster.Absent is not null)
            return;
        using var cluster = await PostgreSqlCluster.StartOwnAsync("");
        var database = await cluster.MakeDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("mantel-test-");
        await using (
            var archive = await Archive.OpenAsync(new StorageOptions(folder.FullName, database), Told.Model(), default)
        )
        {
            var person = Told.Someone();
            await archive.TellAsync(person, "before");
            await archive.Looks.WriteAsync(Looked.At(person.Id), default);
            await cluster.RestartAsync();
            (await archive.Looks.ReadAsync(person.Id, 0, 10, default)).Count.ShouldBe(1);
            await archive.Looks.WriteAsync(Looked.At(person.Id), default);
            await archive.TellAsync(person, "after");
            (await archive.HearAsync(person)).ShouldBe(["before", "after"]);
        }
        folder.Delete(recursive: true);
    }

    private static async Task SetAsync(string database, string setting, string value)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"ALTER DATABASE {name} SET {setting} = '{value}'", connection);
        await command.ExecuteNonQueryAsync();
        NpgsqlConnection.ClearPool(connection);
    }

    private static async Task<string?> ShowAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SHOW synchronous_commit", connection);
        return await command.ExecuteScalarAsync() as string;
    }
}
