using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using Mantel.Demo;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Commands;

/// <summary>
/// Security 7: what is kept, backed up, restored and exported is its owner's only; a folder that others can open is
/// refused; and what leaves by the command line is a look.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class OwnersOnlyTests : IAsyncLifetime
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("mantel-owner-");
    private string? _database;

    private DirectoryInfo Data => new(Path.Combine(_place.FullName, "data"));

    public async Task InitializeAsync()
    {
        OwnersOnly.Make(Data);
        _database = await DemoFolder.CopyToAsync(Data);
    }

    public Task DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task SecurityCase07_backup_restore_and_export_write_for_their_owner_only_and_export_is_a_look()
    {
        var (backup, export) = (Path.Combine(_place.FullName, "backup"), Path.Combine(_place.FullName, "leida.json"));
        await SucceedAsync("backup", backup);
        await SucceedAsync("export", DemoPeople.Leida.ToString(), export);
        await RunAsync(Data, _database, "import", export);
        var restored = new DirectoryInfo(Path.Combine(_place.FullName, "restored"));
        var database = await RunsOn.DatabaseAsync();
        (await RunAsync(restored, database, "restore", backup)).Code.ShouldBe(0);
        Open(new DirectoryInfo(backup)).ShouldBeEmpty();
        Open(restored).ShouldBeEmpty();
        (File.GetUnixFileMode(export) & Others).ShouldBe(UnixFileMode.None);

        var mantel = await RunningMantel.OpenAsync(Data, demo: true, _database);
        var log = await (await mantel.SignInAsync("person")).OpenAsync($"/people/{DemoPeople.Leida}/log");
        log.Body!.TextContent.Split("op de computer van Mantel zelf")
            .Length.ShouldBeGreaterThan(2, "export and import");
        await mantel.CloseAsync();
    }

    [Fact]
    public async Task SecurityCase07_a_folder_that_others_can_open_is_refused_in_one_sentence()
    {
        var open = Directory.CreateDirectory(Path.Combine(_place.FullName, "open"));
        File.SetUnixFileMode(open.FullName, Own | UnixFileMode.GroupRead | UnixFileMode.GroupExecute);
        ShouldBeOneSentence(await RunAsync(Data, _database, "backup", open.FullName));
        File.SetUnixFileMode(Data.FullName, Own | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        ShouldBeOneSentence(await RunAsync(Data, _database, "verify"));
        ShouldBeOneSentence(await RunAsync(Data, _database, "serve", "--port", "0"));
    }

    [Fact]
    public async Task SecurityCase03_what_the_operator_does_to_an_account_stands_in_the_log_and_is_told_to_its_owner()
    {
        await SucceedAsync(
            "account",
            "add",
            "els",
            "--name",
            "Els",
            "--role",
            "volunteer",
            "--organisation",
            Guid.NewGuid().ToString()
        );
        var (code, said) = await RunAsync(Data, _database, "account", "reset-password", "els");
        code.ShouldBe(0, said);
        var password = said.Split("password ")[1].Split(' ')[0];
        var mantel = await RunningMantel.OpenAsync(Data, demo: true, _database);
        var els = mantel.Visit();
        await els.SendAsync("/sign-in", "/sign-in", ("login", "els"), ("password", password));
        var account = (await els.OpenAsync("/account")).Body!.TextContent;
        account.ShouldContain("Er is iets aan uw account gewijzigd");
        account.ShouldContain("op de computer van Mantel zelf");
        await mantel.CloseAsync();
    }

    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    private static IEnumerable<string> Open(DirectoryInfo folder) =>
        folder
            .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Prepend(folder)
            .Where(one => (one.UnixFileMode & Others) != UnixFileMode.None)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {one.UnixFileMode}"));

    private static void ShouldBeOneSentence((int Code, string Said) ended)
    {
        ended.Code.ShouldBe(1);
        ended.Said.Trim().ShouldEndWith("close it with chmod 700, then start again.");
        ended.Said.Trim().Split('\n').Length.ShouldBe(1);
    }

    private async Task SucceedAsync(params string[] words)
    {
        var (code, said) = await RunAsync(Data, _database, words);
        code.ShouldBe(0, said);
    }

    private static Task<(int Code, string Said)> RunAsync(
        DirectoryInfo data,
        string? database,
        params string[] words
    ) =>
        Operator.RunAsync(
            data,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["MANTEL_DATABASE"] = database },
            words
        );
}
