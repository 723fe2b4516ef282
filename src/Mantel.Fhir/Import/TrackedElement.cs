using System.Text.Json;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>
/// An element of a received resource that remembers whether it was read. What nobody read is kept verbatim and listed;
/// an unread modifier means that the resource was not understood.
/// </summary>
internal sealed class TrackedElement
{
    private readonly JsonElement? _value;
    private readonly List<TrackedElement> _children = [];
    private readonly R4Element? _element;
    private bool _read;

    private TrackedElement(string name, R4Element? element, JsonElement? value)
    {
        (Name, _element, _value) = (name, element, value);
    }

    /// <summary>Its name as in JSON, such as <c>valueString</c>.</summary>
    public string Name { get; }

    public static TrackedElement Of(Received resource)
    {
        var node = new TrackedElement(resource.Type, null, null);
        if (resource.Unread is null)
            node.AddChildren(resource.Json, R4Elements.Find(resource.Type)!);
        node.Skip("resourceType", "id", "meta", "text", "language");
        return node;
    }

    /// <summary>The first child of this name; a choice is also found by its stem, such as <c>value</c>.</summary>
    public TrackedElement? this[string name] => _children.Find(child => child.Is(name));

    public IEnumerable<TrackedElement> All(string name) => _children.Where(child => child.Is(name));

    public bool Has(string name) => this[name] is not null;

    /// <summary>The text of a primitive child, now read; null when absent.</summary>
    public string? Text(string name) => this[name]?.Read();

    public bool? Flag(string name)
    {
        var text = Text(name);
        return text is null ? null : bool.Parse(text);
    }

    /// <summary>The text of this primitive, now read; null when it has only extensions.</summary>
    public string? Read()
    {
        _read = true;
        return _value?.ValueKind switch
        {
            null or JsonValueKind.Null => null,
            JsonValueKind.String => _value.Value.GetString(),
            _ => _value.Value.GetRawText(),
        };
    }

    /// <summary>The extension with one of these addresses.</summary>
    public TrackedElement? Extension(params string[] urls) => Extended("extension", urls);

    public TrackedElement? ModifierExtension(params string[] urls) => Extended("modifierExtension", urls);

    /// <summary>Says that these are understood and need no place of their own in the record.</summary>
    public void Skip(params string[] names)
    {
        foreach (var child in names.SelectMany(All))
            child.SkipWhole();
    }

    public void SkipWhole()
    {
        _read = true;
        foreach (var child in _children)
            child.SkipWhole();
    }

    /// <summary>The paths that nobody read, each as high up as possible, each once.</summary>
    public IReadOnlyList<string> Unread() => [.. UnreadBelow("").Distinct(StringComparer.Ordinal)];

    /// <summary>Elements that can change the meaning of what was read and were not read themselves.</summary>
    public IReadOnlyList<string> UnreadModifiers() => [.. ModifiersBelow("").Distinct(StringComparer.Ordinal)];

    /// <summary>Every reference below this node, with what it stands in.</summary>
    public IEnumerable<TrackedElement> References() =>
        _children
            .SelectMany(child => child.References())
            .Concat(Has("reference") && this["reference"]!._value is not null ? [this] : []);

    /// <summary>The reference of this node as it stands, without counting it as read.</summary>
    public string? PeekReference() =>
        this["reference"]?._value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public string? PeekText(string name) =>
        this[name]?._value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private TrackedElement? Extended(string name, string[] urls)
    {
        var found = All(name).FirstOrDefault(child => urls.Contains(child.PeekText("url"), StringComparer.Ordinal));
        found?.Skip("url");
        return found;
    }

    private bool Is(string name) => Name == name || (_element is { IsChoice: true } choice && choice.Stem == name);

    private bool AnyRead => _read || _children.Exists(child => child.AnyRead);

    private IEnumerable<string> UnreadBelow(string path)
    {
        foreach (var child in _children)
        {
            var place = path.Length == 0 ? child.Label : $"{path}.{child.Label}";
            if (!child.AnyRead)
                yield return place;
            else
            {
                foreach (var deeper in child.UnreadBelow(place))
                    yield return deeper;
            }
        }
    }

    private IEnumerable<string> ModifiersBelow(string path)
    {
        foreach (var child in _children)
        {
            var place = path.Length == 0 ? child.Label : $"{path}.{child.Label}";
            if (child._element is { IsModifier: true } && !child.AnyRead)
                yield return place;
            else if (child.AnyRead)
            {
                foreach (var deeper in child.ModifiersBelow(place))
                    yield return deeper;
            }
        }
    }

    /// <summary>Its name in a path: a form's item goes by its linkId.</summary>
    private string Label => Name == "item" && PeekText("linkId") is { } link ? $"item({link})" : Name;

    private void AddChildren(JsonElement value, R4Type type)
    {
        foreach (var property in value.EnumerateObject())
        {
            var isCompanion = property.Name.StartsWith('_');
            if (type.Find(isCompanion ? property.Name[1..] : property.Name) is not var (element, kind))
                continue;
            if (!isCompanion)
                AddValues(value, property, element, kind);
            else if (!value.TryGetProperty(property.Name[1..], out _))
                AddBare(property, element);
        }
    }

    private void AddValues(JsonElement owner, JsonProperty property, R4Element element, string kind)
    {
        var isList = property.Value.ValueKind is JsonValueKind.Array;
        var values = isList ? [.. property.Value.EnumerateArray()] : new[] { property.Value };
        var hasCompanion = owner.TryGetProperty("_" + property.Name, out var companion);
        for (var i = 0; i < values.Length; i++)
        {
            var isPrimitive = R4Elements.IsPrimitive(kind);
            var node = new TrackedElement(property.Name, element, isPrimitive ? values[i] : null);
            if (!isPrimitive)
            {
                if (TypeOf(values[i], kind) is { } inside)
                    node.AddChildren(values[i], inside);
            }
            else if (hasCompanion && CompanionAt(companion, isList, i) is { ValueKind: JsonValueKind.Object } extra)
                node.AddChildren(extra, R4Elements.Find("Element")!);
            _children.Add(node);
        }
    }

    private void AddBare(JsonProperty property, R4Element element)
    {
        var isList = property.Value.ValueKind is JsonValueKind.Array;
        foreach (var extra in isList ? [.. property.Value.EnumerateArray()] : new[] { property.Value })
        {
            if (extra.ValueKind is not JsonValueKind.Object)
                continue;
            var node = new TrackedElement(property.Name[1..], element, null);
            node.AddChildren(extra, R4Elements.Find("Element")!);
            _children.Add(node);
        }
    }

    private static JsonElement? CompanionAt(JsonElement companion, bool isList, int index) =>
        !isList ? companion
        : companion.GetArrayLength() > index ? companion[index]
        : null;

    private static R4Type? TypeOf(JsonElement value, string kind) =>
        R4Elements.Find(kind == "Resource" ? CheckResource.TypeOf(value)! : kind);
}
