using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Mantel.Fhir.R4;

/// <summary>A file that was brought in, as it came.</summary>
public sealed record IncomingFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Reads a file as JSON or XML, as its content says, strictly and within limits: size, depth, number of values, UTF-8,
/// no trailing things.
/// </summary>
internal static class ReadFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    internal const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The most values and names in one file: about two million lines.</summary>
    internal const int MostValues = 6_000_000;

    /// <summary>The deepest nesting of a file.</summary>
    internal const int DeepestNesting = 64;

    /// <summary>What a file holds; of XML also the text of each resource in it.</summary>
    internal static (JsonElement? Json, IReadOnlyList<string?> Xml, Issue? Fault) Read(IncomingFile file)
    {
        var bytes = WithoutMark(file.Bytes.Span);
        if (FaultBeforeReading(bytes) is { } rule)
            return (null, [], new Issue(IssueCode.Structure, file.Name, rule.Rule, rule.Values));
        if (bytes.TrimStart(" \t\r\n"u8)[0] == (byte)'<')
        {
            var (json, resources, wrong) = ReadXml.Read(bytes);
            return (
                json,
                resources,
                wrong is var (key, values) ? new Issue(IssueCode.Structure, file.Name, key, values) : null
            );
        }
        if (FaultOfSyntax(bytes) is { } fault)
            return (null, [], new Issue(IssueCode.Structure, file.Name, fault.Rule, fault.Values));
        return (JsonElement.Parse(bytes, new JsonDocumentOptions { MaxDepth = DeepestNesting }), [], null);
    }

    /// <summary>The bytes of an element as they stand in its file.</summary>
    internal static ReadOnlySpan<byte> Verbatim(JsonElement element) => JsonMarshal.GetRawUtf8Value(element);

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static (string Rule, string[] Values)? FaultBeforeReading(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostBytes)
            return ("fhir.file-too-large", ["64"]);
        var text = bytes.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            return ("fhir.empty-file", []);
        if (!Utf8.IsValid(bytes))
            return ("fhir.not-utf8", []);
        return null;
    }

    private static (string Rule, string[] Values)? FaultOfSyntax(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = DeepestNesting + 1 });
        var values = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= DeepestNesting && IsOpening(reader.TokenType))
                    return ("fhir.too-deep", [Text(DeepestNesting)]);
                if (reader is { TokenType: JsonTokenType.PropertyName, ValueIsEscaped: true })
                    _ = reader.GetString();
                if (++values > MostValues)
                    return ("fhir.too-many-values", [Text(MostValues)]);
            }
            return null;
        }
        catch (InvalidOperationException)
        {
            return ("fhir.not-utf8", []);
        }
        catch (JsonException fault)
        {
            return ("fhir.not-json", [Text((fault.LineNumber ?? 0) + 1), Text(fault.BytePositionInLine ?? 0)]);
        }
    }

    private static bool IsOpening(JsonTokenType token) =>
        token is JsonTokenType.StartObject or JsonTokenType.StartArray;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
