using System.Text.Json.Nodes;
using Mantel.Core.Journal;

namespace Mantel.Fhir.Export;

/// <summary>The small pieces of FHIR JSON that all resources share.</summary>
internal static class Json
{
    /// <summary>An object of all that is not null.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] properties)
    {
        var result = new JsonObject();
        foreach (var (name, value) in properties)
        {
            if (value is not null)
                result[name] = value;
        }
        return result;
    }

    /// <summary>A list, or null when it would be empty.</summary>
    public static JsonArray? List(params IEnumerable<JsonNode?> items)
    {
        var all = items.OfType<JsonNode>().ToArray();
        return all.Length == 0 ? null : new JsonArray(all);
    }

    public static JsonObject Concept(string system, string code, string? display = null, string? text = null) =>
        Object(("coding", List(Coding(system, code, display))), ("text", text));

    public static JsonObject Coding(string? system, string code, string? display = null) =>
        Object(("system", system), ("code", code), ("display", display));

    public static JsonObject Extension(string url, string value, JsonNode content) =>
        Object(("url", url), (value, content));

    public static JsonObject Meta(string profile) => Object(("profile", List(Pzp.Profiles.Of(profile))));

    public static JsonArray? Note(string? text) => text is null ? null : List(Object(("text", text)));

    public static string? Day(PartialDate? day) => day?.ToString();
}
