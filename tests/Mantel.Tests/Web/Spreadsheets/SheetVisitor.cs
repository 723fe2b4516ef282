using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Mantel.Tests.Web.Spreadsheets;

/// <summary>Sends a spreadsheet, and the form of its preview with all that stands in it, as a browser does.</summary>
internal static class SheetVisitor
{
    public static async Task<HttpResponseMessage> SendSheetAsync(
        this Visitor visitor,
        string list,
        byte[] file,
        string name = "lijst.xlsx"
    )
    {
        var form = (await visitor.OpenAsync($"{list}/sheet")).Forms.Single(one =>
            one.GetAttribute("action") == $"{list}/sheet"
        );
        var content = new MultipartFormDataContent();
        foreach (var (field, value) in FieldsOf(form))
            content.Add(new StringContent(value), field);
        var sent = new ByteArrayContent(file);
        sent.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(sent, "file", name);
        return await visitor.Client.PostAsync($"{list}/sheet", content);
    }

    /// <summary>The fields of the preview as they stand, with some written over.</summary>
    public static (string, string)[] FieldsOf(
        IHtmlDocument page,
        string list,
        string go,
        IEnumerable<(string Field, string Value)> over
    )
    {
        var form = page.Forms.Single(one => one.GetAttribute("action") == $"{list}/sheet/rows");
        var mended = over.ToDictionary(one => one.Field, one => one.Value, StringComparer.Ordinal);
        var kept = FieldsOf(form).Where(field => !mended.ContainsKey(field.Item1));
        return [.. kept, .. mended.Select(one => (one.Key, one.Value)), ("go", go)];
    }

    public static Task<HttpResponseMessage> GoOnAsync(
        this Visitor visitor,
        IHtmlDocument page,
        string list,
        string go,
        params IEnumerable<(string Field, string Value)> over
    ) => visitor.Client.PostAsync($"{list}/sheet/rows", Visitor.Fields(FieldsOf(page, list, go, over)));

    /// <summary>What is wrong, by its field.</summary>
    public static IReadOnlyList<(string Field, string Says)> Wrong(this IHtmlDocument page) =>
        [
            .. page.QuerySelectorAll(".errors li")
                .Select(item => ((item.QuerySelector("a")?.GetAttribute("href") ?? "#")[1..], item.TextContent.Trim())),
        ];

    /// <summary>How many rows are good, have a fault, are here already, were left out.</summary>
    public static IReadOnlyList<int> Counts(this IHtmlDocument page) =>
        [
            .. page.QuerySelectorAll(".counts b")
                .Take(4)
                .Select(number => int.Parse(number.TextContent, System.Globalization.CultureInfo.InvariantCulture)),
        ];

    private static IEnumerable<(string, string)> FieldsOf(IElement form)
    {
        foreach (var control in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            if (control is IHtmlInputElement { Type: "checkbox" } tick && !tick.IsChecked)
                continue;
            if (control is IHtmlInputElement { Type: "file" })
                continue;
            var value = control switch
            {
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value ?? "",
                _ => control.TextContent,
            };
            yield return (control.GetAttribute("name")!, value);
        }
    }
}
