using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.People.Day;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Day;

/// <summary>
/// Two people, who stands first and why, as a nurse would say it: <c>data/attention/order-cases.tsv</c>. The first is
/// what users saw: a close one who said "days" half a year ago stood fourth, Leida, worse since three days, sixteenth.
/// </summary>
[Trait("Safety", "9")]
public sealed class OrderCasesTests
{
    private static readonly IReadOnlyList<string[]> Cases =
    [
        .. File.ReadAllLines(Repository.File("data/attention/order-cases.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Skip(1)
            .Select(line => line.Split('\t')),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_first_stands_before_the_second(int number)
    {
        var (told, why) = (Cases[number], Cases[number][4]);
        var (first, second) = (PlaceOf(told[1]), PlaceOf(told[3]));
        Say(first).ShouldNotBe(Say(second), why);
        first.CompareTo(second).ShouldBeLessThan(0, $"{told[0]} / {told[2]}: {why} {Say(first)} / {Say(second)}");
        second.CompareTo(first).ShouldBeGreaterThan(0, why);
    }

    [Fact]
    public void There_are_forty_of_them_and_each_says_why() =>
        Cases
            .Where(one => one.Length == 5 && one.All(cell => cell.Length > 0))
            .DistinctBy(one => (one[0], one[2]))
            .Count()
            .ShouldBeGreaterThanOrEqualTo(40);

    /// <summary>A rule that no case is about would be a place that nobody judges.</summary>
    [Fact]
    public void Every_rule_of_the_order_but_the_last_two_stands_in_a_case()
    {
        var told = Cases
            .SelectMany(one => new[] { one[1], one[3] })
            .SelectMany(one => PlaceOf(one).Waiting)
            .Select(one => one.Rule.Id)
            .ToHashSet();
        OrderRule.All.Select(rule => rule.Id).Except(told).ShouldBe(["term-passed", "shared-plan-unread"]);
    }

    /// <summary>Who was ever talked with stands under the other rule, never under both.</summary>
    [Fact]
    public void Worse_without_any_talk_stands_in_the_words_of_the_record_and_a_talk_long_ago_makes_it_another()
    {
        var never = PlaceOf("worse -3 eet niet meer").Waiting.ShouldHaveSingleItem();
        (never.Rule.Id, never.Attention.Words).ShouldBe(("worse-never-talked", "eet niet meer"));
        RulesOf("talk -900; worse -3").ShouldBe(["worse"]);
        RulesOf("worse -21").ShouldBe(["worse-never-talked-longer"]);
        RulesOf("dying -2; worse -3").ShouldContain("worse-never-talked");
    }

    /// <summary>A no is respected, and so is what a professional judged on the review list (safety rule 10).</summary>
    [Fact]
    public void Who_does_not_want_to_talk_or_was_judged_not_for_now_is_not_called_by_it()
    {
        var refuses = new Tell();
        ToldDay.Say(refuses, "worse -3");
        refuses.Fact(new TalkDeclined(TalkTopic.Everything, OnlyNow: false, null), ToldDay.DaysAgo(200));
        refuses.Person.Attention(Tell.Today).ShouldBeEmpty();

        var judged = new Tell();
        ToldDay.Say(judged, "worse -3");
        judged.Fact(
            new ProposalPutAway(PutAwayKind.NotNow, "Herstelt.", PartialDate.Parse("2026-07-01")),
            "2026-06-01"
        );
        judged.Person.Attention(Tell.Today).ShouldBeEmpty();
        judged.Person.Attention(new DateOnly(2026, 7, 2)).ShouldHaveSingleItem();
    }

    private static IEnumerable<string> RulesOf(string told) => PlaceOf(told).Waiting.Select(one => one.Rule.Id);

    [Theory]
    [InlineData("Ze hoest bloed", true)]
    [InlineData("Geen bloed gezien", false)]
    [InlineData("Bloed geprikt vandaag", false)]
    [InlineData("Bloeddruk was goed", false)]
    [InlineData("Hij is niet benauwd", false)]
    [InlineData("Niet goed. Benauwd", true)]
    [InlineData("Gevallen, niets gebroken", true)]
    [InlineData("Het viel tegen", false)]
    [InlineData("Ze is niet gevallen", false)]
    [InlineData("Drinkt niet meer sinds vrijdag", true)]
    [InlineData("VEEL PIJN", true)]
    [InlineData("De tilband is stuk", false)]
    [InlineData("", false)]
    public void A_word_of_alarm_is_heard_and_a_denied_one_is_not(string words, bool alarms) =>
        AlarmWords.In(words).ShouldBe(alarms);

    private static DayPlace PlaceOf(string told)
    {
        var person = ToldDay.Of(told);
        var waiting = person
            .Weigh(person.Attention(Tell.Today), Tell.Today)
            .Where(one => one.Attention.IsFor(ToldDay.Me))
            .ToList();
        waiting.ShouldNotBeEmpty(told);
        var phase = Mantel.Core.Identification.PhaseViews.Phase(person, Tell.Today).Phase;
        return new(person.Death() is not null, phase is Mantel.Core.Identification.Phase.Dying, waiting);
    }

    private static string Say(DayPlace place) =>
        string.Join(' ', place.Waiting.Select(one => $"{one.Rule.Id} {one.Attention.On}"))
        + (place.IsDying ? " dying" : "");
}
