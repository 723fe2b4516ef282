using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace Mantel.Fhir.R4;

/// <summary>The formats of FHIR's primitive types, with days that exist.</summary>
internal static partial class CheckPrimitive
{
    private const int LongestText = 1_048_576;
    private const int MostMilliseconds = 1_000;

    /// <summary>The rule that is broken, or null.</summary>
    internal static string? Fault(JsonElement value, string type) =>
        type switch
        {
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "fhir.wrong-type",
            "integer" or "positiveInt" or "unsignedInt" => FaultOfInteger(value, type),
            "decimal" => FaultOfDecimal(value),
            _ => value.ValueKind is JsonValueKind.String ? FaultOfText(value, type) : "fhir.wrong-type",
        };

    private static string? FaultOfInteger(JsonElement value, string type)
    {
        if (value.ValueKind is not JsonValueKind.Number)
            return "fhir.wrong-type";
        var least = type switch
        {
            "positiveInt" => 1,
            "unsignedInt" => 0,
            _ => int.MinValue,
        };
        return value.TryGetInt32(out var number) && number >= least && !value.GetRawText().Contains('.')
            ? null
            : "fhir.bad-value";
    }

    private static string? FaultOfDecimal(JsonElement value) =>
        value.ValueKind is not JsonValueKind.Number ? "fhir.wrong-type"
        : value.GetRawText().Length <= 40 && value.TryGetDecimal(out _) ? null
        : "fhir.bad-value";

    private static string? FaultOfText(JsonElement value, string type)
    {
        if (TextOf(value) is not { } text || text.Any(IsControl))
            return "fhir.control-character";
        if (text.Length == 0)
            return "fhir.empty";
        return type switch
        {
            "date" => FaultOfDate(text, DateShape()),
            "dateTime" => FaultOfDate(text, DateTimeShape()),
            "instant" => FaultOfDate(text, InstantShape()),
            "base64Binary" => IsBase64(value) ? null : "fhir.bad-value",
            "xhtml" => IsNarrative(text) ? null : "fhir.bad-value",
            "string" or "markdown" => text.Length <= LongestText && !string.IsNullOrWhiteSpace(text)
                ? null
                : "fhir.bad-value",
            _ => ShapeOf(type).IsMatch(text) ? null : "fhir.bad-value",
        };
    }

    /// <summary>The text, or null when it holds half a surrogate pair.</summary>
    internal static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True when every text below this is whole: no half characters.</summary>
    internal static bool HasWholeText(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value) is not null,
            JsonValueKind.Object => value.EnumerateObject().All(property => HasWholeText(property.Value)),
            JsonValueKind.Array => value.EnumerateArray().All(HasWholeText),
            _ => true,
        };

    internal static bool IsAddress(string? text) => text is not null && UriShape().IsMatch(text);

    /// <summary>The text, or null when it is none.</summary>
    internal static string? TextIn(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text ? TextOf(text) : null;

    /// <summary>What cannot be seen and is no line break, and what is no character at all.</summary>
    private static bool IsControl(char character) =>
        (char.IsControl(character) && character is not ('\t' or '\r' or '\n'))
        || character is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF');

    private static string? FaultOfDate(string text, Regex shape)
    {
        var match = shape.Match(text);
        if (!match.Success)
            return "fhir.bad-value";
        return Core.Journal.PartialDate.TryParse(match.Groups["date"].Value) is null ? "fhir.impossible-date" : null;
    }

    private static bool IsBase64(JsonElement value) =>
        System.Buffers.Text.Base64.IsValid(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value)[1..^1])
        || System.Buffers.Text.Base64.IsValid(value.GetString());

    private static bool IsNarrative(string text)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            reader.MoveToContent();
            var isDiv = reader.LocalName == "div";
            while (reader.Read())
                isDiv &= reader.NodeType is not XmlNodeType.Element || reader.LocalName is not ("script" or "form");
            return isDiv;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static Regex ShapeOf(string type) =>
        type switch
        {
            "id" => IdShape(),
            "code" => CodeShape(),
            "oid" => OidShape(),
            "uuid" => UuidShape(),
            "time" => TimeShape(),
            _ => UriShape(),
        };

    private const string Day = @"(?<date>[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)";
    private const string WholeDay = @"(?<date>[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))";
    private const string Clock = @"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]{1,9})?";
    private const string Zone = @"(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))";

    [GeneratedRegex($"^{Day}\\z", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex DateShape();

    [GeneratedRegex($"^({Day}|{WholeDay}T{Clock}{Zone})\\z", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex DateTimeShape();

    [GeneratedRegex($"^{WholeDay}T{Clock}{Zone}\\z", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex InstantShape();

    [GeneratedRegex($"^{Clock}\\z", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex TimeShape();

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z", RegexOptions.None, MostMilliseconds)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"^[^\s]+( [^\s]+)*\z", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"^urn:oid:[0-2](\.(0|[1-9][0-9]*))+\z", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex OidShape();

    [GeneratedRegex(
        @"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\z",
        RegexOptions.ExplicitCapture,
        MostMilliseconds
    )]
    private static partial Regex UuidShape();

    [GeneratedRegex(@"^\S{1,8000}\z", RegexOptions.None, MostMilliseconds)]
    private static partial Regex UriShape();
}
