using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;
using static Mantel.Core.People.CourseChange;
using static Mantel.Tests.AdvanceCarePlanning.Outcomes;

namespace Mantel.Tests.AdvanceCarePlanning.AtNight;

/// <summary>That a stay still lasts is an answer for some days, and never to what comes after it.</summary>
[Trait("Safety", "19")]
public sealed class Rule19TheStayStillLasts
{
    private static readonly DateOnly Given = new(2026, 5, 2);
    private readonly Tell _leida = new();

    [Fact]
    public void It_answers_for_a_week_is_asked_again_and_can_be_answered_again()
    {
        var code = InDoubt(_leida);
        IsAsked("2026-05-21").ShouldBeTrue();
        Say(_leida, code, "2026-05-21");
        IsAsked("2026-05-21").ShouldBeFalse();
        IsAsked("2026-05-27").ShouldBeFalse();
        IsAsked("2026-05-28").ShouldBeTrue();
        _leida.Do(new SayStayLasts(code, On("2026-05-29"))).ShouldYield<DnrStayLasts>();
        IsAsked("2026-06-04").ShouldBeFalse();
        IsAsked("2026-06-05").ShouldBeTrue();
        var said = _leida.Person.DnrCodes(Tell.Today).Single().Lasts!.Value;
        (said.Effective, said.Entry.Author.Name).ShouldBe((On("2026-05-29"), Tell.Nurse.Name));
    }

    [Fact]
    public void Coming_home_after_it_ends_the_code_at_once()
    {
        var code = InDoubt(_leida);
        Say(_leida, code, "2026-05-21");
        Turn(_leida, CameHome, "2026-05-22");
        _leida.Person.DnrCodesInForce(new(2026, 5, 22)).ShouldBeEmpty();
        _leida.Do(new SayStayLasts(code, On("2026-05-23"))).ShouldRefuse("", "rule.plan-stay-over", broken: true);
    }

    [Fact]
    public void Coming_home_that_is_written_down_late_ends_it_all_the_same()
    {
        var code = InDoubt(_leida);
        Say(_leida, code, "2026-05-21");
        Turn(_leida, CameHome, "2026-05-20");
        _leida.Person.DnrCodesInForce(new(2026, 5, 22)).ShouldBeEmpty();
    }

    [Fact]
    public void Another_admission_after_it_asks_at_once()
    {
        Say(_leida, InDoubt(_leida), "2026-05-21");
        Turn(_leida, AdmittedToHospital, "2026-05-22");
        IsAsked("2026-05-22").ShouldBeTrue();
    }

    [Fact]
    public void Struck_out_it_is_no_answer_and_one_of_another_code_is_none_either()
    {
        var code = InDoubt(_leida);
        Say(_leida, Guid.NewGuid(), "2026-05-21");
        IsAsked("2026-05-21").ShouldBeTrue();
        var said = Say(_leida, code, "2026-05-21");
        IsAsked("2026-05-21").ShouldBeFalse();
        _leida.StrikeOut(said);
        IsAsked("2026-05-21").ShouldBeTrue();
    }

    [Fact]
    public void A_day_to_come_before_the_stay_or_after_a_death_is_refused()
    {
        var code = InDoubt(_leida);
        _leida.Do(new SayStayLasts(code, null)).ShouldRefuse("lastsOn", "rule.missing");
        _leida.Do(new SayStayLasts(code, On("2026-06-02"))).ShouldRefuse("lastsOn", "rule.date-in-future");
        _leida.Do(new SayStayLasts(code, On("2026-05-01"))).ShouldRefuse("lastsOn", "rule.plan-end-before-beginning");
        _leida
            .Do(new SayStayLasts(Guid.NewGuid(), On("2026-05-20")))
            .ShouldRefuse("", "rule.plan-no-longer-there", broken: true);
        _leida.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-22");
        _leida.Do(new SayStayLasts(code, On("2026-05-21"))).ShouldRefuse("", "rule.person-deceased", broken: true);
    }

    /// <summary>
    /// Over many made-up histories: saying that it lasts ends nothing and keeps nothing from ending; it answers no
    /// longer than its days, and nothing that came after it.
    /// </summary>
    [Fact]
    public void It_never_keeps_a_code_in_force_and_never_silences_what_came_after_it()
    {
        var (silenced, chance) = (0, new Random(19));
        for (var i = 0; i < 4000; i++)
        {
            var (with, without, today) = Made(chance);
            var (said, plain) = (with.Person.DnrCodes(today).Single(), without.Person.DnrCodes(today).Single());
            (said.HasEnded, said.StayEnded, said.EndedBy).ShouldBe((plain.HasEnded, plain.StayEnded, plain.EndedBy));
            if (said.IsAsked == plain.IsAsked)
                continue;
            silenced++;
            plain.IsAsked.ShouldBeTrue();
            var on = said.Lasts!.Value.Entry.Effective!.Value;
            today.ShouldBeInRange(on.First, on.First.AddDays(BelgianTerms.StayLasts.Number - 1));
            with.Person.All<CourseChanged>()
                .Where(turn => turn.Fact.Change is not Deteriorated && turn.Effective!.Value.First <= today)
                .Where(turn => IsAfter(turn.Entry, said.Lasts.Value.Entry))
                .ShouldBeEmpty();
        }
        silenced.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void After_a_death_nothing_asks_with_or_without_it()
    {
        var code = InDoubt(_leida);
        Say(_leida, code, "2026-05-21");
        _leida.Fact(new DeathRecorded(null, null, null, null, null), "2026-05-22");
        _leida.Person.Attention(Tell.Today).ShouldBeEmpty();
        _leida.Person.DnrCodes(Tell.Today).Single().HasEnded.ShouldBeFalse();
    }

    /// <summary>A history, the same without what was said of the stay, and a day to look at both.</summary>
    private static (Tell With, Tell Without, DateOnly Today) Made(Random chance)
    {
        var (with, without) = (new Tell(), new Tell());
        if (chance.Next(2) == 0)
            Both(Any(chance), "2026-04-20");
        var code = new DnrCodeGiven(DnrCode.Dnr1, "AZ Verzonnen", null, null, "Deze opname.", []);
        var id = with.Fact(code, "2026-05-02");
        without.Fact(code, "2026-05-02");
        for (var n = chance.Next(1, 6); n > 0; n--)
        {
            var (turn, on) = (Any(chance), Given.AddDays(chance.Next(0, 25)).ToString("yyyy-MM-dd", null));
            if (chance.Next(2) == 0)
                Both(turn, on);
            else
                Say(with, id, on);
        }
        return (with, without, Given.AddDays(chance.Next(0, 30)));

        void Both(CourseChange turn, string on)
        {
            Turn(with, turn, on);
            Turn(without, turn, on);
        }
    }

    private static bool IsAfter(Entry one, Entry other) =>
        one.Effective!.Value.First > other.Effective!.Value.First
        || one.Effective == other.Effective && one.Version > other.Version;

    private static CourseChange Any(Random chance) =>
        new[]
        {
            CameHome,
            AdmittedToHospital,
            AdmittedToHospital,
            AdmittedToHospice,
            AdmittedToNursingHome,
            Deteriorated,
        }[chance.Next(6)];

    /// <summary>Admitted, given a code, and admitted once more: is that the same stay?</summary>
    private static Guid InDoubt(Tell tell)
    {
        Turn(tell, AdmittedToHospital, "2026-05-01");
        var code = new DnrCodeGiven(DnrCode.Dnr1, "AZ Verzonnen", null, null, "Deze opname.", []);
        var id = tell.Fact(code, "2026-05-02");
        Turn(tell, AdmittedToHospital, "2026-05-20");
        return id;
    }

    private static void Turn(Tell tell, CourseChange change, string on) =>
        tell.Fact(new CourseChanged(change, null, null), on);

    private static Guid Say(Tell tell, Guid code, string on) => tell.Fact(new DnrStayLasts(code), on);

    private bool IsAsked(string on)
    {
        var today = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var asks = _leida.Person.Attention(today).Any(one => one.Reason is AttentionReason.StayToEnd);
        _leida.Person.PlanTasksOn(today).Any(task => task.Kind is PlanTaskKind.SayWhetherStayLasts).ShouldBe(asks);
        return asks;
    }
}
