using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Support;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Support;

/// <summary>How long a close one can keep it up, asked and dated.</summary>
public sealed class KeepingUpTests
{
    private readonly Circle _circle = new();

    [Fact]
    public void What_was_said_last_holds_with_its_day()
    {
        _circle.Tell.Do(new TellKeepingUp(_circle.Annie, KeepingUp.Days, ToldOn: PartialDate.Parse("2026-05-30")));
        _circle.Tell.Do(new TellKeepingUp(_circle.Annie, KeepingUp.Months, ToldOn: PartialDate.Parse("2026-04-30")));

        var told = _circle.Tell.Person.KeepingUp(_circle.Annie)!.Value;
        (told.Fact.HowLong, told.Effective).ShouldBe((KeepingUp.Days, PartialDate.Parse("2026-05-30")));
    }

    [Fact]
    public void It_is_asked_of_somebody_in_the_circle_and_answered()
    {
        new TellKeepingUp(Guid.NewGuid(), KeepingUp.Days).IsRefused(
            "relatedPerson",
            "rule.no-longer-in-circle",
            _circle.Tell
        );
        new TellKeepingUp(_circle.Annie, null).IsRefused("howLong", "rule.missing", _circle.Tell);
        new TellKeepingUp(_circle.Annie, KeepingUp.Days, ToldOn: PartialDate.Parse("2026-07")).IsRefused(
            "toldOn",
            "rule.date-in-future",
            _circle.Tell
        );
    }

    [Fact]
    public void A_close_one_tells_it_of_themselves_alone()
    {
        new TellOwnKeepingUp(_circle.AnniesAccount, KeepingUp.Weeks)
            .Yields<KeepingUpTold>(_circle.Tell)
            .RelatedPerson.ShouldBe(_circle.Annie);
        new TellOwnKeepingUp(Guid.NewGuid(), KeepingUp.Weeks).IsRefused("", "rule.no-longer-in-circle", _circle.Tell);
    }
}

[Trait("Safety", "9")]
public sealed class Rule9NotAskedIsNotKeepingUp
{
    [Fact]
    public void Who_was_not_asked_said_nothing_and_not_knowing_is_an_answer_of_its_own()
    {
        var circle = new Circle();
        circle.Tell.Person.KeepingUp(circle.Annie).ShouldBeNull();
        circle.Tell.Do(new TellKeepingUp(circle.Annie, KeepingUp.Unknown));
        circle.Tell.Person.KeepingUp(circle.Annie)!.Value.Fact.HowLong.ShouldBe(KeepingUp.Unknown);
        circle.Tell.Person.KeepingUp(circle.Kees).ShouldBeNull("one close one says nothing for another");
    }
}

/// <summary>Who reads what of what close ones said, over every role.</summary>
[Trait("Safety", "11")]
public sealed class Rule11WhatCloseOnesSayStays
{
    private static readonly Author Volunteer = new(Guid.NewGuid(), "Piet Zandee", Role.Volunteer, null, null);
    private readonly Circle _circle = new();

    [Fact]
    public void Strain_of_one_close_one_is_hidden_from_the_others_and_not_from_themselves()
    {
        _circle.Tell.Do(new TellKeepingUp(_circle.Annie, KeepingUp.NoLonger, "Ik kan niet meer."));

        Reads<KeepingUpTold>(Role.CloseOne, _circle.KeessAccount).ShouldBeFalse();
        Reads<KeepingUpTold>(Role.CloseOne, _circle.AnniesAccount).ShouldBeTrue();
        Reads<KeepingUpTold>(Role.Nurse, Guid.NewGuid()).ShouldBeTrue();
    }

    [Fact]
    public void The_person_sees_it_unless_the_professional_says_why_not()
    {
        _circle.Tell.Do(new TellKeepingUp(_circle.Annie, KeepingUp.Weeks));
        Reads<KeepingUpTold>(Role.Person, Guid.NewGuid()).ShouldBeTrue();

        _circle.Tell.Do(
            new TellKeepingUp(_circle.Kees, KeepingUp.Days, HiddenFromPerson: "Hij wil hem niet belasten.")
        );
        See(Role.Person, Guid.NewGuid()).KeepingUp(_circle.Kees).ShouldBeNull();
        See(Role.Nurse, Guid.NewGuid()).KeepingUp(_circle.Kees)!.Value.Fact.HiddenFromPerson.ShouldNotBeNull();
    }

    [Fact]
    public void What_was_written_at_home_is_for_the_professional_and_for_who_wrote_it()
    {
        Prepare(_circle.Annie, "Ik ben bang dat hij valt.");
        Reads<PreparationTold>(Role.Person, Guid.NewGuid()).ShouldBeFalse();
        Reads<PreparationTold>(Role.CloseOne, _circle.KeessAccount).ShouldBeFalse();
        Reads<PreparationTold>(Role.CloseOne, _circle.AnniesAccount).ShouldBeTrue();
        Reads<PreparationTold>(Role.Nurse, Guid.NewGuid()).ShouldBeTrue();
    }

    [Fact]
    public void What_the_person_wrote_at_home_is_not_for_their_close_ones()
    {
        Prepare(null, "Mijn zoon hoeft dit niet te weten.");
        Reads<PreparationTold>(Role.Person, Guid.NewGuid()).ShouldBeTrue();
        Reads<PreparationTold>(Role.CloseOne, _circle.KeessAccount).ShouldBeFalse();
    }

    private void Prepare(Guid? closeOne, string words)
    {
        var preparation = Guid.NewGuid();
        _circle.Tell.Fact(new PreparationInvited(preparation, "hash", Tell.Now.Instant, "Annie", closeOne));
        _circle.Tell.Fact(new PreparationTold(preparation, "wishes", words, "Annie"));
    }

    [Fact]
    public void What_was_struck_out_does_not_come_out_through_the_strike_out()
    {
        _circle.Tell.Do(new TellKeepingUp(_circle.Annie, KeepingUp.NoLonger));
        _circle.Tell.StrikeOut(_circle.Tell.Person.Entries[^1].Id);

        Reads<EntryStruckOut>(Role.CloseOne, _circle.KeessAccount).ShouldBeFalse();
        Reads<EntryStruckOut>(Role.Nurse, Guid.NewGuid()).ShouldBeTrue();
    }

    [Fact]
    public void A_signal_is_for_who_cares_and_for_the_person_once_it_was_answered_unless_the_professional_says_why_not()
    {
        var (open, hidden) = (Guid.NewGuid(), Guid.NewGuid());
        _circle.Tell.Do(new GiveSignal(open, "Er wordt veel geschreeuwd."), Volunteer);
        See(Role.Person, Guid.NewGuid()).Signals().ShouldBeEmpty();
        See(Role.CloseOne, _circle.KeessAccount).Signals().ShouldBeEmpty();
        See(Role.Nurse, Guid.NewGuid()).Signals().ShouldHaveSingleItem();

        _circle.Tell.Do(new AnswerSignal(open, "Gesproken met beiden."));
        See(Role.Person, Guid.NewGuid()).Signals().ShouldHaveSingleItem();
        See(Role.CloseOne, _circle.KeessAccount).Signals().ShouldBeEmpty();

        _circle.Tell.Do(new GiveSignal(hidden, "Blauwe plekken."), Volunteer);
        _circle.Tell.Do(new AnswerSignal(hidden, "Veilig Thuis gebeld.", null, "Het kan haar in gevaar brengen."));
        var seen = See(Role.Person, Guid.NewGuid());
        seen.Signals().ShouldHaveSingleItem().Id.ShouldBe(open);
        seen.All<SignalAnswered>().ShouldHaveSingleItem().Fact.Signal.ShouldBe(open);
    }

    [Theory]
    [InlineData(Role.Volunteer, Extent.Shared)]
    [InlineData(Role.CloseOne, Extent.Shared)]
    [InlineData(Role.CloseOne, Extent.Whole)]
    public void Who_gave_a_signal_hears_that_something_was_done_and_the_words_for_them(Role role, Extent extent)
    {
        var (signal, sender) = (Guid.NewGuid(), new Author(Guid.NewGuid(), "Piet", role, null, null));
        _circle.Tell.Do(new GiveSignal(signal, "Ze eet bijna niet."), sender);
        Heard(sender).Progress.ShouldBe(SignalProgress.Sent);

        _circle.Tell.Do(new EscalateSignal(signal, "Ze is verward."));
        Heard(sender).Progress.ShouldBe(SignalProgress.BeingLookedAt);
        Heard(sender).Escalated!.Value.Fact.Why.ShouldBeEmpty();

        _circle.Tell.Do(new AnswerSignal(signal, "Delier behandeld.", "Dank, we zijn geweest.", "Maakt haar bang."));
        var answered = Heard(sender).Answered!.Value.Fact;
        answered.ShouldBe(new SignalAnswered(signal, "", "Dank, we zijn geweest.", null));
        Of(sender with { Account = Guid.NewGuid() }).ShouldBeEmpty();

        Signal Heard(Author reader) => Of(reader).ShouldHaveSingleItem();

        IReadOnlyList<Signal> Of(Author reader) =>
            Permission.Narrow(_circle.Tell.Person, extent, new Actor(reader, null)).Signals();
    }

    private bool Reads<TFact>(Role role, Guid account)
        where TFact : Fact => See(role, account).Entries.Any(entry => entry.Fact is TFact);

    private PersonRecord See(Role role, Guid account) =>
        Permission.Narrow(
            _circle.Tell.Person,
            Extent.Whole,
            new Actor(new Author(account, "…", role, null, null), _circle.Tell.Person.Id)
        );
}

/// <summary>Gerrit's wife Annie and son Kees, each with an account.</summary>
internal sealed class Circle
{
    public Circle()
    {
        Add(Annie, "Annie", Relationship.Wife, AnniesAccount);
        Add(Kees, "Kees", Relationship.Son, KeessAccount);
    }

    public Tell Tell { get; } = new();
    public Guid Annie { get; } = Guid.NewGuid();
    public Guid AnniesAccount { get; } = Guid.NewGuid();
    public Guid Kees { get; } = Guid.NewGuid();
    public Guid KeessAccount { get; } = Guid.NewGuid();

    private void Add(Guid id, string name, Relationship relationship, Guid account) =>
        Tell.Do(
            new RecordRelatedPerson(
                id,
                new PersonName(null, null, name, null, "Postma", null, null, NameUse.Own),
                relationship,
                Account: account
            )
        );
}
