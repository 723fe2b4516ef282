using System.Net;
using System.Text.RegularExpressions;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// What holds of every endpoint: its row in the table, the look before the answer, one answer for absent and forbidden.
/// </summary>
public sealed class EndpointTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    /// <summary>Open to everyone, on purpose; nothing else is.</summary>
    private static readonly string[] Public =
    [
        "/sign-in",
        "/sign-in/code",
        "/sign-in/demo",
        "/sign-in/new",
        "/sign-out",
        "/role", // signed in, and in no role yet: it tells the roles of one's own account alone
        "/language",
        "/theme",
        "/type-size",
        "/health/live",
        "/health/ready",
        "/sheet/{code}",
        "/assets/{version}/{**path}",
        "/prepare",
        "/prepare/done",
        "/prepare/leave",
        "/prepare/about/{question}",
        "/prepare/{code}",
    ];

    [Fact]
    public void Every_endpoint_stands_on_a_row_of_the_access_table()
    {
        var endpoints = house.House.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        endpoints.Count.ShouldBeGreaterThan(Public.Length);
        WithoutRow(endpoints).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_endpoint_without_a_row_is_caught()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/people/{id:guid}/all", () => "everything");
        app.MapGet("/people/all", () => "everyone")
            .WithMetadata(new NeedsWhat(AccessAction.ReadPerson, ThroughDesk: false));
        app.MapGet("/home", () => "").Needs(AccessAction.Home);

        WithoutRow(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints))
            .ShouldBe(["/people/{id:guid}/all", "/people/all"]);
    }

    [Fact]
    public void A_row_about_a_person_cannot_be_used_without_the_desk() =>
        Should.Throw<InvalidOperationException>(() =>
            WebApplication.CreateSlimBuilder().Build().MapGet("/people/all", () => "").Needs(AccessAction.ReadPerson)
        );

    [Theory]
    [InlineData("")]
    [InlineData("/night")]
    [InlineData("/log")]
    [InlineData("/consent")]
    [InlineData("/break-glass")]
    public async Task Absent_and_forbidden_look_alike(string page)
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var stranger = await house.SomebodyAsync(Role.Nurse);

        var forbidden = await stranger.GetAsync($"/people/{person}{page}");
        var absent = await stranger.GetAsync($"/people/{Guid.NewGuid()}{page}");

        forbidden.Status.ShouldBe(HttpStatusCode.NotFound);
        Plain(forbidden.Body).ShouldBe(Plain(absent.Body));
        absent.Status.ShouldBe(HttpStatusCode.NotFound);

        // The proof in the forms at the foot is new each time, and they lead back to the address that was asked.
        static string Plain(string body) =>
            Regex.Replace(body, "name=\"(__RequestVerificationToken|made-for|back)\" value=\"[^\"]*\"", "");
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Administrator)]
    public async Task Who_works_with_figures_or_accounts_never_sees_a_person(Role role)
    {
        var person = await house.PersonAsync(SharingConsent.Given);
        var somebody = await house.SomebodyAsync(role);
        await house.JoinAsync(person, somebody);

        foreach (var page in new[] { "", "/night", "/log", "/consent" })
            (await somebody.GetAsync($"/people/{person}{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
    }

    [Fact]
    public async Task Every_look_is_in_the_log_before_the_answer_and_so_is_every_attempt()
    {
        var person = await house.PersonAsync(consent: null);
        var (nurse, stranger) = (await house.SomebodyAsync(Role.Nurse), await house.SomebodyAsync(Role.Nurse));
        await house.JoinAsync(person, nurse);

        (await nurse.GetAsync($"/people/{person}/night")).Status.ShouldBe(HttpStatusCode.OK);
        (await LooksAsync()).ShouldBe([(nurse.Actor.Account, "ReadNight", "CareTeam")]);

        (await stranger.GetAsync($"/people/{person}/night")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await LooksAsync())[0].ShouldBe((stranger.Actor.Account, "ReadNight", LookWords.Denied));

        async Task<List<(Guid, string, string)>> LooksAsync() =>
            [
                .. (await house.Looks.ReadAsync(person, 0, 10, default)).Select(look =>
                    (look.Account, look.Page, look.Basis)
                ),
            ];
    }

    [Fact]
    public async Task The_person_reads_who_looked()
    {
        var person = await house.PersonAsync(consent: null);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        await nurse.GetAsync($"/people/{person}/night");
        var self = await house.SomebodyAsync(Role.Person, person);

        var (status, log) = await self.GetAsync($"/people/{person}/log");

        status.ShouldBe(HttpStatusCode.OK);
        log.ShouldContain(nurse.Actor.Author.Name);
        (await nurse.GetAsync($"/people/{person}/log")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_form_sent_twice_is_done_once()
    {
        var person = await house.PersonAsync(consent: null);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        var fields = await FillAsync(nurse, person, "Given");

        var first = await SendAsync(nurse, person, fields);
        var second = await SendAsync(nurse, person, fields);

        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        second.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).All<SharingConsentRecorded>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_second_of_two_sees_what_the_first_recorded_and_can_send_it_again()
    {
        var person = await house.PersonAsync(consent: null);
        var (nurse, gp) = (await house.SomebodyAsync(Role.Nurse), await house.SomebodyAsync(Role.GeneralPractitioner));
        await house.JoinAsync(person, nurse);
        await house.JoinAsync(person, gp);
        var (ofNurse, ofGp) = (await FillAsync(nurse, person, "Given"), await FillAsync(gp, person, "Refused"));
        (await SendAsync(nurse, person, ofNurse)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var stale = await SendAsync(gp, person, ofGp);

        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await Visitor.ReadAsync(stale);
        page.Body!.TextContent.ShouldContain(nurse.Actor.Author.Name);
        page.QuerySelector("input[value=Refused]")!.HasAttribute("checked").ShouldBeTrue();
        (await house.ReadAsync(person)).SharingConsent().ShouldBe(SharingConsent.Given);

        var seen = page.QuerySelector("input[name=seen]")!.GetAttribute("value")!;
        var again = await SendAsync(gp, person, [.. ofGp.Where(field => field.Name != "seen"), ("seen", seen)]);

        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).SharingConsent().ShouldBe(SharingConsent.Refused);
    }

    [Fact]
    public async Task A_form_without_our_proof_is_refused()
    {
        var person = await house.PersonAsync(consent: null);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);

        var answer = await SendAsync(nurse, person, [("consent", "Given"), ("act", $"{Guid.NewGuid()}")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await house.ReadAsync(person)).SharingConsent().ShouldBeNull();
    }

    [Fact]
    public async Task Striking_out_shows_what_rests_on_it_and_does_as_was_chosen()
    {
        var person = await house.PersonAsync(consent: null);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        var talk = (await house.TellAsync(person, new ConversationHeld(null, true, [], "Aan de keukentafel")))[0].Id;
        var wish = (await house.TellOnAsync(person, talk, new CareWishesTold("Thuis blijven")))[0].Id;
        var path = $"/people/{person}/entries/{talk}/strike-out";
        (await nurse.GetAsync(path)).Body.ShouldContain("Thuis blijven");

        var undecided = await nurse.Visitor.SendAsync(path, path, ("reason", "Ander gesprek"));
        undecided.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await house.ReadAsync(person)).Stands(talk).ShouldBeTrue();

        var decided = await nurse.Visitor.SendAsync(
            path,
            path,
            ("reason", "Ander gesprek"),
            ($"resting-{wish:N}", "Keep")
        );
        decided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var record = await house.ReadAsync(person);
        (record.Stands(talk), record.Stands(wish)).ShouldBe((false, true));
        var again = await nurse.Visitor.SendAsync(path, path, ("reason", "Nog eens"), ($"resting-{wish:N}", "Keep"));
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_was_about_the_wrong_person_is_destroyed()
    {
        var person = await house.PersonAsync(consent: null);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        var wish = (await house.TellAsync(person, new CareWishesTold("Van een ander")))[0].Id;
        var path = $"/people/{person}/entries/{wish}/withdraw";

        var withdrawn = await nurse.Visitor.SendAsync(path, path, ("reason", "Verkeerd dossier"));

        withdrawn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await house.ReadAsync(person)).Find(wish)!.Fact.ShouldBeOfType<EntryWithdrawn>();
    }

    [Fact]
    public async Task Sixteen_who_record_at_once_lose_nothing()
    {
        var person = await house.PersonAsync(consent: null);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);

        var deeds = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(day =>
                    house.Desk.DoAsync(
                        person,
                        new RecordSharingConsent(SharingConsent.Given, $"{day}", new PartialDate(2026, 1, 1 + day)),
                        nurse.Actor,
                        new Submission(Guid.NewGuid()),
                        AccessHouse.Now,
                        default
                    )
                )
        );

        deeds.ShouldAllBe(deed => deed is ActOutcome.Done);
        (await house.ReadAsync(person)).All<SharingConsentRecorded>().Count().ShouldBe(16);
    }

    private static IEnumerable<string> WithoutRow(IEnumerable<Endpoint> endpoints) =>
        endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => !Public.Contains("/" + endpoint.RoutePattern.RawText!.Trim('/')))
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<NeedsWhat>() is not { } needs
                || (AccessTable.IsAboutPerson(needs.What) && !needs.ThroughDesk)
                || (AccessTable.IsAboutRecord(needs.What) && !needs.ThroughDesk)
            )
            .Select(endpoint => endpoint.RoutePattern.RawText!);

    private static async Task<(string Name, string Value)[]> FillAsync(Somebody who, Guid person, string consent)
    {
        var page = await who.Visitor.OpenAsync($"/people/{person}/consent");
        var form = page.Forms.Single(form => form.GetAttribute("action") == $"/people/{person}/consent");
        var hidden = form.QuerySelectorAll("input[type=hidden]")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));
        var today = AccessHouse.Now.Today;
        return
        [
            .. hidden,
            ("consent", consent),
            ("saidOn.day", $"{today.Day}"),
            ("saidOn.month", $"{today.Month}"),
            ("saidOn.year", $"{today.Year}"),
        ];
    }

    private static Task<HttpResponseMessage> SendAsync(
        Somebody who,
        Guid person,
        (string Name, string Value)[] fields
    ) => who.Visitor.Client.PostAsync($"/people/{person}/consent", Visitor.Fields(fields));
}
