using System.Text.Json;

namespace Mantel.Core.Journal;

/// <summary>
/// Brings a fact of an older version forward, one step at a time, after decryption. A step is added here when a fact
/// kind gets a new version; its old sample stays in the tests for ever.
/// </summary>
public static class Upcasting
{
    private static readonly Dictionary<(string Kind, int From), Func<JsonElement, JsonElement>> Steps = new()
    {
        [("acp.dnr-code-given", 1)] = OnlyAdded,
        [("people.implanted-device-recorded", 1)] = OnlyAdded,
    };

    internal static JsonElement Forward(string kind, int from, int to, JsonElement fact)
    {
        for (var version = from; version < to; version++)
        {
            if (!Steps.TryGetValue((kind, version), out var step))
                throw new UnknownFactException(kind, version);
            fact = step(fact);
        }
        return fact;
    }

    /// <summary>
    /// The new version only has members that may be absent: what was written before did not know them.
    /// </summary>
    private static JsonElement OnlyAdded(JsonElement fact) => fact;
}
