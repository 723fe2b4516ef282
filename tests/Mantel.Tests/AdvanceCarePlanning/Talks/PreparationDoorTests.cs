using System.Net;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Tests.Access;
using Mantel.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>
/// Who guesses links is stopped, and stops nobody who writes at home; a link needs an address of ours.
/// </summary>
public sealed class PreparationDoorTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    [Fact]
    public async Task Who_guesses_is_stopped_and_who_writes_goes_on()
    {
        var (person, preparation) = (await house.PersonAsync(consent: null), Guid.NewGuid());
        var code = SheetCode.Of(Guid.NewGuid().ToByteArray());
        var until = TimeProvider.System.GetUtcNow().AddDays(1);
        await house.TellAsync(
            person,
            new PreparationInvited(preparation, PreparationViews.HashOf(code), until, "Leida Vos", CloseOne: null)
        );
        var home = house.House.Visit();
        var begun = await home.SendAsync($"/prepare/{code}", $"/prepare/{code}", ("name", "Leida"));
        begun.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        var guesser = house.House.Visit();
        var guesses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 70; guess++)
            guesses.Add((await guesser.Client.GetAsync($"/prepare/{guess}")).StatusCode);

        guesses.ShouldContain(HttpStatusCode.TooManyRequests);
        var written = await home.SendAsync(
            "/prepare/about/wishes",
            "/prepare/about/wishes",
            ("words", "Geen drukte."),
            ("go", "next")
        );
        written.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Without_an_address_no_link_is_made_to_wherever_a_request_claims_to_come_from()
    {
        var person = await house.PersonAsync(consent: null);
        var nurse = await house.SomebodyAsync(Role.Nurse);
        await house.JoinAsync(person, nurse);
        var action = $"/people/{person}/talk/prepare";
        var page = await nurse.Visitor.OpenAsync(action);
        page.QuerySelector(".notice")!.TextContent.ShouldContain("nog geen adres");
        page.Forms.ShouldNotContain(form => form.GetAttribute("action") == action);

        var token = page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var forged = new HttpRequestMessage(HttpMethod.Post, action)
        {
            Content = Visitor.Fields(
                ("__RequestVerificationToken", token),
                ("code", SheetCode.Of(new byte[SheetCode.Bytes])),
                ("for", "person")
            ),
        };
        forged.Headers.Host = "elsewhere.example.org";
        var answer = await nurse.Visitor.Client.SendAsync(forged);

        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("elsewhere.example.org");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await house.ReadAsync(person)).Preparations().ShouldBeEmpty();
    }
}
