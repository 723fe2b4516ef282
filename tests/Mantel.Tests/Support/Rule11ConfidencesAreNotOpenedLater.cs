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

/// <summary>What was said in confidence stays so, whatever happens to the record afterwards.</summary>
[Trait("Safety", "11")]
public sealed class Rule11ConfidencesAreNotOpenedLater
{
    private static readonly Author Volunteer = new(Guid.NewGuid(), "Piet Zandee", Role.Volunteer, null, null);
    private readonly Circle _circle = new();

    [Fact]
    public void Whose_account_is_linked_to_a_close_one_later_reads_nothing_of_before()
    {
        _circle.Tell.Do(new TellKeepingUp(_circle.Kees, KeepingUp.NoLonger, "Zij drinkt.", "Marijke is haar dochter."));
        Links(_circle.Kees, _circle.AnniesAccount);

        See(Role.CloseOne, _circle.AnniesAccount).KeepingUp(_circle.Kees).ShouldBeNull();
        See(Role.CloseOne, _circle.KeessAccount).KeepingUp(_circle.Kees).ShouldBeNull("he is no longer this close one");
        See(Role.Nurse, Guid.NewGuid()).KeepingUp(_circle.Kees).ShouldNotBeNull();
    }

    [Fact]
    public void Who_told_it_themselves_reads_it_whomever_they_are_linked_to_by_now()
    {
        var kees = new Author(_circle.KeessAccount, "Kees", Role.CloseOne, null, null);
        _circle.Tell.Do(new TellOwnKeepingUp(_circle.KeessAccount, KeepingUp.Days), kees);
        Links(_circle.Kees, Guid.NewGuid());

        See(Role.CloseOne, _circle.KeessAccount).KeepingUp(_circle.Kees).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_hidden_answer_that_was_struck_out_stays_hidden_when_the_signal_is_answered_again(bool bySender)
    {
        var person = new Author(Guid.NewGuid(), "Gerrit", Role.Person, null, null);
        var signal = Guid.NewGuid();
        _circle.Tell.Do(new GiveSignal(signal, "Blauwe plekken."), bySender ? person : Volunteer);
        _circle.Tell.Do(new AnswerSignal(signal, "Veilig Thuis gebeld.", "Dank u.", "Het kan haar in gevaar brengen."));
        _circle.Tell.StrikeOut(_circle.Tell.Person.Entries[^1].Id);
        _circle.Tell.Do(new AnswerSignal(signal, "Gesproken met beiden."));

        var seen = See(Role.Person, person.Account);
        seen.Entries.Select(entry => entry.Fact)
            .OfType<SignalAnswered>()
            .ShouldHaveSingleItem()
            .WhatWasDone.ShouldBe("Gesproken met beiden.");
        seen.Entries.ShouldNotContain(entry => entry.Fact is EntryStruckOut);
        See(Role.Nurse, Guid.NewGuid()).Entries.ShouldContain(entry => entry.Fact is EntryStruckOut);
    }

    [Theory]
    [InlineData(Role.Person)]
    [InlineData(Role.CloseOne)]
    public void Why_something_was_withdrawn_or_struck_out_with_it_is_for_who_cares(Role role)
    {
        _circle.Tell.Do(new TellKeepingUp(_circle.Kees, KeepingUp.Days, "Zij drinkt.", "Marijke is haar dochter."));
        var hidden = _circle.Tell.Person.Entries[^1].Id;
        var open = _circle.Tell.Fact(new CareWishesTold("Thuis blijven"));
        _circle.Tell.StrikeOut(hidden, open);
        _circle.Tell.Fact(new WrongPersonNoticed([hidden], "Ging over Kees van hiernaast, die drinkt."));

        var seen = See(role, Guid.NewGuid());
        var struck = seen.Entries.Select(entry => entry.Fact).OfType<EntryStruckOut>().ShouldHaveSingleItem();
        (struck.Entries.ShouldHaveSingleItem(), struck.Reason).ShouldBe((open, ""));
        seen.All<WrongPersonNoticed>().ShouldHaveSingleItem().Fact.Reason.ShouldBeEmpty();
        var nurse = See(Role.Nurse, Guid.NewGuid());
        nurse.All<WrongPersonNoticed>().ShouldHaveSingleItem().Fact.Reason.ShouldNotBeEmpty();
    }

    [Fact]
    public void Why_something_was_struck_out_is_not_opened_by_withdrawing_it()
    {
        var gone = _circle.Tell.Fact(new EntryWithdrawn());
        _circle.Tell.StrikeOut(gone);

        var seen = See(Role.Person, Guid.NewGuid()).Entries.Select(entry => entry.Fact);
        seen.OfType<EntryStruckOut>().ShouldHaveSingleItem().Reason.ShouldBeEmpty();
    }

    [Fact]
    public void The_words_with_a_shared_plan_are_for_who_cares_who_shared_it_and_with_whom()
    {
        _circle.Tell.Do(new SharePlan(_circle.Annie, "Kees hoeft dit niet te weten."));

        Words(Role.CloseOne, _circle.AnniesAccount, Extent.Shared).ShouldNotBeNull();
        Words(Role.Nurse, Guid.NewGuid(), Extent.Whole).ShouldNotBeNull();
        Words(Role.CloseOne, _circle.KeessAccount, Extent.Shared).ShouldBeNull();
        Words(Role.CloseOne, _circle.KeessAccount, Extent.Whole).ShouldBeNull();
        Words(Role.Volunteer, Guid.NewGuid(), Extent.Shared).ShouldBeNull();
        Words(Role.Person, Guid.NewGuid(), Extent.Whole).ShouldBeNull();

        Links(_circle.Annie, _circle.KeessAccount);
        Words(Role.CloseOne, _circle.KeessAccount, Extent.Shared).ShouldBeNull("linked only after it was shared");
    }

    [Fact]
    public void Who_shared_the_plan_reads_their_own_words()
    {
        var person = new Author(Guid.NewGuid(), "Gerrit", Role.Person, null, null);
        _circle.Tell.Do(new SharePlan(_circle.Annie, "Lees het rustig."), person);

        Words(Role.Person, person.Account, Extent.Whole).ShouldBe("Lees het rustig.");
    }

    private void Links(Guid close, Guid account)
    {
        var known = _circle.Tell.Person.CloseOne(close)!.Fact;
        _circle.Tell.Do(new RecordRelatedPerson(close, known.Name, known.Relationship, Account: account));
    }

    private string? Words(Role role, Guid account, Extent extent) =>
        See(role, account, extent).All<PlanShared>().ShouldHaveSingleItem().Fact.Words;

    private PersonRecord See(Role role, Guid account, Extent extent = Extent.Whole) =>
        Permission.Narrow(
            _circle.Tell.Person,
            extent,
            new Actor(new Author(account, "…", role, null, null), _circle.Tell.Person.Id)
        );
}
