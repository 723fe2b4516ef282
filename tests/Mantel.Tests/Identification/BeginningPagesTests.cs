using System.Net;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Shouldly;
using static Mantel.Tests.People.Pages.PeopleHouse;
using static Mantel.Tests.People.Pages.PersonFormsTests;

namespace Mantel.Tests.Identification;

/// <summary>Signals, phases and how long close ones can keep it up, through their pages.</summary>
public sealed class BeginningPagesTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    [Xunit.Fact]
    public async Task ASignalStandsOnTheStartPageUntilItIsAnswered()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await SomebodyAsync(nurse);
        await DoAsync(
            nurse,
            $"{person}/signals/give",
            ("noticed", "Ze eet bijna niet meer."),
            ("since", "Sinds zondag")
        );
        TextOf(await nurse.OpenAsync("/")).ShouldContain("“Ze eet bijna niet meer. – Sinds zondag”");

        var signals = await nurse.OpenAsync($"{person}/signals");
        TextOf(signals).ShouldContain("Ze eet bijna niet meer.");
        TextOf(signals).ShouldContain("Nog door niemand opgepakt.");
        var answer = signals.QuerySelector("a.utrecht-button--primary-action")!.GetAttribute("href")!;
        (await nurse.SendAsync($"{person}/signals", $"{answer}/take-up", [])).StatusCode.ShouldBe(
            HttpStatusCode.SeeOther
        );
        TextOf(await nurse.OpenAsync($"{person}/signals")).ShouldContain("U hebt dit opgepakt.");

        await DoAsync(nurse, $"{answer}/escalate", ("why", "Ze wordt niet wakker."));
        TextOf(await nurse.OpenAsync("/")).ShouldContain("Het heeft spoed sinds");

        await DoAsync(nurse, answer, ("whatWasDone", "Samen met de huisarts geweest."));
        var after = TextOf(await nurse.OpenAsync($"{person}/signals"));
        after.ShouldContain("Er wacht geen signaal op antwoord.");
        after.ShouldContain("Samen met de huisarts geweest.");
        await RefusedAsync(
            nurse,
            answer,
            HttpStatusCode.Conflict,
            "",
            "Dit signaal is al beantwoord.",
            ("whatWasDone", "Nog eens.")
        );
    }

    [Xunit.Fact]
    public async Task APhaseIsMarkedConfirmedAndRevisedWithWhoJudgedAndWhy()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await SomebodyAsync(nurse);
        TextOf(await nurse.OpenAsync(person)).ShouldContain("geen fase gemarkeerd");
        await RefusedAsync(
            nurse,
            $"{person}/phase/palliative",
            HttpStatusCode.BadRequest,
            "reasons",
            "Kies ten minste één reden.",
            [("judgedBy", "S. Hoekstra"), .. Date("judgedOn", 2026, 1, 5)]
        );
        await RefusedAsync(
            nurse,
            $"{person}/phase/palliative",
            HttpStatusCode.Conflict,
            "",
            "Deze dag ligt vóór de geboorte: Palliatieve fase gemarkeerd, 1938."
                + " Is dit de juiste persoon en de juiste dag?",
            [("judgedBy", "S. Hoekstra"), ("reasons", "Diagnosis"), .. Date("judgedOn", 1938)]
        );
        await DoAsync(
            nurse,
            $"{person}/phase/palliative",
            [("judgedBy", "S. Hoekstra"), ("reasons", "Diagnosis"), .. Date("judgedOn", 2026, 1, 5)]
        );
        TextOf(await nurse.OpenAsync(person)).ShouldContain("palliatieve fase");
        var phase = await nurse.OpenAsync($"{person}/phase");
        TextOf(phase).ShouldContain("S. Hoekstra");

        var revise = phase.QuerySelector("a[href$='/revise']")!.GetAttribute("href")!;
        await DoAsync(
            nurse,
            revise,
            [("judgedBy", "S. Hoekstra"), ("why", "Knapte op."), .. Date("judgedOn", 2026, 2, 1)]
        );
        TextOf(await nurse.OpenAsync($"{person}/phase")).ShouldContain("Knapte op.");
        TextOf(await nurse.OpenAsync(person)).ShouldContain("geen fase gemarkeerd");
    }

    [Xunit.Fact]
    public async Task TheSurpriseQuestionIsAnAidWithItsSource()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await SomebodyAsync(nurse);
        await DoAsync(
            nurse,
            $"{person}/phase/surprise",
            [("question", "DiedWithinYear"), ("answer", "No"), .. Date("answeredOn", 2026, 1, 5)]
        );
        var phase = TextOf(await nurse.OpenAsync($"{person}/phase"));
        phase.ShouldContain("Bron: verrassingsvraag");
        phase.ShouldContain("geen fase gemarkeerd");
    }

    [Xunit.Fact]
    public async Task ACloseOneWhoCannotGoOnStandsOnTheStartPageAndWhoWasNotAskedIsSaidToBeNotAsked()
    {
        var nurse = await house.SignInAsync("nurse");
        var person = await SomebodyAsync(nurse);
        await DoAsync(nurse, $"{person}/circle/add", ("family", "Postma"), ("callName", "Annie"));
        var circle = await nurse.OpenAsync($"{person}/circle");
        TextOf(circle).ShouldContain("Volhouden: niet gevraagd");

        var ask = circle.QuerySelector("a[href$='/keeping-up']")!.GetAttribute("href")!;
        await DoAsync(nurse, ask, [("howLong", "NoLonger"), .. Date("toldOn", 2026, 1, 5)]);
        TextOf(await nurse.OpenAsync($"{person}/circle")).ShouldContain("het gaat niet meer");
        TextOf(await nurse.OpenAsync("/")).ShouldContain("Annie Postma zei over hoe lang het vol te houden is");

        await DoAsync(nurse, ask, [("howLong", "Weeks"), .. Date("toldOn", 2026, 1, 6)]);
        TextOf(await nurse.OpenAsync("/")).ShouldContain("Dat is even geleden. Vraag het opnieuw.");

        await DoAsync(nurse, ask, ("howLong", "Weeks"));
        TextOf(await nurse.OpenAsync("/")).ShouldNotContain("Annie Postma zei");
    }
}
