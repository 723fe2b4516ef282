using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Identification;

/// <summary>
/// A signal about somebody without a page is given, seen, answered, sent on, placed or closed; it is never lost.
/// </summary>
public sealed class InboxTests
{
    private static readonly Author Volunteer = new(Guid.NewGuid(), "Piet Zandee", Role.Volunteer, null, null);
    private static readonly Guid Id = Guid.NewGuid();

    private readonly Box _box = new(Guid.NewGuid());

    [Fact]
    public void It_waits_until_it_is_answered_and_the_sender_hears_no_more_than_was_meant_for_them()
    {
        _box.Do(new SendSignal(Id, "Mevrouw De Visser", "Dokstraat", null, "Ze eet niet.", "Een huisarts"), Volunteer);
        Heard().ShouldBe((SignalProgress.Sent, null));
        _box.Do(new SeeInboxSignal(Id));
        Heard().ShouldBe((SignalProgress.BeingLookedAt, null));
        _box.Do(new AnswerInboxSignal(Id, "Huisarts gebeld", "Dank u, we zijn geweest."));
        Heard().ShouldBe((SignalProgress.SomethingWasDone, "Dank u, we zijn geweest."));
        _box.Record.Open().ShouldBeEmpty();
        _box.Record.Done().ShouldHaveSingleItem().Sender.ShouldBe(Volunteer);
    }

    [Fact]
    public void Sent_twice_it_is_there_once_and_what_went_away_does_not_come_back()
    {
        Give();
        _box.Do(new SendSignal(Id, "Iemand", null, null, "Iets")).ShouldBeEmpty();
        SendOn(_box, new Box(Guid.NewGuid()));
        _box.Do(new SendSignal(Id, "Iemand", null, null, "Iets")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "Ze eet niet.", "about", "rule.missing")]
    [InlineData("  ", "Ze eet niet.", "about", "rule.missing")]
    [InlineData("De buurvrouw", "", "noticed", "rule.missing")]
    [InlineData("De buur\u202Evrouw", "Ze eet niet.", "about", "rule.control-characters")]
    [InlineData("De buurvrouw", "Ze\u0000eet niet.", "noticed", "rule.control-characters")]
    public void It_says_about_whom_and_what(string? about, string noticed, string field, string rule) =>
        Refused(new SendSignal(Id, about, null, null, noticed), field, rule);

    [Fact]
    public void It_is_no_longer_than_a_form_takes_and_nobody_is_born_tomorrow()
    {
        Refused(new SendSignal(Id, new string('x', 201), null, null, "Iets"), "about", "rule.too-long");
        Refused(new SendSignal(Id, "Iemand", null, null, new string('x', 4001)), "noticed", "rule.too-long");
        var tomorrow = PartialDate.Of(Tell.Today.AddDays(1));
        Refused(new SendSignal(Id, "Iemand", null, tomorrow, "Iets"), "birthDate", "rule.date-in-future");
    }

    [Fact]
    public void What_waits_is_late_then_escalated_and_stands_before_what_came_later()
    {
        Give();
        var terms = new SignalTerms(TimeSpan.FromHours(24), TimeSpan.FromHours(72));
        var signal = _box.Record.Open()[0];
        Waits(TimeSpan.FromHours(23)).ShouldBe(SignalWait.InTime);
        Waits(TimeSpan.FromHours(24)).ShouldBe(SignalWait.Late);
        Waits(TimeSpan.FromHours(72)).ShouldBe(SignalWait.Escalated);
        _box.Do(new SeeInboxSignal(Id));
        Waits(TimeSpan.FromHours(72)).ShouldBe(SignalWait.Escalated, "whoever takes it up has not answered it yet");
        _box.Do(new AnswerInboxSignal(Id, "Gedaan"));
        signal = _box.Record.Signal(Id)!;
        Waits(TimeSpan.FromHours(72)).ShouldBe(SignalWait.None);

        SignalWait Waits(TimeSpan since) => signal.WaitAt(new Moment(signal.GivenAt + since, Tell.Today), terms);
    }

    [Fact]
    public void Sent_on_it_keeps_who_gave_it_and_since_when_and_leaves_no_word_behind()
    {
        Give();
        var given = _box.Record.Signal(Id)!;
        var other = new Box(Guid.NewGuid());
        var left = SendOn(_box, other, "Hoort bij jullie.").ShouldBeOfType<InboxSignalSentOn>();

        left.Entries.ShouldBe([given.Received.Entry.Id]);
        _box.Record.Signal(Id).ShouldBeNull();
        _box.Record.Left(Id)!.Value.Fact.ShouldBe(left);
        var arrived = other.Record.Open().ShouldHaveSingleItem();
        (arrived.Sender, arrived.GivenAt).ShouldBe((Volunteer, given.GivenAt));
        (arrived.Received.Fact.Note, arrived.Progress).ShouldBe(("Hoort bij jullie.", SignalProgress.BeingLookedAt));
    }

    [Fact]
    public void Sent_on_and_sent_back_it_waits_here_again()
    {
        Give();
        _box.Do(new SeeInboxSignal(Id));
        var other = new Box(Guid.NewGuid());
        SendOn(_box, other);
        SendOn(other, _box);
        var again = _box.Record.Open().ShouldHaveSingleItem();
        again.Seen.ShouldBeNull("it was seen before it went away");
        again.Sender.ShouldBe(Volunteer);
    }

    [Fact]
    public void It_is_sent_on_to_somewhere_else_that_is_there()
    {
        Give();
        Refused(new SendSignalOn(Id, null), "organisation", "rule.missing");
        Refused(new SendSignalOn(Id, _box.Record.Organisation), "organisation", "rule.inbox-here-already");
        Refused(new SendSignalOn(Id, Guid.NewGuid()), "organisation", "rule.organisation-unknown");
    }

    [Fact]
    public void Placed_it_arrives_as_a_signal_of_its_sender()
    {
        Give();
        var given = _box.Record.Signal(Id)!;
        var tell = new Tell();
        tell.Fact(Member(Guid.NewGuid(), CareRelation.CareTeam), "2026-01-01");
        var facts = _box.Do(new PlaceSignal(Id, tell.Person.Id) { Into = tell.Person });
        var arrives = facts.Single(fact => fact.Into == tell.Person.Stream);
        tell.Fact(arrives.Fact, arrives.Effective?.ToString());

        var signal = tell.Person.OpenSignals().ShouldHaveSingleItem();
        (signal.Id, signal.Sender, signal.GivenAt).ShouldBe((Id, Volunteer, given.GivenAt));
        signal.Given.Fact.Noticed.ShouldBe("Ze eet niet.");
        var heard = new SignalAsSenderHears(Id, _box.Record.Organisation, given.GivenAt, null, SignalProgress.Sent);
        heard.With(signal).Told.ShouldBe(heard.With(given).Told, "the sender reads the same, wherever it lies");
    }

    [Fact]
    public void In_a_record_that_nobody_reads_here_it_would_be_lost()
    {
        Give();
        var tell = new Tell();
        Refused(new PlaceSignal(Id, tell.Person.Id) { Into = tell.Person }, "", "rule.inbox-nobody-in-team");
        tell.Fact(Member(null, CareRelation.CareTeam), "2026-01-01");
        tell.Fact(Member(Guid.NewGuid(), CareRelation.Shared), "2026-01-01");
        Refused(new PlaceSignal(Id, tell.Person.Id) { Into = tell.Person }, "", "rule.inbox-nobody-in-team");
    }

    [Fact]
    public void One_that_reached_two_organisations_is_placed_in_one_record_once()
    {
        Give();
        var other = new Box(Guid.NewGuid());
        other.Do(new SendSignal(Id, "De buurvrouw", null, null, "Iets anders."), Volunteer);
        var tell = new Tell();
        tell.Fact(Member(Guid.NewGuid(), CareRelation.CareTeam), "2026-01-01");
        var placed = _box.Do(new PlaceSignal(Id, tell.Person.Id) { Into = tell.Person });
        tell.Fact(placed.Single(fact => fact.Into == tell.Person.Stream).Fact);

        new PlaceSignal(Id, tell.Person.Id) { Into = tell.Person }
            .Decide(other.Record, Tell.Now)
            .ShouldBeOfType<Outcome.Refused>()
            .Problems.ShouldHaveSingleItem()
            .Rule.ShouldBe("rule.inbox-in-record-already");
        other.Record.Open().ShouldHaveSingleItem().Received.Fact.Noticed.ShouldBe("Iets anders.");
    }

    [Fact]
    public void What_went_away_or_was_answered_is_not_dealt_with_again()
    {
        Give();
        _box.Do(new AnswerInboxSignal(Id, "Gedaan"));
        foreach (var act in Acts(Id))
            Refused(act, "", "rule.signal-answered");
        foreach (var act in Acts(Guid.NewGuid()))
            Refused(act, "", "rule.signal-not-there");

        static IAct<InboxRecord>[] Acts(Guid signal) =>
            [
                new SeeInboxSignal(signal),
                new AnswerInboxSignal(signal, "Nog eens"),
                new CloseInboxSignal(signal, ClosingReason.NobodyFound),
                new SendSignalOn(signal, Guid.NewGuid()),
                new PlaceSignal(signal, Guid.NewGuid()),
            ];
    }

    [Fact]
    public void It_is_closed_with_a_reason_and_another_reason_is_said_in_words()
    {
        Give();
        Refused(new CloseInboxSignal(Id, null), "reason", "rule.missing");
        Refused(new CloseInboxSignal(Id, ClosingReason.Other), "words", "rule.missing");
        _box.Do(new CloseInboxSignal(Id, ClosingReason.NobodyFound, null, "We konden niemand vinden."));
        Heard().ShouldBe((SignalProgress.SomethingWasDone, "We konden niemand vinden."));
    }

    [Fact]
    public void Erased_with_its_ground_it_takes_the_answer_along()
    {
        Give();
        _box.Do(new AnswerInboxSignal(Id, "Bij mevrouw geweest"));
        Refused(new EraseInboxSignal(Id, " "), "basis", "rule.missing");
        var erased = _box.Do(new EraseInboxSignal(Id, "Op verzoek")).ShouldHaveSingleItem();
        erased.Fact.ShouldBeOfType<InboxSignalErased>().Entries.Count.ShouldBe(2);
        _box.Record.Done().ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_sender_takes_it_back()
    {
        Give();
        Refused(new TakeBackInboxSignal(Guid.NewGuid(), Id, "Vergissing"), "", "rule.signal-not-there");
        Refused(new TakeBackInboxSignal(Volunteer.Account, Id, null), "reason", "rule.missing");
        _box.Do(new TakeBackInboxSignal(Volunteer.Account, Id, "Het was de buurvrouw.")).Count.ShouldBe(1);
        _box.Record.Open().ShouldBeEmpty();
        _box.Do(new TakeBackInboxSignal(Volunteer.Account, Id, "Nog eens.")).ShouldBeEmpty();
    }

    private static Fact SendOn(Box from, Box to, string? note = null)
    {
        var facts = from.Do(new SendSignalOn(Id, to.Record.Organisation, note) { To = to.Record });
        to.Append(facts.Single(fact => fact.Into == to.Record.Stream), Tell.Nurse);
        return facts.Single(fact => fact.Into is null).Fact;
    }

    private static CareTeamMemberJoined Member(Guid? account, CareRelation relation) =>
        new(
            Guid.NewGuid(),
            "Truus de Nooijer",
            Discipline.Nurse,
            null,
            null,
            null,
            new Reachability(null, null, null),
            account,
            relation
        );

    private (SignalProgress, string?) Heard()
    {
        var heard = new SignalAsSenderHears(Id, _box.Record.Organisation, default, null, SignalProgress.Sent);
        var told = heard.With(_box.Record.Signal(Id)!);
        return (told.Progress, told.WordsToSender);
    }

    private void Give() => _box.Do(new SendSignal(Id, "De buurvrouw", null, null, "Ze eet niet."), Volunteer);

    private void Refused(IAct<InboxRecord> act, string field, string rule) =>
        act.Decide(_box.Record, Tell.Now)
            .ShouldBeOfType<Outcome.Refused>()
            .Problems.ShouldContain(problem => problem.Field == field && problem.Rule == rule);

    /// <summary>An inbox as the journal would hold it: what a fact takes away is a stub from then on.</summary>
    private sealed class Box(Guid organisation)
    {
        private readonly List<Entry> _entries = [];

        public InboxRecord Record => new(StreamId.Of<InboxRecord>(organisation), [.. _entries]);

        public IReadOnlyList<NewFact> Do(IAct<InboxRecord> act, Author? by = null)
        {
            var facts = act.Decide(Record, Tell.Now).ShouldBeOfType<Outcome.Yielded>().Facts;
            foreach (var fact in facts.Where(fact => fact.Into is null))
                Append(fact, by ?? Tell.Nurse);
            return facts;
        }

        public void Append(NewFact fact, Author by)
        {
            for (var i = 0; i < _entries.Count; i++)
            {
                if (fact.Fact is IDestroysPayloads takes && takes.Entries.Contains(_entries[i].Id))
                    _entries[i] = _entries[i] with { Fact = new EntryWithdrawn() };
            }
            _entries.Add(
                new Entry(
                    Guid.NewGuid(),
                    StreamId.Of<InboxRecord>(organisation),
                    _entries.Count + 1,
                    fact.Fact,
                    fact.Effective,
                    Tell.Now.Instant.AddMinutes(_entries.Count),
                    by,
                    Source.Mantel,
                    Guid.NewGuid(),
                    fact.RestsOn ?? []
                )
            );
        }
    }
}
