using System.Net;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.People.Pages;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

/// <summary>Days beside all that is known of death and birth: asked, never refused.</summary>
[Trait("Safety", "8")]
public sealed class PlausibilityTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private static readonly PartialDate Talked = PartialDate.Parse("2026-05-27");

    [Fact]
    public void FirstLookCase12ADeathBeforeAKnownTalkIsAsked()
    {
        var tell = new Tell();
        tell.Fact(new ConversationHeld(null, true, [], null), Talked.ToString());
        var asked = Questions(tell, new RecordDeath(PartialDate.Parse("2026-05-20"))).ShouldHaveSingleItem();
        (asked.Rule, asked.IsQuestion).ShouldBe(("rule.ask-after-death", true));
        asked.Values.ShouldBe(["fact.acp.conversation-held", "2026-05-27"]);
        Questions(tell, new RecordDeath(Talked)).ShouldBeEmpty();
        Questions(tell, new RecordDeath(PartialDate.Parse("2026-05"))).ShouldBeEmpty();
    }

    [Fact]
    public void FirstLookCase12ABirthDateAfterWhatHappenedIsAsked()
    {
        var tell = new Tell();
        tell.Fact(new DiagnosisRecorded("COPD", null, true), "2019");
        Questions(tell, new CorrectBirthDate(PartialDate.Parse("2020-01-02")))
            .ShouldHaveSingleItem()
            .Rule.ShouldBe("rule.ask-before-birth");
        Questions(tell, new CorrectBirthDate(PartialDate.Parse("2019-06-01"))).ShouldBeEmpty();
    }

    [Fact]
    public void WhatWasStruckOutIsNoReasonToAsk()
    {
        var tell = new Tell();
        tell.StrikeOut(tell.Fact(new ConversationHeld(null, true, [], null), Talked.ToString()));
        Questions(tell, new RecordDeath(PartialDate.Parse("2026-05-20"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhoSaysThatItIsSoGoesOnKnowingly()
    {
        var gp = await house.SignInAsync("gp");
        var person = await PeopleHouse.RegisterAsync(gp, "Kwestrodam");
        await PeopleHouse.DoAsync(gp, $"{person}/course", [("change", "CameHome"), .. Day("on", 2026, 1, 27)]);
        var death = $"{person}/death";
        var day = Day("on", 2026, 1, 20);
        var page = await PeopleHouse.RefusedAsync(
            gp,
            death,
            HttpStatusCode.Conflict,
            "",
            "Er is iets vastgelegd dat na deze dag gebeurde: Er is iets veranderd, 27 januari 2026."
                + " Is dit de juiste persoon en de juiste dag?",
            day
        );
        var tick = page.QuerySelector("input[name=knowingly]")!.GetAttribute("value")!;

        (await gp.SendAsync(death, death, [.. day, ("knowingly", "rule.ask-after-death|else")])).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        await PeopleHouse.DoAsync(gp, death, [.. day, ("knowingly", tick)]);
        (await gp.OpenAsync(person)).Body!.TextContent.ShouldContain("20 januari 2026");
    }

    private static (string, string)[] Day(string field, int year, int month, int day) =>
        [($"{field}.year", $"{year}"), ($"{field}.month", $"{month}"), ($"{field}.day", $"{day}")];

    private static IReadOnlyList<Problem> Questions(Tell tell, IAct<PersonRecord> act) =>
        Plausibility.Questions(tell.Person, act.Yields(tell));
}
