namespace Mantel.Bench;

/// <summary>
/// Row 4: the timeline of a person, 50 rows, cached and from the journal, with the look in its log, beside the same
/// page drawn from memory in the same process.
/// </summary>
internal static class TimelineOfAPerson
{
    private sealed record Sample(Written Memory, Written Cached, Written Journal);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run, Installed house)
    {
        Run.Say("row 4: the person's page");
        await using var host = await Product.StartAsync("Mantel.Bench.dll", BenchHost.Verb, house.Directory);
        using var visitors = new Visitors(host.Address);
        await visitors.SignInAsync(house);
        var length = await visitors.GetAsync(BenchHost.Cached(0));
        await TakeAsync(visitors, 16, Math.Max(2, run.Seconds));
        var (alone, sixteen) = (new List<Sample>(), new List<Sample>());
        for (var time = 0; time < run.Times; time++)
        {
            alone.Add(await TakeAsync(visitors, 1, run.Seconds));
            sixteen.Add(await TakeAsync(visitors, 16, run.Seconds));
        }
        return [.. Alone(alone, $"{Text.Whole(length / 1000.0)} kB"), .. Sixteen(sixteen)];
    }

    private static async Task<Sample> TakeAsync(Visitors visitors, int connections, double seconds)
    {
        Task<Written> LoadAsync(Func<int, string> path) =>
            visitors.LoadAsync(connections, seconds, page => path(page % LargeHouse.WithLongTimeline));
        return new(
            await LoadAsync(BenchHost.Memory),
            await LoadAsync(BenchHost.Cached),
            await LoadAsync(BenchHost.Journal)
        );
    }

    private static IEnumerable<Figure> Alone(List<Sample> samples, string length)
    {
        yield return Line("cached", sample => sample.Cached, 2);
        yield return Line("from the journal", sample => sample.Journal, 4);

        Figure Line(string what, Func<Sample, Written> ours, double target)
        {
            var p50 = Middle.Of(samples.Select(sample => ours(sample).P50));
            var memory = Middle.Of(samples.Select(sample => sample.Memory.P50));
            return new(
                4,
                $"person's timeline, 50 rows, {length}, {what}, alone; bare: the same from memory",
                $"p50 {Text.Milliseconds(p50)}",
                $"p50 {Text.Milliseconds(memory)}",
                Text.Ratio(memory / p50),
                $"p50 ≤ {target} ms",
                Verdict.AtMost(p50, target)
            );
        }
    }

    private static IEnumerable<Figure> Sixteen(List<Sample> samples)
    {
        yield return Line("cached", sample => sample.Cached, 0.75);
        yield return Line("from the journal", sample => sample.Journal, 0.30);

        Figure Line(string what, Func<Sample, Written> ours, double target)
        {
            var ratio = Middle.Of(samples.Select(sample => ours(sample).PerSecond / sample.Memory.PerSecond));
            return new(
                4,
                $"the same, {what}, at 16 concurrent",
                $"{Text.PerSecond(Middle.Of(samples.Select(s => ours(s).PerSecond)))}, "
                    + $"p99 {Text.Milliseconds(Middle.Of(samples.Select(s => ours(s).P99)))}",
                Text.PerSecond(Middle.Of(samples.Select(s => s.Memory.PerSecond))),
                Text.Ratio(ratio),
                $"≥ {Text.Ratio(target)}",
                Verdict.AtLeast(ratio, target)
            );
        }
    }
}
