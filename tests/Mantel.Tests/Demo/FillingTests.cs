using Mantel.Core.Journal;
using Mantel.Demo;
using Mantel.Demo.Courses;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Demo;

/// <summary>Two small networks, filled through the desk into an installation of their own.</summary>
public sealed class FillingTests
{
    private static readonly IReadOnlyList<Network> Two =
    [
        ZeelandNetworks.Walcheren with
        {
            People = 12,
        },
        FlemishNetworks.Limburg with
        {
            People = 9,
        },
    ];

    [Fact]
    public async Task What_was_cut_off_goes_on_where_it_stopped_and_ends_the_same()
    {
        var (whole, cut) = (await BeginAsync(), await BeginAsync());
        await DemoRegion.FillAsync(whole.Desk, Two, null, default);
        using var power = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            DemoRegion.FillAsync(cut.Desk, Two, new CutsOff(power, after: 4), power.Token)
        );
        await cut.ReadAsync();
        cut.People.Count.ShouldBeInRange(35, 51);
        await DemoRegion.FillAsync(cut.Desk, Two, null, default);
        (await BytesAsync(cut)).ShouldBe(await BytesAsync(whole));
        whole.People.Count.ShouldBe(31 + 21);
        await whole.DisposeAsync();
        await cut.DisposeAsync();
    }

    [Fact]
    public async Task Filled_again_nothing_changes_and_all_are_counted()
    {
        var told = await BeginAsync();
        await DemoRegion.FillAsync(told.Desk, Two, null, default);
        var before = await BytesAsync(told);
        var counted = new Counts();
        await DemoRegion.FillAsync(told.Desk, Two, counted, default);
        (await BytesAsync(told)).ShouldBe(before);
        counted.Last.ShouldBeNull();
        await told.DisposeAsync();
    }

    /// <summary>The region is told by the desk's own door; this asks at the door of everybody else.</summary>
    [Fact]
    public async Task Everybody_does_only_what_they_may()
    {
        var told = await BeginAsync();
        var teller = new Teller(told.Desk, ToldDemo.Today);
        var stories = TenNetworks.All.SelectMany(network =>
            new[] { 17, 40, 64, 99 }.Select(nth => CourseStory.Tell(network, nth, ToldDemo.Today))
        );
        await Parallel.ForEachAsync(stories, async (story, ct) => await teller.TellAskingAsync(story, ct));
        await told.ReadAsync();
        told.People.Count.ShouldBe(31 + 40);
        await told.DisposeAsync();
    }

    [Fact]
    public async Task Where_no_demonstration_was_told_nothing_comes_in()
    {
        var empty = new ToldDemo();
        await empty.OpenAsync();
        await DemoRegion.FillAsync(empty.Desk, Two, null, default);
        await empty.ReadAsync();
        empty.People.ShouldBeEmpty();
        await empty.DisposeAsync();
    }

    private static async Task<ToldDemo> BeginAsync()
    {
        var told = new ToldDemo();
        await told.InitializeAsync();
        return told;
    }

    private static async Task<List<string>> BytesAsync(ToldDemo demo)
    {
        await demo.ReadAsync();
        return
        [
            .. demo
                .People.SelectMany(person => person.Entries)
                .Select(entry => $"{entry.Stream} {entry.Version} {Convert.ToBase64String(FactCodec.Write(entry))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private sealed class Counts : IProgress<StorageProgress>
    {
        public StorageProgress? Last { get; private set; }

        public void Report(StorageProgress value) => Last = value;
    }

    private sealed class CutsOff(CancellationTokenSource power, int after) : IProgress<StorageProgress>
    {
        public void Report(StorageProgress value)
        {
            if (value.Done >= after)
                power.Cancel();
        }
    }
}
