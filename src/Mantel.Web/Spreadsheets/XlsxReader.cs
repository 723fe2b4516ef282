using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// The first sheet that is shown of an XLSX file. It is unpacked within limits first, so that a small file cannot
/// become a huge one; formulas are not carried out, their last result is read.
/// </summary>
internal static class XlsxReader
{
    private const int MostParts = 300;
    private const long MostUnpacked = 30_000_000;

    /// <summary>Elements cost far more in memory than in the file; they are counted by how they begin.</summary>
    private const long MostElements = 1_500_000;

    public static Grid Read(byte[] file)
    {
        try
        {
            CheckSize(file);
            using var stream = new MemoryStream(file, writable: false);
            using var document = SpreadsheetDocument.Open(
                stream,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MostUnpacked }
            );
            return ReadFirst(document.WorkbookPart ?? throw new SheetRefused("rule.sheet-unreadable"));
        }
        catch (Exception bad)
            when (bad
                    is InvalidDataException
                        or XmlException
                        or OpenXmlPackageException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or IOException
                        or NotSupportedException
                        or OverflowException
            )
        {
            throw new SheetRefused("rule.sheet-unreadable", bad);
        }
    }

    /// <summary>Counts what comes out, whatever the file says of itself.</summary>
    private static void CheckSize(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostParts)
            throw new SheetRefused("rule.sheet-too-much");
        var (left, elements) = (MostUnpacked, MostElements);
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0; )
            {
                left -= read;
                elements -= buffer.AsSpan(0, read).Count((byte)'<');
                if (left < 0 || elements < 0)
                    throw new SheetRefused("rule.sheet-too-much");
            }
        }
    }

    private static Grid ReadFirst(WorkbookPart book)
    {
        var shown = (book.Workbook?.Sheets?.Elements<Sheet>() ?? [])
            .Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
            .Where(sheet => sheet.Id?.Value is { } id && book.TryGetPartById(id, out var part) && part is WorksheetPart)
            .ToList();
        if (shown.Count == 0)
            throw new SheetRefused("rule.sheet-empty");
        var cells = new XlsxCells(book);
        var part = (WorksheetPart)book.GetPartById(shown[0].Id!.Value!);
        return new Grid(shown[0].Name?.Value, [.. Rows(part, cells)])
        {
            Others = [.. shown.Skip(1).Select(sheet => sheet.Name?.Value ?? "")],
        };
    }

    private static IEnumerable<GridRow> Rows(WorksheetPart part, XlsxCells cells)
    {
        using var reader = OpenXmlReader.Create(part);
        var (number, found) = (0, 0);
        while (reader.Read() && found <= Spreadsheet.MostRows)
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
                continue;
            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex is { Value: > 0 and < int.MaxValue } at ? (int)at.Value : number + 1;
            var read = cells.Read(row);
            if (read.All(cell => cell.IsEmpty))
                continue;
            found++;
            yield return new GridRow(number, read);
        }
    }
}
