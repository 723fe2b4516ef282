using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Demo.Cast;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using Mantel.Storage;

namespace Mantel.Demo;

/// <summary>
/// Two invented networks with their organisations, professionals and thirty people, told into an empty installation
/// through the desk: every act by somebody who may, at the hour at which it happened.
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
        if (IsFinished(directory) || (directory.Version > 0 && !IsBegun(directory)))
            return false;
        await TellOrganisationAsync(desk, First, now.Today, ct);
        foreach (var account in Accounts())
            await open(account, ct);
        foreach (var workplace in Workplaces().Where(one => one != First && one != Last))
            await TellOrganisationAsync(desk, workplace, now.Today, ct);
        await TellPeopleAsync(desk, DemoPeople.Tell(now.Today), progress, ct);
        await TellOrganisationAsync(desk, Last, now.Today, ct);
        return true;
    }

    /// <summary>Everybody one can be at the demo sign-in.</summary>
    public static IReadOnlyList<DemoAccount> Accounts() =>
        [
            .. WhoWorksOnWalcheren.SigningIn.Select(who => new DemoAccount(
                who.Account,
                who.SignIn!,
                who.Name,
                who.Role,
                who.At.Id,
                who.At.Name,
                null
            )),
            new(
                Fixed.Id($"account/{LeidaVos.Key}"),
                "person",
                "Leida Vos-de Ruyter",
                Role.Person,
                null,
                null,
                DemoPeople.Leida
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

    private static bool IsBegun(DirectoryRecord directory) => directory.Organisation(First.Id) is not null;

    private static bool IsFinished(DirectoryRecord directory) => directory.Organisation(Last.Id) is not null;

    private static async Task TellOrganisationAsync(
        Desk desk,
        Workplace workplace,
        DateOnly today,
        CancellationToken ct
    )
    {
        var sending = new Sending(Fixed.Id($"act/organisation/{workplace.Key}"));
        var at = new Days(today).WorkdayAgo(560, "09:00");
        var deed = await desk.DoAsync(workplace.Record(), WhoWorksOnWalcheren.Tuinman.Actor, sending, at, ct);
        Demand(deed, workplace.Key);
    }

    /// <summary>Several at once, so that their acts share the trips to the disk.</summary>
    private static async Task TellPeopleAsync(
        Desk desk,
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
                await TellAsync(desk, story, stop);
                progress?.Report(
                    new StorageProgress("Telling the demonstration", Interlocked.Increment(ref done), stories.Count)
                );
            }
        );
    }

    private static async Task TellAsync(Desk desk, Story story, CancellationToken ct)
    {
        for (var i = 0; i < story.Steps.Count; i++)
        {
            if (story.Steps[i] is Step.Doing doing)
                await DoAsync(desk, story, doing, i, ct);
            else
                await LookAsync(desk, story, story.Steps[i], ct);
        }
    }

    private static async Task DoAsync(Desk desk, Story story, Step.Doing doing, int nth, CancellationToken ct)
    {
        var record = await desk.Own.LoadAsync(story.Person, ct);
        var id = Fixed.Id($"act/{story.Person}/{nth}");
        if (record.Entries.Any(entry => entry.Act == id))
            return;
        var sending = new Sending(id, null, doing.Attachments, doing.Source);
        var act = doing.Act(record);
        Demand(
            await desk.DoAsync(story.Person, act, doing.Actor, sending, doing.At, ct),
            $"{story} {nth} {act.GetType().Name}"
        );
    }

    private static async Task LookAsync(Desk desk, Story story, Step step, CancellationToken ct)
    {
        var seen = step switch
        {
            Step.Looking look => await desk.LoadAsync(story.Person, look.Actor, look.What, look.At, ct) is not null,
            Step.Finding find => await desk.FoundAsync(story.Person, find.Actor, find.At, ct),
            _ => false,
        };
        if (!seen)
            throw new InvalidOperationException($"The story of {story} shows what may not be seen.");
    }

    private static void Demand(Deed deed, string what)
    {
        if (deed is Deed.Done or Deed.AlreadyDone)
            return;
        var why = deed is Deed.Refused refused
            ? string.Join(", ", refused.Problems.Select(problem => $"{problem.Field} {problem.Rule}"))
            : deed.GetType().Name;
        throw new InvalidOperationException($"The demo tells what cannot be: {what}: {why}.");
    }
}
