using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.AdvanceCarePlanning;
using Mantel.Tests.Web;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Pages;

/// <summary>One door to write something down: the words first, then what they are (users, part B 6).</summary>
[Trait("Safety", "2")]
public sealed class NotingTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    private const string Words = "Ze ligt vandaag de hele dag op bed.";

    [Fact]
    public async Task A_change_is_recorded_from_the_door_itself()
    {
        var person = await house.RegisterLeidaAsync();

        (await SendAsync(person, ("kind", "Change"), ("change", "Deteriorated"))).ShouldBe(HttpStatusCode.SeeOther);

        var change = (await house.RecordAsync(person)).CourseChanges().ShouldHaveSingleItem();
        (change.Fact.Change, change.Fact.Words).ShouldBe((CourseChange.Deteriorated, Words));
    }

    [Fact]
    public async Task What_is_said_now_a_signal_and_a_note_are_too()
    {
        var person = await house.RegisterLeidaAsync();
        foreach (var kind in new[] { "SaysNow", "Signal", "Note" })
            (await SendAsync(person, ("kind", kind))).ShouldBe(HttpStatusCode.SeeOther, kind);

        var record = await house.RecordAsync(person);
        record.SaysDifferently().ShouldHaveSingleItem().Fact.Words.ShouldBe(Words);
        record.OpenSignals().ShouldHaveSingleItem().Given.Fact.Noticed.ShouldBe(Words);
        record.Notes().ShouldHaveSingleItem().Fact.ShouldBe(new NoteMade(Words, null));
    }

    [Fact]
    public async Task Without_a_kind_one_is_proposed_and_the_words_stay()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");

        var answer = await nurse.Client.PostAsync(
            Door(person),
            Visitor.Fields([.. await HiddenAsync(nurse, Door(person)), ("words", "Ze is vannacht opgenomen.")])
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await Visitor.ReadAsync(answer);
        page.QuerySelector("textarea[name=words]")!.TextContent.Trim().ShouldBe("Ze is vannacht opgenomen.");
        page.QuerySelector("input[name=kind][checked]")!.GetAttribute("value").ShouldBe("Change");
        page.QuerySelector("input[name=change][checked]").ShouldBeNull();
        page.QuerySelector("[data-proposal]")!.TextContent.ShouldContain("opgenomen");
    }

    /// <summary>
    /// "Ze wil niet naar het ziekenhuis" was once recorded as an admission by one press: the words had chosen.
    /// </summary>
    [Fact]
    public async Task What_changed_is_chosen_by_who_writes_and_never_by_the_words()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");

        var answer = await nurse.Client.PostAsync(
            Door(person),
            Visitor.Fields([.. await HiddenAsync(nurse, Door(person)), ("words", Words), ("kind", "Change")])
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await house.RecordAsync(person)).CourseChanges().ShouldBeEmpty();
        var wrong = (await Visitor.ReadAsync(answer)).QuerySelector(".errors")!.TextContent;
        wrong.ShouldContain("Wat is er veranderd?");
        wrong.ShouldNotContain("Kies wat het is");
    }

    [Theory]
    [InlineData("Change", "/course", "words")]
    [InlineData("SaysNow", "/plan/says-differently", "words")]
    [InlineData("Signal", "/signals/give", "noticed")]
    [InlineData("Note", "/notes/add", "words")]
    [InlineData("Phase", "/phase/dying", "words")]
    public async Task It_goes_on_in_the_form_of_that_kind_with_the_words(string kind, string path, string field)
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");

        var answer = await nurse.Client.PostAsync(
            Door(person),
            Visitor.Fields([
                .. await HiddenAsync(nurse, Door(person)),
                .. Day,
                ("words", Words),
                ("kind", kind),
                ("phase", "Dying"),
                ("go", "more"),
            ])
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Visitor.ReadAsync(answer);
        var form = page.Forms.Single(one => one.GetAttribute("action") == $"/people/{person}{path}");
        form.QuerySelector($"textarea[name={field}]")!.TextContent.Trim().ShouldBe(Words);
        form.QuerySelector("input[name='made-for']").ShouldNotBeNull();
        var record = await house.RecordAsync(person);
        (record.CourseChanges().Count, record.OpenSignals().Count).ShouldBe((0, 0));
        (await nurse.Client.GetAsync($"/people/{person}{path}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signed_out_at_the_door_the_words_and_the_kind_come_back()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.Mantel.SignInAsync("nurse");
        (string, string)[] fields =
        [
            .. await HiddenAsync(nurse, Door(person)),
            .. Day,
            ("words", Words),
            ("kind", "Note"),
        ];
        await nurse.SendAsync("/account", "/sign-out");

        var door = await Visitor.ReadAsync(await nurse.Client.PostAsync(Door(person), Visitor.Fields(fields)));
        var held = door.Forms.Single(form => form.GetAttribute("action") == "/sign-in/demo");
        var given = await Visitor.ReadAsync(
            await nurse.Client.PostAsync("/sign-in/demo", Visitor.Fields([.. Hidden(held), ("as", "nurse")]))
        );

        given.QuerySelector("textarea[name=words]")!.TextContent.Trim().ShouldBe(Words);
        given.QuerySelector("input[name=kind][value=Note]")!.HasAttribute("checked").ShouldBeTrue();
        (await house.RecordAsync(person)).Notes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_note_is_read_by_who_cares_and_by_the_person_unless_it_says_why_not()
    {
        var person = await house.RegisterLeidaAsync();
        await house.DoAsync(person, new MakeNote("De sleutel ligt bij Ans."));
        await house.DoAsync(
            person,
            new MakeNote("Ze weet nog niet van de uitslag.", null, "De arts vertelt het zelf.")
        );
        var record = await house.RecordAsync(person);

        Read(record, Role.Nurse).ShouldBe(2);
        Read(record, Role.Person).ShouldBe(1);
        Read(record, Role.CloseOne).ShouldBe(1);
        Permission.Narrow(record, Extent.Shared, As(Role.Volunteer, person)).Notes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_day_to_come_is_refused_at_its_place()
    {
        var person = await house.RegisterLeidaAsync();
        var nurse = await house.VisitAsync("nurse");

        var answer = await nurse.Client.PostAsync(
            Door(person),
            Visitor.Fields([
                .. await HiddenAsync(nurse, Door(person)),
                ("words", Words),
                ("kind", "Note"),
                ("on.day", "1"),
                ("on.month", "1"),
                ("on.year", "2199"),
            ])
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visitor.ReadAsync(answer)).QuerySelector(".note-when[open] .field--wrong").ShouldNotBeNull();
    }

    private static int Read(PersonRecord record, Role role) =>
        Permission.Narrow(record, Extent.Whole, As(role, record.Id)).Notes().Count;

    private static Actor As(Role role, Guid person) =>
        new(new Author(Guid.NewGuid(), "Iemand", role, null, null), role is Role.Person ? person : null);

    private static string Door(Guid person) => $"/people/{person}/note";

    private static (string, string)[] Day => [("on.day", "1"), ("on.month", "11"), ("on.year", "2026")];

    private async Task<HttpStatusCode> SendAsync(Guid person, params (string, string)[] chosen)
    {
        var nurse = await house.VisitAsync("nurse");
        (string, string)[] fields = [.. await HiddenAsync(nurse, Door(person)), .. Day, ("words", Words), .. chosen];
        return (await nurse.Client.PostAsync(Door(person), Visitor.Fields(fields))).StatusCode;
    }

    private static async Task<(string, string)[]> HiddenAsync(Visitor visitor, string page) =>
        Hidden((await visitor.OpenAsync(page)).Forms.Single(form => form.GetAttribute("action") == page));

    private static (string, string)[] Hidden(IHtmlFormElement form) =>
        [
            .. form.QuerySelectorAll("input[type=hidden]")
                .OfType<IHtmlInputElement>()
                .Select(input => (input.Name!, input.Value)),
        ];
}
