using System.Text.Json;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>The references that stand in a resource, of whatever type it is.</summary>
internal static class References
{
    public static IEnumerable<string> In(Received resource) => In(resource.Json);

    private static IEnumerable<string> In(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(property =>
                    property.NameEquals("reference") && CheckPrimitive.TextIn(property.Value) is { } address
                        ? [address]
                        : In(property.Value)
                ),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(In),
            _ => [],
        };
}
