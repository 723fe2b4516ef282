using System.IO.Compression;
using System.Text;
using Mantel.Web.Spreadsheets;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Spreadsheets;

/// <summary>Spreadsheets as other programs write them, and files that mean harm.</summary>
public sealed class ReadingSpreadsheetsTests
{
    [Fact]
    public void Shared_own_and_rich_texts_are_read_without_how_they_sound()
    {
        var file = new XlsxByHand(
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
            <c r="D1" t="inlineStr"><is><t>ter plekke</t></is></c></row>
            <row r="4"><c r="A4" t="str"><f>A1&amp;"!"</f><v>Hospice!</v></c><c r="B4" t="s"><v>2</v></c></row>
            """,
            """
            <si><t>Hospice</t></si><si><r><t>De </t></r><r><rPr><b/></rPr><t>Meeuw</t></r></si>
            <si><t>regel_x000D_en meer</t><rPh sb="0" eb="1"><t>klank</t></rPh></si>
            """
        );

        var rows = Read(file.ToFile());

        rows.Select(row => row.Number).ShouldBe([1, 4]);
        rows[0].Cells.Select(cell => cell.Text).ShouldBe(["Hospice", "De Meeuw", "", "ter plekke"]);
        rows[1].Cells.Select(cell => cell.Text).ShouldBe(["Hospice!", "regel\ren meer"]);
    }

    [Fact]
    public void Numbers_days_truth_and_faults_are_what_they_are()
    {
        var file = new XlsxByHand(
            """
            <row><c><v>12.5</v></c><c><v>1E3</v></c><c s="1"><v>46356</v></c><c s="2"><v>46356.75</v></c><c s="3"><v>612345678</v></c>
            <c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c s="4"><v>0.5</v></c><c><f>1+1</f><v>2</v></c></row>
            """,
            styles: """
            <numFmts count="3"><numFmt numFmtId="170" formatCode="dd\-mm\-yyyy hh:mm"/><numFmt numFmtId="171" formatCode="0000000000"/>
            <numFmt numFmtId="172" formatCode="0.00 &quot;dagen&quot;"/></numFmts>
            <cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs>
            """
        );

        Read(file.ToFile())[0]
            .Cells.ShouldBe([
                new(CellKind.Number, "12.5"),
                new(CellKind.Number, "1000"),
                new(CellKind.Day, "2026-11-30"),
                new(CellKind.Day, "2026-11-30 18:00:00"),
                new(CellKind.Number, "0612345678"),
                new(CellKind.Truth, "TRUE"),
                new(CellKind.Fault, "#N/A"),
                new(CellKind.Number, "0.5"),
                new(CellKind.Number, "2"),
            ]);
    }

    [Fact]
    public void Days_of_a_file_that_counts_from_1904_are_the_same_days()
    {
        var file = new XlsxByHand(
            """<row><c s="1"><v>44894</v></c></row>""",
            styles: """<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>""",
            book: """<workbookPr date1904="1"/>"""
        );
        Read(file.ToFile())[0].Cells[0].Text.ShouldBe("2026-11-30");
    }

    [Fact]
    public void The_first_sheet_that_is_shown_is_read_and_the_others_are_named()
    {
        var sheets = """
            <sheet name="Verborgen" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Lijst" sheetId="2" r:id="rId4"/>
            """;
        var file = new XlsxByHand("""<row><c><v>1</v></c></row>""", sheets: sheets).ToFile();
        var grid = Spreadsheet.Read(file).Grid!;
        (grid.Name, grid.Rows[0].Cells[0].Text).ShouldBe(("Lijst", "tweede blad"));
        grid.Others.ShouldBeEmpty();

        var both = sheets.Replace("state=\"hidden\" ", "", StringComparison.Ordinal);
        Spreadsheet
            .Read(new XlsxByHand("""<row><c><v>1</v></c></row>""", sheets: both).ToFile())
            .Grid!.Others.ShouldBe(["Lijst"]);
    }

    [Theory]
    [InlineData("a;b\r\n1;\"x;\"\"y\"\"\"\r\n")]
    [InlineData("a,b\n1,\"x;\"\"y\"\"\"")]
    [InlineData("a\tb\r1\tx;\"y\"")]
    [InlineData("sep=|\r\na|b\r\n1|\"x;\"\"y\"\"\"")]
    [InlineData("\uFEFFa;b\r\n\r\n1;\"x;\"\"y\"\"\"\r\n;\r\n")]
    public void A_csv_file_is_read_whatever_parts_its_cells(string text)
    {
        var rows = Read(Encoding.UTF8.GetBytes(text));
        rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))).ShouldBe(["a|b", "1|x;\"y\""]);
    }

    [Fact]
    public void A_csv_file_is_read_in_the_letters_it_was_written_in()
    {
        const string text = "naam;plaats\r\nDe Zeeën;Oostende – €\r\n";
        Encoding[] encodings =
        [
            new UTF8Encoding(false),
            new UTF8Encoding(true),
            Encoding.Unicode,
            Encoding.BigEndianUnicode,
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        ];
        foreach (var encoding in encodings)
        {
            byte[] file = [.. encoding.Preamble, .. encoding.GetBytes(text)];
            Read(file)[1].Cells.Select(cell => cell.Text).ShouldBe(["De Zeeën", "Oostende – €"], encoding.EncodingName);
        }
    }

    [Theory]
    [InlineData("", "rule.sheet-empty")]
    [InlineData(";;\r\n ; \r\n", "rule.sheet-empty")]
    [InlineData("a;\"b\r\nc;d", "rule.sheet-quote")]
    [InlineData("PK\u0003\u0004 no zip at all", "rule.sheet-unreadable")]
    [InlineData("a\0b", "rule.sheet-unreadable")]
    public void What_cannot_be_read_says_why(string text, string rule) =>
        Spreadsheet.Read(Encoding.UTF8.GetBytes(text)).Problem!.Rule.ShouldBe(rule);

    [Fact]
    public void An_old_or_locked_excel_file_says_why() =>
        Spreadsheet.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).Problem!.Rule.ShouldBe("rule.sheet-old");

    /// <summary>The same file without the entity is read: it is that alone which is refused.</summary>
    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    public void A_file_with_entities_of_its_own_is_refused_and_nothing_is_fetched(string part)
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "geheim van de machine");
        const string rows = """<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>ENTITY</t></is></c></row>""";
        XlsxByHand Good() => new(rows, "<si><t>ENTITY</t></si>");
        Read(Good().ToFile())[0].Cells[1].Text.ShouldBe("ENTITY");

        var read = Spreadsheet.Read(Good().WithEntity(part, $"file://{secret}").ToFile());

        File.Delete(secret);
        read.Grid.ShouldBeNull();
        read.Problem!.Rule.ShouldBe("rule.sheet-unreadable");
    }

    /// <summary>A hundred megabytes of nothing packs into a hundred kilobytes.</summary>
    [Fact]
    public void A_small_file_that_becomes_a_huge_one_is_refused_before_it_is_read()
    {
        var file = new XlsxByHand(
            $"<row><c t=\"inlineStr\"><is><t>{new string('0', 100_000_000)}</t></is></c></row>"
        ).ToFile();
        file.Length.ShouldBeLessThan(Spreadsheet.LargestFile);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Spreadsheet.Read(file).Problem!.Rule.ShouldBe("rule.sheet-too-much");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    /// <summary>An empty cell costs a few signs in the file and a hundred times as much in memory.</summary>
    [Fact]
    public void A_small_file_of_endless_empty_cells_is_refused_before_it_is_read()
    {
        var file = new XlsxByHand($"<row>{string.Concat(Enumerable.Repeat("<c/>", 2_000_000))}</row>").ToFile();
        file.Length.ShouldBeLessThan(Spreadsheet.LargestFile);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Spreadsheet.Read(file).Problem!.Rule.ShouldBe("rule.sheet-too-much");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    /// <summary>However many apostrophes stand before it, a cell is looked through once.</summary>
    [Fact]
    public void A_cell_of_apostrophes_is_looked_through_once()
    {
        var many = new string('\'', 500_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Formula.Guard(many).ShouldBe(many);
        Formula.Unguard(Formula.Guard($"{many}=1")).ShouldBe($"{many}=1");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_file_that_lies_about_its_size_is_not_believed()
    {
        var file = new XlsxByHand(
            $"<row><c t=\"inlineStr\"><is><t>{new string('0', 60_000_000)}</t></is></c></row>"
        ).ToFile();
        for (var at = 0; at + 3 < file.Length; at++)
        {
            // The length of the sheet, as the list at the end of the file tells it, becomes small.
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2)
                BitConverter.GetBytes(Math.Min(1000, BitConverter.ToUInt32(file, at + 24))).CopyTo(file, at + 24);
        }

        var read = Spreadsheet.Read(file);

        read.Grid.ShouldBeNull();
        read.Problem!.Rule.ShouldBeOneOf("rule.sheet-too-much", "rule.sheet-unreadable");
    }

    [Fact]
    public void Too_many_parts_rows_or_columns_are_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            Enumerable.Range(0, 301).ToList().ForEach(at => zip.CreateEntry($"{at}"));
        Rule(stream.ToArray()).ShouldBe("rule.sheet-too-much");
        Rule(new XlsxByHand(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 5_001))).ToFile())
            .ShouldBe("rule.sheet-too-much");
        Rule(new XlsxByHand("""<row><c r="ZZZ1"><v>1</v></c></row>""").ToFile()).ShouldBe("rule.sheet-too-much");
        Rule(Encoding.UTF8.GetBytes(new string(';', 200) + "x")).ShouldBe("rule.sheet-too-much");
        Rule(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\n", 5_001)))).ShouldBe("rule.sheet-too-much");
        Rule(new byte[Spreadsheet.LargestFile + 1]).ShouldBe("rule.sheet-too-much");
    }

    /// <summary>Whatever byte of a good file is broken, there is an answer.</summary>
    [Fact]
    public void A_broken_file_is_read_or_refused_and_never_more()
    {
        var good = XlsxByHand.Of([
            ["Naam", "Soort"],
            ["De Meeuw", "hospice"],
        ]);
        var random = new Random(20261130);
        for (var turn = 0; turn < 400; turn++)
        {
            var bad = good.ToArray();
            for (var at = 0; at < 3; at++)
                bad[random.Next(4, bad.Length)] = (byte)random.Next(256);
            var read = Spreadsheet.Read(turn % 2 == 0 ? bad : bad[..random.Next(5, bad.Length)]);
            (read.Grid is null).ShouldBe(read.Problem is not null);
        }
    }

    private static IReadOnlyList<GridRow> Read(byte[] file)
    {
        var read = Spreadsheet.Read(file);
        read.Problem.ShouldBeNull();
        return read.Grid!.Rows;
    }

    private static string? Rule(byte[] file) => Spreadsheet.Read(file).Problem?.Rule;
}
