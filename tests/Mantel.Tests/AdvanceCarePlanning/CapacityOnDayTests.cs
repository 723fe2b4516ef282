using Mantel.Core.AdvanceCarePlanning;
using Shouldly;
using Xunit;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning;

public sealed class CapacityOnDayTests
{
    private static readonly DateOnly May = new(2026, 5, 15);

    [Fact]
    public void Nobody_judged_it()
    {
        new Tell().Person.CapacityOn(May).Is.ShouldBeNull();
        new Tell().Person.CapacityOn(May).IsLost.ShouldBeFalse();
    }

    [Fact]
    public void What_was_judged_later_was_not_so_before()
    {
        var person = new Tell();
        person.Fact(new LegalCapacityJudged(true, null), "2026-01-10");
        person.Fact(new LegalCapacityJudged(false, "Dementie."), "2026-05-10");
        person.Fact(new LegalCapacityJudged(false, "Nog steeds."), "2026-05-14");
        person.Person.CapacityOn(new DateOnly(2026, 1, 9)).Is.ShouldBeNull();
        person.Person.CapacityOn(new DateOnly(2026, 5, 9)).Is.ShouldBe(Capacity.Capable);
        var lost = person.Person.CapacityOn(May);
        (lost.IsLost, lost.Since).ShouldBe((true, On("2026-05-10")));
    }

    [Fact]
    public void A_month_counts_from_its_first_day_and_judgements_that_cannot_be_ordered_are_a_doubt()
    {
        var person = new Tell();
        person.Fact(new LegalCapacityJudged(false, "Delier."), "2026-05");
        person.Person.CapacityOn(new DateOnly(2026, 5, 1)).IsLost.ShouldBeTrue();
        person.Fact(new LegalCapacityJudged(true, null), "2026-05-12");
        var doubt = person.Person.CapacityOn(May);
        (doubt.Is, doubt.IsLost, doubt.Since).ShouldBe((Capacity.InDoubt, false, null));
    }
}
