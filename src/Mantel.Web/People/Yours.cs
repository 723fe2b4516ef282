using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>
/// The reader in what was recorded: where a fact names the person who reads it, or the close one, it says "u" (you).
/// What somebody wrote stays as they wrote it.
/// </summary>
internal static class Yours
{
    /// <summary>What a fact says, field by field, with the reader's own name said as "u".</summary>
    public static IReadOnlyList<Detail> In(TimelineRow row, Words words)
    {
        var names = NamesOf(row, words);
        return names.Count == 0 ? row.Details : [.. row.Details.Select(one => one with { Value = Told(one) })];

        string Told(Detail detail) =>
            detail.Form is DetailForm.Words && detail.Label is not "name"
                ? names.Aggregate(detail.Value, (said, name) => Said(said, name, words))
                : detail.Value;
    }

    /// <summary>The person in a sentence: by the name they are called, and "u" to themselves.</summary>
    public static string Person(TimelineRow row, Words words) =>
        IsToThePerson(row, words) ? words["tells.you"] : row.Familiar ?? words["tells.person"];

    /// <summary>Somebody close in a sentence: by their name, and "u" to themselves.</summary>
    public static string Close(RelatedPersonRecorded close, Words words) =>
        close.Account is { } account && account == words.To?.Account ? words["tells.you"] : close.Name.Full();

    private static bool IsToThePerson(TimelineRow row, Words words) =>
        words.To is { Person: { } person, Role: Core.Journal.Role.Person } && row.Of?.Id == person;

    private static HashSet<string> NamesOf(TimelineRow row, Words words) =>
        words.To is not { } reader ? []
        : IsToThePerson(row, words) ? [.. row.NamesOfThePerson()]
        : [.. row.NamesOfTheCloseOne(reader.Account)];

    /// <summary>A name that stands for itself, with or without what is said of it in brackets.</summary>
    private static string Said(string said, string name, Words words) =>
        said == name ? words["tells.you"]
        : said.StartsWith($"{name} (", StringComparison.Ordinal) ? words["tells.you"] + said[name.Length..]
        : said;
}
