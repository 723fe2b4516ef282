using AngleSharp.Dom;
using Mantel.Demo;
using Mantel.Tests.Web;
using Shouldly;

namespace Mantel.Tests.Readers;

/// <summary>Every page that the person and a close one come to, and what it says to them in each language.</summary>
internal static class OwnPages
{
    public static readonly string[] Shared =
    [
        "/",
        "/signals",
        "/signals/new",
        "",
        "/plan",
        "/plan?all=yes",
        "/plan/changes",
        "/plan/share",
        "/plan/says-differently",
        "/circle",
        "/circle/add",
        "/timeline",
        "/log",
        "/night",
        "/consent",
        "/what-matters",
        "/reach",
        "/address",
        "/call-name",
        "/signals/give",
    ];

    public static readonly string[] OfThePerson = ["/plan/declined", "/plan/declarations"];

    public static readonly string[] OfACloseOne = ["/keeping-up"];

    /// <summary>What a page says in its own words: no names, quoted words or data, each with where it stands.</summary>
    public static async Task<List<Said>> ReadAsync(RunningMantel mantel, string role, string language)
    {
        var visitor = await mantel.SignInAsync(role);
        await visitor.Client.PostAsync("/language", await LanguageAsync(visitor, language));
        var said = new List<Said>();
        foreach (var way in Shared.Concat(role == "person" ? OfThePerson : OfACloseOne))
        {
            var page = await visitor.OpenAsync(
                way is "/" or "/signals" or "/signals/new" ? way : $"/people/{DemoPeople.Leida}{way}"
            );
            page.DocumentElement.GetAttribute("lang").ShouldBe(language);
            said.AddRange(page.QuerySelectorAll("main").SelectMany(main => Texts(main, way, language)));
        }
        return said;
    }

    private static async Task<FormUrlEncodedContent> LanguageAsync(Visitor visitor, string language)
    {
        var page = await visitor.OpenAsync("/");
        var fields = page.QuerySelectorAll("form[action='/language'] input[name]")
            .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? ""));
        return Visitor.Fields([.. fields, ("language", language)]);
    }

    private static IEnumerable<Said> Texts(IElement main, string way, string language) =>
        main.QuerySelectorAll("p, li, h1, h2, h3, dt, dd, label, legend, summary, button, a, small, option, th, td")
            .Where(element => !IsQuoted(element))
            .Select(element => new Said(way, OwnText(element), IsHeading(element), element.TagName, language))
            .Where(said => said.Text.Length > 1);

    /// <summary>The text of the element itself and what only sets it, without what is data.</summary>
    private static string OwnText(IElement element) =>
        string.Join(
                ' ',
                element
                    .ChildNodes.Where(node => node is IText or IElement { TagName: "B" or "SPAN" or "TEXT" })
                    .Where(node => node is not IElement { } child || !IsQuoted(child))
                    .Select(node => node.TextContent.Trim())
            )
            .Trim();

    /// <summary>Somebody's words, a name, or what was recorded: no words of ours.</summary>
    private static bool IsQuoted(IElement element) =>
        element.Closest("q, bdi, time, .own, .for-ears, .face, [dir=auto], .call, .calls, .identity, .hero, svg, table")
            is not null;

    private static bool IsHeading(IElement element) => element.Closest("h1, h2") is not null;
}

/// <summary>Something that a page says.</summary>
internal sealed record Said(string Page, string Text, bool IsHeading, string Tag, string Language)
{
    public override string ToString() => $"{Language} {Page} <{Tag}> {Text}";
}
