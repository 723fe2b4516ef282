using System.Net;
using System.Text.RegularExpressions;
using Mantel.Demo;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Commands;

/// <summary>
/// What an operator does to what is kept, seen from the pages: nothing lost, and who is erased stays erased.
/// </summary>
public sealed partial class KeepingTests : IAsyncLifetime
{
    private string? _database;
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("mantel-keeping-");

    private DirectoryInfo Data => new(Path.Combine(_place.FullName, "data"));

    private string Backup => Path.Combine(_place.FullName, "backup");

    public async Task InitializeAsync()
    {
        Mantel.Web.Platform.OwnersOnly.Make(Data);
        _database = await DemoFolder.CopyToAsync(Data);
    }

    public Task DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _place.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Backup_wipe_restore_and_rebuild_give_the_same_pages()
    {
        var before = await PagesAsync(DemoPeople.Leida);
        await SucceedAsync("backup", Backup);
        await WipeAsync();
        await SucceedAsync("restore", Backup);
        await SucceedAsync("rebuild");
        await SucceedAsync("verify", "--seal", Path.Combine(Backup, "seal.json"));
        (await PagesAsync(DemoPeople.Leida)).ShouldBe(before);
    }

    [Fact]
    public async Task Who_is_erased_is_gone_from_every_page_and_stays_gone_after_an_older_backup()
    {
        await SucceedAsync("backup", Backup);
        var person = DemoPeople.Leida.ToString();
        await SucceedAsync("erase", person, "--basis", "AVG 17", "--by", "administrator", "--and-by", "gp");
        await ShouldBeGoneAsync();
        await SucceedAsync("verify");
        await WipeAsync();
        await SucceedAsync("restore", Backup);
        await ShouldBeGoneAsync();
        var (code, said) = await RunAsync(["export", person, Path.Combine(_place.FullName, "out.json")]);
        (code, said.Contains("no such record", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    [Fact]
    public async Task What_comes_in_goes_out_again_and_the_same_set_twice_changes_nothing()
    {
        var samples = Repository.File("tests/Mantel.Tests/Fhir/Samples");
        List<string> set =
        [
            .. Directory.GetFiles(samples, "mien-*.json").Order(StringComparer.Ordinal),
            Path.Combine(samples, "shared.json"),
        ];
        await SucceedAsync(["import", .. set]);
        var (code, said) = await RunAsync(["import", .. set]);
        code.ShouldBe(0, said);
        var person = PersonIn().Match(said).Value;
        var file = Path.Combine(_place.FullName, "out.json");
        await SucceedAsync("export", person, file);
        var before = await File.ReadAllTextAsync(file);
        before.ShouldContain("Oosterhof");
        await SucceedAsync(["import", .. set]);
        await SucceedAsync("export", person, file + ".again");
        Ids(await File.ReadAllTextAsync(file + ".again")).ShouldBe(Ids(before));
    }

    private static List<string> Ids(string bundle) =>
        [.. PersonIn().Matches(bundle).Select(id => id.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonIn();

    [Theory]
    [InlineData(
        "one of the two must be an administrator",
        "erase",
        "ID",
        "--basis",
        "x",
        "--by",
        "gp",
        "--and-by",
        "nurse"
    )]
    [InlineData("no account", "erase", "ID", "--basis", "x", "--by", "nobody", "--and-by", "gp")]
    [InlineData("two different", "erase", "ID", "--basis", "x", "--by", "administrator", "--and-by", "administrator")]
    [InlineData("no folder", "restore", "nowhere")]
    [InlineData("no file", "import", "nothing.json")]
    [InlineData("no file", "verify", "--seal", "nothing.json")]
    public async Task What_cannot_be_done_is_refused_in_one_sentence(string sentence, params string[] words)
    {
        var typed = words.Select(word => word == "ID" ? DemoPeople.Leida.ToString() : word).ToList();
        var (code, said) = await RunAsync(typed);
        code.ShouldNotBe(0);
        said.Contains(sentence, StringComparison.OrdinalIgnoreCase).ShouldBeTrue(said);
        said.ShouldNotContain("   at ");
    }

    private Task<(int Code, string Said)> RunAsync(IReadOnlyList<string> words) =>
        Operator.RunAsync(
            Data,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["MANTEL_DATABASE"] = _database },
            words
        );

    /// <summary>As after a disaster: the folder is gone, and the database is a new one.</summary>
    private async Task WipeAsync()
    {
        Data.Delete(recursive: true);
        _database = await RunsOn.DatabaseAsync();
    }

    private async Task SucceedAsync(params IReadOnlyList<string> words)
    {
        var (code, said) = await RunAsync(words);
        code.ShouldBe(0, said);
    }

    private async Task ShouldBeGoneAsync()
    {
        var mantel = await RunningMantel.OpenAsync(Data, demo: true, _database);
        try
        {
            var gp = await mantel.SignInAsync("gp");
            var answer = await gp.Client.GetAsync($"/people/{DemoPeople.Leida}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await gp.OpenAsync("/")).Body!.TextContent.ShouldNotContain("Leida");
        }
        finally
        {
            await mantel.CloseAsync();
        }
    }

    private async Task<string> PagesAsync(Guid person)
    {
        var mantel = await RunningMantel.OpenAsync(Data, demo: true, _database);
        try
        {
            var gp = await mantel.SignInAsync("gp");
            var pages = new List<string>();
            foreach (var page in new[] { "", "/night", "/plan", "/timeline" })
            {
                var main = (await gp.OpenAsync($"/people/{person}{page}")).QuerySelector("main")!;
                pages.Add(Clock().Replace(main.TextContent, "(time)"));
            }
            return string.Join("\n", pages);
        }
        finally
        {
            await mantel.CloseAsync();
        }
    }

    /// <summary>The moment at which a page was opened stands on it.</summary>
    [GeneratedRegex("geopend [^\\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Clock();
}
