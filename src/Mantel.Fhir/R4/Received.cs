using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Mantel.Fhir.R4;

/// <summary>
/// A resource as it was received: from which file, what it is called there, and its JSON word for word.
/// </summary>
/// <param name="Id">Its id at the source, or null.</param>
/// <param name="FullUrl">The address its bundle gives it, or null.</param>
/// <param name="Hash">What it says, as a hash: two with the same hash say the same.</param>
public sealed record Received(string File, string Type, string? Id, string? FullUrl, JsonElement Json, string Hash)
{
    /// <summary>What it is called in reports: <c>Consent/123</c>.</summary>
    public string Name => $"{Type}/{Id ?? FullUrl ?? Hash[..12]}";

    /// <summary>The server it comes from, when its address says so: <c>https://example.org/fhir</c>.</summary>
    public string? Server =>
        FullUrl is { } url
        && Id is not null
        && url.StartsWith("http", StringComparison.Ordinal)
        && url.EndsWith($"/{Type}/{Id}", StringComparison.Ordinal)
            ? url[..^(Type.Length + Id.Length + 2)]
            : null;

    /// <summary>
    /// Why nothing of it is read: of a type that is not read here, or broken and of a type that decides nothing. It is
    /// kept word for word. Null: it is read.
    /// </summary>
    public IReadOnlyList<Issue>? Unread { get; init; }

    public IReadOnlyList<string> Profiles { get; } =
        Meta(Json, "profile") is { ValueKind: JsonValueKind.Array } profiles
            ? [.. profiles.EnumerateArray().Select(one => CheckPrimitive.TextIn(one)).OfType<string>()]
            : [];

    /// <summary>The version its sender gives it; null: none.</summary>
    public string? Version { get; } = CheckPrimitive.TextIn(Meta(Json, "versionId"));

    /// <summary>When its sender last changed it, as it says; null: it does not.</summary>
    public string? Updated { get; } = CheckPrimitive.TextIn(Meta(Json, "lastUpdated"));

    /// <summary>The system it says it comes from; null: it does not.</summary>
    public string? MetaSource { get; } = CheckPrimitive.TextIn(Meta(Json, "source"));

    /// <summary>Each received resource is one of its own; what two say is compared by <see cref="Hash"/>.</summary>
    public bool Equals(Received? other) => ReferenceEquals(this, other);

    private static JsonElement? Meta(JsonElement json, string name) =>
        json.TryGetProperty("meta", out var meta)
        && meta.ValueKind is JsonValueKind.Object
        && meta.TryGetProperty(name, out var value)
            ? value
            : null;

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Its XML, when it came so; null: it came as JSON.</summary>
    public string? Xml { get; init; }

    /// <summary>Its text as it stands in the file.</summary>
    public byte[] Verbatim() => Xml is { } xml ? Encoding.UTF8.GetBytes(xml) : ReadFile.Verbatim(Json).ToArray();
}

/// <summary>Something that was sent and is not taken in, with every reason.</summary>
/// <param name="Name">The resource as <c>Consent/123</c>, or the file.</param>
public sealed record Refused(string File, string Name, IReadOnlyList<Issue> Issues);
