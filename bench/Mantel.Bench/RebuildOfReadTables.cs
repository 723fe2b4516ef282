using System.Diagnostics;
using Mantel.Storage;

namespace Mantel.Bench;

/// <summary>Row 6: all read tables made anew from the journal, and the most memory that took.</summary>
internal static class RebuildOfReadTables
{
    public const string Name = "rebuild-of-read-tables";

    public sealed record Question(string Directory);

    public sealed record Sample(long Facts, double Seconds, long Peak);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run, Installed house)
    {
        Run.Say("row 6: rebuild of the read tables");
        var samples = new List<Sample>();
        for (var time = 0; time < run.Times; time++)
            samples.Add(await Child.AskAsync<Sample>(Name, new Question(house.Directory)));
        var rate = Middle.Of(samples.Select(sample => sample.Facts / sample.Seconds));
        var peak = Middle.Of(samples.Select(sample => (double)sample.Peak));
        return
        [
            new(
                6,
                $"rebuild of {Text.Whole(samples[0].Facts)} facts of {Text.Whole(run.People)} people",
                $"{Text.Whole(rate)} facts/s",
                "–",
                "–",
                "≥ 100,000 facts/s",
                Verdict.AtLeast(rate, 100_000)
            ),
            new(6, "memory of it, at most", Text.Megabytes(peak), "–", "–", "≤ 200 MB", Verdict.AtMost(peak, 200e6)),
        ];
    }

    public static async Task<Sample> AnswerAsync(Question question)
    {
        await using var archive = await Archive.OpenAsync(new(question.Directory), InventedPeople.Register, default);
        var start = Stopwatch.GetTimestamp();
        var facts = await archive.RebuildAsync(default);
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new(facts, took, Machine.MemoryOf(Environment.ProcessId, "VmHWM"));
    }
}
