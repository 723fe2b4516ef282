using System.Runtime.CompilerServices;
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

    public IReadOnlyList<string> Profiles { get; } =
        Json.TryGetProperty("meta", out var meta) && meta.TryGetProperty("profile", out var profiles)
            ? [.. profiles.EnumerateArray().Select(profile => profile.GetString()!)]
            : [];

    /// <summary>Each received resource is one of its own; what two say is compared by <see cref="Hash"/>.</summary>
    public bool Equals(Received? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>Its bytes as they stand in the file.</summary>
    public byte[] Verbatim() => ReadFile.Verbatim(Json).ToArray();
}

/// <summary>Something that was sent and is not taken in, with every reason.</summary>
/// <param name="Name">The resource as <c>Consent/123</c>, or the file.</param>
public sealed record Refused(string File, string Name, IReadOnlyList<Issue> Issues);
