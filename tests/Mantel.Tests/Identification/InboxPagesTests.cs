using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Mantel.Demo;
using Mantel.Storage;
using Mantel.Tests.People.Pages;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using static Mantel.Tests.People.Pages.PeopleHouse;
using static Mantel.Tests.People.Pages.PersonFormsTests;

namespace Mantel.Tests.Identification;

/// <summary>
/// A signal about somebody without a page, through its pages: from a volunteer to who answers it, and what they hear.
/// </summary>
public sealed partial class InboxPagesTests(PeopleHouse house) : Xunit.IClassFixture<PeopleHouse>
{
    private const string HomeCare = "Thuiszorg De Zeekool";

    [Xunit.Fact]
    public async Task AVolunteerTellsWhatTheyNoticedANurseAnswersAndTheVolunteerHears()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        await GiveAsync(volunteer, "Mevrouw Kwakernaak", "Ze eet bijna niets meer.", ("hopes", "Dat er iemand komt."));
        TextOf(await volunteer.OpenAsync("/signals")).ShouldContain("Gegeven. Nog door niemand opgepakt.");

        var begins = TextOf(await nurse.OpenAsync("/"));
        begins.ShouldContain("Mevrouw Kwakernaak");
        begins.ShouldContain("Ze eet bijna niets meer.");
        var way = await WayAsync(nurse, "Mevrouw Kwakernaak");
        var signal = TextOf(await nurse.OpenAsync(way));
        signal.ShouldContain("Ze eet bijna niets meer.");
        signal.ShouldContain("Piet Sinke, Vrijwilliger, Vrijwilligers De Vuurbaak");
        (await nurse.SendAsync(way, $"{way}/see")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        TextOf(await volunteer.OpenAsync("/")).ShouldContain($"Gezien door {HomeCare}.");

        await DoAsync(
            nurse,
            $"{way}/answer",
            ("whatWasDone", "Huisarts gebeld, morgen huisbezoek."),
            ("wordsToSender", "Dank u wel. Er gaat iemand langs.")
        );
        var heard = TextOf(await volunteer.OpenAsync("/signals"));
        heard.ShouldContain("Er is iets gedaan.");
        heard.ShouldContain("Er gaat iemand langs.");
        heard.ShouldNotContain("Huisarts gebeld");
        await RefusedAsync(
            nurse,
            $"{way}/answer",
            HttpStatusCode.Conflict,
            "",
            "Dit signaal is al beantwoord.",
            ("whatWasDone", "Nog eens.")
        );
    }

    [Xunit.Fact]
    public async Task WhoeverIsKnownAndWhoeverIsNotTheSenderReadsTheSame()
    {
        var volunteer = await house.SignInAsync("volunteer");
        var (known, unknown) = ("Gerrit Postma", "Gerrit Nergenshuizen");
        var answers = new List<string>();
        foreach (var name in new[] { known, unknown })
        {
            var answer = await SendAsync(volunteer, name, "Hij is erg in de war.");
            answer.Headers.Location!.ToString().ShouldBe("/signals");
            var page = TextOf(await volunteer.OpenAsync("/signals"));
            answers.Add(
                Minute().Replace(page[..page.IndexOf("Verteld aan", StringComparison.Ordinal)], "").Replace(name, "…")
            );
        }
        answers[0].ShouldBe(answers[1]);
        (await volunteer.Client.GetAsync($"/people/{DemoPeople.Gerrit}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task SentTwiceItIsOneSignalAndSentToSomebodyElseTheSecondTimeItIsToldApart()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        var form = Form(await volunteer.OpenAsync("/signals/new"));
        (string, string)[] fields = [.. form, ("about", "Buurman Tweemaal"), ("noticed", "Hij valt steeds.")];
        foreach (
            var (to, answered) in new[]
            {
                (HomeCare, HttpStatusCode.SeeOther),
                (HomeCare, HttpStatusCode.SeeOther),
                ("Palliatief team De Strandloper", HttpStatusCode.Conflict),
            }
        )
        {
            var sent = Visitor.Fields([.. fields, ("organisation", await PlaceAsync(volunteer, to))]);
            (await volunteer.Client.PostAsync("/signals/new", sent)).StatusCode.ShouldBe(answered);
        }
        Times(TextOf(await nurse.OpenAsync("/inbox")), "Buurman Tweemaal").ShouldBe(1);
        Times(TextOf(await volunteer.OpenAsync("/signals")), "Hij valt steeds.").ShouldBe(1);
        var team = await house.SignInAsync("palliative-team");
        TextOf(await team.OpenAsync("/inbox")).ShouldNotContain("Buurman Tweemaal");
    }

    [Xunit.Fact]
    public async Task WhatIsMissingOrStrangeIsSaidAtTheFieldAndNothingTypedIsLost()
    {
        var volunteer = await house.SignInAsync("volunteer");
        var to = ("organisation", await PlaceAsync(volunteer, HomeCare));
        await RefusedAsync(
            volunteer,
            "/signals/new",
            HttpStatusCode.BadRequest,
            "about",
            "Vul dit in.",
            to,
            ("noticed", "x")
        );
        await RefusedAsync(
            volunteer,
            "/signals/new",
            HttpStatusCode.BadRequest,
            "noticed",
            "Vul dit in.",
            to,
            ("about", "x")
        );
        await RefusedAsync(
            volunteer,
            "/signals/new",
            HttpStatusCode.BadRequest,
            "about",
            "Dit is te lang: er passen 200 tekens.",
            to,
            ("about", new string('ą', 201)),
            ("noticed", "🌷 \"<script>alert(1)</script>\" '); DROP TABLE")
        );
        await RefusedAsync(
            volunteer,
            "/signals/new",
            HttpStatusCode.BadRequest,
            "birthDate",
            "Deze datum bestaat niet.",
            [to, ("about", "Iemand"), ("noticed", "Iets"), .. Date("birthDate", 1940, 2, 31)]
        );
        var nowhere = await volunteer.SendAsync(
            "/signals/new",
            "/signals/new",
            ("about", "Iemand"),
            ("noticed", "Iets"),
            ("organisation", Guid.NewGuid().ToString())
        );
        nowhere.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        TextOf(await Visitor.ReadAsync(nowhere))
            .ShouldContain("Bij deze organisatie kan nu niemand een signaal lezen.");
    }

    [Xunit.Fact]
    public async Task StrangeTextIsShownAsItWasWritten()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        const string Strange = "🌷 <script>alert(1)</script> & “Ӝ” مرحبا";
        await GiveAsync(volunteer, "Vreemd <b>& co</b>", Strange);
        var page = await nurse.OpenAsync(await WayAsync(nurse, "Vreemd <b>& co</b>"));
        TextOf(page).ShouldContain(Strange);
        page.QuerySelectorAll("main script").ShouldBeEmpty();
    }

    [Xunit.Fact]
    public async Task AnswersAreForTheOrganisationItWasGivenToAndAbsentAndForbiddenLookAlike()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        await GiveAsync(volunteer, "Alleen voor de thuiszorg", "Iets.");
        var way = await WayAsync(nurse, "Alleen voor de thuiszorg");
        foreach (var role in new[] { "volunteer", "gp", "palliative-team", "coordinator", "administrator", "person" })
        {
            var other = await house.SignInAsync(role);
            foreach (var part in new[] { "", "/answer", "/place", "/send-on", "/close", "/erase" })
                (await other.Client.GetAsync(way + part)).StatusCode.ShouldBe(HttpStatusCode.NotFound, role + part);
            var list = await other.Client.GetAsync("/inbox");
            (await list.Content.ReadAsStringAsync()).ShouldNotContain("Alleen voor de thuiszorg");
            (await (await other.Client.GetAsync("/")).Content.ReadAsStringAsync()).ShouldNotContain(
                role is "volunteer" ? "afgehandeld" : "Alleen voor de thuiszorg"
            );
        }
        var absent = way[..(way.LastIndexOf('/') + 1)] + Guid.NewGuid();
        (await nurse.Client.GetAsync(absent)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task EveryLookAtASignalIsWrittenDownAlsoOneThatIsDenied()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        await GiveAsync(volunteer, "Wie keek er", "Iets.");
        var way = await WayAsync(nurse, "Wie keek er");
        await nurse.OpenAsync(way);
        await (await house.SignInAsync("gp")).Client.GetAsync(way);
        var looks = await house
            .Mantel.Services.GetRequiredService<Archive>()
            .Looks.ReadAsync(Guid.Parse(way[(way.LastIndexOf('/') + 1)..]), 0, 10, default);
        looks
            .Select(look => (look.AccountName, look.Page, look.Basis))
            .ShouldBe([
                ("dr. S. Hoekstra", "ReadInbox", LookWords.Denied),
                ("Fatima Azouzi", "ReadInbox", "OfOrganisation"),
            ]);
    }

    [Xunit.Fact]
    public async Task SentOnItIsThereAndNotHereAndTheSenderHearsNothingOfWhere()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        await GiveAsync(volunteer, "Meneer Doorgestuurd", "Hij is benauwd.");
        var way = await WayAsync(nurse, "Meneer Doorgestuurd");
        const string Team = "Palliatief team De Strandloper";
        var to = (await nurse.OpenAsync($"{way}/send-on"))
            .QuerySelectorAll("option")
            .Single(o => o.TextContent.StartsWith(Team, StringComparison.Ordinal));
        await RefusedAsync(
            nurse,
            $"{way}/send-on",
            HttpStatusCode.BadRequest,
            "organisation",
            "Vul dit in.",
            ("note", "Voor jullie.")
        );
        await DoAsync(nurse, $"{way}/send-on", ("organisation", to.GetAttribute("value")!), ("note", "Voor jullie."));

        (await nurse.Client.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var team = await house.SignInAsync("palliative-team");
        var there = TextOf(await team.OpenAsync(await WayAsync(team, "Meneer Doorgestuurd")));
        there.ShouldContain("Hij is benauwd.");
        there.ShouldContain("Fatima Azouzi schreef erbij: Voor jullie.");
        there.ShouldContain("Piet Sinke");
        var heard = TextOf(await volunteer.OpenAsync("/signals"));
        heard.ShouldContain($"Gezien door {HomeCare}.");
        heard.ShouldNotContain(Team);
    }

    [Xunit.Fact]
    public async Task PlacedItIsASignalInTheRecordAndTheSenderReadsTheSameAsBefore()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        var person = await RegisterAsync(nurse, "Plaatsing", ("given", "Cornelia"));
        await GiveAsync(volunteer, "Corrie Plaatsing", "Ze ligt de hele dag op bed.");
        var way = await WayAsync(nurse, "Corrie Plaatsing");
        var found = await Visitor.ReadAsync(
            await nurse.SendAsync($"{way}/place", $"{way}/place", ("name", "Plaatsing"))
        );
        var sure = found.QuerySelector(".results a.person-row")!.GetAttribute("href")!;
        sure.ShouldBe($"{way}/place/{person.Split('/')[^1]}");
        var looked = TextOf(await nurse.OpenAsync(sure));
        looked.ShouldContain("Plaatsing");
        looked.ShouldContain("Ze ligt de hele dag op bed.");

        var form = Visitor.Fields(Form(await nurse.OpenAsync(sure)));
        foreach (var _ in new[] { "once", "again" })
        {
            var answer = await nurse.Client.PostAsync(sure, form);
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            answer.Headers.Location!.ToString().ShouldBe($"{person}/signals");
        }
        var signals = TextOf(await nurse.OpenAsync($"{person}/signals"));
        Times(signals, "Ze ligt de hele dag op bed.").ShouldBe(1);
        signals.ShouldContain("Piet Sinke");
        TextOf(await nurse.OpenAsync("/inbox")).ShouldNotContain("Corrie Plaatsing");
        (await nurse.Client.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var told = TextOf(await volunteer.OpenAsync("/signals"));
        told.ShouldContain("Corrie Plaatsing Ze ligt de hele dag op bed.");
        told.ShouldContain($"Gezien door {HomeCare}.");
        (await volunteer.Client.GetAsync(person)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var answering = (await nurse.OpenAsync($"{person}/signals"))
            .QuerySelector("a.utrecht-button--primary-action")!
            .GetAttribute("href")!;
        await DoAsync(nurse, answering, ("whatWasDone", "Geweest."), ("wordsToSender", "Dank u, we waren er."));
        TextOf(await volunteer.OpenAsync("/signals")).ShouldContain("“Dank u, we waren er.”");
    }

    [Xunit.Fact]
    public async Task InARecordThatTheNurseCannotOpenNothingIsPlaced()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        await GiveAsync(volunteer, "Iemand anders", "Iets.");
        var way = await WayAsync(nurse, "Iemand anders");
        foreach (var person in new[] { DemoPeople.Jaantje, Guid.NewGuid() })
            (await nurse.Client.GetAsync($"{way}/place/{person}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Fact]
    public async Task ClosedOrErasedTheSenderHearsThatItWasLookedAtAndNoMore()
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        await GiveAsync(volunteer, "Mevrouw Gesloten", "Ze hoest.");
        var way = await WayAsync(nurse, "Mevrouw Gesloten");
        await RefusedAsync(nurse, $"{way}/close", HttpStatusCode.BadRequest, "reason", "Vul dit in.");
        await DoAsync(nurse, $"{way}/close", ("reason", "NobodyFound"), ("words", "Drie straten afgezocht."));
        var heard = TextOf(await volunteer.OpenAsync("/signals"));
        heard.ShouldContain("Mevrouw Gesloten Ze hoest.");
        heard.ShouldContain("Er is iets gedaan.");
        heard.ShouldNotContain("Drie straten");

        await DoAsync(nurse, $"{way}/erase", ("basis", "Op verzoek van mevrouw"));
        heard = TextOf(await volunteer.OpenAsync("/signals"));
        heard.ShouldNotContain("Mevrouw Gesloten");
        heard.ShouldContain("Er is naar gekeken. Wat u schreef is gewist.");
        (await nurse.Client.GetAsync(way)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Xunit.Theory]
    [Xunit.InlineData(false)]
    [Xunit.InlineData(true)]
    public async Task TakenBackWhoActedHearsItAndTheSenderReadsTheSameWhereverItLay(bool placed)
    {
        var (volunteer, nurse) = (await house.SignInAsync("volunteer"), await house.SignInAsync("nurse"));
        var name = placed ? "Teruggeplaatst" : "Teruggelegd";
        await GiveAsync(volunteer, $"Mevrouw {name}", "Ze huilde.");
        var way = await WayAsync(nurse, name);
        (await nurse.SendAsync(way, $"{way}/see")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var person = placed ? await RegisterAsync(nurse, name) : null;
        if (placed)
        {
            var sure = $"{way}/place/{person!.Split('/')[^1]}";
            (await nurse.SendAsync(sure, sure)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
        var back = $"/signals/{way.Split('/')[^1]}/take-back";
        var other = await house.SignInAsync("chaplain");
        (await other.Client.GetAsync(back)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await RefusedAsync(volunteer, back, HttpStatusCode.BadRequest, "reason", "Vul dit in.");
        var form = Visitor.Fields([.. Form(await volunteer.OpenAsync(back)), ("reason", "Het was de zus.")]);
        foreach (var _ in new[] { "once", "again" })
            (await volunteer.Client.PostAsync(back, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var heard = TextOf(await volunteer.OpenAsync("/signals"));
        heard.ShouldContain("U hebt dit teruggenomen.");
        heard.ShouldNotContain(name);
        var start = await nurse.OpenAsync("/");
        TextOf(start).ShouldContain("Piet Sinke nam een signaal terug waar u iets mee deed");
        var where = TextOf(await nurse.OpenAsync(placed ? $"{person}/signals" : "/inbox"));
        where.ShouldContain("het ging over iemand anders. Het was de zus.");
        var read = $"/signals/{way.Split('/')[^1]}/read";
        (await nurse.SendAsync("/", read)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await nurse.OpenAsync("/")).QuerySelector($"form[action='{read}']").ShouldBeNull();
    }

    [Xunit.Fact]
    public async Task NobodyFloodsAnInbox()
    {
        var visitor = await house.SignInAsync("social-worker");
        var fields = Visitor.Fields([.. Form(await visitor.OpenAsync("/signals/new")), ("about", "")]);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
            statuses.Add((await visitor.Client.PostAsync("/signals/new", fields)).StatusCode);
        statuses.ShouldContain(HttpStatusCode.TooManyRequests);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Visitor visitor,
        string about,
        string noticed,
        params (string, string)[] more
    ) =>
        await visitor.SendAsync(
            "/signals/new",
            "/signals/new",
            [("about", about), ("noticed", noticed), ("organisation", await PlaceAsync(visitor, HomeCare)), .. more]
        );

    private static async Task GiveAsync(
        Visitor visitor,
        string about,
        string noticed,
        params (string, string)[] more
    ) => (await SendAsync(visitor, about, noticed, more)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

    private static async Task<string> PlaceAsync(Visitor visitor, string name) =>
        (await visitor.OpenAsync("/signals/new"))
            .QuerySelectorAll("select[name=organisation] option")
            .Single(option => option.TextContent.StartsWith(name, StringComparison.Ordinal))
            .GetAttribute("value")!;

    private static async Task<string> WayAsync(Visitor visitor, string about) =>
        (await visitor.OpenAsync("/inbox"))
            .QuerySelectorAll("a.person-row")
            .Single(row => row.TextContent.Contains(about, StringComparison.Ordinal))
            .GetAttribute("href")!;

    private static (string, string)[] Form(IHtmlDocument page) =>
        [
            .. page.QuerySelectorAll("main form.form input[type=hidden]")
                .OfType<IHtmlInputElement>()
                .Select(input => (input.Name!, input.Value)),
        ];

    private static int Times(string text, string part) => Regex.Count(text, Regex.Escape(part));

    [GeneratedRegex(@"\d{1,2} \w+\.? \d{4}, \d\d:\d\d")]
    private static partial Regex Minute();
}
