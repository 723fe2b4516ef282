using System.Text;
using System.Text.Json;
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
}
