using Mantel.Core.AdvanceCarePlanning;
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
        return words.To is null ? row.Details : [.. row.Details.Select(one => one with { Value = Told(one) })];

        string Told(Detail detail) =>
            detail.Form is DetailForm.Words && detail.Label is not "name" ? Name(detail.Value, words) : detail.Value;
    }

    /// <summary>The person in a sentence: by the name they are called, and "u" to themselves.</summary>
    public static string Person(TimelineRow row, Words words) =>
        words.To is { IsThePerson: true } ? words["tells.you"] : row.Familiar ?? words["tells.person"];

    /// <summary>A name, with or without what is said of it in brackets: "u" to who bears it.</summary>
    public static string Name(string name, Words words)
    {
        var bare = name.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;
        return words.To?.IsCalled(bare) is true ? words["tells.you"] + name[bare.Length..] : name;
    }

    /// <summary>Who took part, one behind the other.</summary>
    public static string Names(IEnumerable<Party> parties, Words words) =>
        string.Join(", ", parties.Select(party => Name(party.Name, words)));
}
