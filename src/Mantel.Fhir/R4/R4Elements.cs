using System.Collections.Frozen;
using System.Globalization;

namespace Mantel.Fhir.R4;

/// <summary>One element of a FHIR type, as the standard defines it.</summary>
/// <param name="Name">Its name, with <c>[x]</c> when it can be of several types.</param>
/// <param name="Codes">The only codes that may stand here; empty when any may.</param>
/// <param name="Order">Its place in the canonical order, from 0.</param>
public sealed record R4Element(
    string Name,
    int Min,
    bool Repeats,
    IReadOnlyList<string> Types,
    bool IsModifier,
    FrozenSet<string> Codes,
    int Order
)
{
    /// <summary>True for value[x]: the type is part of the name in JSON.</summary>
    public bool IsChoice => Name.EndsWith("[x]", StringComparison.Ordinal);

    /// <summary>The name without <c>[x]</c>.</summary>
    public string Stem => IsChoice ? Name[..^3] : Name;
}

/// <summary>A FHIR type with all its elements in canonical order, those of its parents first.</summary>
public sealed class R4Type
{
    private readonly FrozenDictionary<string, (R4Element Element, string Type)> _byJsonName;

    internal R4Type(string name, string? parent, IReadOnlyList<R4Element> elements)
    {
        (Name, Parent, Elements) = (name, parent, elements);
        _byJsonName = elements
            .SelectMany(element =>
                element.Types.Select(type => (Key: JsonName(element, type), Element: element, Type: type))
            )
            .ToFrozenDictionary(row => row.Key, row => (row.Element, row.Type), StringComparer.Ordinal);
    }

    public string Name { get; }
    public string? Parent { get; }
    public IReadOnlyList<R4Element> Elements { get; }
    public bool IsResource => Parent is "Resource" or "DomainResource";

    /// <summary>
    /// The element and its type for a name as it stands in JSON, such as <c>valueString</c>; null if unknown.
    /// </summary>
    public (R4Element Element, string Type)? Find(string jsonName) =>
        _byJsonName.TryGetValue(jsonName, out var found) ? found : null;

    private static string JsonName(R4Element element, string type) =>
        element.IsChoice ? element.Stem + char.ToUpperInvariant(type[0]) + type[1..] : element.Name;
}

/// <summary>The part of FHIR R4 that Mantel speaks: one table drives checking, reading and writing.</summary>
public static class R4Elements
{
    private static readonly FrozenDictionary<string, R4Type> Types = Load();

    public static IEnumerable<R4Type> All => Types.Values;

    public static R4Type? Find(string name) => Types.GetValueOrDefault(name);

    /// <summary>True for a kind of resource that can be read here.</summary>
    public static bool SpeaksResource(string name) => Find(name) is { IsResource: true };

    /// <summary>Primitive types are written small in FHIR.</summary>
    public static bool IsPrimitive(string type) => char.IsAsciiLetterLower(type[0]);

    private static FrozenDictionary<string, R4Type> Load()
    {
        using var stream = typeof(R4Elements).Assembly.GetManifestResourceStream("r4-elements.tsv")!;
        using var reader = new StreamReader(stream);
        var own = new Dictionary<string, (string? Parent, List<string[]> Rows)>(StringComparer.Ordinal);
        List<string[]> rows = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var cells = line.Split('\t');
            if (!line.StartsWith(':'))
                rows.Add(cells);
            else
                own[cells[0][1..]] = (cells.Length > 1 && cells[1].Length > 0 ? cells[1] : null, rows = []);
        }
        return own.Keys.ToFrozenDictionary(
            name => name,
            name => new R4Type(
                name,
                own[name].Parent,
                [.. WithParents(name, own).Select((cells, order) => ReadElement(cells, order))]
            ),
            StringComparer.Ordinal
        );
    }

    private static IEnumerable<string[]> WithParents(
        string name,
        Dictionary<string, (string? Parent, List<string[]> Rows)> own
    )
    {
        var (parent, rows) = own[name];
        return parent is null ? rows : WithParents(parent, own).Concat(rows);
    }

    private static R4Element ReadElement(string[] cells, int order)
    {
        var cardinality = cells[1].Split("..");
        return new R4Element(
            cells[0],
            int.Parse(cardinality[0], CultureInfo.InvariantCulture),
            cardinality[1] == "*",
            cells[2].Split('|'),
            cells.Length > 3 && cells[3] == "!",
            cells.Length > 4 ? cells[4].Split(' ').ToFrozenSet(StringComparer.Ordinal) : FrozenSet<string>.Empty,
            order
        );
    }
}
