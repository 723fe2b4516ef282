using System.Text;
using System.Text.Json;
using System.Xml;

namespace Mantel.Fhir.R4;

/// <summary>
/// Writes resources as FHIR XML: elements in the order of the table, values as attributes, the narrative as it stands.
/// </summary>
public static class WriteXml
{
    private const string Fhir = "http://hl7.org/fhir";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    public static byte[] Write(JsonElement resource)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            Resource(writer, resource);
        }
        return stream.ToArray();
    }

    private static void Resource(XmlWriter writer, JsonElement resource)
    {
        var name = CheckResource.TypeOf(resource)!;
        writer.WriteStartElement(name, Fhir);
        Members(writer, resource, R4Elements.Find(name), isElement: false, isExtension: false);
        writer.WriteEndElement();
    }

    private static void Members(XmlWriter writer, JsonElement value, R4Type? type, bool isElement, bool isExtension)
    {
        var properties = value.EnumerateObject().Where(one => !one.NameEquals("resourceType")).ToList();
        foreach (var property in properties.Where(one => IsAttribute(one.Name, isElement, isExtension)))
            writer.WriteAttributeString(property.Name, property.Value.GetString());
        var names = properties
            .Select(one => one.Name.TrimStart('_'))
            .Distinct(StringComparer.Ordinal)
            .Where(name => !IsAttribute(name, isElement, isExtension))
            .OrderBy(name => type?.Find(name)?.Element.Order ?? int.MaxValue);
        foreach (var name in names)
        {
            JsonElement? own = value.TryGetProperty(name, out var found) ? found : null;
            JsonElement? more = value.TryGetProperty("_" + name, out var companion) ? companion : null;
            Element(writer, name, own, more, type?.Find(name)?.Type);
        }
    }

    /// <summary>The id of an element, and the address of an extension; the id of a resource is an element.</summary>
    private static bool IsAttribute(string name, bool isElement, bool isExtension) =>
        (isElement && name == "id") || (isExtension && name == "url");

    private static void Element(XmlWriter writer, string name, JsonElement? own, JsonElement? more, string? kind)
    {
        var isList = (own ?? more)!.Value.ValueKind is JsonValueKind.Array;
        var count = isList ? Math.Max(Length(own), Length(more)) : 1;
        for (var at = 0; at < count; at++)
            One(writer, name, isList ? At(own, at) : own, isList ? At(more, at) : more, kind);
    }

    private static int Length(JsonElement? list) => list?.GetArrayLength() ?? 0;

    private static JsonElement? At(JsonElement? list, int at) =>
        list is { } all && all.GetArrayLength() > at && all[at].ValueKind is not JsonValueKind.Null ? all[at] : null;

    private static void One(XmlWriter writer, string name, JsonElement? own, JsonElement? more, string? kind)
    {
        if (
            own is { ValueKind: JsonValueKind.String } narrative
            && (kind == "xhtml" || (kind is null && name == "div"))
        )
        {
            writer.WriteRaw(narrative.GetString()!);
            return;
        }
        writer.WriteStartElement(name, Fhir);
        if (own is { ValueKind: JsonValueKind.Object } inside)
        {
            if (CheckResource.TypeOf(inside) is not null)
                Resource(writer, inside);
            else
                Members(
                    writer,
                    inside,
                    kind is null ? null : R4Elements.Find(kind),
                    isElement: true,
                    name is "extension" or "modifierExtension"
                );
        }
        else if (own is { } value)
            writer.WriteAttributeString("value", TextOf(value));
        if (more is { } rest)
            Members(writer, rest, R4Elements.Find("Element"), isElement: true, isExtension: false);
        writer.WriteEndElement();
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
