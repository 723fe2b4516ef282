using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Identification;

/// <summary>A signal is given, taken up, passed on, called urgent and answered; it is never lost.</summary>
public sealed class SignalsTests
{
    private static readonly Author Volunteer = new(Guid.NewGuid(), "Piet Zandee", Role.Volunteer, null, null);
    private static readonly Guid Id = Guid.NewGuid();

    private readonly Tell _tell = new();

    [Fact]
    public void It_is_open_until_it_is_answered()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet bijna niet meer.", "Sinds een week", "Iemand die langskomt"), Volunteer);
        var open = _tell.Person.OpenSignals().ShouldHaveSingleItem();
        (open.Sender.Name, open.Progress).ShouldBe(("Piet Zandee", SignalProgress.Sent));
        open.Given.Effective.ShouldBe(PartialDate.Of(Tell.Today));

        _tell.Do(new TakeUpSignal(Id));
        _tell.Person.Signal(Id)!.Progress.ShouldBe(SignalProgress.BeingLookedAt);

        _tell.Do(new AnswerSignal(Id, "Diëtist gebeld", "Dank. We zijn geweest."));
        _tell.Person.OpenSignals().ShouldBeEmpty();
        _tell.Person.Signal(Id)!.Progress.ShouldBe(SignalProgress.SomethingWasDone);
    }

    [Fact]
    public void Sent_twice_it_is_there_once()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet niet."), Volunteer);
        new GiveSignal(Id, "Ze eet niet.").Yields(_tell).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "rule.missing")]
    [InlineData("   ", "rule.missing")]
    [InlineData("\u0007", "rule.control-characters")]
    public void It_says_what_was_noticed(string? noticed, string rule) =>
        new GiveSignal(Id, noticed).IsRefused("noticed", rule);

    [Fact]
    public void What_was_noticed_lies_in_a_life()
    {
        new GiveSignal(Id, "Ze viel.", NoticedOn: PartialDate.Parse("2026-06-02")).IsRefused(
            "noticedOn",
            "rule.date-in-future"
        );
        _tell.Fact(new Core.People.BirthDateRecorded(PartialDate.Parse("1944-03-14")));
        new GiveSignal(Id, "Ze viel.", NoticedOn: PartialDate.Parse("1943"))
            .Asks(_tell)
            .ShouldBe("rule.ask-dated-before-birth");
    }

    [Fact]
    public void Also_after_a_death_a_signal_about_those_who_stay_behind_reaches_who_cared()
    {
        _tell.Fact(new Core.People.DeathRecorded(null, null, null, null, null), "2026-05-20");
        new GiveSignal(Id, "Hij zit alleen in het donker.").Yields<SignalGiven>(_tell);
    }

    [Fact]
    public void It_is_passed_on_to_somebody_who_can_answer_it_here_and_stays_theirs_while_they_are_in_the_team()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet niet."), Volunteer);
        var (account, member) = (Guid.NewGuid(), Joined(Guid.NewGuid(), Guid.NewGuid(), CareRelation.CareTeam));
        var other = Joined(Guid.NewGuid(), account, CareRelation.CareTeam);
        _tell.Do(new PassOnSignal(Id, other, "Jij kent haar beter."));

        var signal = _tell.Person.Signal(Id)!;
        (signal.SeenToBy(_tell.Person, Tell.Today), signal.Progress).ShouldBe((account, SignalProgress.BeingLookedAt));

        _tell.Fact(new CareTeamMemberLeft(other, null), "2026-05-30");
        signal.SeenToBy(_tell.Person, Tell.Today).ShouldBeNull("whoever left sees to nothing: it is everybody's again");
        _tell.Person.Team(Tell.Today).ShouldContain(one => one.Id == member);
    }

    [Fact]
    public void To_whom_it_would_be_lost_it_is_not_passed_on()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet niet."), Volunteer);
        var withoutAccount = Joined(Guid.NewGuid(), null, CareRelation.CareTeam);
        var shared = Joined(Guid.NewGuid(), Guid.NewGuid(), CareRelation.Shared);

        new PassOnSignal(Id, withoutAccount).IsRefused("member", "rule.signal-member-cannot-answer", _tell);
        new PassOnSignal(Id, shared).IsRefused("member", "rule.signal-member-cannot-answer", _tell);
        new PassOnSignal(Id, Guid.NewGuid()).IsRefused("member", "rule.not-in-team", _tell);
        new PassOnSignal(Id, null).IsRefused("member", "rule.missing", _tell);
    }

    [Fact]
    public void What_was_called_urgent_stands_first_and_then_what_waits_longest()
    {
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        foreach (var id in ids)
            _tell.Do(new GiveSignal(id, "Ze eet niet."), Volunteer);
        new EscalateSignal(ids[2], " ").IsRefused("why", "rule.missing", _tell);
        _tell.Do(new EscalateSignal(ids[2], "Ze is niet wakker te krijgen."));

        _tell.Person.OpenSignals().Select(signal => signal.Id).ShouldBe([ids[2], ids[0], ids[1]]);
    }

    [Fact]
    public void What_was_answered_is_not_answered_passed_on_or_taken_up_again()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet niet."), Volunteer);
        _tell.Do(new AnswerSignal(Id, "Geweest."));

        new AnswerSignal(Id, "Nog eens.").IsRefused("", "rule.signal-answered", _tell);
        new TakeUpSignal(Id).IsRefused("", "rule.signal-answered", _tell);
        new EscalateSignal(Id, "Spoed").IsRefused("", "rule.signal-answered", _tell);
        new AnswerSignal(Guid.NewGuid(), "Geweest.").IsRefused("", "rule.signal-not-there", _tell);
    }

    [Fact]
    public void When_the_answer_was_a_mistake_it_is_open_again_and_the_signal_itself_is_never_struck_out()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet niet."), Volunteer);
        _tell.Do(new AnswerSignal(Id, "Bij de verkeerde geweest."));
        _tell.StrikeOut(_tell.Person.Entries[^1].Id);
        _tell.Person.OpenSignals().ShouldHaveSingleItem();

        new Core.Access.StrikeOutEntry(_tell.Person.Entries[0].Id, "Weg ermee", [], [])
            .Decide(_tell.Person, Tell.Now)
            .ShouldBeOfType<Outcome.Refused>()
            .Problems.ShouldContain(problem => problem.Rule == "rule.cannot-be-struck-out");
    }

    [Fact]
    public void Taken_back_by_its_sender_it_is_struck_out_with_all_that_was_done_and_who_acted_is_told()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet niet."), Volunteer);
        _tell.Do(new TakeUpSignal(Id), Tell.Nurse);
        _tell.Do(new AnswerSignal(Id, "Geweest."), Tell.Gp);
        var acted = _tell.Person.WhoActedOn(_tell.Person.Signal(Id)!);
        acted.ShouldBe([Tell.Nurse.Account, Tell.Gp.Account], ignoreOrder: true);

        var tells = acted.Select(account => new SentRecord(StreamId.Of<SentRecord>(account), [])).ToList();
        var back = new TakeBackSignal(Volunteer.Account, Id, "Het was de buurvrouw.") { Tells = tells };
        var facts = _tell.Do(back, Volunteer).ShouldBeOfType<Outcome.Yielded>().Facts;

        facts
            .Select(fact => fact.Into)
            .ShouldBe([null, StreamId.Of<SentRecord>(acted[0]), StreamId.Of<SentRecord>(acted[1])]);
        _tell.Person.Signals().ShouldBeEmpty();
        var told = _tell.Person.SignalsTakenBack().ShouldHaveSingleItem();
        (told.Given.Noticed, told.Reason).ShouldBe(("Ze eet niet.", "Het was de buurvrouw."));
        _tell.Person.All<SignalAnswered>().ShouldBeEmpty();
        back.Yields(_tell).ShouldBeEmpty("once is enough");
    }

    [Fact]
    public void Nobody_but_its_sender_takes_it_back_and_not_without_saying_why()
    {
        _tell.Do(new GiveSignal(Id, "Ze eet niet."), Volunteer);
        new TakeBackSignal(Tell.Nurse.Account, Id, "Vergissing").IsRefused("", "rule.signal-not-there", _tell);
        new TakeBackSignal(Volunteer.Account, Id, " ").IsRefused("reason", "rule.missing", _tell);
        new TakeBackSignal(Volunteer.Account, Guid.NewGuid(), "x").IsRefused("", "rule.signal-not-there", _tell);
    }

    [Fact]
    public void Who_placed_it_here_and_to_whom_it_was_passed_on_acted_too()
    {
        var sender = new SignalSender(Volunteer, Tell.Now.Instant, "De buurvrouw");
        _tell.Fact(new SignalGiven(Id, "Ze eet niet.", null, null, sender), by: Tell.Nurse);
        var account = Guid.NewGuid();
        var member = Joined(Guid.NewGuid(), account, CareRelation.CareTeam);
        _tell.Do(new PassOnSignal(Id, member), Tell.Gp);
        _tell
            .Person.WhoActedOn(_tell.Person.Signal(Id)!)
            .ShouldBe([Tell.Nurse.Account, Tell.Gp.Account, account], ignoreOrder: true);
    }

    private Guid Joined(Guid member, Guid? account, CareRelation relation)
    {
        _tell.Fact(
            new CareTeamMemberJoined(
                member,
                "Truus de Nooijer",
                Discipline.Nurse,
                null,
                null,
                null,
                new Reachability(null, null, null),
                account,
                relation
            ),
            "2026-01-01"
        );
        return member;
    }
}
