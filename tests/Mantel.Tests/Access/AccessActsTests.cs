using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>Given these facts, when this act, then those facts or that refusal.</summary>
public sealed class AccessActsTests
{
    private static readonly Moment Now = new(new DateTimeOffset(2026, 6, 1, 1, 0, 0, TimeSpan.Zero), Tell.Today);
    private static readonly Guid Doctor = Guid.NewGuid();
    private readonly Tell _tell = new();

    public AccessActsTests() => _tell.Fact(new PersonRegistered(Fictitious: true), "2026-01-01");

    [Fact]
    public void The_glass_is_broken_for_four_hours_with_its_reason()
    {
        var broken = Yielded(new BreakGlass(Doctor, " Benauwd, familie belt ", VitalEmergency: false))
            .ShouldHaveSingleItem()
            .Fact.ShouldBeOfType<GlassBroken>();

        broken.ShouldBe(new GlassBroken(Doctor, "Benauwd, familie belt", false, Now.Instant.AddHours(4)));
    }

    [Theory]
    [InlineData(null, null, false, "rule.missing")]
    [InlineData(null, "   ", true, "rule.missing")]
    [InlineData(SharingConsent.Given, "Benauwd", false, "rule.glass-not-needed")]
    [InlineData(SharingConsent.Refused, "Benauwd", false, "rule.refused-save-vital-emergency")]
    public void The_glass_stays_whole(SharingConsent? consent, string? reason, bool vital, string rule)
    {
        if (consent is { } said)
            _tell.Fact(new SharingConsentRecorded(said, null), "2026-02-01");

        Refused(new BreakGlass(Doctor, reason, vital)).ShouldBe([rule]);
    }

    [Fact]
    public void Against_a_refusal_it_breaks_for_a_vital_emergency_while_the_person_lives()
    {
        _tell.Fact(new SharingConsentRecorded(SharingConsent.Refused, null), "2026-02-01");
        var act = new BreakGlass(Doctor, "Niet aanspreekbaar", VitalEmergency: true);
        Yielded(act).ShouldHaveSingleItem();

        _tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-31");
        Refused(act).ShouldBe(["rule.no-emergency-after-death"]);
    }

    [Fact]
    public void A_glass_that_is_open_is_not_broken_again_but_can_become_a_vital_emergency()
    {
        _tell.Fact(new GlassBroken(Doctor, "Benauwd", VitalEmergency: false, Now.Instant.AddHours(1)));

        Yielded(new BreakGlass(Doctor, "Benauwd", VitalEmergency: false)).ShouldBeEmpty();
        Yielded(new BreakGlass(Doctor, "Benauwd", VitalEmergency: true)).ShouldHaveSingleItem();
        Yielded(new BreakGlass(Guid.NewGuid(), "Benauwd", VitalEmergency: false)).ShouldHaveSingleItem();
    }

    [Fact]
    public void Each_reader_of_a_broken_glass_reads_for_themselves()
    {
        var glass = _tell.Fact(new GlassBroken(Doctor, "Benauwd", VitalEmergency: false, Now.Instant.AddHours(1)));
        var central = Tell.Nurse.Account;
        _tell.Person.UnreadGlasses(central).ShouldHaveSingleItem();

        _tell.Fact(new BrokenGlassRead(glass), by: Tell.Nurse);

        _tell.Person.UnreadGlasses(central).ShouldBeEmpty();
        _tell.Person.UnreadGlasses(Tell.Gp.Account).ShouldHaveSingleItem();
        Yielded(new ReadBrokenGlass(central, glass)).ShouldBeEmpty();
        Refused(new ReadBrokenGlass(central, Guid.NewGuid())).ShouldBe(["rule.not-there"]);
    }

    [Fact]
    public void Striking_out_asks_what_becomes_of_all_that_rests_on_it()
    {
        var talk = _tell.Fact(new ConversationHeld(null, true, [], null), "2026-03-01");
        var (wish, second) = (RestingOn(talk), Guid.Empty);
        second = RestingOn(wish);

        Refused(new StrikeOutEntry(talk, "Vergissing", [], [])).ShouldBe(["rule.decide-what-rests-on-it"]);
        Refused(new StrikeOutEntry(talk, "Vergissing", [wish], [])).ShouldBe(["rule.decide-what-rests-on-it"]);
        Refused(new StrikeOutEntry(talk, "Vergissing", [wish, second], [second]))
            .ShouldBe(["rule.decide-what-rests-on-it"]);
        Yielded(new StrikeOutEntry(talk, "Vergissing", [wish], [second]))
            .ShouldHaveSingleItem()
            .Fact.ShouldBeOfType<EntryStruckOut>()
            .Entries.ShouldBe([talk, wish]);
    }

    [Fact]
    public void What_is_struck_out_or_tells_how_the_record_came_about_is_not_struck_out()
    {
        var wish = _tell.Fact(new CareWishesTold("Thuis"), "2026-03-01");
        var struck = _tell.StrikeOut(wish);

        Refused(new StrikeOutEntry(wish, "Vergissing", [], [])).ShouldBe(["rule.already-struck-out"]);
        Refused(new StrikeOutEntry(struck, "Vergissing", [], [])).ShouldBe(["rule.cannot-be-struck-out"]);
        Refused(new StrikeOutEntry(Guid.NewGuid(), "Vergissing", [], [])).ShouldBe(["rule.cannot-be-struck-out"]);
        Refused(new StrikeOutEntry(_tell.Person.Entries[0].Id, "Vergissing", [], []))
            .ShouldBe(["rule.cannot-be-struck-out"]);
        Refused(new StrikeOutEntry(wish, " ", [], [])).ShouldBe(["rule.missing", "rule.already-struck-out"]);
    }

    [Fact]
    public void What_was_about_the_wrong_person_goes_with_what_rests_on_it_unless_that_is_kept()
    {
        var talk = _tell.Fact(new ConversationHeld(null, true, [], null), "2026-03-01");
        var wish = RestingOn(talk);

        Refused(new WithdrawWrongPerson([talk], "Andere mevrouw Vos", [])).ShouldBe(["rule.decide-what-rests-on-it"]);
        Refused(new WithdrawWrongPerson([], "Andere mevrouw Vos", [])).ShouldBe(["rule.cannot-be-withdrawn"]);
        Yielded(new WithdrawWrongPerson([talk, wish], "Andere mevrouw Vos", []))
            .ShouldHaveSingleItem()
            .Fact.ShouldBeOfType<WrongPersonNoticed>()
            .Entries.ShouldBe([talk, wish]);
        Yielded(new WithdrawWrongPerson([talk], "Andere mevrouw Vos", [wish])).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, "rule.missing")]
    [InlineData("2026-06-02", "rule.date-in-future")]
    [InlineData("2027", "rule.date-in-future")]
    public void Consent_has_a_day_that_has_come(string? saidOn, string rule) =>
        Refused(new RecordSharingConsent(SharingConsent.Given, null, Day(saidOn))).ShouldBe([rule]);

    [Fact]
    public void Consent_counts_from_the_day_it_was_said()
    {
        var consent = Yielded(
                new RecordSharingConsent(SharingConsent.Given, " Mits mijn zoon het weet ", Day("2026-05"))
            )
            .ShouldHaveSingleItem();

        consent.Effective.ShouldBe(Day("2026-05"));
        consent.Fact.ShouldBe(new SharingConsentRecorded(SharingConsent.Given, "Mits mijn zoon het weet"));
    }

    [Fact]
    public void What_is_narrowed_holds_nothing_of_the_plan_or_the_illness()
    {
        _tell.Fact(new NameRecorded(new PersonName(null, null, "Leida", null, "Vos", null, null, NameUse.Own)));
        _tell.Fact(new DiagnosisRecorded("Hartfalen", null, IsMain: true));
        _tell.Fact(new WhatMattersTold("De tuin"));
        _tell.Directive(TreatmentKind.Resuscitation, Decision.Withhold, "2026-03-01");

        Kinds(Extent.Existence).ShouldBe([typeof(PersonRegistered), typeof(NameRecorded)]);
        Kinds(Extent.Received).ShouldBe([typeof(PersonRegistered), typeof(NameRecorded)]);
        Kinds(Extent.Shared).ShouldBe([typeof(PersonRegistered), typeof(NameRecorded), typeof(WhatMattersTold)]);
        Kinds(Extent.Nothing).ShouldBeEmpty();
        Narrow(Extent.Whole).Entries.Count.ShouldBe(5);

        IEnumerable<Type> Kinds(Extent extent) => Narrow(extent).Entries.Select(entry => entry.Fact.GetType());

        PersonRecord Narrow(Extent extent) =>
            Permission.Narrow(
                _tell.Person,
                extent,
                new Actor(new Author(Guid.NewGuid(), "…", Role.Volunteer, null, null), null)
            );
    }

    private Guid RestingOn(Guid entry) => _tell.FactOn(new CareWishesTold("Thuis"), entry);

    private IReadOnlyList<NewFact> Yielded(IAct<PersonRecord> act) =>
        act.Decide(_tell.Person, Now).ShouldBeOfType<Outcome.Yielded>().Facts;

    private IEnumerable<string> Refused(IAct<PersonRecord> act) =>
        act.Decide(_tell.Person, Now).ShouldBeOfType<Outcome.Refused>().Problems.Select(problem => problem.Rule);

    private static PartialDate? Day(string? text) => text is null ? null : PartialDate.Parse(text);
}
