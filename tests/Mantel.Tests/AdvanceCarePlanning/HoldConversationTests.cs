using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning;

public sealed class HoldConversationTests
{
    private static readonly Guid Id = new("10000000-0000-4000-8000-000000000001");
    private static readonly PartialDate Day = On("2026-05-03");

    private static readonly HoldConversation Talk = new(
        Id,
        Day,
        Fatima,
        true,
        [Leida, Marijke],
        "Aan de keukentafel.",
        []
    );

    private static CameOfTalk Agreed(TreatmentKind kind, Decision? decision, string? otherwise = null) =>
        new(
            kind.ToString(),
            new AgreeTreatmentDirective(kind, null, false, decision, otherwise, null, Day, [Leida, Fatima])
        );

    [Fact]
    public void It_says_when_it_was_who_led_it_and_who_was_there()
    {
        var yielded = new Tell().Do(Talk).ShouldYieldOnly();
        yielded.Id.ShouldBe(Id);
        yielded.Effective.ShouldBe(Day);
        var held = yielded.Fact.ShouldBeOfType<ConversationHeld>();
        held.LedBy.ShouldBe(Fatima);
        held.Present.ShouldBe([Leida, Marijke]);
        held.PersonPresent.ShouldBe(true);
    }

    [Fact]
    public void Who_led_it_and_whether_the_person_was_there_may_be_unknown()
    {
        var held = new Tell()
            .Do(Talk with { LedBy = null, PersonPresent = null, Present = [], Note = null, HeldOn = On("2026") })
            .ShouldYield<ConversationHeld>();
        held.PersonPresent.ShouldBeNull();
        new Tell().Do(Talk with { HeldOn = null }).ShouldRefuse("heldOn", "rule.missing");
        new Tell().Do(Talk with { LedBy = Fatima with { Name = "" } }).ShouldRefuse("ledBy", "rule.missing");
    }

    [Fact]
    public void What_came_of_it_rests_on_it_and_what_was_not_answered_is_not_recorded()
    {
        var person = new Tell();
        var all = person
            .Do(
                Talk with
                {
                    CameOfIt =
                    [
                        Agreed(TreatmentKind.Resuscitation, Decision.Withhold),
                        Agreed(TreatmentKind.Antibiotics, Decision.Perform),
                    ],
                }
            )
            .ShouldYieldAll();
        all.Count.ShouldBe(3);
        all.Skip(1).ShouldAllBe(fact => fact.RestsOn!.Contains(Id));
        person.On(TreatmentKind.Resuscitation).Word.ShouldBe(Word.Withhold);
        person.On(TreatmentKind.Ventilation).Word.ShouldBe(Word.NotRecorded);
        person.Person.Conversations().ShouldHaveSingleItem().Entry.Id.ShouldBe(Id);
    }

    [Fact]
    public void One_part_that_is_wrong_refuses_the_whole_and_says_where()
    {
        var person = new Tell();
        var wrong = Agreed(TreatmentKind.Ventilation, Decision.Otherwise);
        person
            .Do(Talk with { CameOfIt = [Agreed(TreatmentKind.Resuscitation, Decision.Withhold), wrong] })
            .ShouldRefuse("Ventilation.otherwise", "rule.plan-say-otherwise");
        person.Person.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void Its_day_and_who_was_there_are_wrong_once_for_all_its_parts()
    {
        AgreeTreatmentDirective Without(TreatmentKind kind) =>
            new(kind, null, false, Decision.Withhold, null, null, null, [Leida]);
        var talk = Talk with
        {
            HeldOn = null,
            CameOfIt = [new("a", Without(TreatmentKind.Resuscitation)), new("b", Without(TreatmentKind.Ventilation))],
        };
        var problems = new Tell().Do(talk).ShouldBeOfType<Outcome.Refused>().Problems;
        problems.Select(problem => problem.Field).ShouldBe(["heldOn", "present"]);
    }

    [Fact]
    public void For_who_died_it_says_so_once()
    {
        var person = new Tell();
        person.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-30");
        var outcome = person.Do(Talk with { CameOfIt = [Agreed(TreatmentKind.Resuscitation, Decision.Withhold)] });
        var problem = outcome.ShouldBeOfType<Outcome.Refused>().Problems.ShouldHaveSingleItem();
        (problem.Field, problem.Rule, problem.IsBrokenRule).ShouldBe(("", "rule.person-deceased", true));
    }

    [Fact]
    public void It_edits_what_its_parts_edit()
    {
        var talk = Talk with { CameOfIt = [Agreed(TreatmentKind.Resuscitation, Decision.Withhold)] };
        talk.IsAbout(new TreatmentDirectiveAgreed(new(TreatmentKind.Resuscitation), Decision.Perform, null, null, []))
            .ShouldBeTrue();
        talk.IsAbout(new CareWishesTold("Rust")).ShouldBeFalse();
    }
}
