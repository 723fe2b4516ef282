using System.Diagnostics;

namespace Mantel.Bench;

/// <summary>
/// Row 10: the start list of a nurse with 300 people who nearly all ask for attention, with every look in the log,
/// beside the same page drawn from memory in the same process.
/// </summary>
internal static class StartOfTheDay
{
    public const int People = 300;
    public const string Bare = "/bench/start";

    /// <summary>A page is there in 100 ms: the design says so.</summary>
    private const double Target = 100;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run, Installed house)
    {
        Run.Say("row 10: the start list of 300 people");
        await using var host = await Product.StartAsync("Mantel.Bench.dll", BenchHost.Verb, house.Directory);
        using var visitors = new Visitors(host.Address);
        await visitors.SignInAsync(house);
        var start = Stopwatch.GetTimestamp();
        var length = await visitors.GetAsync("/");
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return
        [
            new(
                10,
                $"start list of {People} people, the first time of the day: everything compiled, every record read",
                Text.Milliseconds(first),
                "–",
                "–",
                "–",
                "no target"
            ),
            await TakeAsync(run, visitors, $"the most urgent forty of them, {Text.Whole(length / 1000.0)} kB", ""),
            await TakeAsync(run, visitors, $"all {People} of them", "?all=yes"),
        ];
    }

    private static async Task<Figure> TakeAsync(Run run, Visitors visitors, string what, string query)
    {
        await visitors.LoadAsync(1, Math.Max(2, run.Seconds), _ => "/" + query);
        await visitors.LoadAsync(1, run.Seconds, _ => Bare + query);
        var (ours, bare) = (new List<Written>(), new List<Written>());
        for (var time = 0; time < run.Times; time++)
        {
            ours.Add(await visitors.LoadAsync(1, run.Seconds, _ => "/" + query));
            bare.Add(await visitors.LoadAsync(1, run.Seconds, _ => Bare + query));
        }
        var p95 = Middle.Of(ours.Select(one => one.P95));
        var (p50, memory) = (Middle.Of(ours.Select(one => one.P50)), Middle.Of(bare.Select(one => one.P50)));
        return new(
            10,
            $"{what}; bare: the same from memory",
            $"p50 {Text.Milliseconds(p50)}, p95 {Text.Milliseconds(p95)}",
            $"p50 {Text.Milliseconds(memory)}",
            Text.Ratio(memory / p50),
            $"p95 ≤ {Target} ms",
            Verdict.AtMost(p95, Target)
        );
    }
}
