using System.Globalization;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Identification;

/// <summary>
/// Each rule of the review list, with a history for which it proposes and one for which it nearly does.
/// </summary>
public sealed class ProposalTests
{
    private static readonly Party Gp = new(PartyKind.Professional, "S. Hoekstra");

    public static TheoryData<ProposalReason> EveryReason => [.. Enum.GetValues<ProposalReason>()];

    [Theory]
    [MemberData(nameof(EveryReason))]
    public void A_rule_proposes_when_it_should(ProposalReason reason) => Reasons(Holding(reason)).ShouldBe([reason]);

    [Theory]
    [MemberData(nameof(EveryReason))]
    public void A_rule_does_not_propose_when_it_nearly_does(ProposalReason reason)
    {
        var tell = Holding(reason);
        if (reason.AnsweredBy() is AccessAction.MarkPhase)
            tell.Fact(new PalliativePhaseMarked(Gp, [MarkingReason.SurpriseQuestion], null), DaysAgo(0));
        else
            Talks(tell, DaysAgo(0));
        Reasons(tell).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(EveryReason))]
    public void Nothing_is_proposed_of_somebody_who_died(ProposalReason reason)
    {
        var tell = Holding(reason);
        tell.Fact(new DeathRecorded(null, null, null, null, null), DaysAgo(0));
        Reasons(tell).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(EveryReason))]
    public void Every_rule_says_where_it_comes_from_and_that_nobody_reviewed_it(ProposalReason reason)
    {
        var rule = ProposalRules.All[(int)reason];
        rule.Reason.ShouldBe(reason);
        rule.Source.ShouldNotBeEmpty();
        (rule.Reviewer, rule.Status).ShouldBe((null, "not reviewed"));
    }

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void Who_was_marked_is_proposed_on_the_thirtieth_day(int daysAgo, bool proposed)
    {
        var tell = new Tell();
        tell.Fact(new PalliativePhaseMarked(Gp, [MarkingReason.Diagnosis], null), DaysAgo(daysAgo));
        Reasons(tell).ShouldBe(proposed ? [ProposalReason.MarkedWithoutTalk] : []);
    }

    [Fact]
    public void An_answer_to_the_surprise_question_counts_for_the_year_it_is_about()
    {
        var tell = new Tell();
        tell.Fact(Surprise(SurpriseQuestion.DiedWithinYear, SurpriseAnswer.No), DaysAgo(365));
        Reasons(tell).ShouldBeEmpty();
    }

    [Fact, Trait("Safety", "10")]
    public void Who_does_not_want_to_talk_is_proposed_for_no_conversation_whatever_happens()
    {
        var tell = Holding(ProposalReason.MarkedWithoutTalk);
        tell.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: false, null), DaysAgo(20));
        tell.Fact(new CourseChanged(CourseChange.AdmittedToNursingHome, null, null), DaysAgo(1));
        Reasons(tell).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void Not_now_is_an_answer_for_a_time(int daysAgo, bool proposed)
    {
        var tell = new Tell();
        tell.Fact(new PalliativePhaseMarked(Gp, [MarkingReason.Diagnosis], null), DaysAgo(100));
        tell.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: true, null), DaysAgo(daysAgo));
        Reasons(tell).ShouldBe(proposed ? [ProposalReason.MarkedWithoutTalk] : []);
    }

    [Fact]
    public void A_diagnosis_of_earlier_that_is_recorded_later_is_no_new_one()
    {
        var tell = new Tell();
        Talks(tell, DaysAgo(40));
        tell.Fact(new DiagnosisRecorded("Hartfalen", null, IsMain: true), "2019");
        Reasons(tell).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_put_away_comes_back_on_its_day_or_when_something_new_is_recorded()
    {
        var tell = Holding(ProposalReason.MarkedWithoutTalk);
        PutAway(tell, DaysAgo(-30)).ShouldBeOfType<Outcome.Yielded>();
        Reasons(tell).ShouldBeEmpty();
        tell.Person.ProposalsPutAway(Tell.Today)!.Value.Fact.Why.ShouldBe("Eerst herstellen.");
        Reasons(tell, Tell.Today.AddDays(29)).ShouldBeEmpty();
        Reasons(tell, Tell.Today.AddDays(30)).ShouldBe([ProposalReason.MarkedWithoutTalk]);

        tell.Fact(new CourseChanged(CourseChange.Deteriorated, null, null), DaysAgo(0));
        Reasons(tell).ShouldBe([ProposalReason.DeterioratedWithoutTalk]);
    }

    [Fact]
    public void Putting_away_wants_a_reason_and_a_day_that_comes_within_a_year()
    {
        var tell = Holding(ProposalReason.MarkedWithoutTalk);
        Wrong(tell.Do(new PutAwayProposal(null, " ", null))).ShouldBe(["kind", "why", "lookAgainOn"]);
        foreach (var day in new[] { DaysAgo(0), DaysAgo(3), DaysAgo(-370) })
            Wrong(PutAway(tell, day)).ShouldBe(["lookAgainOn"]);
        PutAway(tell, "2026-07").ShouldBeOfType<Outcome.Yielded>();
        Wrong(PutAway(new Tell(), DaysAgo(-30))).ShouldBe([""]);
    }

    [Fact, Trait("Safety", "10")]
    public void What_is_proposed_or_put_away_opens_and_closes_nothing()
    {
        var tell = Holding(ProposalReason.SurpriseNo);
        PutAway(tell, DaysAgo(-30)).ShouldBeOfType<Outcome.Yielded>();
        tell.Do(new MarkPalliativePhase(Gp, [MarkingReason.Other], "Toch.", PartialDate.Of(Tell.Today)))
            .ShouldBeOfType<Outcome.Yielded>();
        tell.Person.Phase(Tell.Today).Phase.ShouldBe(Phase.Palliative);
    }

    private static Outcome PutAway(Tell tell, string lookAgainOn) =>
        tell.Do(new PutAwayProposal(PutAwayKind.NotNow, "Eerst herstellen.", PartialDate.Parse(lookAgainOn)));

    private static IEnumerable<string> Wrong(Outcome outcome) =>
        outcome.ShouldBeOfType<Outcome.Refused>().Problems.Select(problem => problem.Field);

    private static IEnumerable<ProposalReason> Reasons(Tell tell, DateOnly? today = null) =>
        tell.Person.Proposals(today ?? Tell.Today).Select(one => one.Reason);

    private static Tell Holding(ProposalReason reason)
    {
        var tell = new Tell();
        foreach (var (fact, daysAgo) in Histories[reason])
            tell.Fact(fact, DaysAgo(daysAgo));
        return tell;
    }

    private static readonly Dictionary<ProposalReason, (Fact Fact, int DaysAgo)[]> Histories = new()
    {
        [ProposalReason.DoubleSurprise] =
        [
            (Surprise(SurpriseQuestion.DiedWithinYear, SurpriseAnswer.No), 9),
            (Surprise(SurpriseQuestion.AliveAfterYear, SurpriseAnswer.Yes), 9),
        ],
        [ProposalReason.SurpriseNo] = [(Surprise(SurpriseQuestion.DiedWithinYear, SurpriseAnswer.No), 364)],
        [ProposalReason.MarkedWithoutTalk] = [(new PalliativePhaseMarked(Gp, [MarkingReason.Diagnosis], null), 30)],
        [ProposalReason.DeterioratedWithoutTalk] = [(new CourseChanged(CourseChange.Deteriorated, null, null), 5)],
        [ProposalReason.MovedToNursingHome] =
        [
            (Held, 90),
            (new CourseChanged(CourseChange.AdmittedToNursingHome, null, null), 5),
        ],
        [ProposalReason.RepeatedAdmissions] =
        [
            (new CourseChanged(CourseChange.AdmittedToHospital, null, null), 179),
            (new CourseChanged(CourseChange.AdmittedToHospital, null, null), 5),
        ],
        [ProposalReason.DiagnosisAfterTalk] =
        [
            (Held, 90),
            (new DiagnosisRecorded("Longkanker", null, IsMain: true), 5),
        ],
        [ProposalReason.SeveralSignals] =
        [
            (new SignalGiven(Guid.NewGuid(), "Hij eet niet.", null, null), 59),
            (new SignalGiven(Guid.NewGuid(), "Hij valt.", null, null), 2),
        ],
    };

    private static ConversationHeld Held => new(null, true, [], null);

    private static void Talks(Tell tell, string on) => tell.Fact(Held, on);

    private static SurpriseQuestionAnswered Surprise(SurpriseQuestion question, SurpriseAnswer answer) =>
        new(question, answer, null);

    private static string DaysAgo(int days) => Tell.Today.AddDays(-days).ToString("O", CultureInfo.InvariantCulture);
}
