using System.Text.Json;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Pzp;

/// <summary>
/// Several files that belong together, read as one set in any order: every resource once, what is wrong refused by
/// name, references found inside the set.
/// </summary>
public sealed class PzpSet
{
    private readonly Dictionary<string, List<Received>> _byAddress = new(StringComparer.Ordinal);

    private PzpSet(IReadOnlyList<Received> resources, IReadOnlyList<Refused> refused, IReadOnlyList<Received> repeated)
    {
        (Resources, Refused, Repeated) = (resources, refused, repeated);
        foreach (var resource in resources.Where(resource => resource.Unread is null))
        {
            foreach (var address in AddressesOf(resource).Distinct(StringComparer.Ordinal))
                Add(address, resource);
        }
    }

    /// <summary>The resources that can be read, in an order that does not depend on that of the files.</summary>
    public IReadOnlyList<Received> Resources { get; }

    /// <summary>What cannot be read, with the reasons.</summary>
    public IReadOnlyList<Refused> Refused { get; }

    /// <summary>Resources that came more than once and say the same each time.</summary>
    public IReadOnlyList<Received> Repeated { get; }

    public static PzpSet Read(params IReadOnlyList<IncomingFile> files)
    {
        var reading = new ReadBundle();
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            reading.Take(file);
        return Gather(reading.Resources, reading.Refused);
    }

    /// <summary>
    /// The one resource that a reference from another points to; null when there is none, or no telling which.
    /// </summary>
    public Received? Find(Received from, string reference)
    {
        var plain = reference.Split("/_history/")[0];
        if (from.Server is { } server && One($"{server}/{plain}") is { } there)
            return there;
        return One(plain) ?? (LastTwo(plain) is { } tail && tail != plain ? One(tail) : null);
    }

    /// <summary>The one resource of a type that carries this identifier.</summary>
    public Received? FindByIdentifier(string type, string system, string value) => One($"{type}?{system}|{value}");

    private static PzpSet Gather(IEnumerable<Received> resources, List<Refused> refused)
    {
        List<Received> kept = [];
        List<Received> repeated = [];
        foreach (var same in resources.GroupBy(resource => (resource.Server, resource.Name)))
        {
            var different = same.DistinctBy(resource => resource.Hash, StringComparer.Ordinal).ToList();
            if (different.Count > 1 && NewestOf(different) is { } newest)
                different = [newest];
            if (different.Count > 1 && MayDecide.Has(different[0].Type))
                refused.AddRange(different.Select(TwoVersions));
            else
            {
                kept.AddRange(different);
                repeated.AddRange(same.Except(different));
            }
        }
        return new PzpSet(
            [.. kept.OrderBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)],
            refused,
            repeated
        );
    }

    /// <summary>
    /// The newest of several versions by the sender's own numbering or clock; null when neither tells.
    /// </summary>
    private static Received? NewestOf(List<Received> versions) =>
        versions.Aggregate(
            (Received?)versions[0],
            (newest, other) =>
                newest is null || newest == other
                    ? newest
                    : Versions.Compare(newest.Version, newest.Updated, other.Version, other.Updated) switch
                    {
                        < 0 => other,
                        > 0 => newest,
                        _ => null,
                    }
        );

    private static Refused TwoVersions(Received resource) =>
        new(
            resource.File,
            resource.Name,
            [new Issue(IssueCode.Duplicate, resource.Name, "fhir.two-versions", [resource.Name])]
        );

    private static IEnumerable<string> AddressesOf(Received resource)
    {
        if (resource.FullUrl is { } url)
            yield return url;
        if (resource.Id is { } id)
            yield return $"{resource.Type}/{id}";
        foreach (var (system, value) in IdentifiersOf(resource.Json))
            yield return $"{resource.Type}?{system}|{value}";
    }

    private static IEnumerable<(string System, string Value)> IdentifiersOf(JsonElement json)
    {
        if (!json.TryGetProperty("identifier", out var identifiers) || identifiers.ValueKind is not JsonValueKind.Array)
            yield break;
        foreach (var identifier in identifiers.EnumerateArray())
        {
            if (
                identifier.TryGetProperty("system", out var system) && identifier.TryGetProperty("value", out var value)
            )
                yield return (system.GetString()!, value.GetString()!);
        }
    }

    private void Add(string address, Received resource)
    {
        if (!_byAddress.TryGetValue(address, out var there))
            _byAddress[address] = there = [];
        there.Add(resource);
    }

    private Received? One(string address) =>
        _byAddress.TryGetValue(address, out var there) && there.Count == 1 ? there[0] : null;

    private static string? LastTwo(string reference)
    {
        var parts = reference.Split('/');
        return parts.Length > 2 ? $"{parts[^2]}/{parts[^1]}" : null;
    }
}
