using System.Diagnostics;

namespace Mantel.Bench;

/// <summary>
/// Row 8: from the start of the process to the first page, on a large journal, everything compiled on the way.
/// </summary>
internal static class StartOfTheHouse
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run, Installed house)
    {
        Run.Say("row 8: start");
        var (first, person) = (new List<double>(), new List<double>());
        for (var time = 0; time < run.Times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            await using var product = await Product.ServeAsync(house.Directory);
            using var visitors = new Visitors(product.Address);
            await visitors.GetAsync("/sign-in");
            first.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            await visitors.SignInAsync(house);
            await visitors.GetAsync($"/people/{InventedPeople.Id(time)}/night");
            person.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        var seconds = Middle.Of(first);
        return
        [
            new(
                8,
                $"start on {Text.Whole(run.People)} people to the first page (sign-in)",
                Text.Seconds(seconds),
                "–",
                "–",
                "≤ 1.50 s",
                Verdict.AtMost(seconds, 1.5)
            ),
            new(
                8,
                "the same, then signed in and the first night page",
                Text.Seconds(Middle.Of(person)),
                "–",
                "–",
                "–",
                "no target"
            ),
        ];
    }
}
