using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace Mantel.Fhir.R4;

/// <summary>
/// Reads FHIR XML into the same JSON that the rest reads, by the table of R4; and keeps the XML of every resource. What
/// the table does not know goes along under its own name, so that the check finds it. No definitions (DTD), nothing
/// fetched, within limits of depth and number.
/// </summary>
internal sealed class ReadXml
{
    public static readonly XNamespace Fhir = "http://hl7.org/fhir";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = ReadFile.MostBytes,
    };

    private readonly SourceText _source;

    private ReadXml(string text) => _source = new SourceText(text);

    /// <summary>What a file holds, or why it cannot be read.</summary>
    /// <param name="Resources">The XML of each resource: of each entry of a bundle, or of the one there is.</param>
    internal sealed record Result(
        JsonElement? Json,
        IReadOnlyList<string?> Resources,
        (string Rule, string[] Values)? Fault
    );

    public static Result Read(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        try
        {
            if (FaultOf(text) is { } fault)
                return new Result(null, [], fault);
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var root = XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo).Root!;
            var json = new ReadXml(text).ToJson(root);
            return new Result(
                JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = ReadFile.DeepestNesting * 2 }),
                ResourcesOf(root),
                null
            );
        }
        catch (XmlException fault)
        {
            var at = new[] { Text(fault.LineNumber), Text(fault.LinePosition) };
            return new Result(null, [], ("fhir.not-xml", at));
        }
    }

    /// <summary>
    /// One resource of which the XML was kept; null when it is no XML of a resource that is spoken here.
    /// </summary>
    public static JsonElement? One(byte[] kept) =>
        Read(kept) is { Json: { } json } && R4Elements.Find(CheckResource.TypeOf(json) ?? "") is not null ? json : null;

    private static (string, string[])? FaultOf(string text)
    {
        if (text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            return ("fhir.xml-dtd", []);
        using var reader = XmlReader.Create(new StringReader(text), Settings);
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.Depth >= ReadFile.DeepestNesting)
                return ("fhir.too-deep", [Text(ReadFile.DeepestNesting)]);
            if (++nodes + reader.AttributeCount > ReadFile.MostValues)
                return ("fhir.too-many-values", [Text(ReadFile.MostValues)]);
        }
        return null;
    }

    private static IReadOnlyList<string?> ResourcesOf(XElement root) =>
        root.Name == Fhir + "Bundle"
            ?
            [
                .. root.Elements(Fhir + "entry")
                    .Select(entry => entry.Element(Fhir + "resource")?.Elements().FirstOrDefault())
                    .Select(resource => resource?.ToString(SaveOptions.DisableFormatting)),
            ]
            : [root.ToString(SaveOptions.DisableFormatting)];

    private byte[] ToJson(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriteResource.Options with { Indented = false }))
            Resource(writer, root);
        return stream.ToArray();
    }

    private void Resource(Utf8JsonWriter writer, XElement element)
    {
        writer.WriteStartObject();
        writer.WriteString("resourceType", NameOf(element));
        Members(writer, element, R4Elements.Find(element.Name.LocalName));
        writer.WriteEndObject();
    }

    private void Members(Utf8JsonWriter writer, XElement element, R4Type? type)
    {
        foreach (var attribute in element.Attributes().Where(one => !one.IsNamespaceDeclaration && !IsOfSchema(one)))
            writer.WriteString(attribute.Name.ToString(), attribute.Value);
        if (element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value)))
            writer.WriteString("#text", "");
        foreach (var same in element.Elements().GroupBy(NameOf, StringComparer.Ordinal))
        {
            var found = type?.Find(same.Key);
            if (found is var (known, kind))
                Known(writer, same.Key, [.. same], known, kind);
            else
                Unknown(writer, same.Key, [.. same]);
        }
    }

    /// <summary>Where a schema lies says nothing of what is said.</summary>
    private static bool IsOfSchema(XAttribute attribute) =>
        attribute.Name.NamespaceName == "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>
    /// One that may repeat is a list; of the others each is written, so that the check finds a second.
    /// </summary>
    private void Known(Utf8JsonWriter writer, string name, List<XElement> all, R4Element element, string kind)
    {
        if (R4Elements.IsPrimitive(kind) && kind != "xhtml")
        {
            Primitives(writer, name, all, element, kind);
            return;
        }
        if (element.Repeats)
        {
            writer.WriteStartArray(name);
            all.ForEach(one => Complex(writer, one, kind));
            writer.WriteEndArray();
            return;
        }
        foreach (var one in all)
        {
            writer.WritePropertyName(name);
            Complex(writer, one, kind);
        }
    }

    private void Complex(Utf8JsonWriter writer, XElement element, string kind)
    {
        if (kind == "xhtml")
            writer.WriteStringValue(_source.Of(element));
        else if (kind == "Resource" && element.Elements().ToList() is [var resource])
            Resource(writer, resource);
        else
        {
            writer.WriteStartObject();
            Members(writer, element, R4Elements.Find(kind));
            writer.WriteEndObject();
        }
    }

    private void Primitives(Utf8JsonWriter writer, string name, List<XElement> all, R4Element element, string kind)
    {
        var hasValues = all.Exists(HasValue);
        var hasMore = all.Exists(HasMore);
        if (element.Repeats)
        {
            if (hasValues || !hasMore)
                List(writer, name, all, one => Value(writer, one, kind));
            if (hasMore)
                List(writer, "_" + name, all, one => Companion(writer, one));
            return;
        }
        foreach (var one in all)
        {
            if (HasValue(one) || !HasMore(one))
            {
                writer.WritePropertyName(name);
                Value(writer, one, kind);
            }
            if (HasMore(one))
            {
                writer.WritePropertyName("_" + name);
                Companion(writer, one);
            }
        }
    }

    private static void List(Utf8JsonWriter writer, string name, List<XElement> all, Action<XElement> write)
    {
        writer.WriteStartArray(name);
        all.ForEach(write);
        writer.WriteEndArray();
    }

    private static bool HasValue(XElement element) => element.Attribute("value") is not null;

    /// <summary>An id, an extension, or anything else that is not its value.</summary>
    private static bool HasMore(XElement element) =>
        element.HasElements || element.Attributes().Any(one => !one.IsNamespaceDeclaration && one.Name != "value");

    private void Companion(Utf8JsonWriter writer, XElement element)
    {
        if (!HasMore(element))
        {
            writer.WriteNullValue();
            return;
        }
        var rest = new XElement(element);
        rest.Attribute("value")?.Remove();
        writer.WriteStartObject();
        Members(writer, rest, R4Elements.Find("Element"));
        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, XElement element, string kind)
    {
        if (element.Attribute("value")?.Value is not { } text)
        {
            if (HasMore(element))
                writer.WriteNullValue();
            else
                writer.WriteStringValue("");
        }
        else if (kind == "boolean" && text is "true" or "false")
            writer.WriteBooleanValue(text == "true");
        else if (kind is "integer" or "positiveInt" or "unsignedInt" or "decimal" && IsNumber(text))
            writer.WriteRawValue(text);
        else
            writer.WriteStringValue(text);
    }

    /// <summary>A number as JSON writes it, so that its digits stay as they came.</summary>
    private static bool IsNumber(string text)
    {
        if (
            text.Length is 0 or > 40
            || !text.All(one => char.IsAsciiDigit(one) || one is '-' or '+' or '.' or 'e' or 'E')
        )
            return false;
        try
        {
            return JsonElement.Parse(text).ValueKind is JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// Of a type or an element that the table does not have: as it stands, for reports and references.
    /// </summary>
    private void Unknown(Utf8JsonWriter writer, string name, List<XElement> all)
    {
        void One(XElement element)
        {
            if (HasValue(element) && !HasMore(element))
                writer.WriteStringValue(element.Attribute("value")!.Value);
            else
            {
                writer.WriteStartObject();
                Members(writer, element, null);
                writer.WriteEndObject();
            }
        }
        if (all.Count > 1)
            List(writer, name, all, One);
        else
        {
            writer.WritePropertyName(name);
            One(all[0]);
        }
    }

    /// <summary>Its name; one of another namespace is never taken for one of FHIR's.</summary>
    private static string NameOf(XElement element) =>
        element.Name.Namespace == Fhir || (element.Name == Xhtml + "div")
            ? element.Name.LocalName
            : $"{element.Name.LocalName} of another namespace";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The text of the file, to take a narrative from word for word.</summary>
    private sealed class SourceText(string text)
    {
        private readonly List<int> _lines = LinesOf(text);

        public string Of(XElement element)
        {
            var info = (IXmlLineInfo)element;
            var hasPrefix = element.GetPrefixOfNamespace(element.Name.Namespace) is { Length: > 0 };
            if (!info.HasLineInfo() || hasPrefix)
                return element.ToString(SaveOptions.DisableFormatting);
            var start = _lines[info.LineNumber - 1] + info.LinePosition - 2;
            return text[start..EndOf(start)];
        }

        private static List<int> LinesOf(string text)
        {
            List<int> lines = [0];
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
                    lines.Add(at + 1);
            }
            return lines;
        }

        /// <summary>Where the element that starts here ends; the text is known to be well-formed.</summary>
        private int EndOf(int start)
        {
            var (at, depth) = (start, 0);
            while (true)
            {
                at = text.IndexOf('<', at);
                if (After(at, "<!--", "-->") is { } afterComment)
                    at = afterComment;
                else if (After(at, "<![CDATA[", "]]>") is { } afterData)
                    at = afterData;
                else if (After(at, "<?", "?>") is { } afterInstruction)
                    at = afterInstruction;
                else
                {
                    var (end, isEnd, isWhole) = Tag(at);
                    depth +=
                        isEnd ? -1
                        : isWhole ? 0
                        : 1;
                    at = end;
                    if (depth == 0)
                        return end;
                }
            }
        }

        private int? After(int at, string opens, string closes) =>
            string.CompareOrdinal(text, at, opens, 0, opens.Length) == 0
                ? text.IndexOf(closes, at + opens.Length, StringComparison.Ordinal) + closes.Length
                : null;

        private (int End, bool IsEnd, bool IsWhole) Tag(int at)
        {
            char? quote = null;
            for (var i = at + 1; ; i++)
            {
                if (quote is { } open)
                    quote = text[i] == open ? null : open;
                else if (text[i] is '"' or '\'')
                    quote = text[i];
                else if (text[i] == '>')
                    return (i + 1, text[at + 1] == '/', text[i - 1] == '/');
            }
        }
    }
}
