using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Mantel.Tests.Web;
using Shouldly;

namespace Mantel.Tests.People.Pages;

/// <summary>The product with nobody in it yet; people are registered through its own pages, as a nurse would.</summary>
public sealed class PeopleHouse : Xunit.IAsyncLifetime
{
    public RunningMantel Mantel { get; private set; } = null!;

    public async Task InitializeAsync() => Mantel = await RunningMantel.StartAsync();

    public async Task DisposeAsync() => await Mantel.DisposeAsync();

    public Task<Visitor> SignInAsync(string role) => Mantel.SignInAsync(role);

    /// <summary>Registers somebody through the page; the address of their page.</summary>
    public static async Task<string> RegisterAsync(Visitor visitor, string family, params (string, string)[] more)
    {
        var answer = await visitor.SendAsync("/people/new", "/people/new", [("family", family), .. more]);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await Wrong(answer));
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Sends the form at this address, and expects it to be done.</summary>
    public static async Task DoAsync(Visitor visitor, string form, params (string, string)[] fields)
    {
        var answer = await visitor.SendAsync(form, form, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await Wrong(answer));
    }

    /// <summary>Sends the form, and expects it back with this status and this sentence at this field.</summary>
    public static async Task<IHtmlDocument> RefusedAsync(
        Visitor visitor,
        string form,
        HttpStatusCode status,
        string field,
        string sentence,
        params (string, string)[] fields
    )
    {
        var answer = await visitor.SendAsync(form, form, fields);
        answer.StatusCode.ShouldBe(status, await Wrong(answer));
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelectorAll(".errors li")
            .Where(item => (item.QuerySelector("a")?.GetAttribute("href") ?? "#") == $"#{field}")
            .Select(item => item.TextContent.Trim())
            .ShouldContain(
                item => item.EndsWith(sentence, StringComparison.Ordinal),
                page.QuerySelector(".errors")?.TextContent
            );
        ShouldKeep(page, fields);
        return page;
    }

    /// <summary>Everything that was typed is still in the form.</summary>
    public static void ShouldKeep(IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            ValuesOf(page, name).ShouldContain(value.Trim().ReplaceLineEndings("\n"), name);
    }

    public static (string, string)[] Date(string field, int year, int? month = null, int? day = null) =>
        [
            ($"{field}.year", Text(year)),
            .. month is { } m ? new[] { ($"{field}.month", Text(m)) } : [],
            .. day is { } d ? new[] { ($"{field}.day", Text(d)) } : [],
        ];

    public static string TextOf(IHtmlDocument page) =>
        Regex.Replace(page.QuerySelector("main")!.TextContent, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string?> ValuesOf(IHtmlDocument page, string name)
    {
        foreach (var control in page.QuerySelectorAll($"[name='{name}']"))
        {
            if (control is IHtmlTextAreaElement area)
                yield return area.Value.Trim();
            else if (control is IHtmlSelectElement select)
                yield return select.Value;
            else if (control is IHtmlInputElement { Type: "radio" or "checkbox" } tick)
                yield return tick.IsChecked ? tick.Value : null;
            else if (control is IHtmlInputElement input)
                yield return input.Value;
        }
    }

    private static async Task<string> Wrong(HttpResponseMessage answer) =>
        (await Visitor.ReadAsync(answer)).QuerySelector(".errors")?.TextContent ?? answer.StatusCode.ToString();
}
