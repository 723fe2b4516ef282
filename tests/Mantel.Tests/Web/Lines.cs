using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Mantel.Tests.Web;

/// <summary>The lines of a page as it is read: one for each block, without what people typed.</summary>
internal sealed class Lines
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "td",
        "th",
        "tr",
        "table",
        "label",
        "legend",
        "fieldset",
        "option",
        "button",
        "dt",
        "dd",
        "dl",
        "section",
        "article",
        "summary",
        "details",
        "figcaption",
        "header",
        "footer",
        "nav",
        "form",
        "title",
        "caption",
        "main",
        "body",
        "select",
        "optgroup",
        "svg",
        "text",
        "br",
    };

    private readonly List<string> _lines = [];
    private readonly StringBuilder _line = new();

    public static IReadOnlyList<string> Of(IHtmlDocument page)
    {
        var lines = new Lines();
        lines.Read(page.DocumentElement);
        lines.End();
        return lines._lines;
    }

    private void Read(INode node)
    {
        if (node is IText text)
            _line.Append(text.Data);
        if (node is not IElement element || element.LocalName is "script" or "style")
            return;
        var isBlock = Blocks.Contains(element.LocalName);
        Part(isBlock);
        if (IsOwn(element))
            _line.Append(Sentences.OwnWords);
        else
            foreach (var child in element.ChildNodes)
                Read(child);
        Part(isBlock);
    }

    /// <summary>What people typed, and what says that it is in another language.</summary>
    private static bool IsOwn(IElement element) =>
        element.LocalName is "bdi" or "textarea" or "code"
        || element.GetAttribute("dir") == "auto"
        || (element.HasAttribute("lang") && element.LocalName is not "html");

    private void Part(bool isBlock)
    {
        if (isBlock)
            End();
        else
            _line.Append(Sentences.Seam);
    }

    private void End()
    {
        var line = string.Join(' ', _line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Trim(Sentences.Seam, ' ').Length > 0)
            _lines.Add(line);
        _line.Clear();
    }
}
