using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Mantel.Tests.Web.Spreadsheets;

/// <summary>
/// An XLSX file made part by part after ECMA-376, as programs other than ours write it: texts in a shared table,
/// numbers as they are, rows and cells that may leave out where they stand.
/// </summary>
internal sealed class XlsxByHand
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    /// <param name="rows">The content of sheetData.</param>
    public XlsxByHand(
        string rows,
        string shared = "",
        string styles = "",
        string book = "",
        string sheets = """<sheet name="Blad1" sheetId="1" r:id="rId1"/>"""
    )
    {
        _parts["[Content_Types].xml"] = Types();
        _parts["_rels/.rels"] = Relations(("officeDocument", "xl/workbook.xml"));
        _parts["xl/_rels/workbook.xml.rels"] = Relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
            ("worksheet", "worksheets/sheet2.xml")
        );
        _parts["xl/workbook.xml"] =
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{book}<sheets>{sheets}</sheets></workbook>""";
        _parts["xl/worksheets/sheet1.xml"] = Sheet(rows);
        _parts["xl/worksheets/sheet2.xml"] = Sheet("""<row><c t="inlineStr"><is><t>tweede blad</t></is></c></row>""");
        _parts["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{shared}</sst>""";
        _parts["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""";
    }

    /// <summary>The same part, with an entity that is another file; it stands where the word ENTITY stood.</summary>
    public XlsxByHand WithEntity(string part, string address)
    {
        var content = _parts[part].Replace("ENTITY", "&e;", StringComparison.Ordinal);
        _parts[part] = $"""<!DOCTYPE part [<!ENTITY e SYSTEM "{address}">]>{content}""";
        return this;
    }

    public byte[] ToFile()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
                part.Write(content);
            }
        }
        return stream.ToArray();
    }

    /// <summary>Rows of texts and numbers: texts in the shared table, empty cells left out.</summary>
    public static byte[] Of(IReadOnlyList<object?[]> rows)
    {
        var (shared, all) = (new List<string>(), new StringBuilder());
        for (var row = 0; row < rows.Count; row++)
        {
            all.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            for (var column = 0; column < rows[row].Length; column++)
                all.Append(Cell(rows[row][column], $"{(char)('A' + column)}{row + 1}", shared));
            all.Append("</row>");
        }
        var table = shared.Select(text => $"""<si><t xml:space="preserve">{SecurityElement.Escape(text)}</t></si>""");
        return new XlsxByHand(all.ToString(), string.Concat(table)).ToFile();
    }

    private static string Cell(object? value, string at, List<string> shared)
    {
        if (value is null)
            return "";
        if (value is int number)
            return string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}"><v>{number}</v></c>""");
        var text = (string)value;
        if (text.StartsWith('#'))
            return $"""<c r="{at}" t="e"><f>VLOOKUP(1,A:B,2)</f><v>{text}</v></c>""";
        if (!shared.Contains(text, StringComparer.Ordinal))
            shared.Add(text);
        return string.Create(CultureInfo.InvariantCulture, $"""<c r="{at}" t="s"><v>{shared.IndexOf(text)}</v></c>""");
    }

    private static string Sheet(string rows) =>
        $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";

    private static string Types() =>
        $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            {Type("workbook", "sheet.main")}
            {Type("worksheets/sheet1", "worksheet")}{Type("worksheets/sheet2", "worksheet")}
            {Type("sharedStrings", "sharedStrings")}{Type("styles", "styles")}</Types>
            """;

    private static string Type(string part, string kind) =>
        $"""<Override PartName="/xl/{part}.xml" ContentType="{Spreadsheet}.{kind}+xml"/>""";

    private static string Relations(params (string Kind, string Target)[] relations)
    {
        var all = relations.Select(
            (one, at) => $"""<Relationship Id="rId{at + 1}" Type="{Office}/{one.Kind}" Target="{one.Target}"/>"""
        );
        return $"""<Relationships xmlns="{Package}/relationships">{string.Concat(all)}</Relationships>""";
    }
}
