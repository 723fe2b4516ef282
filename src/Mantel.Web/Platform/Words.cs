using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Mantel.Core.Journal;
using Mantel.Web.Look;

namespace Mantel.Web.Platform;

/// <summary>To whom the words are said: to the person and a close one Mantel speaks, about them it does not.</summary>
public enum Reader
{
    /// <summary>Whoever cares, or only passes by.</summary>
    Anyone,
    Person,
    CloseOne,
}

/// <summary>
/// Everything Mantel says, in one language to one sort of reader: the only door to the language files. Flemish Dutch
/// falls back to Dutch, what is said to the person or a close one to what is said to anyone.
/// </summary>
public sealed class Words
{
    private static readonly bool Strict = AppContext.TryGetSwitch("Mantel.StrictWords", out var on) && on;
    private static readonly FrozenDictionary<(string, Reader), Words> Packs = ReadPacks();

    private const string FirstLanguage = "nl-nl";

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

    /// <summary>Who is spoken to, where Mantel says "u": the person or a close one; null for anyone.</summary>
    internal Addressee? To { get; private init; }

    /// <summary>The sentence of a key, with its gaps ({0}, {1}, …) filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key (in tests; in production the page shows
    /// [key]).</exception>
    public string this[string key, params IReadOnlyList<object?> values] => Fill(Find(key), values);

    public static Words Of(string? language) => Of(language, Reader.Anyone);

    public static Words Of(string? language, Reader reader) =>
        Packs.GetValueOrDefault((language?.ToLowerInvariant() ?? "", reader), Packs[(FirstLanguage, reader)]);

    /// <summary>The words of this request, in its language, to who reads them.</summary>
    internal static Words Of(HttpContext http)
    {
        var reader = ReaderOf(http);
        var words = Of(Platform.Language.Of(http), reader);
        return reader is Reader.Anyone || SignedIn.Of(http) is not { } who ? words : words.SaidTo(who, reader);
    }

    /// <summary>The same words, that know who hears them.</summary>
    internal Words SaidTo(SignedIn who, Reader reader) =>
        new(Language, Culture.Name, _texts) { To = new Addressee(who, reader) };

    /// <summary>
    /// To whom the words of this request are said: to the person themselves, to a close one, or to anyone where others
    /// will read it too. With the record of somebody else a person stands as one close to them.
    /// </summary>
    internal static Reader ReaderOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ReadByOthers>() is not null
            ? Reader.Anyone
            : SignedIn.Of(http) switch
            {
                { Role: Role.Person } who => IsOfAnother(http, who) ? Reader.CloseOne : Reader.Person,
                { Role: Role.CloseOne } => Reader.CloseOne,
                _ => Reader.Anyone,
            };

    private static bool IsOfAnother(HttpContext http, SignedIn who) =>
        Guid.TryParse(http.GetRouteValue("id") as string, out var person) && person != who.Person;

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

    private static FrozenDictionary<(string, Reader), Words> ReadPacks() =>
        Enum.GetValues<Reader>().SelectMany(ReadPacks).ToFrozenDictionary(pack => pack.Key, pack => pack.Value);

    private static IEnumerable<KeyValuePair<(string, Reader), Words>> ReadPacks(Reader reader)
    {
        var (dutch, flemish, english) = (Read("nl-NL", reader), Read("nl-BE", reader), Read("en", reader));
        (string Language, string Culture, Dictionary<string, string>[] Layers)[] packs =
        [
            ("nl-NL", "nl-NL", [Read("nl-NL"), dutch]),
            ("nl-BE", "nl-BE", [Read("nl-NL"), Read("nl-BE"), dutch, flemish]),
            ("en", "en-GB", [Read("en"), english]),
        ];
        foreach (var (language, culture, layers) in packs)
        {
            var words = new Words(language, culture, Over(layers).ToFrozenDictionary(StringComparer.Ordinal));
            yield return new((language.ToLowerInvariant(), reader), words);
        }
    }

    private static Dictionary<string, string> Over(Dictionary<string, string>[] layers)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, text) in layers.SelectMany(layer => layer))
            texts[key] = text;
        return texts;
    }

    /// <summary>What is said otherwise to this reader; nothing to anyone.</summary>
    internal static Dictionary<string, string> Read(string language, Reader reader) =>
        reader is Reader.Anyone ? [] : Read($"to/{Kebab(reader.ToString())}/{language}");

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

/// <summary>A page that others read too, such as paper for the kitchen: it speaks to nobody in particular.</summary>
internal sealed class ReadByOthers;
