using System.Text.Json;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Pzp;

/// <summary>
/// Takes files apart into resources: bundles of the kinds that deliver something, or a resource by itself.
/// </summary>
internal sealed class ReadBundle
{
    private static readonly string[] Delivering = ["transaction", "batch", "collection", "searchset"];

    /// <summary>The largest resource, in bytes: it must fit into an attachment.</summary>
    private const int MostBytes = 20 << 20;

    public List<Received> Resources { get; } = [];
    public List<Refused> Refused { get; } = [];

    public void Take(IncomingFile file)
    {
        var (json, xml, fault) = ReadFile.Read(file);
        if (json is not { } resource)
            Refuse(file, file.Name, fault!);
        else if (CheckResource.TypeOf(resource) == "Bundle")
            TakeBundle(file, resource, xml);
        else
            TakeResource(file, file.Name, fullUrl: null, resource, xml.Count > 0 ? xml[0] : null);
    }

    private void TakeBundle(IncomingFile file, JsonElement bundle, IReadOnlyList<string?> xml)
    {
        var faults = CheckResource.CheckEnvelope(bundle);
        if (faults.Count > 0)
        {
            Refuse(file, file.Name, [.. faults]);
            return;
        }
        if (!Delivering.Contains(bundle.GetProperty("type").GetString()))
        {
            Refuse(file, file.Name, new Issue(IssueCode.NotSupported, "Bundle.type", "fhir.bundle-type", []));
            return;
        }
        if (!bundle.TryGetProperty("entry", out var entries))
            return;
        foreach (var (index, entry) in entries.EnumerateArray().Index())
            TakeEntry(file, entry, $"{file.Name} entry[{index}]", xml.Count > index ? xml[index] : null);
    }

    private void TakeEntry(IncomingFile file, JsonElement entry, string place, string? xml)
    {
        var method = entry.TryGetProperty("request", out var request)
            ? request.GetProperty("method").GetString()!
            : "PUT";
        if (method is not ("PUT" or "POST"))
            Refuse(file, place, new Issue(IssueCode.NotSupported, place, "fhir.not-a-delivery", [method]));
        else if (!entry.TryGetProperty("resource", out var resource))
            Refuse(file, place, new Issue(IssueCode.Required, place, "fhir.entry-without-resource", []));
        else
        {
            var fullUrl = entry.TryGetProperty("fullUrl", out var url) ? url.GetString() : null;
            TakeResource(file, place, fullUrl, resource, xml);
        }
    }

    private void TakeResource(IncomingFile file, string place, string? fullUrl, JsonElement resource, string? xml)
    {
        var type = CheckResource.TypeOf(resource);
        var id = IdOf(resource);
        var name = type is null ? place : $"{CheckResource.Short(type)}/{id ?? fullUrl ?? place}";
        if (type == "Bundle")
        {
            Refuse(file, place, new Issue(IssueCode.NotSupported, place, "fhir.bundle-in-bundle", []));
            return;
        }
        var faults = CheckResource.Check(resource);
        if (ReadFile.Verbatim(resource).Length > MostBytes)
            Refuse(file, name, new Issue(IssueCode.TooLong, name, "fhir.message-too-large", ["20"]));
        else if (faults.Count > 0 && !CanBeKept(type, resource))
            Refuse(file, name, [.. faults]);
        else
            Resources.Add(
                new Received(
                    file.Name,
                    type!,
                    id,
                    CheckPrimitive.IsAddress(fullUrl) ? fullUrl : null,
                    resource,
                    WriteResource.Hash(resource)
                )
                {
                    Unread = faults.Count > 0 ? faults : null,
                    Xml = xml,
                }
            );
    }

    /// <summary>A type that is not read here, or that decides nothing, is kept word for word, however it is.</summary>
    private static bool CanBeKept(string? type, JsonElement resource) =>
        type is not null
        && CheckResource.IsTypeName(type)
        && !MayDecide.Has(type)
        && CheckPrimitive.HasWholeText(resource);

    private static string? IdOf(JsonElement resource) =>
        resource.ValueKind is JsonValueKind.Object
        && resource.TryGetProperty("id", out var id)
        && id.ValueKind is JsonValueKind.String
        && CheckPrimitive.Fault(id, "id") is null
            ? id.GetString()
            : null;

    private void Refuse(IncomingFile file, string name, params IReadOnlyList<Issue> issues) =>
        Refused.Add(new Refused(file.Name, name, issues));
}
