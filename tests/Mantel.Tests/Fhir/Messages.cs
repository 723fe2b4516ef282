using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mantel.Fhir.R4;

namespace Mantel.Tests.Fhir;

/// <summary>Small messages for tests.</summary>
internal static class Messages
{
    public static IncomingFile File(string json, string name = "file.json") => new(name, Encoding.UTF8.GetBytes(json));

    public static IncomingFile Bundle(params IEnumerable<string> resources) =>
        File($$"""{"resourceType":"Bundle","type":"collection","entry":[{{Entries(resources)}}]}""");

    public static IReadOnlyList<Issue> Check(string json) => CheckResource.Check(JsonElement.Parse(json));

    public static string Rules(IEnumerable<Issue> issues) => string.Join(' ', issues.Select(issue => issue.Rule));

    private static string Entries(IEnumerable<string> resources) =>
        string.Join(',', resources.Select(resource => $$"""{"resource":{{resource}}}"""));

    /// <summary>A bundle with its entries in another order; a file that is no bundle as it is.</summary>
    public static IncomingFile Shuffled(IncomingFile file, int seed)
    {
        var bundle = JsonNode.Parse(file.Bytes.Span)!.AsObject();
        if (bundle["entry"] is not JsonArray entries)
            return file;
        var random = new Random(seed);
        var shuffled = entries.Select(entry => entry!.DeepClone()).OrderBy(_ => random.Next()).ToArray();
        bundle["entry"] = new JsonArray(shuffled);
        return file with { Bytes = Encoding.UTF8.GetBytes(bundle.ToJsonString()) };
    }

    /// <summary>A file with one resource under another name.</summary>
    public static IncomingFile Renamed(IncomingFile file, string id, string into) =>
        Text(file, $"\"{id}\"", $"\"{into}\"") with
        {
            Name = into,
        };

    /// <summary>A file with some of its text changed.</summary>
    public static IncomingFile Text(IncomingFile file, string what, string into)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        if (!text.Contains(what, StringComparison.Ordinal))
            throw new ArgumentException($"{file.Name} does not hold it.", nameof(what));
        return file with { Bytes = Encoding.UTF8.GetBytes(text.Replace(what, into, StringComparison.Ordinal)) };
    }

    /// <summary>A sample with one thing changed.</summary>
    public static IncomingFile Changed(string sample, string what, string into)
    {
        var file = Imports.Samples(sample)[0];
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        if (!text.Contains(what, StringComparison.Ordinal))
            throw new ArgumentException($"{sample} does not hold it.", nameof(what));
        return file with { Bytes = Encoding.UTF8.GetBytes(text.Replace(what, into, StringComparison.Ordinal)) };
    }
}
