using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mantel.Fhir.R4;

/// <summary>
/// Writes resources with their elements in canonical order, and tells by a hash whether two say the same.
/// </summary>
public static class WriteResource
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 200,
    };

    /// <summary>The resource as indented JSON, elements in canonical order.</summary>
    public static byte[] Write(JsonElement resource)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Resource(writer, resource, keepVersion: true);
        return stream.ToArray();
    }

    internal static void WriteTo(Utf8JsonWriter writer, JsonElement resource) =>
        Resource(writer, resource, keepVersion: true);

    /// <summary>
    /// SHA-256 (hex) of what the resource says: order of elements, spaces, and the sending server's own version number
    /// and time of storage make no difference.
    /// </summary>
    public static string Hash(JsonElement resource)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options with { Indented = false }))
            Resource(writer, resource, keepVersion: false);
        return Convert.ToHexStringLower(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
    }

    private static void Resource(Utf8JsonWriter writer, JsonElement resource, bool keepVersion)
    {
        var name = resource.GetProperty("resourceType").GetString()!;
        writer.WriteStartObject();
        writer.WriteString("resourceType", name);
        if (R4Elements.Find(name) is { } type)
            Properties(writer, resource, type, keepVersion);
        else
            AsItCame(writer, resource);
        writer.WriteEndObject();
    }

    /// <summary>A resource of a type that is not spoken here.</summary>
    private static void AsItCame(Utf8JsonWriter writer, JsonElement resource)
    {
        foreach (var property in resource.EnumerateObject().Where(property => !property.NameEquals("resourceType")))
            property.WriteTo(writer);
    }

    private static void Properties(Utf8JsonWriter writer, JsonElement value, R4Type type, bool keepVersion)
    {
        var ordered = value
            .EnumerateObject()
            .Where(property => !(type.IsResource && property.NameEquals("resourceType")))
            .Select(property => (Property: property, Found: Find(type, property.Name)))
            .OrderBy(row => row.Found?.Element.Order ?? int.MaxValue)
            .ThenBy(row => row.Property.Name.StartsWith('_'));
        foreach (var (property, found) in ordered)
        {
            if (found is not var (element, kind))
            {
                property.WriteTo(writer);
                continue;
            }
            if (!keepVersion && type.Name == "Meta" && element.Name is "versionId" or "lastUpdated" or "source")
                continue;
            writer.WritePropertyName(property.Name);
            Value(writer, property.Value, property.Name.StartsWith('_') ? "Element" : kind, keepVersion);
        }
    }

    private static (R4Element Element, string Type)? Find(R4Type type, string name) =>
        type.Find(name.StartsWith('_') ? name[1..] : name);

    private static void Value(Utf8JsonWriter writer, JsonElement value, string kind, bool keepVersion)
    {
        if (value.ValueKind is JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Value(writer, item, kind, keepVersion);
            writer.WriteEndArray();
        }
        else if (kind == "Resource" && CheckResource.TypeOf(value) is not null)
            Resource(writer, value, keepVersion);
        else if (value.ValueKind is JsonValueKind.Object && R4Elements.Find(kind) is { } inside)
        {
            writer.WriteStartObject();
            Properties(writer, value, inside, keepVersion);
            writer.WriteEndObject();
        }
        else if (value.ValueKind is JsonValueKind.Number)
            writer.WriteRawValue(value.GetRawText());
        else
            value.WriteTo(writer);
    }
}
