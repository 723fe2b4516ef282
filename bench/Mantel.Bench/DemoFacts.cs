using Mantel.Core.Journal;
using Mantel.Demo;
using Mantel.Storage;

namespace Mantel.Bench;

/// <summary>
/// The facts of the people of the demonstration, told through the product's own acts, as one long history.
/// </summary>
internal static class DemoFacts
{
    public static async Task<IReadOnlyList<NewFact>> TakeAsync(int count)
    {
        using var scratch = new Scratch();
        await using var archive = await Archive.OpenAsync(new(scratch.In("demo")), InventedPeople.Register, default);
        var desk = new Desk(archive.Journal, archive.Looks);
        await DemoRegion.SeedAsync(desk, (_, _) => Task.CompletedTask, InventedPeople.Now, progress: null, ct: default);
        var followed = await archive.Journal.FollowAsync(0, 100_000, default);
        var facts = followed
            .Entries.Where(entry => entry.Stream.Kind == StreamKind.Person)
            .Select(entry => new NewFact(entry.Fact, entry.Effective, entry.RestsOn, Source: entry.Source))
            .ToList();
        return Enumerable.Range(0, count).Select(place => facts[place % facts.Count]).ToList();
    }
}
