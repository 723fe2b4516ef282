using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Export;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>
/// A Belgian DNR code goes out and comes back with its day, what it rests on, whom it was told and its stay.
/// </summary>
[Trait("Safety", "19")]
public sealed class DnrCodesTravelTests
{
    private const string Text = "DNR 1.\nGeen reanimatie aan: het bed.";

    [Theory]
    [InlineData(DnrBasis.Discussed, null, "2026-01-04", Text, null)]
    [InlineData(DnrBasis.Discussed, null, "2026-01", null, "2026-01-01")]
    [InlineData(DnrBasis.Communicated, "de dochter (op 3 jan.) aan: de zoon", "2026-01-04", Text, null)]
    [InlineData(DnrBasis.Communicated, "dr. An.", "2026", null, null)]
    [InlineData(DnrBasis.Communicated, null, "2026-01-04", Text, null)]
    [InlineData(null, null, "2026-01-04", Text, "2026-01-01")]
    [InlineData(null, null, null, Text, null)]
    [InlineData(null, null, null, null, null)]
    [InlineData(DnrBasis.Discussed, null, null, "Eén zin.", null)]
    public void What_goes_out_comes_back_the_same(
        DnrBasis? basis,
        string? toldTo,
        string? on,
        string? text,
        string? started
    )
    {
        var code = Code(text, started) with { Basis = basis, ToldTo = toldTo };
        var keeping = Kept(code, on);
        var again = Travelled(keeping).Person.All<DnrCodeGiven>().ShouldHaveSingleItem();
        (again.Fact with { OwnerTextDecides = code.OwnerTextDecides }).ShouldBe(code);
        again.Effective.ShouldBe(on is null ? null : PartialDate.Parse(on));
        keeping.Import(Imports.One(ExportTests.Exported(keeping)));
        keeping.Person.All<DnrCodeGiven>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("2026-01-10")]
    [InlineData(null)]
    public void A_stay_that_was_ended_goes_out_ended_on_its_day(string? on)
    {
        var keeping = Kept(Code(Text) with { Basis = DnrBasis.Discussed }, "2026-01-04");
        var code = keeping.Person.All<DnrCodeGiven>().Single().Entry.Id;
        keeping.Append(new NewFact(new DnrStayEnded(code), on is null ? null : PartialDate.Parse(on)));
        var again = Travelled(keeping);
        again.Person.DnrCodesInForce(Imports.Today).ShouldBeEmpty();
        again.Person.All<DnrStayEnded>().ShouldHaveSingleItem().Effective?.ToString().ShouldBe(on);
        again.Person.All<DnrCodeGiven>().Single().Fact.OwnerText.ShouldBe(Text);
        keeping.Import(Imports.One(ExportTests.Exported(keeping)));
        keeping.Person.All<DnrStayEnded>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_stay_that_ended_on_a_day_that_was_given_keeps_that_day()
    {
        var code = Code(Text, "2026-01-01") with { StayEnded = PartialDate.Parse("2026-01-20") };
        var again = Travelled(Kept(code, "2026-01-04"));
        again.Person.All<DnrCodeGiven>().Single().Fact.StayEnded.ShouldBe(PartialDate.Parse("2026-01-20"));
        again.Person.DnrCodesInForce(Imports.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Coming_home_ends_the_code_that_goes_out()
    {
        var keeping = Kept(Code(Text), "2026-01-04");
        keeping.Append(
            new NewFact(new CourseChanged(CourseChange.CameHome, null, null), PartialDate.Parse("2026-02-01"))
        );
        var again = Travelled(keeping);
        again.Person.DnrCodesInForce(Imports.Today).ShouldBeEmpty();
        again.Person.All<DnrStayEnded>().Single().Effective.ShouldBe(PartialDate.Parse("2026-02-01"));
    }

    /// <summary>What came in as active does not go out as it came after the stay.</summary>
    [Fact]
    public void A_code_that_came_in_goes_out_ended_after_coming_home()
    {
        var keeping = ExportTests.Kept(Imports.Samples("belgian-will"));
        Status(keeping).ShouldBe("active");
        keeping.Append(
            new NewFact(new CourseChanged(CourseChange.CameHome, null, null), PartialDate.Parse("2025-03-01"))
        );
        keeping.Person.DnrCodesInForce(Imports.Today).ShouldBeEmpty();
        Status(keeping).ShouldBe("inactive");
        Travelled(keeping).Person.DnrCodesInForce(Imports.Today).ShouldBeEmpty();
    }

    [Fact]
    public void Its_clauses_stay_behind_by_name_and_what_is_written_holds_against_the_table()
    {
        var code = Code(Text) with
        {
            OwnerTextDecides = [new(new(TreatmentKind.Resuscitation), Decision.Withhold, null)],
        };
        var keeping = Kept(code, "2026-01-04");
        var result = ExportPerson.Export(keeping.Person, Imports.Today, ExportTests.Documents(keeping));
        result.LeftOut.Select(one => one.Kind).ShouldBe(["acp.dnr-code-given"]);
        CheckResource.Check(JsonElement.Parse(result.Bundle)).ShouldBeEmpty();
    }

    /// <summary>Somebody with a code that was decided and told, whose stay ended.</summary>
    internal static Keeping ToldAndEnded()
    {
        var code = Code(Text, "2026-01-01") with { Basis = DnrBasis.Communicated, ToldTo = "de dochter" };
        var keeping = Kept(code, "2026-01-04");
        var given = keeping.Person.All<DnrCodeGiven>().Single().Entry.Id;
        keeping.Append(new NewFact(new DnrStayEnded(given), PartialDate.Parse("2026-01-10")));
        return keeping;
    }

    private static string Status(Keeping keeping) =>
        JsonElement
            .Parse(ExportTests.Exported(keeping).Bytes.Span)
            .GetProperty("entry")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("resource"))
            .Single(resource => resource.GetProperty("id").GetString() == "will-1")
            .GetProperty("status")
            .GetString()!;

    private static DnrCodeGiven Code(string? text, string? started = null) =>
        new(DnrCode.Dnr1, "AZ Verzonnen", started is null ? null : PartialDate.Parse(started), null, text, []);

    private static Keeping Kept(DnrCodeGiven code, string? on)
    {
        var keeping = ExportTests.Kept(Imports.Tariq);
        keeping.Append(new NewFact(code, on is null ? null : PartialDate.Parse(on)));
        return keeping;
    }

    private static Keeping Travelled(Keeping keeping)
    {
        var again = new Keeping();
        again.Import(Imports.One(ExportTests.Exported(keeping)));
        return again;
    }
}
