using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;
using Shouldly;

namespace Mantel.Tests.Fhir;

/// <summary>The sets under Samples/exchange: one file, or several that come one after the other.</summary>
internal static class ExchangeSets
{
    public static readonly DateOnly Today = new(2026, 11, 29);

    private static readonly ImportOptions Options = Imports.Options with { Today = Today };

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory
            .GetFiles(Repository.File("tests/Mantel.Tests/Fhir/Samples/exchange"), "*.json")
            .Select(path => Path.GetFileName(path).Split('.')[0])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The folder of cases beside the repository; null where it is absent.</summary>
    public static string? Cases
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Repository.File("."), "..", "shared", "cases", "exchange"));
            return Directory.Exists(folder) ? folder : null;
        }
    }

    public static IReadOnlyList<IncomingFile> Files(string set) =>
        [
            .. Directory
                .GetFiles(Repository.File("tests/Mantel.Tests/Fhir/Samples/exchange"), $"{set}.*json")
                .Order(StringComparer.Ordinal)
                .Select(path => new IncomingFile(Path.GetFileName(path), File.ReadAllBytes(path))),
        ];

    public static IReadOnlyList<ImportResult> Read(string set) => [.. Files(set).Select(file => Read([file]))];

    public static ImportResult Read(IReadOnlyList<IncomingFile> files) =>
        ImportPeople.Import(PzpSet.Read(files), Options);

    /// <summary>The record after a set; nothing of it may be refused.</summary>
    public static Keeping Kept(string set)
    {
        var keeping = new Keeping();
        foreach (var result in Read(set))
        {
            result.Refused.ShouldBeEmpty(string.Join('\n', result.Refused.SelectMany(one => one.Issues)));
            keeping.Import(result.People.Single());
        }
        return keeping;
    }

    /// <summary>What the pages would say, in one line.</summary>
    public static string Describe(PersonRecord person) =>
        string.Join(
            "; ",
            Rows(person)
                .Concat(Goal(person))
                .Concat(person.Devices().Select(one => $"Icd: {Presence(one.Fact)}"))
                .Concat(
                    person
                        .All<AdvanceDirectiveRecorded>()
                        .Select(one => $"Declaration: {one.Fact.Kind} {one.Effective}")
                )
                .Concat(person.All<ConversationHeld>().Select(Talk))
                .Concat(person.ToAskAbout().Select(one => $"Ask: {one.Fact.Reason}").Order(StringComparer.Ordinal))
                .Concat(
                    person.All<EntryStruckOut>().Select(one => $"Struck: {one.Fact.Entries.Count} {one.Fact.Because}")
                )
        );

    private static IEnumerable<string> Rows(PersonRecord person) =>
        person
            .DecisionsOn(Today)
            .Where(one => one.InForce.Count > 0)
            .Select(one =>
                $"{one.Treatment.Kind}{(one.Treatment.Name is { } name ? $" ({name})" : "")}: {Word(one)}"
                + (one.IsRevived ? " revived" : "")
            );

    private static string Word(DecisionInForce one) =>
        one.IsContradictory ? "contradictory"
        : one.HasEnded ? $"ended {one.DiscussedOn}"
        : $"{one.Word}{(one.InForce[0].Otherwise is { } words ? $" “{words}”" : "")} {one.DiscussedOn}";

    private static IEnumerable<string> Goal(PersonRecord person)
    {
        var goal = person.Goal();
        if (goal.IsContradictory)
            yield return "Goal: contradictory";
        else if (goal.Only is { } one)
            yield return $"Goal: {one.Fact.Goal} {one.Effective}";
        foreach (var (_, end) in goal.Ended)
            yield return $"Goal: ended {end.Effective}";
    }

    private static string Presence(ImplantedDeviceRecorded device) =>
        device.Present switch
        {
            true => $"present {device.ImplantedOn}".Trim(),
            false => "absent",
            null => "not known",
        };

    private static string Talk(Recorded<ConversationHeld> held) =>
        $"Talk: {held.Effective} {string.Join(", ", new[] { held.Fact.LedBy }.Concat(held.Fact.Present).OfType<Party>().Select(party => party.Name))}";
}
