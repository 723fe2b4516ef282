using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.People;
using Mantel.Demo;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Mantel.Tests.Readers;

/// <summary>
/// Every page that somebody comes to, in one language: each address of the product that opens to them, each link on
/// it, each form sent back with everything wrong, and what is said when a page is not there or was asked too often.
/// </summary>
internal sealed partial class OwnPages
{
    private const string Person = "{id:guid}";

    /// <summary>What nobody links to: the door, and what is not there.</summary>
    private static readonly string[] Doors =
    [
        "/",
        "/sign-in",
        "/sign-in/new",
        "/account",
        "/prepare/none",
        "/nothing/here",
    ];

    /// <summary>How many pages of one kind are read: two people of a circle say what ten say.</summary>
    private const int Alike = 2;
    private const int Most = 400;

    /// <summary>One's own password may be sent twenty times in a minute.</summary>
    private const int MoreThanOneMay = 25;

    private readonly Visitor _visitor;
    private readonly PersonRecord _record;
    private readonly Queue<string> _ways = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IHtmlDocument> _pages = new(StringComparer.Ordinal);

    private OwnPages(Visitor visitor, PersonRecord record) => (_visitor, _record) = (visitor, record);

    /// <summary>What was read, by its address.</summary>
    public static async Task<IReadOnlyDictionary<string, IHtmlDocument>> ReadAsync(
        RunningMantel mantel,
        string role,
        string language
    )
    {
        var id = Of(role);
        var visitor = await SignInAsync(mantel, role, id);
        var record = await RecordAsync(mantel, id);
        await ChooseAsync(visitor, "/", language);
        var pages = new OwnPages(visitor, record);
        await pages.WalkAsync([.. Doors, .. Addresses(mantel, id)]);
        await pages.PrepareAsync(mantel, role, language);
        await pages.SendWrongAsync();
        await pages.AskTooOftenAsync();
        return pages._pages;
    }

    /// <summary>Whose pages somebody reads.</summary>
    public static Guid Of(string role) => DemoPeople.Of(role is "person-unasked" ? "wil-boogaard" : "leida-vos");

    public static Task<PersonRecord> RecordAsync(RunningMantel mantel, Guid person) =>
        mantel.Services.GetRequiredService<Desk>().Own.LoadAsync(person, CancellationToken.None);

    private static async Task ChooseAsync(Visitor visitor, string from, string language) =>
        (await visitor.SendAsync(from, "/language", ("language", language))).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );

    /// <summary>Every address that asks for nothing but the person.</summary>
    private static IEnumerable<string> Addresses(RunningMantel mantel, Guid id) =>
        from endpoint in mantel.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true
        let way = "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace(Person, $"{id}", StringComparison.Ordinal)
        where !way.Contains('{', StringComparison.Ordinal)
        select way;

    private async Task WalkAsync(IEnumerable<string> from)
    {
        foreach (var way in from)
            Add(way);
        while (_ways.TryDequeue(out var way) && _pages.Count < Most)
            await ReadAsync(way, await _visitor.Client.GetAsync(way));
        _pages.Count.ShouldBeLessThan(Most);
    }

    private void Add(string way)
    {
        var kind = Id().Replace(way, "*");
        if (!_seen.Add(way) || way.StartsWith("/sign-out", StringComparison.Ordinal))
            return;
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (_kinds[kind] <= Alike)
            _ways.Enqueue(way);
    }

    private async Task<IHtmlDocument?> ReadAsync(string way, HttpResponseMessage answer)
    {
        if (answer.Headers.Location is { } other && !other.IsAbsoluteUri)
            Add(other.ToString());
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            return null;
        var page = await Visitor.ReadAsync(answer);
        _pages[$"{(answer.StatusCode is HttpStatusCode.OK ? "" : $"{(int)answer.StatusCode} ")}{way}"] = page;
        foreach (var link in page.QuerySelectorAll("a[href^='/']"))
            Add(link.GetAttribute("href")!.Split('#')[0]);
        return page;
    }

    /// <summary>Every form of these pages sent to its own page with nothing right in it.</summary>
    private async Task SendWrongAsync()
    {
        foreach (var (way, page) in _pages.ToList())
        {
            foreach (var form in page.Forms.Where(form => form.GetAttribute("action") == way.Split('?')[0]))
            {
                if (form.QuerySelector(".field") is not null)
                    await ReadAsync(way, await _visitor.Client.PostAsync(way, Visitor.Fields([.. Wrong(form)])));
            }
        }
        await ReadAsync("/people/not-ours", await _visitor.Client.PostAsync($"/people/{_record.Id}/consent", null));
        if (_pages.ContainsKey($"/people/{_record.Id}/call-name"))
            await SendOldAsync($"/people/{_record.Id}/call-name");
    }

    /// <summary>Sent from a page that was opened before anybody recorded anything.</summary>
    private async Task SendOldAsync(string way)
    {
        var form = _pages[way].Forms.First(form => form.GetAttribute("action") == way);
        var fields = Wrong(form).Where(field => field.Name is not ("seen" or "callName"));
        var old = fields.Append(("seen", "1")).Append(("callName", "Lijdia"));
        await ReadAsync(way, await _visitor.Client.PostAsync(way, Visitor.Fields([.. old])));
    }

    private static IEnumerable<(string Name, string Value)> Wrong(IElement form)
    {
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var (name, type) = (input.GetAttribute("name")!, input.GetAttribute("type"));
            if (type is "hidden")
                yield return (name, input.GetAttribute("value") ?? "");
            else if (type is not ("checkbox" or "radio" or "file"))
                yield return (name, Date().IsMatch(name) ? "39" : "zo\u202Emaar");
        }
    }

    private async Task AskTooOftenAsync()
    {
        var sent = Enumerable
            .Range(0, MoreThanOneMay)
            .Select(_ => _visitor.Client.PostAsync("/account/password", null));
        foreach (var answer in await Task.WhenAll(sent))
            await ReadAsync("/account/password", answer);
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();

    [GeneratedRegex(@"\.(day|month|year)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();
}
