using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Demo.Cast;
using Mantel.Demo.Courses;
using Mantel.Demo.Networks;
using Mantel.Demo.Others;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using Mantel.Storage;

namespace Mantel.Demo;

/// <summary>
/// Ten invented networks with their organisations, professionals and people, told into an empty installation through
/// the desk: every act by somebody who may, at the hour at which it happened. The thirty people of the cast come first;
/// the others follow while one already works.
/// </summary>
public static class DemoRegion
{
    private static readonly Workplace First = Walcheren.Network;
    private static readonly Workplace Last = Ghent.Network;

    /// <summary>
    /// Tells the demo for this day. What was told before is not told again; a telling that was cut off is finished. An
    /// installation that holds organisations of its own is left alone.
    /// </summary>
    /// <returns>True when anything was told.</returns>
    public static async Task<bool> SeedAsync(
        Desk desk,
        OpenDemoAccount open,
        Moment now,
        IProgress<StorageProgress>? progress,
        CancellationToken ct
    )
    {
        var directory = await desk.DirectoryAsync(ct);
        if (IsTold(directory, Last) || (directory.Version > 0 && !IsTold(directory, First)))
            return false;
        var today = DayOf(directory) ?? now.Today;
        var teller = new Teller(desk, today);
        await teller.TellAsync(First, By, ct);
        foreach (var account in Accounts())
            await open(account, ct);
        foreach (var workplace in Workplaces().Where(one => one != First && one != Last))
            await teller.TellAsync(workplace, By, ct);
        foreach (var again in FoundTwice.Tell(today))
            await teller.TellAskingAsync(again, ct);
        await TellCastAsync(teller, DemoPeople.Tell(today), progress, ct);
        await PietSinke.TellAsync(desk, today, ct);
        await AskedQuestions.TellAsync(desk, today, ct);
        await teller.TellAsync(Last, By, ct);
        return true;
    }

    /// <summary>How many people the two lively networks tell of, which are filled first.</summary>
    public static int PeopleOfTheLivelyNetworks => TenNetworks.Lively.Sum(network => network.People);

    /// <summary>
    /// The rest of the region, network by network, the two lively ones first; people can work meanwhile. What was told
    /// before is not told again, and one core of the machine is left alone.
    /// </summary>
    public static async Task FillAsync(Desk desk, IProgress<StorageProgress>? progress, CancellationToken ct) =>
        await FillAsync(desk, TenNetworks.All, progress, ct);

    /// <summary>The two lively networks alone; progress is told as part of the whole region.</summary>
    public static async Task FillTheLivelyAsync(
        Desk desk,
        IProgress<StorageProgress>? progress,
        CancellationToken ct
    ) => await FillAsync(desk, TenNetworks.Lively, progress, ct, TenNetworks.All.Sum(network => network.People));

    internal static async Task FillAsync(
        Desk desk,
        IReadOnlyList<Network> networks,
        IProgress<StorageProgress>? progress,
        CancellationToken ct,
        int? of = null
    )
    {
        var directory = await desk.DirectoryAsync(ct);
        if (DayOf(directory) is not { } today)
            return;
        var teller = new Teller(desk, today);
        var total = of ?? networks.Sum(network => network.People);
        var done = 0;
        foreach (var network in networks)
        {
            if (IsTold(directory, network.Last))
                done += network.People;
            else
                await FillAsync(teller, network, today, Count, ct);
        }

        void Count() => progress?.Report(new("Filling the region", Interlocked.Increment(ref done), total));
    }

    /// <summary>Everybody one can be at the demo sign-in.</summary>
    public static IReadOnlyList<DemoAccount> Accounts() =>
        [
            .. WhoWorksOnWalcheren
                .SigningIn.Concat(WhoWorksAroundGhent.SigningIn)
                .Select(who => new DemoAccount(
                    who.Account,
                    who.SignIn!,
                    who.Name,
                    who.Role,
                    who.At.Id,
                    who.At.Name,
                    null,
                    who.OnDutyAt is { } post
                        ? new(
                            FixedIdentifiers.Id($"account/{who.Key}/on-duty"),
                            Role.PhysicianOnDuty,
                            post.Id,
                            post.Name
                        )
                        : null
                )),
            new(
                FixedIdentifiers.Id($"account/{LeidaVos.Key}"),
                "person",
                "Leida Vos-de Ruyter",
                Role.Person,
                null,
                null,
                DemoPeople.Leida
            ),
            new(
                FixedIdentifiers.Id($"account/{AskedOtherwise.Unasked}"),
                "person-unasked",
                "Wil van den Boogaard",
                Role.Person,
                null,
                null,
                DemoPeople.Of(AskedOtherwise.Unasked)
            ),
            new(
                LeidaVos.Marijke.Account,
                "close-one",
                LeidaVos.Marijke.Name.Full(),
                Role.CloseOne,
                null,
                null,
                DemoPeople.Leida
            ),
        ];

    private static IEnumerable<Workplace> Workplaces() => [.. Walcheren.Workplaces, .. Ghent.Workplaces];

    private static Actor By => WhoWorksOnWalcheren.Tuinman.Actor;

    private static bool IsTold(DirectoryRecord directory, Workplace workplace) =>
        directory.Organisation(workplace.Id) is not null;

    /// <summary>
    /// The day for which the demo is told, which a telling on a later day goes on with; null: not begun.
    /// </summary>
    private static DateOnly? DayOf(DirectoryRecord directory) =>
        directory
            .All<OrganisationRecorded>()
            .Where(known => known.Fact.Organisation == First.Id)
            .Select(known => (DateOnly?)BedsideClock.DayOf(known.Entry.Recorded))
            .FirstOrDefault()
            ?.AddDays(Teller.OrganisationsAgo);

    /// <summary>Several at once, so that their acts share the trips to the disk.</summary>
    private static async Task TellCastAsync(
        Teller teller,
        IReadOnlyList<Story> stories,
        IProgress<StorageProgress>? progress,
        CancellationToken ct
    )
    {
        var done = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = ct };
        await Parallel.ForEachAsync(
            stories,
            options,
            async (story, stop) =>
            {
                await teller.TellAskingAsync(story, stop);
                progress?.Report(
                    new StorageProgress("Telling the demonstration", Interlocked.Increment(ref done), stories.Count)
                );
            }
        );
    }

    private static async Task FillAsync(
        Teller teller,
        Network network,
        DateOnly today,
        Action count,
        CancellationToken ct
    )
    {
        foreach (var workplace in network.Workplaces.Where(one => one != network.Last))
            await teller.TellAsync(workplace, By, ct);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, network.People),
            Besides(ct),
            async (nth, stop) =>
            {
                await teller.TellAsync(CourseStory.Tell(network, nth, today), stop);
                if (SecondRecords.Tell(network, nth, today) is { } again)
                    await teller.TellAsync(again, stop);
                count();
            }
        );
        await teller.TellAsync(network.Last, By, ct);
    }

    /// <summary>
    /// Many at once, so that their acts share the trips to the disk; beside others who use the machine.
    /// </summary>
    private static ParallelOptions Besides(CancellationToken ct)
    {
        var cores = Math.Max(1, Environment.ProcessorCount - 1);
        var leavesOne = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, cores).ConcurrentScheduler;
        return new ParallelOptions
        {
            MaxDegreeOfParallelism = 24,
            TaskScheduler = leavesOne,
            CancellationToken = ct,
        };
    }
}
