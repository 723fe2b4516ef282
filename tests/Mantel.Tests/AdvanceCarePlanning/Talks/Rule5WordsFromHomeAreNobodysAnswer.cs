using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>Prepared at home: a link that works once, for a while, and only for one's own words.</summary>
[Trait("Safety", "5")]
public sealed class Rule5WordsFromHomeAreNobodysAnswer
{
    private static readonly Guid Id = new("10000000-0000-4000-8000-0000000000c1");
    private static readonly InviteToPrepare Invite = new(
        Id,
        PreparationViews.HashOf("code"),
        Tell.Now.Instant.AddDays(14),
        null
    );

    [Fact]
    public void The_person_or_a_close_one_is_invited_and_the_code_is_not_kept()
    {
        var tell = new Tell();
        var invited = tell.Do(Invite).ShouldYield<PreparationInvited>();
        invited.Hash.ShouldBe("5694d08a2e53ffcae0c3103e5ad6f6076abd960eb1f8a56577040bc1028f702b");
        invited.CloseOne.ShouldBeNull();
        tell.Do(Invite with { CloseOne = Guid.NewGuid() }).ShouldRefuse("for", "rule.not-a-choice");
        tell.Do(Invite with { Until = Tell.Now.Instant }).ShouldRefuse("until", "rule.prepare-until");
    }

    [Fact]
    public void The_link_works_once()
    {
        var tell = new Tell();
        tell.Do(Invite).ShouldYieldAll();
        tell.Do(new OpenPreparation(Id)).ShouldYield<PreparationOpened>();
        tell.Do(new OpenPreparation(Id)).ShouldRefuse("", "rule.prepare-link", broken: true);
        tell.Do(new OpenPreparation(Guid.NewGuid())).ShouldRefuse("", "rule.prepare-link", broken: true);
    }

    [Fact]
    public void The_link_works_until_its_day()
    {
        var tell = new Tell();
        tell.Fact(new PreparationInvited(Id, "hash", Tell.Now.Instant, "Leida", null), "2026-05-01");
        tell.Do(new OpenPreparation(Id)).ShouldRefuse("", "rule.prepare-link", broken: true);
    }

    [Fact]
    public void Nothing_is_written_before_the_link_was_used_nor_after_its_last_day()
    {
        var tell = new Tell();
        tell.Do(Invite).ShouldYieldAll();
        var told = new TellPreparation(Id, "wishes", "Geen drukte.", "Leida");
        tell.Do(told).ShouldRefuse("", "rule.prepare-link", broken: true);
        tell.Do(new OpenPreparation(Id)).ShouldYieldAll();
        var opened = tell.Person.Preparation(Id)!.Opened!.Value.Entry.Recorded;
        told.Decide(tell.Person, new Moment(opened.AddHours(3), Tell.Today)).ShouldYield<PreparationTold>();
        told.Decide(tell.Person, new Moment(Invite.Until, Tell.Today))
            .ShouldRefuse("", "rule.prepare-link", broken: true);
    }

    /// <summary>
    /// Users' case B10: a link died four hours after its first use. It lasts until its day; after four hours without a
    /// word what was written is closed like a letter, and who goes on adds to it.
    /// </summary>
    [Fact]
    public void UsersCaseB10_one_can_go_on_writing_and_what_was_written_before_a_long_pause_is_not_shown()
    {
        var tell = Opened(out var hourLater);
        Write("Geen drukte.", hourLater);
        var evening = new Moment(hourLater.Instant.AddHours(4), Tell.Today);
        Known().LastsAt(evening.Instant).ShouldBeTrue();
        Known().InSightAt(hourLater.Instant.AddHours(3)).Keys.ShouldBe(["wishes"]);
        Known().InSightAt(evening.Instant).ShouldBeEmpty();
        new TellPreparation(Id, "wishes", null, "Leida").Decide(tell.Person, evening).ShouldYieldAll().ShouldBeEmpty();

        Write("En de radio.", evening);
        Known().InSightAt(evening.Instant)["wishes"].Fact.Words.ShouldBe("En de radio.");
        Known().Told["wishes"].Fact.Words.ShouldBe("Geen drukte.\nEn de radio.");
        tell.Person.WrittenAtHome("wishes").ShouldHaveSingleItem().Fact.Words.ShouldBe("Geen drukte.\nEn de radio.");

        Preparation Known() => tell.Person.Preparation(Id)!;

        void Write(string words, Moment at) =>
            tell.Fact(
                new TellPreparation(Id, "wishes", words, "Leida")
                    .Decide(tell.Person, at)
                    .ShouldYield<PreparationTold>(),
                recorded: at.Instant
            );
    }

    [Fact]
    public void A_link_that_was_taken_back_opens_nothing_and_nobody_goes_on_with_it()
    {
        var tell = new Tell();
        tell.Do(Invite).ShouldYieldAll();
        tell.Do(new WithdrawPreparation(Id)).ShouldYield<PreparationWithdrawn>();
        tell.Do(new OpenPreparation(Id)).ShouldRefuse("", "rule.prepare-link", broken: true);
        tell.Do(new WithdrawPreparation(Id)).ShouldYieldAll().ShouldBeEmpty();

        var used = Opened(out var now);
        used.Fact(new PreparationTold(Id, "wishes", "Rust.", "Leida"));
        used.Fact(new PreparationWithdrawn(Id));
        new TellPreparation(Id, "wishes", "Anders.", "Leida")
            .Decide(used.Person, now)
            .ShouldRefuse("", "rule.prepare-link", broken: true);
        used.Person.WrittenAtHome("wishes").ShouldHaveSingleItem().Fact.Words.ShouldBe("Rust.", "what was said stays");
    }

    [Fact]
    public void Closed_it_is_closed_and_sent_again_it_opens_for_minutes_and_only_before_a_word_was_written()
    {
        var tell = Opened(out var hourLater);
        var opened = hourLater.Instant.AddHours(-1);
        Known().OpensAgainAt(opened.AddMinutes(4)).ShouldBeTrue();
        Known().OpensAgainAt(opened.AddMinutes(5)).ShouldBeFalse();
        tell.Fact(new PreparationTold(Id, "wishes", "Rust.", "Leida"));
        tell.Fact(new PreparationTold(Id, "wishes", null, "Leida"));
        Known().OpensAgainAt(opened.AddMinutes(4)).ShouldBeFalse("also when it was taken away again");

        tell.Do(new ClosePreparation(Id)).ShouldYield<PreparationClosed>();
        tell.Do(new ClosePreparation(Id)).ShouldYieldAll().ShouldBeEmpty();
        Known().LastsAt(hourLater.Instant).ShouldBeFalse();
        new TellPreparation(Id, "wishes", "Anders.", "Leida")
            .Decide(tell.Person, hourLater)
            .ShouldRefuse("", "rule.prepare-link", broken: true);

        Preparation Known() => tell.Person.Preparation(Id)!;
    }

    [Fact]
    public void Words_are_those_of_who_wrote_them_and_can_be_taken_away()
    {
        var tell = Opened(out var now);
        PreparationTold Told(string? words, string question = "wishes") =>
            new TellPreparation(Id, question, words, "Marijke, dochter")
                .Decide(tell.Person, now)
                .ShouldYield<PreparationTold>();
        tell.Fact(Told("Geen drukte."));
        tell.Person.WrittenAtHome("wishes").ShouldHaveSingleItem().Fact.WrittenBy.ShouldBe("Marijke, dochter");
        new TellPreparation(Id, "wishes", "Geen drukte.", "Marijke, dochter")
            .Decide(tell.Person, now)
            .ShouldYieldAll()
            .ShouldBeEmpty();
        tell.Fact(Told(null));
        tell.Person.WrittenAtHome("wishes").ShouldBeEmpty();
        new TellPreparation(Id, "antibiotics", "Nee.", "Leida")
            .Decide(tell.Person, now)
            .ShouldRefuse("question", "rule.not-a-choice");
        new TellPreparation(Id, "wishes", new string('a', 4001), "Leida")
            .Decide(tell.Person, now)
            .ShouldRefuse("words", "rule.too-long");
        new TellPreparation(Id, "wishes", "Rust.", "")
            .Decide(tell.Person, now)
            .ShouldRefuse("writtenBy", "rule.missing");
    }

    [Fact]
    public void What_was_written_at_home_is_nobodys_answer()
    {
        var tell = Opened(out _);
        tell.Fact(new PreparationTold(Id, "hospital-admission", "Niet meer.", "Leida"), "2026-05-01");
        var talking = new Talking(tell);
        talking.Talk.Answers.ShouldBeEmpty();
        talking.Reading.Said.ShouldBeEmpty();
        tell.Person.DecisionOn(TreatmentKind.HospitalAdmission, Tell.Today).Word.ShouldBe(Word.NotRecorded);
    }

    [Fact]
    public void For_who_died_the_link_does_nothing()
    {
        var tell = Opened(out var now);
        tell.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");
        new TellPreparation(Id, "wishes", "Rust.", "Leida")
            .Decide(tell.Person, now)
            .ShouldRefuse("", "rule.prepare-link", broken: true);
        tell.Do(Invite).ShouldRefuse("", "rule.person-deceased", broken: true);
    }

    private static Tell Opened(out Moment now)
    {
        var tell = new Tell();
        tell.Do(Invite).ShouldYieldAll();
        tell.Do(new OpenPreparation(Id)).ShouldYieldAll();
        now = new Moment(tell.Person.Preparation(Id)!.Opened!.Value.Entry.Recorded.AddHours(1), Tell.Today);
        return tell;
    }
}
