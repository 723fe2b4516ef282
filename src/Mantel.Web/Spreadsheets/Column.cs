using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.Spreadsheets;

/// <summary>How the cells of a column are read.</summary>
public enum ColumnKind
{
    Text,

    /// <summary>A number to call: a spreadsheet that takes it for a sum loses its zero.</summary>
    Phone,

    /// <summary>One of a fixed set, in the words of any language or by its name.</summary>
    Choice,
}

/// <summary>A column of a list: by which heads it is known, and how its cells are read.</summary>
/// <param name="Key">The field of the act; what is wrong there is wrong at its cell.</param>
/// <param name="Label">Key of its head, which is known in every language.</param>
public sealed record Column(string Key, string Label, ColumnKind Kind = ColumnKind.Text, bool IsNeeded = false)
{
    /// <summary>What can be chosen, in a language; null where anything can be written.</summary>
    public Func<Words, IReadOnlyList<Option>>? Options { get; init; }

    /// <summary>Other heads, as others write them: words that Mantel itself does not say.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    internal bool IsCalled(string head)
    {
        var folded = FoldedText.Of(head);
        return Words
            .Languages.Select(language => Words.Of(language)[Label])
            .Concat(AlsoCalled)
            .Append(Key)
            .Any(name => FoldedText.Of(name) == folded);
    }

    /// <summary>A cell as the value that the act takes, or what is wrong with it.</summary>
    internal (string? Value, Problem? Problem) Read(Cell cell)
    {
        var text = cell.Text.Trim();
        if (cell.Kind is CellKind.Fault)
            return (null, new(Key, "rule.sheet-cell", [text]));
        if (text.Length == 0)
            return (null, IsNeeded ? new(Key, "rule.missing", []) : null);
        return Kind switch
        {
            ColumnKind.Choice when Chosen(text) is { } chosen => (chosen, null),
            ColumnKind.Choice => (null, new(Key, "rule.sheet-choice", [text])),
            ColumnKind.Phone when Phone.LostItsZero(text) => (text, new(Key, "rule.sheet-phone", [text])),
            _ => (text, null),
        };
    }

    private string? Chosen(string text)
    {
        var folded = FoldedText.Of(text);
        return Words
            .Languages.SelectMany(language => Options!(Words.Of(language)))
            .FirstOrDefault(option => FoldedText.Of(option.Text) == folded || FoldedText.Of(option.Value) == folded)
            ?.Value;
    }
}

/// <summary>Heads and choices are the same without capitals, accents and signs.</summary>
internal static class FoldedText
{
    public static string Of(string text) =>
        string.Concat(
            Mantel.Core.People.NameFolding.Split(text).Select(word => Mantel.Core.People.NameFolding.Join([word]))
        );
}

/// <summary>A number to call at night that lost its zero calls nobody.</summary>
internal static class Phone
{
    private const int LongestShort = 6;

    public static bool LostItsZero(string text) =>
        (text.Length > LongestShort && text[0] is not '0' && text.All(char.IsAsciiDigit))
        || (text.Contains("E+", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(text[0]));
}
