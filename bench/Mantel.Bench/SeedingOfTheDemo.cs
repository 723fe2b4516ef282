using System.Diagnostics;
using Mantel.Demo;
using Mantel.Storage;

namespace Mantel.Bench;

/// <summary>
/// Row 12: the region of the demonstration told through the product's own acts, beside one core that is left alone.
/// </summary>
internal static class SeedingOfTheDemo
{
    public const string Name = "seeding-of-the-demo";

    public sealed record Question(string Directory);

    /// <param name="Cast">Seconds until the thirty people of the cast are there and the pages could open.</param>
    /// <param name="Lively">Seconds from then until the two lively networks are there.</param>
    /// <param name="Region">Seconds from then until the others are.</param>
    public sealed record Sample(long Acts, long Facts, long People, double Cast, double Lively, double Region);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Scratch scratch)
    {
        Run.Say("row 12: seeding of the demo region");
        var told = await Child.AskAsync<Sample>(Name, new Question(scratch.In("region")));
        var filling = told.Lively + told.Region;
        return
        [
            new(
                12,
                "demo: the thirty people of the cast, before the first page",
                Text.Seconds(told.Cast),
                "–",
                "–",
                "–",
                "no target"
            ),
            new(
                12,
                "demo: the two lively networks, while one works",
                Text.Seconds(told.Lively),
                "–",
                "–",
                "–",
                "no target"
            ),
            new(
                12,
                $"demo: {Text.Whole(told.People)} people, {Text.Whole(told.Acts)} acts, {Text.Whole(told.Facts)} facts",
                $"{Text.PerSecond(told.Acts / (told.Cast + filling))} acts",
                "–",
                "–",
                "–",
                "no target"
            ),
            new(
                12,
                "demo: all ten networks, from an empty folder",
                Text.Seconds(told.Cast + filling),
                "–",
                "–",
                "≤ 120.00 s",
                Verdict.AtMost(told.Cast + filling, 120)
            ),
        ];
    }

    public static async Task<Sample> AnswerAsync(Question question)
    {
        await using var archive = await Archive.OpenAsync(new(question.Directory), InventedPeople.Register, default);
        var desk = new Desk(archive.Journal, archive.Looks);
        var start = Stopwatch.GetTimestamp();
        await DemoRegion.SeedAsync(desk, (_, _) => Task.CompletedTask, InventedPeople.Now, progress: null, ct: default);
        var cast = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var halfway = new Halfway(start);
        await DemoRegion.FillAsync(desk, halfway, default);
        var whole = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var lively = halfway.Lively - cast;
        var (acts, facts, people) = await CountAsync(archive);
        return new(acts, facts, people, cast, lively, whole - cast - lively);
    }

    private static async Task<(long Acts, long Facts, long People)> CountAsync(Archive archive)
    {
        var (acts, people, facts, last) = (new HashSet<Guid>(), new HashSet<Guid>(), 0L, 0L);
        while (await archive.Journal.FollowAsync(last, 50_000, default) is { Entries.Count: > 0 } followed)
        {
            facts += followed.Entries.Count;
            last = followed.LastSequence;
            foreach (var entry in followed.Entries)
            {
                acts.Add(entry.Act);
                people.Add(entry.Stream.Id);
            }
        }
        return (acts.Count, facts, people.Count);
    }

    /// <summary>Notes when the two lively networks were told.</summary>
    private sealed class Halfway(long start) : IProgress<StorageProgress>
    {
        public double Lively { get; private set; }

        public void Report(StorageProgress value)
        {
            if (value.Done == DemoRegion.PeopleOfTheLivelyNetworks)
                Lively = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
