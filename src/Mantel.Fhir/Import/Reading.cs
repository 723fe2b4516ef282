using System.Globalization;
using Mantel.Core.Journal;

namespace Mantel.Fhir.Import;

/// <summary>A code as it came.</summary>
internal sealed record Coded(string? System, string? Code, string? Display);

/// <summary>A concept as it came: its codes and its text.</summary>
internal sealed record Concept(IReadOnlyList<Coded> Codes, string? Text)
{
    /// <summary>The code of one system, or null.</summary>
    public string? In(string system) =>
        Codes.FirstOrDefault(code => string.Equals(code.System, system, StringComparison.OrdinalIgnoreCase))?.Code;

    public bool Is(string system, string code) => In(system) == code;

    /// <summary>What a person reads: the text, or the display of a code.</summary>
    public string? Words => Text ?? Codes.Select(code => code.Display).FirstOrDefault(display => display is not null);
}

/// <summary>Reads the data types that resources share.</summary>
internal static class Reading
{
    public static Concept? Concept(this TrackedElement node, string name) => node[name]?.AsConcept();

    public static IReadOnlyList<Concept> Concepts(this TrackedElement node, string name) =>
        [.. node.All(name).Select(AsConcept)];

    public static Concept AsConcept(this TrackedElement node) =>
        new([.. node.All("coding").Select(AsCoding)], node.Text("text"));

    public static Coded AsCoding(this TrackedElement node)
    {
        node.Skip("version", "userSelected");
        return new Coded(node.Text("system"), node.Text("code"), node.Text("display"));
    }

    /// <summary>The local day of a date, dateTime or instant; a partial date stays partial.</summary>
    public static PartialDate? Day(this TrackedElement node, string name, TimeZoneInfo zone) =>
        DayOf(node.Text(name), zone);

    public static PartialDate? DayOf(string? text, TimeZoneInfo zone)
    {
        if (text is null || !text.Contains('T'))
            return PartialDate.TryParse(text);
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, styles, out var instant)
            ? PartialDate.Of(Moment.At(instant, zone).Today)
            : PartialDate.TryParse(text[..10]);
    }

    /// <summary>All notes as one text.</summary>
    public static string? Notes(this TrackedElement node)
    {
        var notes = node.All("note").Select(note => note.Text("text")).OfType<string>().ToList();
        return notes.Count == 0 ? null : string.Join('\n', notes);
    }

    public static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
