using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Demo;

/// <summary>An installation of its own in which the demo was told for one day.</summary>
public sealed class ToldDemo : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly ReadModel<RegisterRow> Register = new(
        RegisterRow.ModelVersion,
        RegisterRow.Of,
        row => row.NumberKeys,
        (row, version) => row with { Version = version },
        RegisterRow.ChangesWith
    );

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("mantel-demo-");
    private Archive _archive = null!;

    public Desk Desk { get; private set; } = null!;

    public Archive Archive => _archive;

    public List<DemoAccount> Accounts { get; } = [];

    public IReadOnlyList<PersonRecord> People { get; private set; } = [];

    public DirectoryRecord Organisations { get; private set; } = null!;

    public static Moment Now => new(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero), Today);

    public async Task InitializeAsync()
    {
        await OpenAsync();
        (await TellAsync()).ShouldBeTrue();
        await ReadAsync();
    }

    public async Task OpenAsync()
    {
        var options = new StorageOptions(_place.FullName, MasterKey: new byte[32]);
        _archive = await Archive.OpenAsync(options, Register, CancellationToken.None);
        Desk = new Desk(_archive.Journal, _archive.Looks);
    }

    public async Task ReadAsync()
    {
        Organisations = await Desk.Own.DirectoryAsync(CancellationToken.None);
        var rows = await _archive.Register<RegisterRow>().AllAsync(CancellationToken.None);
        People = await Task.WhenAll(rows.Select(row => Desk.Own.LoadAsync(row.Person, CancellationToken.None)));
    }

    public Task<bool> TellAsync(IProgress<StorageProgress>? progress = null, CancellationToken ct = default) =>
        DemoRegion.SeedAsync(Desk, KeepAsync, Now, progress, ct);

    public PersonRecord Of(string key) => People.Single(person => person.Id == DemoPeople.Of(key));

    public Task<IReadOnlyList<Look>> LooksAtAsync(Guid person) =>
        _archive.Looks.ReadAsync(person, 0, 100, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _archive.DisposeAsync();
        _place.Delete(recursive: true);
    }

    private Task KeepAsync(DemoAccount account, CancellationToken ct)
    {
        Accounts.Add(account);
        return Task.CompletedTask;
    }
}
