using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.Identification;

/// <summary>The palliatief forfait of Belgium: asked for twice at most, with what the fund answered.</summary>
public sealed class ForfaitTests
{
    private readonly Tell _solange = new();

    [Fact]
    public void A_turn_is_asked_for_once_unless_it_was_refused()
    {
        _solange.Do(Request(ForfaitTurn.First, "2026-04-01")).ShouldYieldOnly();
        _solange.Do(Request(ForfaitTurn.First, "2026-05-01")).ShouldRefuse("turn", "rule.forfait-once", broken: true);
        _solange.Do(Answer(ForfaitAnswer.Refused, "2026-04-03")).ShouldYieldOnly();
        _solange.Do(Request(ForfaitTurn.First, "2026-05-01")).ShouldYieldOnly();
        _solange.Do(Answer(ForfaitAnswer.Granted, "2026-05-03")).ShouldYieldOnly();
        _solange
            .Do(Answer(ForfaitAnswer.Granted, "2026-05-03"))
            .ShouldRefuse("", "rule.forfait-answered", broken: true);
        _solange
            .Person.Forfaits()
            .Select(one => one.Answered?.Fact.Answer)
            .ShouldBe([ForfaitAnswer.Granted, ForfaitAnswer.Refused]);
    }

    [Fact]
    public void What_was_struck_out_is_asked_for_anew_and_its_answer_goes_with_it()
    {
        _solange.Do(Request(ForfaitTurn.First, "2026-04-01"));
        var (request, answer) = (Newest, Answer(ForfaitAnswer.Granted, "2026-04-03"));
        _solange.Do(answer);
        _solange.Person.RestingOn(request).ShouldHaveSingleItem();
        _solange.StrikeOut(request);
        _solange.Person.Forfaits().ShouldBeEmpty();
        _solange.Do(answer).ShouldRefuse("", "rule.forfait-not-there", broken: true);
        _solange.Do(Request(ForfaitTurn.First, "2026-04-02")).ShouldYieldOnly();
    }

    [Theory]
    [InlineData("2026-04-30", "2026-04-01", true)]
    [InlineData("2026-05-01", "2026-04-01", false)]
    [InlineData("2026-03-01", "2026-04-01", true)]
    [InlineData("2026-04", "2026-04-01", true)]
    [InlineData("2026-05", "2026-04", false)]
    [InlineData("2026", "2026", false)]
    public void A_second_that_comes_too_soon_is_asked_about_in_either_order(string second, string first, bool asked)
    {
        _solange.Fact(new PalliativeForfaitRequested(ForfaitTurn.First, "An"), first);
        Questions(ForfaitTurn.Second, second).ShouldBe(asked ? ["rule.ask-forfait-soon"] : []);

        var later = new Tell();
        later.Fact(new PalliativeForfaitRequested(ForfaitTurn.Second, "An"), second);
        QuestionsOf(later, ForfaitTurn.First, first).ShouldBe(asked ? ["rule.ask-forfait-soon"] : []);
    }

    [Fact]
    public void A_second_without_a_first_is_asked_about_and_a_first_asks_nothing()
    {
        Questions(ForfaitTurn.Second, "2026-04-01").ShouldBe(["rule.ask-forfait-no-first"]);
        Questions(ForfaitTurn.First, "2026-04-01").ShouldBeEmpty();
    }

    [Fact]
    public void A_day_to_come_none_at_all_and_no_physician_are_refused()
    {
        Request(ForfaitTurn.First, "2026-06-02")
            .Decide(_solange.Person, Tell.Now)
            .ShouldRefuse("requestedOn", "rule.date-in-future");
        new RecordPalliativeForfait(ForfaitTurn.First, " ", null)
            .Decide(_solange.Person, Tell.Now)
            .ShouldRefuse("requestedBy", "rule.missing");
        new RecordPalliativeForfait(null, "An", On("2026-04-01"))
            .Decide(_solange.Person, Tell.Now)
            .ShouldRefuse("turn", "rule.missing");
    }

    [Fact]
    public void A_day_before_birth_or_after_death_is_asked_about_and_an_answer_may_come_after_it()
    {
        _solange.Fact(new BirthDateRecorded(PartialDate.Parse("1950-02-03")));
        Questions(ForfaitTurn.First, "1949").ShouldBe(["rule.ask-dated-before-birth"]);
        _solange.Do(Request(ForfaitTurn.First, "2026-04-01"));
        _solange.Fact(new DeathRecorded(null, null, null, null, null), "2026-04-02");
        Questions(ForfaitTurn.Second, "2026-05-10").ShouldBe(["rule.ask-dated-after-death"]);
        _solange.Do(Answer(ForfaitAnswer.Granted, "2026-04-20")).ShouldYieldOnly();
    }

    [Fact]
    public void The_fund_does_not_answer_before_it_was_asked()
    {
        _solange.Do(Request(ForfaitTurn.First, "2026-04-10"));
        _solange
            .Do(Answer(ForfaitAnswer.Granted, "2026-04-09"))
            .ShouldRefuse("answeredOn", "rule.forfait-answer-before-request");
    }

    [Fact]
    public void Nobody_in_the_Netherlands_gets_one()
    {
        _solange.Fact(new NumberRecorded(new PersonNumber(NumberKind.Bsn, "999911120")));
        _solange.Do(Request(ForfaitTurn.First, "2026-04-01")).ShouldRefuse("", "rule.forfait-belgium", broken: true);
    }

    [Fact]
    public void Every_Belgian_number_says_where_it_comes_from_and_that_nobody_reviewed_it()
    {
        BelgianTerms.All.Select(term => term.Id).ShouldBe(["forfait-second-after-days", "stay-lasts-days"]);
        BelgianTerms.All.ShouldAllBe(term => term.Why.Length > 20 && term.Source.Length > 10);
        BelgianTerms.All.ShouldAllBe(term => term.Reviewer == null && term.Status == "not reviewed");
    }

    private Guid Newest => _solange.Person.Forfaits()[0].Id;

    private static RecordPalliativeForfait Request(ForfaitTurn turn, string on) => new(turn, "An De Wilde", On(on));

    private RecordForfaitAnswer Answer(ForfaitAnswer answer, string on) => new(Newest, answer, null, On(on));

    private List<string> Questions(ForfaitTurn turn, string on) => QuestionsOf(_solange, turn, on);

    private static List<string> QuestionsOf(Tell tell, ForfaitTurn turn, string on) =>
        [
            .. Plausibility
                .Questions(tell.Person, [new NewFact(new PalliativeForfaitRequested(turn, "An"), On(on))])
                .Select(question => question.Rule),
        ];
}
