using System.Globalization;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mantel.Web.Spreadsheets;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Spreadsheets;

/// <summary>What is written reads back as it was, and no cell of it is ever a formula.</summary>
public sealed class WritingSpreadsheetsTests
{
    private static readonly string[] Pieces =
    [
        "=",
        "+",
        "-",
        "@",
        "'",
        "''",
        "\t",
        ";",
        ",",
        "\"",
        "\n",
        "_x0041_",
        "_x",
        "é",
        "€",
        "\u0001",
        "😀",
        " a ",
        "0",
        "1,5",
        "<&>",
        "＝",
        "ij",
    ];

    private static readonly Gen<string> Texts = Gen.Elements(Pieces)
        .ArrayOf()
        .Select(string.Concat)
        .Where(text => text.Length < 100);

    private static readonly Gen<Cell> Cells = Gen.OneOf(
        Texts.Select(text => Cell.Of(text)),
        Gen.Choose(-1_000_000, 1_000_000).Select(number => Cell.Of(number / 1000m)),
        Gen.Choose(0, 60_000).Select(day => Cell.Of(new DateTime(1950, 1, 1).AddDays(day))),
        Gen.Choose(0, 2_000_000_000).Select(second => Cell.Of(new DateTime(1970, 1, 1).AddSeconds(second))),
        Gen.Elements(true, false).Select(truth => Cell.Of(truth)),
        Gen.Constant(new Cell(CellKind.Fault, "#N/A"))
    );

    private static readonly Gen<Cell[][]> Grids = Cells
        .NonEmptyListOf()
        .Select(row => row.Take(8).Prepend(Cell.Of("kop")).ToArray())
        .NonEmptyListOf()
        .Select(rows => rows.Take(12).ToArray());

    [Fact]
    public void What_is_written_as_xlsx_reads_back_as_it_was() =>
        Prop.ForAll(
                Grids.ToArbitrary(),
                rows => ShouldBeTheSame(rows, Spreadsheet.Read(XlsxWriter.Write("Lijst", rows)), cell => cell)
            )
            .QuickCheckThrowOnFailure();

    /// <summary>A CSV file knows text alone.</summary>
    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public void What_is_written_as_csv_reads_back_as_it_was(string culture) =>
        Prop.ForAll(
                Grids.ToArbitrary(),
                rows =>
                    ShouldBeTheSame(
                        rows,
                        Spreadsheet.Read(CsvWriter.Write(rows, CultureInfo.GetCultureInfo(culture))),
                        cell => Cell.Of(cell.Text)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+32 51 61 20 00")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void No_cell_of_a_csv_file_begins_a_formula(string text)
    {
        var line = Encoding.UTF8.GetString(
            CsvWriter.Write(
                [
                    [Cell.Of("Naam"), Cell.Of(text)],
                ],
                CultureInfo.InvariantCulture
            )
        );
        line.ShouldMatch("^\uFEFF?Naam,\"?'");
    }

    [Fact]
    public void No_cell_of_an_xlsx_file_is_a_formula()
    {
        var file = XlsxWriter.Write(
            "Lijst",
            [
                [Cell.Of("=1+1"), Cell.Of("+32"), Cell.Of("@x")],
            ]
        );
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var part in zip.Entries.Where(part => part.FullName.Contains("worksheets", StringComparison.Ordinal)))
        {
            using var content = new StreamReader(part.Open());
            var text = content.ReadToEnd();
            text.ShouldContain("inlineStr");
            text.ShouldNotContain("<x:f");
            text.ShouldNotContain("<f>");
        }
    }

    private static void ShouldBeTheSame(Cell[][] rows, Read read, Func<Cell, Cell> told)
    {
        read.Problem.ShouldBeNull();
        read.Grid!.Rows.Count.ShouldBe(rows.Length);
        foreach (var (row, again) in rows.Zip(read.Grid.Rows))
        {
            var padded = again.Cells.Concat(Enumerable.Repeat(Cell.Empty, row.Length)).Take(row.Length);
            padded.ShouldBe(row.Select(told));
        }
    }
}
