using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mantel.Tests.AdvanceCarePlanning;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Forms;

/// <summary>
/// Users' case A7: what is wrong is said at the top with the name of its question, leads there, and is counted as it
/// stands at the fields; in every form, empty and broken.
/// </summary>
public sealed partial class UsersCaseA07WhatIsWrongTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private const string Person = "{id:guid}";

    [Fact]
    public async Task Every_form_names_what_is_wrong_as_its_fields_do()
    {
        var (wrong, seen) = (new List<string>(), 0);
        foreach (var pattern in Forms())
        {
            foreach (var broken in new[] { false, true })
            {
                var page = pattern.Replace(Person, $"{await house.RegisterLeidaAsync()}", StringComparison.Ordinal);
                if (await SendAsync(page, broken) is not { } answered)
                    continue;
                seen++;
                wrong.AddRange(Wrong(answered).Select(what => $"{pattern} {(broken ? "broken" : "empty")}: {what}"));
            }
        }

        seen.ShouldBeGreaterThan(40);
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<li><a href='#a'>: Vul dit in.</a></li>")]
    [InlineData("<li><a href='#b'>Naam: Vul dit in.</a></li>")]
    [InlineData("<li><a href='#a'>Kies een antwoord: Kies een antwoord.</a></li>")]
    [InlineData("<li><a href='#a'>Vul dit in.Kies iets.</a></li>")]
    public void A_summary_that_does_not_fit_its_fields_is_caught(string item)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            $"<section class='errors'><ul>{item}</ul></section><div id='a'></div><p class='field__wrong'>Vul in.</p>"
        );

        Wrong(page).ShouldNotBeEmpty();
    }

    private IEnumerable<string> Forms() =>
        (
            from endpoint in house
                .Mantel.Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
            where endpoint.Metadata.GetMetadata<ShowsFormAgain>() is not null
            let pattern = endpoint.RoutePattern.RawText!
            where !pattern.Replace(Person, "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal)
            select pattern
        ).Distinct(StringComparer.Ordinal);

    /// <summary>The page that comes back with what is wrong; null when nothing was, or nobody of these may.</summary>
    private async Task<IHtmlDocument?> SendAsync(string page, bool broken)
    {
        foreach (var role in new[] { "gp", "nurse", "administrator" })
        {
            var visitor = await house.VisitAsync(role);
            var shown = await visitor.Client.GetAsync(page);
            if (shown.StatusCode != HttpStatusCode.OK)
                continue;
            var form = (await Visitor.ReadAsync(shown)).Forms.FirstOrDefault(one => one.GetAttribute("action") == page);
            if (form is null)
                return null;
            var answer = await visitor.Client.PostAsync(page, Visitor.Fields([.. Filled(form, broken)]));
            return answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict
                ? await Visitor.ReadAsync(answer)
                : null;
        }
        return null;
    }

    private static IEnumerable<(string, string)> Filled(IHtmlFormElement form, bool broken)
    {
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = input.GetAttribute("name")!;
            if (input.GetAttribute("type") == "hidden")
                yield return (name, input.GetAttribute("value") ?? "");
            else if (!broken || input.GetAttribute("type") is "checkbox" or "file")
                continue;
            else if (
                name.EndsWith(".day", StringComparison.Ordinal) || name.EndsWith(".month", StringComparison.Ordinal)
            )
                yield return (name, "39");
            else if (name.EndsWith(".year", StringComparison.Ordinal))
                yield return (name, "2026");
            else
                yield return (name, "zo\u202Emaar");
        }
    }

    private static IEnumerable<string> Wrong(IHtmlDocument page)
    {
        if (page.QuerySelector(".errors") is not { } summary)
        {
            yield return "no summary";
            yield break;
        }
        var (items, links) = (summary.QuerySelectorAll("li"), summary.QuerySelectorAll("li a"));
        var atFields = page.QuerySelectorAll(".field__wrong").Length;
        if (links.Length != atFields)
            yield return $"{links.Length} links and {atFields} faults at fields: {summary.TextContent}";
        foreach (var link in links)
        {
            if (page.GetElementById(link.GetAttribute("href")![1..]) is null)
                yield return $"{link.GetAttribute("href")} leads nowhere";
        }
        foreach (var said in items.Select(item => item.TextContent.Trim()))
        {
            if (said.StartsWith(':') || Twice().IsMatch(said) || Glued().IsMatch(said))
                yield return $"“{said}”";
        }
    }

    [GeneratedRegex(@"^(?<said>.{4,}?)[.:?!]*\s+\k<said>[.:?!]*$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Twice();

    [GeneratedRegex(@"\p{Ll}[.?!]\p{Lu}", RegexOptions.None, 1000)]
    private static partial Regex Glued();
}
