using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;

namespace Mantel.Bench;

/// <summary>
/// Row 11: the answer to one question of a guided conversation, sent as a form: permission asked, the look and the
/// answer durable, and on to the next question; beside an endpoint that reads the same form, one row, and inserts one
/// durably.
/// </summary>
internal static class StepOfAConversation
{
    public const string Bare = "/bench/step";

    private static readonly string[] Questions =
    [
        "resuscitation",
        "ventilation",
        "intensive-care",
        "hospital-admission",
        "antibiotics",
        "blood-products",
    ];

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run, Installed house)
    {
        Run.Say("row 11: a step of the conversation");
        await using var host = await Product.StartAsync("Mantel.Bench.dll", BenchHost.Verb, house.Directory);
        using var visitors = new Visitors(host.Address);
        await visitors.SignInAsync(house);
        await visitors.TakeTokenAsync(PathOf(0));
        var step = 0;
        Task AnswerAsync(int _) => visitors.PostAsync(PathOf(step++), Fields());
        Task BareAsync(int _) => visitors.PostAsync(Bare, Fields());
        await visitors.LoadAsync(1, run.Seconds / 2, AnswerAsync);
        await visitors.LoadAsync(1, run.Seconds / 2, BareAsync);
        var (ours, bare) = (new List<Written>(), new List<Written>());
        for (var time = 0; time < run.Times; time++)
        {
            ours.Add(await visitors.LoadAsync(1, run.Seconds / 2, AnswerAsync));
            bare.Add(await visitors.LoadAsync(1, run.Seconds / 2, BareAsync));
        }
        return [Line(ours, bare)];
    }

    private static Figure Line(List<Written> ours, List<Written> bare)
    {
        var p95 = Middle.Of(ours.Select(one => one.P95));
        var (p50, least) = (Middle.Of(ours.Select(one => one.P50)), Middle.Of(bare.Select(one => one.P50)));
        return new(
            11,
            "a step of the conversation, sent and saved; bare: the form, a point read and a durable insert",
            $"p50 {Text.Milliseconds(p50)}, p95 {Text.Milliseconds(p95)}",
            $"p50 {Text.Milliseconds(least)}",
            Text.Ratio(least / p50),
            "p95 ≤ 200 ms",
            Verdict.AtMost(p95, 200)
        );
    }

    /// <summary>Every answer is the first to its question, so that each is a fact.</summary>
    private static string PathOf(int step)
    {
        var (person, question) = (step % StartOfTheDay.People, step / StartOfTheDay.People);
        if (question >= Questions.Length)
            throw new InvalidOperationException("Every question was answered: measure for a shorter time.");
        return $"/people/{InventedPeople.Id(person)}/talk/{InventedPeople.Talk(person)}/ask/{Questions[question]}";
    }

    private static Dictionary<string, string> Fields() =>
        new(StringComparer.Ordinal)
        {
            ["act"] = Guid.NewGuid().ToString(),
            ["go"] = "next",
            ["lacked"] = "yes",
            ["chosen"] = Choices.Of(Decision.Withhold),
            ["words"] = "Dat hoeft voor mij niet meer. Ik heb het met mijn kinderen besproken.",
        };
}
