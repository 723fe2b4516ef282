using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.CareTeam;

/// <summary>Looking through organisations and accounts by a few letters, as names are looked for everywhere.</summary>
internal static class DirectorySearch
{
    /// <summary>How many rows are shown before one asks for all.</summary>
    public const int Shown = 40;

    /// <summary>True when each word that was typed begins a word of these texts; of nothing typed too.</summary>
    public static bool Fits(string? typed, params IReadOnlyList<string?> texts)
    {
        var words = texts.SelectMany(Folded).ToList();
        return Folded(typed).All(part => words.Exists(word => word.StartsWith(part, StringComparison.Ordinal)));
    }

    /// <summary>A word that no more than these have in their name is their own; more share what they are.</summary>
    private const int OwnWord = 3;

    /// <summary>Those who share a word of their own with what was typed, so that none comes in twice.</summary>
    public static IReadOnlyList<OrganisationRecorded> Near(string? typed, IReadOnlyList<OrganisationRecorded> all)
    {
        var named = all.Select(one => (Organisation: one, Words: Folded(one.Name).ToHashSet(StringComparer.Ordinal)))
            .ToList();
        var own = Folded(typed)
            .Where(word => word.Length > 2 && named.Count(one => one.Words.Contains(word)) is > 0 and <= OwnWord)
            .ToList();
        return [.. named.Where(one => own.Exists(one.Words.Contains)).Select(one => one.Organisation)];
    }

    /// <summary>The name of an organisation, with its place where another has the same name.</summary>
    public static string NameAmong(OrganisationRecorded one, IReadOnlyList<OrganisationRecorded> all) =>
        one.Municipality is { } place && all.Count(other => IsNamed(other, one.Name)) > 1
            ? $"{one.Name}, {place}"
            : one.Name;

    /// <summary>
    /// The organisation that was typed or picked, by its name, its name and place, or its id; what is none is said at
    /// the field.
    /// </summary>
    public static OrganisationRecorded? Organisation(this TypedForm typed, string field, DirectoryRecord directory)
    {
        if (typed[field] is not { } text)
            return null;
        if (Guid.TryParse(text, out var id) && directory.Organisation(id) is { } known)
            return known;
        var (found, rule) = Organisation(text, directory.Organisations());
        if (rule is not null)
            typed.Wrong(field, rule);
        return found;
    }

    /// <summary>The organisation of this name, or name and place; else the rule that says why it is none.</summary>
    public static (OrganisationRecorded? Found, string? Rule) Organisation(
        string? text,
        IReadOnlyList<OrganisationRecorded> all
    )
    {
        if (text is null)
            return (null, null);
        var named = all.Where(one => IsNamed(one, text)).ToList();
        return named.Count == 1
            ? (named[0], null)
            : (null, named.Count == 0 ? "rule.no-such-organisation" : "rule.more-organisations");
    }

    private static bool IsNamed(OrganisationRecorded one, string text) =>
        Same(one.Name, text) || (one.Municipality is { } place && Same($"{one.Name}, {place}", text));

    private static bool Same(string one, string other) =>
        Folded(one).SequenceEqual(Folded(other), StringComparer.Ordinal);

    private static IEnumerable<string> Folded(string? text) =>
        NameFolding.Split(text).Select(word => NameFolding.Join([word]));
}
