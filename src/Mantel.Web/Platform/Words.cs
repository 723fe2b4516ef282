using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Web.Look;

namespace Mantel.Web.Platform;

/// <summary>
/// Everything Mantel says, in one language: the only door to the language files. Flemish Dutch falls back to Dutch.
/// </summary>
public sealed class Words
{
    private static readonly bool Strict = AppContext.TryGetSwitch("Mantel.StrictWords", out var on) && on;
    private static readonly FrozenDictionary<string, Words> Packs = ReadPacks();

    /// <summary>2018-05-03.</summary>
    private const int DayLength = 10;

    private readonly FrozenDictionary<string, string> _texts;

    private Words(string language, string culture, FrozenDictionary<string, string> texts)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(culture);
        _texts = texts;
    }

    /// <summary>The languages one can choose, the first being the one to fall back on.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["nl-NL", "nl-BE", "en"];

    /// <summary>The language as HTML wants it: nl-NL, nl-BE or en.</summary>
    public string Language { get; }

    /// <summary>How dates, numbers and sorting go in this language.</summary>
    public CultureInfo Culture { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The sentence of a key, with its gaps ({0}, {1}, …) filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key (in tests; in production the page shows
    /// [key]).</exception>
    public string this[string key, params IReadOnlyList<object?> values] => Fill(Find(key), values);

    public static Words Of(string? language) => Packs.GetValueOrDefault(language ?? "", Packs[Languages[0]]);

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>One or many: <c>key.one</c> or <c>key.many</c>, with the number as {0}.</summary>
    public string Many(string key, int count) => this[key + (count == 1 ? ".one" : ".many"), count];

    /// <summary>The sentence that says what is wrong.</summary>
    public string Say(Problem problem) => this[problem.Rule, [.. problem.Values.Select(Told)]];

    /// <summary>The word for one of a fixed set, such as <c>role.general-practitioner</c>.</summary>
    public string Name<TChoice>(string set, TChoice choice)
        where TChoice : struct, Enum => this[$"{set}.{Kebab(choice.ToString())}"];

    /// <summary>A kind of fact by its name, a day as people write it; anything else as it is.</summary>
    private string Told(string value) =>
        value.StartsWith("fact.", StringComparison.Ordinal) && Has(value) ? this[value]
        : value.Length == DayLength && PartialDate.TryParse(value) is { } day ? Days.Write(day, this)
        : value;

    internal static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : $"{c}"));

    private string Find(string key)
    {
        if (_texts.TryGetValue(key, out var text))
            return text;
        return Strict ? throw new KeyNotFoundException($"No text for '{key}' in {Language}.") : $"[{key}]";
    }

    private string Fill(string text, IReadOnlyList<object?> values) =>
        values.Count == 0 ? text : string.Format(Culture, text, [.. values]);

    private static FrozenDictionary<string, Words> ReadPacks()
    {
        var dutch = Read("nl-NL");
        var flemish = new Dictionary<string, string>(dutch, StringComparer.Ordinal);
        foreach (var (key, text) in Read("nl-BE"))
            flemish[key] = text;
        Words[] packs =
        [
            new("nl-NL", "nl-NL", dutch.ToFrozenDictionary(StringComparer.Ordinal)),
            new("nl-BE", "nl-BE", flemish.ToFrozenDictionary(StringComparer.Ordinal)),
            new("en", "en-GB", Read("en").ToFrozenDictionary(StringComparer.Ordinal)),
        ];
        return packs.ToFrozenDictionary(pack => pack.Language, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The texts of one language folder alone, without what it falls back on.</summary>
    internal static Dictionary<string, string> Read(string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(Words).Assembly;
        foreach (var file in assembly.GetManifestResourceNames())
        {
            if (!file.StartsWith($"Texts/{language}/", StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(file)!;
            using var json = JsonDocument.Parse(stream);
            Flatten("", json.RootElement, texts);
        }
        return texts;
    }

    private static void Flatten(string prefix, JsonElement element, Dictionary<string, string> texts)
    {
        foreach (var member in element.EnumerateObject())
        {
            var key = prefix + member.Name;
            if (member.Value.ValueKind is JsonValueKind.Object)
                Flatten(key + ".", member.Value, texts);
            else if (!texts.TryAdd(key, member.Value.GetString()!))
                throw new InvalidDataException($"The text '{key}' is written twice.");
        }
    }
}
