using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.People.Day;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Day;

/// <summary>
/// Nothing that waits ever disappears: at every moment every reason is on the list, among what was put off, or
/// answered.
/// </summary>
[Trait("Safety", "9")]
public sealed class NothingDisappearsTests
{
    private static readonly string[] Sayings =
    [
        "signal -1 Hij eet minder",
        "signal 0 Hoest bloed",
        "urgent 0 Hij is suf",
        "says -1 Toch naar het ziekenhuis",
        "keeps Days -1",
        "keeps Weeks -9",
        "talk -60",
        "worse -3",
        "confirm Antibiotics -5",
        "contradiction Resuscitation -10",
        "stay-code -20",
        "preparation -2",
        "unfinished -9",
        "team -40",
        "refusal -40",
        "dying -1",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_reason_is_on_the_list_or_among_the_put_off_or_answered(int seed)
    {
        var random = new Random(seed);
        var (tell, today) = (new Tell(), Tell.Today);
        for (var step = 0; step < 12; step++)
        {
            Step(random, tell, today);
            for (var day = today; day <= today.AddDays(40); day = day.AddDays(random.Next(1, 12)))
            {
                foreach (var account in new[] { Tell.Nurse.Account, Tell.Gp.Account })
                    Holds(tell.Person, day, account);
            }
        }
    }

    private static void Step(Random random, Tell tell, DateOnly today)
    {
        if (random.Next(3) > 0)
            ToldDay.Say(tell, Sayings[random.Next(Sayings.Length)]);
        else
            PutOff(tell, today.AddDays(random.Next(1, 30)), today, random.Next(2) == 0 ? Tell.Nurse : Tell.Gp);
    }

    private static void Holds(PersonRecord person, DateOnly day, Guid account)
    {
        var all = person.Weigh(person.Attention(day), day).Where(one => one.Attention.IsFor(account)).ToList();
        var putOffs = person.PutOffsHolding(day);
        var seen = PutOffs.For(all, putOffs, account);
        seen.Waiting.Concat(seen.Off.Select(off => off.What)).ShouldBe(all, ignoreOrder: true);
        seen.Off.ShouldAllBe(off => off.By.Account == account && off.By.Until > day && off.By.Why.Length > 0);
        seen.Off.ShouldAllBe(off => off.What.Part != DayPart.Now);
    }

    [Fact]
    public void What_was_put_off_stands_apart_until_the_day_and_for_nobody_else()
    {
        var tell = new Tell();
        ToldDay.Say(tell, "confirm Antibiotics -5");
        PutOff(tell, Tell.Today.AddDays(4), Tell.Today, Tell.Nurse);
        OnTheList(tell, Tell.Today, Tell.Nurse).ShouldBe(0);
        OnTheList(tell, Tell.Today, Tell.Gp).ShouldBe(1);
        OnTheList(tell, Tell.Today.AddDays(3), Tell.Nurse).ShouldBe(0);
        OnTheList(tell, Tell.Today.AddDays(4), Tell.Nurse).ShouldBe(1);
    }

    [Fact]
    public void Something_new_brings_it_back_at_once_with_what_is_new()
    {
        var tell = new Tell();
        ToldDay.Say(tell, "confirm Antibiotics -5");
        PutOff(tell, Tell.Today.AddDays(20), Tell.Today, Tell.Nurse);
        ToldDay.Say(tell, "signal 0 Hij eet minder");
        OnTheList(tell, Tell.Today, Tell.Nurse).ShouldBe(2);
    }

    /// <summary>What comes to wait because nothing happens was not put off: nobody knew it.</summary>
    [Fact]
    public void What_began_to_wait_since_is_on_the_list()
    {
        var tell = new Tell();
        ToldDay.Say(tell, "keeps Weeks -3");
        ToldDay.Say(tell, "confirm Antibiotics -5");
        PutOff(tell, Tell.Today.AddDays(20), Tell.Today, Tell.Nurse);
        OnTheList(tell, Tell.Today, Tell.Nurse).ShouldBe(0);
        OnTheList(tell, Tell.Today.AddDays(4), Tell.Nurse).ShouldBe(1);
    }

    [Fact]
    public void What_is_for_now_cannot_be_put_off()
    {
        var tell = new Tell();
        ToldDay.Say(tell, "signal 0 Hoest bloed");
        var act = new PutOffAttention(Tell.Nurse.Account, PartialDate.Of(Tell.Today.AddDays(2)), "Morgen.");
        tell.Do(act)
            .ShouldBeOfType<Outcome.Refused>()
            .Problems.ShouldContain(one => one.Rule == "rule.now-cannot-be-put-off");
        PutOff(tell, Tell.Today.AddDays(2), Tell.Today, Tell.Nurse);
        OnTheList(tell, Tell.Today, Tell.Nurse).ShouldBe(1);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(31, true)]
    [InlineData(32, false)]
    public void It_is_put_off_until_a_day_within_a_month_and_with_a_reason(int days, bool may)
    {
        var tell = new Tell();
        ToldDay.Say(tell, "confirm Antibiotics -5");
        var until = PartialDate.Of(Tell.Today.AddDays(days));
        (tell.Do(new PutOffAttention(Tell.Nurse.Account, until, "Donderdag.")) is Outcome.Yielded).ShouldBe(may);
        tell.Do(new PutOffAttention(Tell.Nurse.Account, until, " ")).ShouldBeOfType<Outcome.Refused>();
    }

    private static int OnTheList(Tell tell, DateOnly day, Author reader)
    {
        var person = tell.Person;
        var waiting = person.Weigh(person.Attention(day), day);
        return PutOffs.For(waiting, person.PutOffsHolding(day), reader.Account).Waiting.Count;
    }

    private static void PutOff(Tell tell, DateOnly until, DateOnly today, Author by) =>
        tell.Fact(
            new AttentionPutOff(PartialDate.Of(until), "De dochter komt donderdag."),
            ToldDay.DaysAgo(Tell.Today.DayNumber - today.DayNumber),
            by
        );
}
