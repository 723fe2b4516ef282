using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.AdvanceCarePlanning.TreatmentKind;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>What changed in a plan between two days: by when it was said, by what is known now.</summary>
public sealed class WhatChangedTests
{
    private static readonly DateOnly Spring = new(2026, 3, 1);
    private static readonly DateOnly Summer = new(2026, 5, 31);

    [Fact]
    public void A_word_that_became_another_word_changed()
    {
        var tell = new Tell();
        tell.Directive(Resuscitation, Decision.Perform, "2026-02-03");
        tell.Directive(Resuscitation, Decision.Withhold, "2026-05-03");

        var change = Changed(tell).ShouldHaveSingleItem().ShouldBeOfType<PlanChange.OfDecision>();

        change.Kind.ShouldBe(ChangeKind.Changed);
        change.Was.Word.ShouldBe(Word.Perform);
        change.Is.Word.ShouldBe(Word.Withhold);
        change.Is.DiscussedOn.ShouldBe(PartialDate.Parse("2026-05-03"));
    }

    [Fact]
    public void The_same_word_at_a_later_talk_is_kept_apart_from_what_changed()
    {
        var tell = new Tell();
        tell.Directive(Antibiotics, Decision.Otherwise, "2026-02-03", otherwise: "Alleen als pil.");
        tell.Directive(Antibiotics, Decision.Otherwise, "2026-05-03", otherwise: "alleen als pil");

        var difference = Difference(tell);

        difference.Changed.ShouldBeEmpty();
        Kinds(difference.Reconfirmed).ShouldBe([(Antibiotics, ChangeKind.Reconfirmed)]);
        difference.NotTalkedAbout.ShouldBeEmpty();
    }

    [Fact]
    public void Another_condition_is_another_decision()
    {
        var tell = new Tell();
        tell.Directive(Antibiotics, Decision.Otherwise, "2026-02-03", otherwise: "Alleen als pil.");
        tell.Directive(Antibiotics, Decision.Otherwise, "2026-05-03", otherwise: "Alleen bij pijn.");

        Kinds(Changed(tell)).ShouldBe([(Antibiotics, ChangeKind.Changed)]);
    }

    [Fact]
    public void What_was_not_talked_about_is_named_as_such()
    {
        var tell = new Tell();
        tell.Directive(Antibiotics, Decision.Perform, "2026-02-03");
        tell.Directive(Resuscitation, Decision.Withhold, "2026-05-03");

        var difference = Difference(tell);

        Kinds(difference.Changed).ShouldBe([(Resuscitation, ChangeKind.First)]);
        difference.NotTalkedAbout.Select(decision => decision.Treatment.Kind).ShouldBe([Antibiotics]);
    }

    [Fact]
    public void Not_discussed_is_no_change_and_no_reconfirmation()
    {
        var tell = new Tell();
        tell.Directive(Ventilation, Decision.NotDiscussed, "2026-02-03");
        tell.Directive(Ventilation, Decision.NotDiscussed, "2026-05-03");
        tell.Directive(BloodProducts, Decision.NotDiscussed, "2026-05-03");
        tell.Directive(Antibiotics, Decision.Perform, "2026-02-03");
        tell.Directive(Antibiotics, Decision.NotDiscussed, "2026-05-03");

        var difference = Difference(tell);

        difference.Changed.ShouldBeEmpty();
        difference.Reconfirmed.ShouldBeEmpty();
        difference
            .NotTalkedAbout.Select(decision => (decision.Treatment.Kind, decision.Word))
            .ShouldBe([
                (Ventilation, Word.NotDiscussed),
                (Antibiotics, Word.Perform),
                (BloodProducts, Word.NotDiscussed),
            ]);
    }

    [Fact]
    public void What_was_otherwise_in_between_and_came_back_is_no_reconfirmation()
    {
        var tell = new Tell();
        tell.Directive(HospitalAdmission, Decision.Perform, "2026-02-03");
        tell.Directive(HospitalAdmission, Decision.Withhold, "2026-04-03");
        tell.Directive(HospitalAdmission, Decision.Perform, "2026-05-03");

        var difference = Difference(tell);

        var change = difference.Changed.ShouldHaveSingleItem().ShouldBeOfType<PlanChange.OfDecision>();
        change.Kind.ShouldBe(ChangeKind.ChangedBack);
        change.Between.ShouldHaveSingleItem().Decision.ShouldBe(Decision.Withhold);
        difference.Reconfirmed.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_written_down_late_changed_on_the_day_it_was_said()
    {
        var tell = new Tell();
        tell.Directive(Resuscitation, Decision.Withhold, "2026-05-03");
        tell.Directive(Resuscitation, Decision.Perform, "2026-02-03");

        Kinds(Changed(tell)).ShouldBe([(Resuscitation, ChangeKind.Changed)]);
        tell.Person.PlanVersions().Select(version => version.Day).ShouldBe([new(2026, 5, 3), new(2026, 2, 3)]);
    }

    [Fact]
    public void What_was_struck_out_never_changed_anything_and_is_told_apart()
    {
        var tell = new Tell();
        tell.Directive(Resuscitation, Decision.Perform, "2026-02-03");
        var mistake = tell.Directive(Resuscitation, Decision.Withhold, "2026-04-03");
        tell.StrikeOut(mistake);

        var difference = Difference(tell);

        difference.Changed.ShouldBeEmpty();
        difference.NotTalkedAbout.ShouldHaveSingleItem();
        difference.StruckOut.ShouldHaveSingleItem().Entry.Id.ShouldBe(mistake);
        tell.Person.PlanVersions().Select(version => version.Day).ShouldBe([new(2026, 2, 3)]);
    }

    [Fact]
    public void An_end_without_a_successor_is_an_end()
    {
        var tell = new Tell();
        var directive = tell.Directive(BloodProducts, Decision.Perform, "2026-02-03");
        tell.Fact(new TreatmentDirectiveEnded(directive, "Geen zin meer."), "2026-05-03");

        Kinds(Changed(tell)).ShouldBe([(BloodProducts, ChangeKind.Ended)]);
    }

    [Fact]
    public void Two_words_of_one_day_contradict_and_a_later_talk_settles_it()
    {
        var tell = new Tell();
        tell.Directive(Ventilation, Decision.Perform, "2026-02-03");
        tell.Directive(Ventilation, Decision.Withhold, "2026-04-03");
        tell.Directive(Ventilation, Decision.Perform, "2026-04-03");
        Kinds(Changed(tell)).ShouldBe([(Ventilation, ChangeKind.Contradictory)]);

        tell.Directive(Ventilation, Decision.Withhold, "2026-05-03");
        Kinds(tell.Person.ChangesBetween(new(2026, 4, 30), Summer).Changed)
            .ShouldBe([(Ventilation, ChangeKind.Changed)]);
    }

    [Fact]
    public void A_physician_who_confirms_changes_what_one_may_rely_on()
    {
        var tell = new Tell();
        var directive = tell.Directive(Resuscitation, Decision.Withhold, "2026-02-03");
        tell.Fact(new TreatmentDirectiveConfirmed(directive, "Sjoerd Hoekstra"), "2026-05-03");

        var difference = Difference(tell);

        Kinds(difference.Changed).ShouldBe([(Resuscitation, ChangeKind.Confirmed)]);
        difference.Reconfirmed.ShouldBeEmpty();
    }

    [Fact]
    public void From_nothing_everything_is_said_for_the_first_time()
    {
        var tell = new Tell();
        tell.Directive(Resuscitation, Decision.Withhold, "2026-02-03");
        tell.Fact(new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, null), "2026-02-03");
        tell.Fact(new ConversationHeld(null, true, [], null), "2026-02-03");

        var difference = tell.Person.ChangesBetween(null, Summer);

        difference.Changed.ShouldAllBe(change => change.Kind == ChangeKind.First);
        difference.Changed.Count.ShouldBe(2);
        difference.Talks.ShouldHaveSingleItem();
    }

    [Fact]
    public void Topics_change_by_their_answer_and_not_by_its_explanation()
    {
        var tell = new Tell();
        tell.Fact(new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.Home, null), "2026-02-03");
        tell.Fact(new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.Home, "Bij het raam."), "2026-04-03");
        tell.Fact(new CareWishesTold("De radio aan"), "2026-02-03");
        tell.Fact(new CareWishesTold("De radio uit"), "2026-04-03");

        var difference = Difference(tell);

        difference.Changed.OfType<PlanChange.OfTopic>().Select(one => one.Topic).ShouldBe([PlanTopic.CareWishes]);
        difference
            .Reconfirmed.OfType<PlanChange.OfTopic>()
            .Select(one => one.Topic)
            .ShouldBe([PlanTopic.PreferredPlaceOfDeath]);
    }

    [Fact]
    public void What_happened_at_the_bedside_is_among_what_changed()
    {
        var tell = new Tell();
        var said = tell.Fact(new SaysDifferentlyNow("Toch naar het ziekenhuis", null), "2026-04-03");
        var through = tell.Fact(new TalkedThrough(said, "Ze was bang."), "2026-04-05");
        var will = tell.Declaration(AdvanceDirectiveKind.LifeWish, "2026-01-03");
        var back = tell.Fact(new AdvanceDirectiveEnded(will, null), "2026-04-10");

        var events = Changed(tell).OfType<PlanChange.OfEvent>().ToList();

        events
            .Select(one => (one.Kind, one.Entry.Id, one.By?.Id))
            .ShouldBe([
                (ChangeKind.Ended, will, back),
                (ChangeKind.First, said, null),
                (ChangeKind.Ended, said, through),
            ]);
    }

    [Fact]
    public void A_code_is_over_on_the_day_its_stay_is()
    {
        var tell = new Tell();
        tell.Fact(
            new DnrCodeGiven(
                DnrCode.Dnr1,
                "AZ Verzonnen",
                null,
                PartialDate.Parse("2026-04-10"),
                "Niet reanimeren",
                [new DirectiveClause(new Treatment(Resuscitation), Decision.Withhold, null)]
            ),
            "2026-02-20"
        );

        var changed = Changed(tell);

        changed.OfType<PlanChange.OfEvent>().ShouldHaveSingleItem().Kind.ShouldBe(ChangeKind.Ended);
        Kinds(changed).ShouldBe([(Resuscitation, ChangeKind.Ended)]);
    }

    [Fact]
    public void A_month_counts_from_its_end_and_an_undated_word_from_when_it_was_written_down()
    {
        var tell = new Tell();
        tell.Directive(Antibiotics, Decision.Perform, "2026-03");
        tell.Directive(Resuscitation, Decision.Withhold, null);

        tell.Person.PlanVersions()
            .Select(version => (version.Day, version.Label))
            .ShouldBe([
                (new DateOnly(2026, 5, 1), null),
                (new DateOnly(2026, 3, 31), (PartialDate?)new PartialDate(2026, 3)),
            ]);
    }

    [Fact]
    public void Versions_say_whether_something_changed_or_was_only_said_again()
    {
        var tell = new Tell();
        tell.Directive(Antibiotics, Decision.Perform, "2026-01-03");
        tell.Directive(Antibiotics, Decision.Perform, "2026-02-03");
        tell.Directive(Antibiotics, Decision.Withhold, "2026-03-03");
        var talk = tell.Fact(new ConversationHeld(null, true, [], null), "2026-04-03");
        tell.Fact(new PlanEstablished(talk, [], []), "2026-04-03");

        tell.Person.PlanVersions()
            .Select(version => (version.Day.Month, version.HasChanged, version.IsEstablished))
            .ShouldBe([(4, false, true), (3, true, false), (2, false, false), (1, true, false)]);
    }

    [Fact]
    public void Whatever_the_order_of_recording_the_same_changed()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var story = Story(new Random(seed));
            var told = Kinds(Tells(story).Person.ChangesBetween(Spring, Summer).Changed);
            var shuffled = Shuffled(story, new Random(seed));
            Kinds(Tells(shuffled).Person.ChangesBetween(Spring, Summer).Changed).ShouldBe(told, $"seed {seed}");
        }
    }

    [Fact]
    public void A_day_does_not_differ_from_itself_and_what_differs_is_always_told()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var person = Tells(Story(new Random(seed))).Person;
            person.ChangesBetween(Summer, Summer).Changed.ShouldBeEmpty();
            var told = Kinds(person.ChangesBetween(Spring, Summer).Changed).Select(one => one.Item1).ToHashSet();
            foreach (var kind in Enum.GetValues<TreatmentKind>().Where(kind => kind is not Other))
            {
                var (was, now) = (person.AsOf(Spring).DecisionOn(kind, Spring), person.DecisionOn(kind, Summer));
                if (was.Word != now.Word)
                    told.ShouldContain(kind, $"seed {seed}");
            }
        }
    }

    /// <summary>Decisions on days of their own, so that they can be put in order.</summary>
    private static (TreatmentKind, Decision, string)[] Story(Random chance) =>
        [
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    (
                        chance.GetItems([Resuscitation, Antibiotics, HospitalAdmission], 1)[0],
                        chance.GetItems([Decision.Perform, Decision.Withhold, Decision.Unknown], 1)[0],
                        new DateOnly(2026, 1, 1).AddDays(9 * i).ToString("yyyy-MM-dd", null)
                    )
                ),
        ];

    private static T[] Shuffled<T>(T[] story, Random chance)
    {
        chance.Shuffle(story);
        return story;
    }

    private static Tell Tells((TreatmentKind, Decision, string)[] story)
    {
        var tell = new Tell();
        foreach (var (kind, decision, on) in story)
            tell.Directive(kind, decision, on);
        return tell;
    }

    private static PlanDifference Difference(Tell tell) => tell.Person.ChangesBetween(Spring, Summer);

    private static IReadOnlyList<PlanChange> Changed(Tell tell) => Difference(tell).Changed;

    private static List<(TreatmentKind, ChangeKind)> Kinds(IReadOnlyList<PlanChange> changes) =>
        [.. changes.OfType<PlanChange.OfDecision>().Select(change => (change.Is.Treatment.Kind, change.Kind))];
}
