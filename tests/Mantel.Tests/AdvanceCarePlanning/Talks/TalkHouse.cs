using System.Net;
using AngleSharp.Html.Dom;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Tests.Web;
using Shouldly;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>A conversation led in a browser without scripts.</summary>
internal sealed class Bedside(PlanHouse house, Visitor visitor, Guid person, string role)
{
    public Visitor Visitor { get; } = visitor;

    public static async Task<Bedside> OfAsync(PlanHouse house, Guid person, string role = "nurse") =>
        new(house, await house.Mantel.SignInAsync(role), person, role);

    public string Talks => $"/people/{person}/talk";

    /// <summary>Begins a conversation with the person; returns its address.</summary>
    public async Task<string> BeginAsync(params (string Name, string Value)[] more)
    {
        var answer = await Visitor.SendAsync(
            Talks,
            Talks,
            [
                ("personPresent", "yes"),
                ("with", "Person"),
                ("variant", "Dutch"),
                ("ledBy", await LeaderAsync()),
                .. more,
            ]
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    public Task<HttpResponseMessage> AnswerAsync(
        string talk,
        string question,
        params (string Name, string Value)[] fields
    ) => Visitor.SendAsync($"{talk}/ask/{question}", $"{talk}/ask/{question}", fields);

    public async Task SayAsync(string talk, string question, params (string Name, string Value)[] fields)
    {
        var answer = await AnswerAsync(talk, question, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Reads back and confirms, with what the page proposes: who is there, and today.</summary>
    public async Task<HttpResponseMessage> ReadBackAsync(string talk, params (string Name, string Value)[] more)
    {
        var page = await Visitor.OpenAsync($"{talk}/read-back");
        var today = DateTime.Today;
        var day = new[]
        {
            ("heldOn.day", $"{today.Day}"),
            ("heldOn.month", $"{today.Month}"),
            ("heldOn.year", $"{today.Year}"),
        };
        return await Visitor.Client.PostAsync(
            $"{talk}/read-back",
            Visitor.Fields([
                .. Hidden(page, $"{talk}/read-back"),
                ("ledBy", await LeaderAsync()),
                ("personPresent", "yes"),
                .. day.Where(field => more.All(other => other.Name != field.Item1)),
                .. more,
            ])
        );
    }

    public static IEnumerable<(string Name, string Value)> Hidden(IHtmlDocument page, string action) =>
        page
            .Forms.Single(form => form.GetAttribute("action") == action)
            .QuerySelectorAll("input[type=hidden]")
            .OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null)
            .Select(input => (input.Name!, input.Value));

    public async Task<GuidedTalk> TalkAsync() => (await house.RecordAsync(person)).Talks()[0];

    private async Task<string> LeaderAsync() =>
        (await Visitor.OpenAsync($"/people/{person}/plan/conversation"))
            .QuerySelectorAll("select[name=ledBy] option")
            .OfType<IHtmlOptionElement>()
            .Single(option => option.Text.Trim() == house.Of(role).Name)
            .Value;
}
