using System.Text.Json;
using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>Reads the definitions of <c>data/measures</c>, and refuses what nobody could check.</summary>
internal static class ReadMeasures
{
    private const string Folder = "measures/";

    private static readonly string[] Statuses = ["draft", "reviewed"];

    public static IReadOnlyList<MeasureDefinition> CompiledIn()
    {
        var definitions = typeof(ReadMeasures)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(name[Folder.Length..], ReferenceTable.Text(name)))
            .ToList();
        return definitions;
    }

    /// <exception cref="FormatException">What is wrong, in a sentence that names the file.</exception>
    public static MeasureDefinition Read(string file, string json)
    {
        var definition = Parse(file, json);
        if (file != $"{definition.Id}.{definition.Version}.json")
            throw Wrong(file, $"it is about {definition}, so it must be called otherwise.");
        if (definition.Version < 1)
            throw Wrong(file, "versions begin at 1.");
        Check(file, "source", definition.Source);
        Check(file, "edition", definition.Edition);
        Check(file, "rights", definition.Rights);
        if (definition.Direction.Better is not BetterSide.Neither)
            Check(file, "source of its direction", definition.Direction.Source);
        if (!Statuses.Contains(definition.Status, StringComparer.Ordinal))
            throw Wrong(file, $"{definition.Status} is no status; use {string.Join(" or ", Statuses)}.");
        if (definition.Status == "reviewed" && string.IsNullOrWhiteSpace(definition.Reviewer))
            throw Wrong(file, "it is reviewed, and no reviewer is named.");
        if (definition.Days is < 1 || NeedsDays(definition.Calculation) != definition.Days is not null)
            throw Wrong(
                file,
                $"{definition.Calculation} {(definition.Days is null ? "needs" : "takes no such")} days."
            );
        CheckWords(file, definition);
        CheckReasons(file, definition);
        return definition;
    }

    private static bool NeedsDays(Calculation calculation) =>
        calculation switch
        {
            Calculation.PlanAfterMarking or Calculation.MarkedBeforeDeath => true,
            Calculation.PlanThatStands or Calculation.KnownBeforeDeath => true,
            Calculation.DiedWhereWished or Calculation.DiedWhereAtHome => false,
        };

    private static MeasureDefinition Parse(string file, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<MeasureDefinition>(json, FactCodec.Json)
                ?? throw Wrong(file, "it is empty.");
        }
        catch (JsonException failure)
        {
            throw Wrong(file, $"line {failure.LineNumber + 1} cannot be read: {failure.Message}");
        }
    }

    private static void CheckWords(string file, MeasureDefinition of)
    {
        var words = new (string Name, InLanguages Words)[]
        {
            ("population", of.Population),
            ("denominator", of.Denominator),
            ("met", of.Met),
            ("countsOn", of.CountsOn),
            ("matureWhen", of.MatureWhen),
            ("direction", new(of.Direction.Nl, of.Direction.En)),
        };
        foreach (var (name, said) in words.Concat(of.Notes.Select(note => ("notes", note))))
        {
            Check(file, $"{name} in Dutch", said.Nl);
            Check(file, $"{name} in English", said.En);
        }
    }

    private static void CheckReasons(string file, MeasureDefinition definition)
    {
        foreach (var reason in definition.Why)
        {
            Check(file, $"reason {reason.Id} in Dutch", reason.Nl);
            Check(file, $"reason {reason.Id} in English", reason.En);
        }
        var needed = Calculations.ReasonsOf(definition.Calculation);
        var said = definition.Why.Select(reason => (reason.Id, reason.Standing)).ToList();
        if (said.DistinctBy(reason => reason.Id, StringComparer.Ordinal).Count() != said.Count)
            throw Wrong(file, "a reason is there twice.");
        if (needed.Except(said).Select(reason => reason.Id).FirstOrDefault() is { } missing)
            throw Wrong(file, $"it does not say what {missing} means.");
        if (said.Except(needed).Select(reason => reason.Id).FirstOrDefault() is { } unknown)
            throw Wrong(file, $"{definition.Calculation} never says {unknown}.");
        var outside = said.Where(reason => reason.Standing is Standing.Outside).Select(reason => reason.Id);
        if ((definition.Beside ?? []).Except(outside, StringComparer.Ordinal).FirstOrDefault() is { } counted)
            throw Wrong(file, $"{counted} is shown beside the figure, and nobody is outside for it.");
    }

    private static void Check(string file, string what, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw Wrong(file, $"no {what}.");
    }

    private static FormatException Wrong(string file, string what) => new($"{file}: {what}");
}
