using System.Net;
using System.Text;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Tests.People.Pages;
using Mantel.Web.Platform.SigningIn;
using Mantel.Web.Spreadsheets;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Mantel.Tests.People.Pages.PeopleHouse;

namespace Mantel.Tests.Web.Spreadsheets;

/// <summary>
/// Issue 9: an XLSX of 500 organisations with twelve faults; the preview names each, eleven are mended in it, taken in,
/// and undone.
/// </summary>
public sealed class TakingInOrganisationsTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private const string List = "/organisations";

    [Fact]
    public async Task Five_hundred_organisations_with_twelve_faults_are_mended_taken_in_and_taken_back()
    {
        var administrator = await house.SignInAsync("administrator");
        var before = (await DirectoryAsync()).Organisations();
        var known = before.First(one => one.Municipality is not null);
        var file = XlsxByHand.Of(FiveHundred.Rows((known.Name, known.Municipality!)));

        // What is wrong is named, each at its cell.
        var sent = await administrator.SendSheetAsync(List, file, "C:\\regio\\adressen.xlsx");
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var preview = await Visitor.ReadAsync(sent);
        preview.Counts().ShouldBe([488, 12, 0, 0]);
        preview.Wrong().Select(one => one.Field).ShouldBe(FiveHundred.Faults.Select(fault => fault.Field));
        foreach (var ((field, says), at) in FiveHundred.Faults.Zip(preview.Wrong()))
        {
            at.Says.ShouldContain(says);
            preview.GetElementById(field)!.GetAttribute("aria-describedby").ShouldBe($"{field}-wrong");
        }
        TextOf(preview).ShouldContain("Jaar van oprichting");
        TextOf(preview).ShouldContain("adressen.xlsx · blad Blad1");
        (await DirectoryAsync()).Organisations().Count.ShouldBe(before.Count);

        // Eleven are mended; taking in waits for the twelfth.
        var refused = await administrator.GoOnAsync(preview, List, "take", FiveHundred.Mended);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var mended = await Visitor.ReadAsync(refused);
        mended.Counts().ShouldBe([499, 1, 0, 0]);
        mended.Wrong().Select(one => one.Field).ShouldBe(["r121.kind"]);
        TextOf(mended).ShouldContain("11 hier verbeterd");
        (await DirectoryAsync()).Organisations().Count.ShouldBe(before.Count);

        // The twelfth is left out, and the rest is taken in: sent twice, done once.
        var fields = SheetVisitor.FieldsOf(mended, List, "take", [(FiveHundred.LeftOut, "yes")]);
        var taken = await administrator.Client.PostAsync($"{List}/sheet/rows", Visitor.Fields(fields));
        var again = await administrator.Client.PostAsync($"{List}/sheet/rows", Visitor.Fields(fields));
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        again.Headers.Location.ShouldBe(taken.Headers.Location);
        await ShouldBeTakenInAsync(before);

        // Everything is told, and taken back as one.
        var way = taken.Headers.Location!.ToString();
        var told = TextOf(await administrator.OpenAsync(way));
        told.ShouldContain("499 rijen opgenomen · door Anneke Tuinman");
        told.ShouldContain("1 rij bleef weg");
        TextOf(await administrator.OpenAsync($"{List}/sheets")).ShouldContain("adressen.xlsx");
        var back = await administrator.SendAsync(way, $"{way}/take-back", ("reason", "Verkeerde regio"));
        back.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var directory = await DirectoryAsync();
        directory.Organisations().ShouldBe(before);
        directory.Entries.Count(entry => entry.Fact is EntryStruckOut { Reason: "Verkeerde regio" }).ShouldBe(1);
        TextOf(await administrator.OpenAsync(way)).ShouldContain("499 teruggenomen");
    }

    private async Task ShouldBeTakenInAsync(IReadOnlyList<OrganisationRecorded> before)
    {
        var directory = await DirectoryAsync();
        directory.Organisations().Count.ShouldBe(before.Count + 499);
        var taking = directory.TakenIn(SheetOf.Organisations)[0];
        (taking.Fact.File, taking.Fact.Sheet, taking.Fact.LeftOut).ShouldBe(("adressen.xlsx", "Blad1", 1));
        var entries = directory.Entries.Where(entry => entry.Act == taking.Entry.Act).ToList();
        entries.Count.ShouldBe(500);
        entries.Select(entry => entry.Author.Name).Distinct().ShouldBe(["Anneke Tuinman"]);
        var mended = entries.Single(entry => entry.Fact is OrganisationRecorded { Name: "Praktijk 010" });
        var witness = mended.Source.Witnesses.ShouldHaveSingleItem();
        witness.ShouldBe(new Witness("adressen.xlsx", "Blad1!11", witness.Text));
        witness.Text!.ShouldStartWith("; huisartsenpraktijk; Middelburg");
        var plain = entries.Single(entry => entry.Fact is OrganisationRecorded { Name: "Praktijk 002" });
        plain.Source.Witnesses.ShouldBe([new Witness("adressen.xlsx", "Blad1!3")]);
        var fact = (OrganisationRecorded)plain.Fact;
        (fact.Kind, fact.Municipality, fact.Country, fact.Reachability.Day).ShouldBe(
            (OrganisationKind.NursingHome, "Veere", "NL", "0118 400002")
        );
    }

    [Fact]
    public async Task What_something_rests_on_stays_and_the_rest_is_taken_back()
    {
        var administrator = await house.SignInAsync("administrator");
        var way = await TakeInAsync(administrator, "Naam;Soort\r\nTe houden;hospice\r\nTe wissen;hospice\r\n");
        var kept = (await DirectoryAsync()).Organisations().Single(one => one.Name == "Te houden");
        var shown = (await administrator.OpenAsync(way)).Forms.Single(one =>
            one.GetAttribute("action") == $"{way}/take-back"
        );
        await house.Mantel.WithAccountsAsync(accounts =>
            accounts.CreateAsync(new("blijver", "Bo Blijver", Role.Nurse, kept.Organisation, kept.Name))
        );

        // Somebody began to work there since the page was opened: that is said, and nothing is done.
        var stale = await administrator.Client.PostAsync(
            $"{way}/take-back",
            Visitor.Fields([
                .. shown
                    .QuerySelectorAll("input[type=hidden]")
                    .Select(one => (one.GetAttribute("name")!, one.GetAttribute("value")!)),
                ("reason", "Weg"),
            ])
        );
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(stale);
        TextOf(page).ShouldContain("er melden zich mensen voor aan");
        page.GetElementById("reason")!.GetAttribute("value").ShouldBe("Weg");

        (await administrator.SendAsync(way, $"{way}/take-back")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await administrator.SendAsync(way, $"{way}/take-back", ("reason", "Weg"));

        var names = (await DirectoryAsync()).Organisations().Select(one => one.Name).ToList();
        (names.Contains("Te houden"), names.Contains("Te wissen")).ShouldBe((true, false));
    }

    [Fact]
    public async Task What_is_here_already_is_left_out_and_what_the_list_says_of_now_reads_back()
    {
        var administrator = await house.SignInAsync("administrator");
        var all = (await DirectoryAsync()).Organisations().Count;
        foreach (var kind in new[] { "csv", "xlsx" })
        {
            var file = await administrator.Client.GetByteArrayAsync($"{List}/sheet/all.{kind}");
            var preview = await Visitor.ReadAsync(await administrator.SendSheetAsync(List, file, $"nu.{kind}"));
            preview.Counts().ShouldBe([0, 0, all, 0], kind);
            var nothing = await administrator.GoOnAsync(preview, List, "take");
            nothing.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            TextOf(await Visitor.ReadAsync(nothing)).ShouldContain("Er is geen rij om op te nemen.");
        }
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task An_empty_example_has_the_heads_and_nothing_else(string kind)
    {
        var administrator = await house.SignInAsync("administrator");
        var file = await administrator.Client.GetByteArrayAsync($"{List}/sheet/empty.{kind}");
        Spreadsheet.Read(file).Grid!.Rows.ShouldHaveSingleItem().Cells[0].Text.ShouldBe("Naam");
        await ShouldBeSaidAsync(await administrator.SendSheetAsync(List, file), "Onder de kolomnamen staat niets.");
    }

    [Theory]
    [InlineData("", "Hier staat niets in.")]
    [InlineData("Naam;Plaats\r\nDe Meeuw;Veere", "De eerste rij noemt deze kolommen niet: Soort.")]
    [InlineData("Naam;Soort;Organisatie\r\nDe Meeuw;hospice;x", "Deze kolom staat er meer dan één keer: Naam.")]
    public async Task A_sheet_that_is_none_says_why(string text, string says)
    {
        var administrator = await house.SignInAsync("administrator");
        if (text.Length == 0)
            text = ";;";
        await ShouldBeSaidAsync(await administrator.SendSheetAsync(List, Encoding.UTF8.GetBytes(text), "x.csv"), says);
    }

    [Fact]
    public async Task Cells_can_be_pasted_and_nothing_at_all_is_asked_about()
    {
        var administrator = await house.SignInAsync("administrator");
        var pasted = await administrator.SendAsync(
            $"{List}/sheet",
            $"{List}/sheet",
            ("cells", "Naam\tSoort\nGeplakt\thospice")
        );
        (await Visitor.ReadAsync(pasted)).Counts().ShouldBe([1, 0, 0, 0]);
        await ShouldBeSaidAsync(
            await administrator.SendAsync($"{List}/sheet", $"{List}/sheet"),
            "Kies een bestand, of plak de cellen."
        );
    }

    [Fact]
    public async Task Faults_beyond_the_first_thirty_come_when_those_are_mended_and_all_can_be_left_out()
    {
        var administrator = await house.SignInAsync("administrator");
        var rows = Enumerable.Range(1, 40).Select(n => $"Vraag {n};niets");
        var text = $"Naam;Soort\r\n{string.Join("\r\n", rows)}";
        var preview = await Visitor.ReadAsync(
            await administrator.SendSheetAsync(List, Encoding.UTF8.GetBytes(text), "vragen.csv")
        );
        preview.Counts().ShouldBe([0, 40, 0, 0]);
        preview.QuerySelectorAll("fieldset.faulty").Length.ShouldBe(30);
        TextOf(preview).ShouldContain("De eerste 30 van 40.");

        // A choice that was not understood keeps its words until another is made.
        var same = await Visitor.ReadAsync(await administrator.GoOnAsync(preview, List, "check"));
        same.Wrong()[0].Says.ShouldContain("“niets” is hier geen keuze");
        var mends = Enumerable.Range(2, 30).Select(row => ($"r{row}.kind", "Hospice"));
        var next = await Visitor.ReadAsync(await administrator.GoOnAsync(same, List, "check", mends));

        next.Counts().ShouldBe([30, 10, 0, 0]);
        next.Wrong()[0].Field.ShouldBe("r32.kind");

        var without = await Visitor.ReadAsync(
            await administrator.GoOnAsync(preview, List, "check", ("out-all", "yes"))
        );
        without.Counts().ShouldBe([0, 0, 0, 40]);
        var fields = SheetVisitor.FieldsOf(without, List, "check", []).Where(field => field.Item1 != "out.7");
        var sent = await administrator.Client.PostAsync($"{List}/sheet/rows", Visitor.Fields([.. fields]));
        (await Visitor.ReadAsync(sent)).Counts().ShouldBe([0, 1, 0, 39]);
    }

    /// <summary>What was mended is not lost by being signed out, and nobody else gets it.</summary>
    [Fact]
    public async Task FirstLookCase10_a_preview_comes_back_after_signing_in()
    {
        var administrator = await house.SignInAsync("administrator");
        var preview = await Visitor.ReadAsync(
            await administrator.SendSheetAsync(List, "Naam;Soort\r\nWeer terug;niets"u8.ToArray(), "x.csv")
        );
        await administrator.SendAsync("/account", "/sign-out");

        var door = await administrator.GoOnAsync(preview, List, "take", ("r2.kind", "Hospice"));
        door.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var form = (await Visitor.ReadAsync(door)).Forms.Single(one => one.GetAttribute("action") == "/sign-in/demo");
        var fields = form.QuerySelectorAll("input[type=hidden]")
            .Select(one => (one.GetAttribute("name")!, one.GetAttribute("value")!));
        var given = await Visitor.ReadAsync(
            await administrator.Client.PostAsync("/sign-in/demo", Visitor.Fields([.. fields, ("as", "administrator")]))
        );

        given.Counts().ShouldBe([1, 0, 0, 0]);
        TextOf(given).ShouldContain("nog niet vastgelegd");
        (await DirectoryAsync()).Organisations().ShouldNotContain(one => one.Name == "Weer terug");
    }

    [Fact]
    public async Task A_draft_of_somebody_else_or_changed_on_its_way_is_not_taken()
    {
        var administrator = await house.SignInAsync("administrator");
        var preview = await Visitor.ReadAsync(
            await administrator.SendSheetAsync(List, "Naam;Soort\r\nGeknoeid;hospice"u8.ToArray(), "x.csv")
        );
        var draft = preview.QuerySelector("input[name=draft]")!.GetAttribute("value")!;
        foreach (var made in new[] { draft[..^3] + "AAA", "x", "" })
            await ShouldBeSaidAsync(
                await administrator.GoOnAsync(preview, List, "take", ("draft", made)),
                "Stuur het opnieuw."
            );
        (await DirectoryAsync()).Organisations().ShouldNotContain(one => one.Name == "Geknoeid");
    }

    [Theory]
    [InlineData("gp")]
    [InlineData("nurse")]
    [InlineData("physician-on-duty")]
    [InlineData("palliative-team")]
    [InlineData("ambulance")]
    [InlineData("chaplain")]
    [InlineData("social-worker")]
    [InlineData("volunteer")]
    [InlineData("coordinator")]
    [InlineData("analyst")]
    [InlineData("person")]
    [InlineData("close-one")]
    public async Task Nobody_but_the_administrator_sees_or_sends_any_of_it(string role)
    {
        var visitor = await house.SignInAsync(role);
        var proof = (await visitor.OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!;
        var field = ("__RequestVerificationToken", proof.GetAttribute("value")!);
        foreach (var list in new[] { "/organisations", "/accounts" })
        {
            foreach (
                var page in new[]
                {
                    "sheet",
                    "sheets",
                    $"sheets/{Guid.NewGuid()}",
                    "sheet/all.csv",
                    "sheet/all.xlsx",
                    "sheet/empty.csv",
                }
            )
                (await visitor.Client.GetAsync($"{list}/{page}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
            foreach (var form in new[] { "sheet", "sheet/rows", $"sheets/{Guid.NewGuid()}/take-back" })
                (await visitor.Client.PostAsync($"{list}/{form}", Visitor.Fields(field))).StatusCode.ShouldBe(
                    HttpStatusCode.NotFound,
                    form
                );
        }
    }

    [Fact]
    public async Task A_form_without_our_proof_is_refused()
    {
        var administrator = await house.SignInAsync("administrator");
        var answer = await administrator.Client.PostAsync(
            $"{List}/sheet",
            Visitor.Fields(("cells", "Naam\tSoort\nX\thospice"))
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<string> TakeInAsync(Visitor administrator, string text)
    {
        var preview = await Visitor.ReadAsync(
            await administrator.SendSheetAsync(List, Encoding.UTF8.GetBytes(text), "klein.csv")
        );
        var taken = await administrator.GoOnAsync(preview, List, "take");
        taken.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return taken.Headers.Location!.ToString();
    }

    private static async Task ShouldBeSaidAsync(HttpResponseMessage answer, string says)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(answer)).QuerySelector(".errors")!.TextContent.ShouldContain(says);
    }

    private Task<DirectoryRecord> DirectoryAsync() =>
        house.Mantel.Services.GetRequiredService<Desk>().DirectoryAsync(default);
}
