using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// A list as an XLSX file: headings that stay in sight, every column as text so that a telephone number keeps its zero,
/// and a list to choose from where only some words will do.
/// </summary>
internal static partial class XlsxWriter
{
    private const uint Plain = 0;
    private const uint AsText = 1;
    private const uint Heading = 2;
    private const uint AsDay = 3;
    private const uint AsTime = 4;
    private const int ForChoices = 1000;

    /// <param name="rows">The first holds the headings.</param>
    /// <param name="choices">By column: what can be chosen there.</param>
    /// <param name="choicesName">What the sheet with the choices is called.</param>
    public static byte[] Write(
        string name,
        IReadOnlyList<IReadOnlyList<Cell>> rows,
        IReadOnlyDictionary<int, IReadOnlyList<string>>? choices = null,
        string choicesName = "-"
    )
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets.Sheets(SheetOf(book, Filled(rows, choices, choicesName), name, 1));
            if (choices is { Count: > 0 })
                sheets.AppendChild(SheetOf(book, OfChoices(choices), choicesName, 2));
            book.Workbook = new Workbook(sheets);
        }
        return stream.ToArray();
    }

    private static Sheet SheetOf(WorkbookPart book, Worksheet sheet, string name, uint number)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet;
        return new Sheet
        {
            Id = book.GetIdOfPart(part),
            SheetId = number,
            Name = name.Length > 31 ? name[..31] : name,
        };
    }

    private static Worksheet Filled(
        IReadOnlyList<IReadOnlyList<Cell>> rows,
        IReadOnlyDictionary<int, IReadOnlyList<string>>? choices,
        string choicesName
    )
    {
        var columns = Math.Max(1, rows.Max(row => row.Count));
        var sheet = new Worksheet(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new Columns(
                new Sheets.Column
                {
                    Min = 1,
                    Max = (uint)columns,
                    Width = 26,
                    CustomWidth = true,
                    Style = AsText,
                }
            ),
            new SheetData(rows.Select((row, at) => RowOf(row, (uint)at + 1)))
        );
        if (choices is { Count: > 0 })
            sheet.AppendChild(ChosenFrom(choices, choicesName));
        return sheet;
    }

    private static DataValidations ChosenFrom(
        IReadOnlyDictionary<int, IReadOnlyList<string>> choices,
        string choicesName
    ) =>
        new(
            choices.Select(
                (choice, at) =>
                    new DataValidation(
                        new Formula1($"'{choicesName}'!${NameOf(at)}$1:${NameOf(at)}${choice.Value.Count}")
                    )
                    {
                        Type = DataValidationValues.List,
                        AllowBlank = true,
                        ShowErrorMessage = true,
                        SequenceOfReferences = new ListValue<StringValue>
                        {
                            InnerText = $"{NameOf(choice.Key)}2:{NameOf(choice.Key)}{ForChoices}",
                        },
                    }
            )
        );

    private static Worksheet OfChoices(IReadOnlyDictionary<int, IReadOnlyList<string>> choices)
    {
        var longest = choices.Values.Max(choice => choice.Count);
        var rows = Enumerable
            .Range(0, longest)
            .Select(at => choices.Values.Select(choice => Cell.Of(choice.ElementAtOrDefault(at))).ToList());
        return new Worksheet(new SheetData(rows.Select((row, at) => RowOf(row, (uint)at + 1, isHeading: false))));
    }

    private static Row RowOf(IReadOnlyList<Cell> cells, uint number, bool isHeading = true) =>
        new(
            cells
                .Select((cell, at) => (cell, at))
                .Where(one => one.cell.Text.Length > 0)
                .Select(one => CellOf(one.cell, $"{NameOf(one.at)}{number}", isHeading && number == 1))
        )
        {
            RowIndex = number,
        };

    private static Sheets.Cell CellOf(Cell cell, string reference, bool isHeading)
    {
        if (cell.Kind is CellKind.Text)
            return new Sheets.Cell(new InlineString(TextOf(cell.Text)))
            {
                CellReference = reference,
                DataType = CellValues.InlineString,
                StyleIndex = isHeading ? Heading : AsText,
            };
        if (cell.Kind is CellKind.Day)
            return new Sheets.Cell(new CellValue(Serial(cell.Text)))
            {
                CellReference = reference,
                StyleIndex = cell.Text.Length > Cell.DayFormat.Length ? AsTime : AsDay,
            };
        return new Sheets.Cell(
            new CellValue(cell.Kind is CellKind.Truth ? (cell.Text == "TRUE" ? "1" : "0") : cell.Text)
        )
        {
            CellReference = reference,
            StyleIndex = Plain,
            DataType = cell.Kind switch
            {
                CellKind.Truth => CellValues.Boolean,
                CellKind.Fault => CellValues.Error,
                _ => CellValues.Number,
            },
        };
    }

    private static Text TextOf(string text) =>
        new(Encoded(Formula.GuardText(text))) { Space = SpaceProcessingModeValues.Preserve };

    private static string Serial(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture).ToOADate().ToString("R", CultureInfo.InvariantCulture);

    /// <summary>
    /// What XML cannot hold is written by its number, what looks like that too, and spaces where there is nothing else.
    /// </summary>
    private static string Encoded(string text) =>
        string.IsNullOrWhiteSpace(text)
            ? string.Concat(text.Select(ByNumber))
            : Unwritable().Replace(text, sign => ByNumber(sign.Value[0]));

    private static string ByNumber(char sign) => string.Create(CultureInfo.InvariantCulture, $"_x{(int)sign:X4}_");

    private static string NameOf(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : NameOf(column / 26 - 1) + (char)('A' + column % 26);

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(new Fill(), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true },
                new CellFormat
                {
                    NumberFormatId = 49,
                    FontId = 1,
                    ApplyFont = true,
                },
                new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true }
            )
        );

    [GeneratedRegex(
        "[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Unwritable();
}
