using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mantel.Tests.Web;

namespace Mantel.Tests.Quality.Pages;

/// <summary>Everything that one can reach from the first page: every link, every form that asks (GET), every
/// export.</summary>
internal sealed class Crawl(Visitor visitor)
{
    private const int Most = 5000;
    private static readonly HtmlParser Parser = new();
    private readonly Queue<string> _ahead = new(["/"]);
    private readonly HashSet<string> _seen = ["/"];

    /// <summary>What each address answered, as text: the page with its markup, or the export.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    public static async Task<Crawl> WholeAsync(Visitor visitor)
    {
        var crawl = await FirstAsync(visitor, Most);
        return crawl._ahead.Count == 0
            ? crawl
            : throw new InvalidOperationException($"More than {Most} pages: there is no end to {crawl._ahead.Peek()}.");
    }

    /// <summary>The nearest pages only.</summary>
    public static async Task<Crawl> FirstAsync(Visitor visitor, int most)
    {
        var crawl = new Crawl(visitor);
        while (crawl.Answers.Count < most && crawl._ahead.TryDequeue(out var address))
            await crawl.OpenAsync(address);
        return crawl;
    }

    private async Task OpenAsync(string address)
    {
        using var answer = await visitor.Client.GetAsync(address);
        if (answer.Headers.Location is { } on)
            Add(new Uri(new Uri(visitor.Client.BaseAddress!, address), on));
        if (answer.StatusCode is not HttpStatusCode.OK)
            return;
        var text = await answer.Content.ReadAsStringAsync();
        Answers[address] = WebUtility.HtmlDecode(text);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            Follow(new Uri(visitor.Client.BaseAddress!, address), await Parser.ParseDocumentAsync(text));
    }

    private void Follow(Uri from, IHtmlDocument page)
    {
        foreach (var link in page.QuerySelectorAll("[href], [src], [hx-get]"))
            Add(new Uri(from, AddressIn(link)));
        foreach (var form in page.Forms.Where(form => form.Method == "get"))
        foreach (var filled in Fillings(form))
            Add(new Uri(from, $"{form.GetAttribute("action") ?? from.AbsolutePath}?{filled}"));
    }

    private static string AddressIn(IElement link) =>
        link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("hx-get")!;

    /// <summary>The form as it stands, and with each other choice that it offers.</summary>
    private static IEnumerable<string> Fillings(IHtmlFormElement form)
    {
        var inputs = form.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked)
            .Select(input => (input.Name!, input.Value));
        var selects = form.QuerySelectorAll<IHtmlSelectElement>("select[name]").ToList();
        var stands = inputs.Concat(selects.Select(select => (select.Name!, select.Value ?? ""))).ToList();
        yield return Query(stands);
        var choices = selects
            .SelectMany(select => select.Options.Select(option => (Name: select.Name!, option.Value)))
            .Concat(
                form.QuerySelectorAll<IHtmlInputElement>("input[type=radio][name], input[type=checkbox][name]")
                    .Select(input => (Name: input.Name!, input.Value))
            );
        foreach (var choice in choices)
            yield return Query([.. stands.Where(field => field.Item1 != choice.Name), choice]);
    }

    private static string Query(IEnumerable<(string Name, string Value)> fields) =>
        string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));

    private void Add(Uri address)
    {
        if (
            address.Host != visitor.Client.BaseAddress!.Host
            || address.AbsolutePath.StartsWith("/assets/", StringComparison.Ordinal)
        )
            return;
        if (_seen.Add(address.PathAndQuery))
            _ahead.Enqueue(address.PathAndQuery);
    }
}
