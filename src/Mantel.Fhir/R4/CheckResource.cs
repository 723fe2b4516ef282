using System.Text;
using System.Text.Json;

namespace Mantel.Fhir.R4;

/// <summary>
/// Holds a resource against the table of R4: unknown elements, wrong types, cardinality, formats, days that do not
/// exist, codes that may not stand there. Nothing that is wrong is guessed away.
/// </summary>
public sealed class CheckResource
{
    private const int MostIssues = 50;

    private readonly List<Issue> _issues = [];
    private readonly List<(string Name, int Index)> _path = [];

    private CheckResource() { }

    /// <summary>All that is wrong with the resource; empty when it is right.</summary>
    public static IReadOnlyList<Issue> Check(JsonElement resource)
    {
        var check = new CheckResource();
        check.Resource(resource);
        return check._issues;
    }

    /// <summary>All that is wrong with the envelope of a bundle, its resources aside.</summary>
    internal static IReadOnlyList<Issue> CheckEnvelope(JsonElement bundle)
    {
        var check = new CheckResource { _skipsResources = true };
        check.Resource(bundle);
        return check._issues;
    }

    private bool _skipsResources;

    private void Resource(JsonElement resource)
    {
        if (resource.ValueKind is not JsonValueKind.Object || TypeOf(resource) is not { } name)
        {
            Report(IssueCode.Structure, "fhir.not-a-resource");
            return;
        }
        if (R4Elements.Find(name) is not { IsResource: true } type)
        {
            if (_path.Count == 0 || !IsTypeName(name) || !CheckPrimitive.HasWholeText(resource))
                Report(IssueCode.NotSupported, "fhir.unknown-resource", Short(name));
            return;
        }
        if (_path.Count == 0)
            _path.Add((name, -1));
        Object(resource, type);
    }

    /// <summary>The resourceType, or null when there is none.</summary>
    internal static string? TypeOf(JsonElement resource) =>
        resource.ValueKind is JsonValueKind.Object
        && resource.TryGetProperty("resourceType", out var type)
        && type.ValueKind is JsonValueKind.String
            ? CheckPrimitive.TextOf(type)
            : null;

    /// <summary>True for what can be the name of a type of resource, spoken here or not.</summary>
    internal static bool IsTypeName(string name) =>
        name.Length is > 1 and <= 60 && char.IsAsciiLetterUpper(name[0]) && name.All(char.IsAsciiLetter);

    private void Object(JsonElement value, R4Type type)
    {
        var seen = default(Seen);
        var any = false;
        foreach (var property in value.EnumerateObject())
        {
            any = true;
            if (_issues.Count >= MostIssues)
                return;
            if (type.IsResource && property.NameEquals("resourceType"))
            {
                if (seen.HasType)
                    Report(IssueCode.Structure, "fhir.duplicate-property", "resourceType");
                seen.HasType = true;
                continue;
            }
            Property(value, type, property, ref seen);
        }
        if (!any)
            Report(IssueCode.Structure, "fhir.empty", Here());
        foreach (var element in type.Elements)
        {
            if (element.Min > 0 && ((seen.Values | seen.Companions) & (1UL << element.Order)) == 0)
                Report(IssueCode.Required, "fhir.missing-element", element.Name);
        }
    }

    private void Property(JsonElement owner, R4Type type, JsonProperty property, ref Seen seen)
    {
        var isCompanion = property.Name.StartsWith('_');
        var name = isCompanion ? property.Name[1..] : property.Name;
        if (type.Find(name) is not var (element, kind) || (isCompanion && !R4Elements.IsPrimitive(kind)))
        {
            Report(IssueCode.Structure, "fhir.unknown-element", Short(property.Name), type.Name);
            return;
        }
        if (!seen.Add(element, name, isCompanion))
        {
            var rule = element.IsChoice ? "fhir.two-of-a-choice" : "fhir.duplicate-property";
            Report(IssueCode.Structure, rule, element.Name);
            return;
        }
        _path.Add((name, -1));
        if (isCompanion)
            Companion(property.Value, element);
        else
            Values(owner, property.Value, element, kind);
        _path.RemoveAt(_path.Count - 1);
    }

    private void Values(JsonElement owner, JsonElement value, R4Element element, string kind)
    {
        if (!element.Repeats)
        {
            if (value.ValueKind is JsonValueKind.Array)
                Report(IssueCode.Structure, "fhir.is-a-list", element.Name);
            else
                One(value, element, kind);
            return;
        }
        if (value.ValueKind is not JsonValueKind.Array)
        {
            Report(IssueCode.Structure, "fhir.not-a-list", element.Name);
            return;
        }
        if (value.GetArrayLength() == 0)
            Report(IssueCode.Structure, "fhir.empty", element.Name);
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (_issues.Count >= MostIssues)
                return;
            _path[^1] = (_path[^1].Name, index);
            if (item.ValueKind is not JsonValueKind.Null || !HasCompanion(owner, _path[^1].Name, index))
                One(item, element, kind);
            index++;
        }
    }

    private static bool HasCompanion(JsonElement owner, string name, int index) =>
        owner.TryGetProperty("_" + name, out var companions)
        && companions.ValueKind is JsonValueKind.Array
        && companions.GetArrayLength() > index
        && companions[index].ValueKind is JsonValueKind.Object;

    private void Companion(JsonElement value, R4Element element)
    {
        if (element.Repeats != (value.ValueKind is JsonValueKind.Array))
        {
            Report(IssueCode.Structure, element.Repeats ? "fhir.not-a-list" : "fhir.is-a-list", "_" + element.Name);
            return;
        }
        var type = R4Elements.Find("Element")!;
        if (!element.Repeats)
        {
            Complex(value, type);
            return;
        }
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            _path[^1] = (_path[^1].Name, index++);
            if (item.ValueKind is not JsonValueKind.Null)
                Complex(item, type);
        }
    }

    private void One(JsonElement value, R4Element element, string kind)
    {
        if (kind == "Resource")
        {
            if (!_skipsResources)
                Resource(value);
        }
        else if (R4Elements.IsPrimitive(kind))
            Primitive(value, element, kind);
        else
            Complex(value, R4Elements.Find(kind)!);
    }

    private void Complex(JsonElement value, R4Type type)
    {
        if (value.ValueKind is not JsonValueKind.Object)
            Report(IssueCode.Structure, "fhir.wrong-type", Here(), type.Name);
        else
            Object(value, type);
    }

    private void Primitive(JsonElement value, R4Element element, string kind)
    {
        if (CheckPrimitive.Fault(value, kind) is { } rule)
            Report(IssueCode.Value, rule, rule is "fhir.wrong-type" or "fhir.empty" ? [element.Name, kind] : [kind]);
        else if (element.Codes.Count > 0 && !element.Codes.Contains(value.GetString()!))
            Report(IssueCode.Value, "fhir.unknown-code", element.Name);
    }

    private void Report(IssueCode code, string rule, params string[] values)
    {
        if (_issues.Count < MostIssues)
            _issues.Add(new Issue(code, Here(), rule, values));
        if (_issues.Count == MostIssues)
            _issues.Add(new Issue(IssueCode.TooLong, Here(), "fhir.too-much-wrong", []));
    }

    private string Here()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _path)
        {
            text.Append(text.Length > 0 ? "." : "").Append(name);
            if (index >= 0)
                text.Append('[').Append(index).Append(']');
        }
        return text.ToString();
    }

    /// <summary>A name from the message, cut so that a report stays a report, and without strange characters.</summary>
    internal static string Short(string name)
    {
        var plain = new string([.. name.Where(character => char.IsAsciiLetterOrDigit(character) || character == '_')]);
        return plain.Length > 40 ? plain[..40] + "…" : plain;
    }

    /// <summary>Which elements of an object were there, so that nothing is there twice.</summary>
    private struct Seen
    {
        public ulong Values;
        public ulong Companions;
        public bool HasType;
        private string? _choice;

        public bool Add(R4Element element, string name, bool isCompanion)
        {
            var bit = 1UL << element.Order;
            if (element.IsChoice && _choice is not null && _choice != name && ((Values | Companions) & bit) != 0)
                return false;
            if (element.IsChoice)
                _choice = name;
            ref var bits = ref (isCompanion ? ref Companions : ref Values);
            var isNew = (bits & bit) == 0;
            bits |= bit;
            return isNew;
        }
    }
}
