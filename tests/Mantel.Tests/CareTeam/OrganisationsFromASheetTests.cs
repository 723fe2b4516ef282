using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.CareTeam;

/// <summary>Organisations from a spreadsheet: all or none, by the rules of one, and taken back.</summary>
public sealed class OrganisationsFromASheetTests
{
    private readonly List<Entry> _entries = [];

    private DirectoryRecord Directory => new(StreamId.Directory, _entries);

    [Fact]
    public void All_rows_are_recorded_in_one_act_and_each_says_where_it_came_from()
    {
        Do(Sheet(Row(2, "De Meeuw"), Row(3, "De Branding", words: "De Brandin; hospice")));

        Directory.Organisations().Select(one => one.Name).ShouldBe(["De Branding", "De Meeuw"]);
        var taking = Directory.TakenIn(SheetOf.Organisations).ShouldHaveSingleItem();
        taking.Fact.Lines.Select(line => line.Row).ShouldBe([2, 3]);
        _entries.Select(entry => entry.Act).Distinct().ShouldHaveSingleItem();
        var source = _entries.Single(entry => entry.Fact is OrganisationRecorded { Name: "De Branding" }).Source;
        source.System.ShouldBe("lijst.xlsx");
        source.Witnesses.ShouldBe([new Witness("lijst.xlsx", "Blad1!3", "De Brandin; hospice")]);
    }

    [Fact]
    public void One_row_that_breaks_a_rule_stops_all_of_them()
    {
        Do(new RecordOrganisation(Guid.NewGuid(), "De Meeuw", OrganisationKind.Hospice, "Vlissingen"));

        var problems = Problems(
            Sheet(
                Row(2, "De Branding"),
                Row(3, "de meeuw"),
                Row(4, " "),
                Row(5, "DE BRANDING"),
                Row(6, new string('x', 201))
            )
        );

        problems.ShouldBe([
            ("3.name", "rule.organisation-known"),
            ("4.name", "rule.missing"),
            ("5.name", "rule.sheet-twice"),
            ("6.name", "rule.too-long"),
        ]);
        Problems(Sheet()).ShouldBe([("", "rule.sheet-nothing")]);
    }

    [Fact]
    public void A_sheet_is_taken_back_as_one_and_can_be_taken_in_again()
    {
        Do(Sheet(Row(2, "De Meeuw"), Row(3, "De Branding")));
        var taking = Directory.TakenIn(SheetOf.Organisations)[0];

        Problems(Back(taking, reason: null)).ShouldBe([("reason", "rule.missing")]);
        Do(Back(taking));

        Directory.Organisations().ShouldBeEmpty();
        Directory.CameOf(taking).Select(one => one.InTheWay).ShouldBe([UndoObstacle.TakenBack, UndoObstacle.TakenBack]);
        Directory.TakenBack(taking.Entry.Id).Count.ShouldBe(2);
        _entries.Count(entry => entry.Fact is OrganisationRecorded).ShouldBe(2);
        Problems(new TakeBackOrganisations(taking.Entry.Id, [], "Nog eens"))
            .ShouldBe([("", "rule.sheet-nothing-back")]);
        Do(Sheet(Row(2, "De Meeuw")));
        Directory.Organisations().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_something_rests_on_stays_and_says_why()
    {
        var rows = Enumerable.Range(2, 4).Select(row => Row(row, $"Praktijk {row}")).ToArray();
        Do(Sheet(rows));
        Do(new RecordOrganisation(rows[0].Act.Organisation, "Praktijk Zuid", OrganisationKind.Hospice));
        Do(new CloseOrganisation(rows[1].Act.Organisation));
        Do(new NamePrivacyReviewer(rows[2].Act.Organisation, Guid.NewGuid(), "Anneke"));
        var taking = Directory.TakenIn(SheetOf.Organisations)[0];

        Directory
            .CameOf(taking)
            .Select(one => one.InTheWay)
            .ShouldBe([UndoObstacle.Changed, UndoObstacle.Closed, UndoObstacle.HasReviewer, null]);
        Problems(new TakeBackOrganisations(taking.Entry.Id, [.. rows.Select(row => row.Act.Organisation)], "Weg"))
            .ShouldBe([("", "rule.changed-meanwhile")]);
        Do(Back(taking));

        Directory.Organisations().Select(one => one.Name).ShouldBe(["Praktijk 4", "Praktijk Zuid"]);
    }

    [Fact]
    public void A_sheet_of_another_kind_is_not_taken_back_with_this()
    {
        Do(new TakeInAccounts(new SheetFile("wie.csv", null, 0), [new SheetLine(2, Guid.NewGuid())]));
        var taking = Directory.TakenIn(SheetOf.Accounts)[0];

        Problems(Back(taking)).ShouldBe([("", "rule.sheet-unknown")]);
        Problems(new TakeBackAccounts(taking.Entry.Id, [Guid.NewGuid()], "Weg"))
            .ShouldBe([("", "rule.sheet-nothing-back")]);
        Problems(new TakeBackAccounts(Guid.NewGuid(), [Guid.NewGuid()], "Weg")).ShouldBe([("", "rule.sheet-unknown")]);
        Do(new TakeBackAccounts(taking.Entry.Id, [taking.Fact.Lines[0].Made], "Weg"));
        Directory.TakenBack(taking.Entry.Id).Count.ShouldBe(1);
    }

    private static TakeInOrganisations Sheet(params SheetOrganisation[] rows) =>
        new(new SheetFile("lijst.xlsx", "Blad1", 0), rows);

    private static SheetOrganisation Row(int row, string name, string? words = null) =>
        new(row, new RecordOrganisation(Guid.NewGuid(), name, OrganisationKind.Hospice, "Vlissingen", "nl"), words);

    private TakeBackOrganisations Back(Recorded<SheetTakenIn> taking, string? reason = "Verkeerde lijst") =>
        new(
            taking.Entry.Id,
            [.. Directory.CameOf(taking).Where(one => one.InTheWay is null).Select(one => one.Organisation)],
            reason
        );

    private void Do(IAct<DirectoryRecord> act)
    {
        var id = Guid.NewGuid();
        foreach (var fact in act.Decide(Directory, Acts.Now).ShouldBeOfType<Outcome.Yielded>().Facts)
            _entries.Add(
                new(
                    Guid.NewGuid(),
                    StreamId.Directory,
                    _entries.Count + 1,
                    fact.Fact,
                    fact.Effective,
                    Acts.Now.Instant,
                    Tell.Nurse,
                    fact.Source ?? Source.Mantel,
                    id,
                    []
                )
            );
    }

    private IEnumerable<(string, string)> Problems(IAct<DirectoryRecord> act) =>
        act.Decide(Directory, Acts.Now)
            .ShouldBeOfType<Outcome.Refused>()
            .Problems.Select(problem => (problem.Field, problem.Rule));
}
