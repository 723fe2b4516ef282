using System.Security.Cryptography;
using Mantel.Storage;
using Mantel.Tests.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Commands;

/// <summary>The master key that an operator gives by variable, and keeps away from the data.</summary>
public sealed class MasterKeyTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("mantel-master-key-");

    private DirectoryInfo Data => new(Path.Combine(_place.FullName, "data"));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
    }

    [Fact]
    public async Task With_the_key_in_a_variable_none_is_written_and_no_other_opens_what_is_kept()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        await TellAsync(key);
        File.Exists(Path.Combine(Data.FullName, "master.key")).ShouldBeFalse();
        var right = await VerifyAsync(Convert.ToBase64String(key));
        right.Code.ShouldBe(0, right.Said);
        File.Exists(Path.Combine(Data.FullName, "master.key")).ShouldBeFalse();

        var (code, said) = await VerifyAsync(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        code.ShouldNotBe(0);
        said.ShouldContain("master key");
        said.ShouldNotContain("   at ");
    }

    /// <summary>
    /// Fault of 29 November: a process beside the first one, on the same keys and without their master key, made a new
    /// one in its folder, which opened nothing and could be taken for the right one.
    /// </summary>
    [Fact]
    public async Task Beside_keys_that_are_kept_no_new_master_key_is_made()
    {
        await TellAsync(RandomNumberGenerator.GetBytes(32));
        var own = new StorageOptions(Data.FullName);
        var refused = await Should.ThrowAsync<StorageException>(() => Archive.OpenAsync(own, Told.Model(), default));
        refused.Message.ShouldContain("master.key");
        Should.Throw<StorageException>(() => SignInStore.Open(own));
        File.Exists(Path.Combine(Data.FullName, "master.key")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused_in_one_sentence()
    {
        await TellAsync(RandomNumberGenerator.GetBytes(32));
        var (code, said) = await VerifyAsync("not a key");
        code.ShouldNotBe(0);
        said.ShouldContain("MANTEL_MASTER_KEY");
        said.ShouldNotContain("   at ");
    }

    private async Task TellAsync(byte[] key)
    {
        Mantel.Web.Platform.OwnersOnly.Make(Data);
        var options = new StorageOptions(Data.FullName, MasterKey: key);
        await using var archive = await Archive.OpenAsync(options, Told.Model(), default);
        await archive.TellAsync(Told.Someone(), "one");
    }

    private Task<(int Code, string Said)> VerifyAsync(string key) =>
        Operator.RunAsync(
            Data,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["MANTEL_MASTER_KEY"] = key },
            ["verify"]
        );
}
