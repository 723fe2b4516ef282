using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Tests.Readers;

/// <summary>Something that a page says.</summary>
/// <param name="IsOurs">It is said by Mantel alone: no name and nothing recorded stands in it.</param>
/// <param name="Row">The row or the paragraph in which it stands, with what stands beside it.</param>
internal sealed record Said(string Page, string Text, string Tag, string Language, bool IsOurs, string Row = "")
{
    public override string ToString() => $"{Language} {Page} <{Tag}> {Text}";
}

/// <summary>What a page says, without what people wrote: that stands as they wrote it.</summary>
internal sealed partial class WhatAPageSays(PersonRecord record)
{
    /// <summary>From so many words on, what was recorded is what somebody wrote, and no name or term.</summary>
    private const int Written = 4;

    private const string Speaking =
        "title, p, li, h1, h2, h3, h4, dt, dd, label, legend, summary, button, a, small, option, th, td, caption, "
        + "footer, figcaption, div, text, blockquote, span.when, b, span, strong, em, bdi";

    /// <summary>What is read together: a row of a list, a paragraph, somebody in a band or to call.</summary>
    private const string Rows = "li, .row, .plan-row, .call, .band > div, .band__rest > div, p, summary, td";

    private static readonly string[] Within = ["B", "SPAN", "BDI", "I", "EM", "STRONG", "TSPAN"];

    private readonly List<string> _written =
    [
        .. record
            .Entries.SelectMany(entry => record.ToRow(entry).Details)
            .Where(detail => detail.Form is DetailForm.Words)
            .Select(detail => Spaces().Replace(detail.Value, " ").Trim().TrimEnd('.'))
            .Where(words => words.Split(' ').Length >= Written)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(words => words.Length),
    ];

    public IEnumerable<Said> On(string way, IHtmlDocument page, string language) =>
        from element in page.QuerySelectorAll(Speaking)
        where !IsWritten(element) && !IsForAll(element) && !IsReadWithItsParent(element)
        from text in new[] { OwnText(element), element.GetAttribute("aria-label"), element.GetAttribute("title") }
        where text?.Length > 1
        let plain = Without(text)
        where plain.Any(char.IsLetter)
        select new Said(Id().Replace(way, "*"), plain, element.TagName, language, plain == text && !IsData(element));

    /// <summary>Every piece of text by itself, however it is set, with the row it stands in.</summary>
    public IEnumerable<Said> Pieces(string way, IHtmlDocument page, string language) =>
        from text in page.Body!.Descendants<IText>()
        let element = text.ParentElement
        where element is not null && !IsWritten(element) && !IsForAll(element)
        let plain = Without(Spaces().Replace(text.TextContent, " ").Trim())
        where plain.Any(char.IsLetterOrDigit)
        let tag = (element.Closest("h1") ?? element).TagName
        select new Said(Id().Replace(way, "*"), plain, tag, language, !IsData(element), RowOf(element));

    /// <summary>The numbers that a press calls.</summary>
    public static IEnumerable<string> Dials(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href^='tel:']").Select(link => link.GetAttribute("href")!["tel:".Length..]);

    /// <summary>Outside of every row: somebody drawn with what stands beside them, or what it stands in.</summary>
    private string RowOf(IElement element)
    {
        var row = element.Closest("svg > g") ?? element.Closest(Rows) ?? element.ParentElement ?? element;
        return Without(
            Spaces().Replace(string.Join(' ', row.Descendants<IText>().Select(text => text.Data)), " ").Trim()
        );
    }

    /// <summary>What only sets a word is read with what it stands in; a label on its own is read by itself.</summary>
    private static bool IsReadWithItsParent(IElement element) =>
        Within.Contains(element.TagName.ToUpperInvariant())
        && !element.ClassList.Contains("when")
        && element.ParentElement is { } parent
        && parent.TagName is not "DIV"
        && parent.Matches(Speaking);

    /// <summary>The text of the element itself and of what only sets it.</summary>
    private static string OwnText(IElement element) =>
        Spaces()
            .Replace(
                string.Concat(
                    element.ChildNodes.Select(node =>
                        node is IText ? node.TextContent
                        : element.TagName is not "DIV"
                        && node is IElement child
                        && Within.Contains(child.TagName.ToUpperInvariant())
                        && !IsWritten(child)
                            ? OwnText(child)
                        : " "
                    )
                ),
                " "
            )
            .Trim();

    private string Without(string text) =>
        _written.Aggregate(
            Quoted().Replace(text, "…"),
            (left, words) => left.Replace(words, "…", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Somebody's words.</summary>
    private static bool IsWritten(IElement element) => element.Closest("q, .own, textarea, script, style") is not null;

    /// <summary>Who is signed in, whom a page is about (safety rule 8), and the foot with the languages.</summary>
    private static bool IsForAll(IElement element) =>
        element.Closest(".who, .identity, .foot, .colophon, noscript") is not null;

    /// <summary>A sentence of the history or a field of it is made of what was recorded.</summary>
    private static bool IsData(IElement element) =>
        element.Closest("bdi, time, .history__tells, .details, .call, .calls, .identity, svg, table, [dir=auto]")
            is not null;

    [GeneratedRegex("“[^”]*”?")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
