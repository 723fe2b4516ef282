using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Tests.AdvanceCarePlanning;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Forms;

/// <summary>
/// First look, case 8: the form of resuscitation is sent with *wel*, the load is stopped, *niet* is chosen and the same
/// form is sent. Nothing is said to be recorded that is not; both versions are in sight.
/// </summary>
public sealed class FirstLookCase08SentTwiceTests(PlanHouse house) : IClassFixture<PlanHouse>
{
    [Fact]
    public async Task The_same_form_with_the_same_words_is_done_once()
    {
        var (nurse, page, form) = await OpenAsync();

        var first = await nurse.Client.PostAsync(page, Answered(form, "Perform"));
        var second = await nurse.Client.PostAsync(page, Answered(form, "Perform"));

        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        second.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await AgreedAsync(page)).ShouldBe([Decision.Perform]);
    }

    [Fact]
    public async Task The_same_form_with_another_word_is_told_apart_and_shows_both()
    {
        var (nurse, page, form) = await OpenAsync();
        await nurse.Client.PostAsync(page, Answered(form, "Perform"));

        var second = await nurse.Client.PostAsync(page, Answered(form, "Withhold"));

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var shown = await Visitor.ReadAsync(second);
        shown.Body!.TextContent.ShouldNotContain("De afspraak is vastgelegd");
        var told = shown.QuerySelector(".errors")!.TextContent;
        told.ShouldContain("Dit is nog niet vastgelegd");
        told.ShouldContain("Reanimatie");
        told.ShouldContain("Wel");
        shown.QuerySelector("input[name=decision][value=Withhold]")!.HasAttribute("checked").ShouldBeTrue();
        (await AgreedAsync(page)).ShouldBe([Decision.Perform]);
    }

    [Fact]
    public async Task What_was_told_apart_is_recorded_when_it_is_sent_once_more()
    {
        var (nurse, page, form) = await OpenAsync();
        await nurse.Client.PostAsync(page, Answered(form, "Perform"));
        var again = await Visitor.ReadAsync(await nurse.Client.PostAsync(page, Answered(form, "Withhold")));

        var third = await nurse.Client.PostAsync(page, Answered(FormOf(again, page), "Withhold"));

        third.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await AgreedAsync(page)).ShouldBe([Decision.Perform, Decision.Withhold]);
    }

    /// <summary>Security review, case 6: a used id is not done in another form or about another.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_used_id_does_nothing_in_another_form_and_says_so(bool samePerson)
    {
        var (nurse, page, form) = await OpenAsync();
        await nurse.Client.PostAsync(page, Answered(form, "Perform"));
        var person = samePerson ? PersonOf(page) : await house.RegisterLeidaAsync();
        var other = $"/people/{person}/plan/wishes";
        var used = ActOf(form).Value;
        var itsForm = FormOf(await nurse.OpenAsync(other), other);
        ActOf(itsForm).Value = used;

        var answer = await nurse.Client.PostAsync(other, Filled(itsForm, ("words", "Geen bezoek na vijven.")));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Visitor.ReadAsync(answer)).QuerySelector(".errors")!.TextContent.ShouldContain("nog niet vastgelegd");
        (await house.RecordAsync(person)).All<CareWishesTold>().ShouldBeEmpty();
    }

    /// <summary>First look, case 17: an older tab of one's own is told as another's would be.</summary>
    [Fact]
    public async Task FirstLookCase17_an_older_tab_of_ones_own_does_not_overwrite_in_silence()
    {
        var (nurse, page, older) = await OpenAsync();
        var newer = FormOf(await nurse.OpenAsync(page), page);
        (await nurse.Client.PostAsync(page, Answered(newer, "Withhold"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var told = await nurse.Client.PostAsync(page, Answered(older, "Perform"));

        told.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var shown = await Visitor.ReadAsync(told);
        shown.Body!.TextContent.ShouldContain("door uzelf in een ander venster");
        (await AgreedAsync(page)).ShouldBe([Decision.Withhold]);

        var sure = await nurse.Client.PostAsync(page, Answered(FormOf(shown, page), "Perform"));
        sure.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await AgreedAsync(page)).ShouldBe([Decision.Withhold, Decision.Perform]);
    }

    [Fact]
    public async Task Two_forms_one_after_the_other_are_no_older_tab()
    {
        var (nurse, page, form) = await OpenAsync();
        await nurse.Client.PostAsync(page, Answered(form, "Withhold"));

        var next = FormOf(await nurse.OpenAsync(page), page);

        (await nurse.Client.PostAsync(page, Answered(next, "Perform"))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private async Task<(Visitor Nurse, string Page, IHtmlFormElement Form)> OpenAsync()
    {
        var page = $"/people/{await house.RegisterLeidaAsync()}/plan/treatments/resuscitation";
        var nurse = await house.VisitAsync("nurse");
        return (nurse, page, FormOf(await nurse.OpenAsync(page), page));
    }

    private static IHtmlFormElement FormOf(IHtmlDocument page, string action) =>
        page.Forms.Single(form => form.GetAttribute("action") == action);

    private static FormUrlEncodedContent Answered(IHtmlFormElement form, string decision) =>
        Filled(
            form,
            ("decision", decision),
            ("parties", "person"),
            ("parties.other0", "Kees Vos"),
            ("discussedOn.day", "1"),
            ("discussedOn.month", "11"),
            ("discussedOn.year", "2026")
        );

    private static FormUrlEncodedContent Filled(IHtmlFormElement form, params (string, string)[] fields) =>
        Visitor.Fields([
            .. form.QuerySelectorAll("input[type=hidden]")
                .OfType<IHtmlInputElement>()
                .Select(input => (input.Name!, input.Value)),
            .. fields,
        ]);

    private static IHtmlInputElement ActOf(IHtmlFormElement form) =>
        (IHtmlInputElement)form.QuerySelector("input[name=act]")!;

    private static Guid PersonOf(string page) => Guid.Parse(page.Split('/')[2]);

    private async Task<IReadOnlyList<Decision>> AgreedAsync(string page) =>
        [.. (await house.RecordAsync(PersonOf(page))).All<TreatmentDirectiveAgreed>().Select(one => one.Fact.Decision)];
}
