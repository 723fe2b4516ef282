using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo;
using Mantel.Demo.Courses;
using Mantel.Demo.Folk;
using Mantel.Demo.Networks;
using Mantel.Demo.Telling;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Demo;

[Collection(nameof(EverybodyOfTheNetworks))]
public sealed class DemoNetworksTests(EverybodyOfTheNetworks told)
{
    [Fact]
    public void There_are_seven_Dutch_and_three_Flemish_networks_two_of_them_lively()
    {
        TenNetworks.All.Count(network => network.Country == "NL").ShouldBe(7);
        TenNetworks.All.Count(network => network.Country == "BE").ShouldBe(3);
        TenNetworks.All.Count(network => network.People >= 250).ShouldBe(2);
        TenNetworks.All.ShouldAllBe(network => network.People >= 100);
        TenNetworks.All.Select(network => network.Region).ShouldBeUnique();
    }

    [Fact]
    public void Every_act_of_every_story_is_accepted_and_tells_somebody_fictitious()
    {
        told.People.ShouldAllBe(network => network.Value.Count == network.Key.People);
        told.All.ShouldAllBe(person => person.IsFictitious());
        told.All.ShouldAllBe(person => person.Entries.Count > 10);
        told.All.Select(person => person.Id).ShouldBeUnique();
    }

    [Fact]
    public void Everybody_lives_on_the_ground_of_their_network()
    {
        foreach (var (network, people) in told.People)
        {
            var codes = network.Towns.Select(town => town.Code).ToHashSet();
            people.ShouldAllBe(person => codes.Contains(person.Address()!.MunicipalityCode!));
            people.ShouldAllBe(person => person.Address()!.Country == network.Country);
        }
    }

    [Fact]
    public void Nothing_lies_in_the_future_and_all_of_it_within_eighteen_months()
    {
        var entries = told.All.SelectMany(person => person.Entries).ToList();
        var first = ToldDemo.Now.Instant.AddDays(-Course.Longest - 1);
        entries.ShouldAllBe(entry => entry.Recorded < ToldDemo.Now.Instant && entry.Recorded > first);
        entries.ShouldAllBe(entry => entry.Effective == null || entry.Effective.Value.First <= ToldDemo.Today);
    }

    [Fact]
    public void Nobody_has_a_number_that_anybody_could_have_and_nobody_has_anothers()
    {
        var cast = DemoPeople.Tell(ToldDemo.Today).Select(Replayed.Of);
        var numbers = told.All.Concat(cast).SelectMany(person => person.Numbers()).ToList();
        numbers.Select(number => number.Value).ShouldBeUnique();
        numbers.ShouldAllBe(number => NationalNumber.Check(number.Kind, number.Value) == number.Value);
        numbers.Where(number => number.Kind == NumberKind.Bsn).ShouldAllBe(number => number.Value.StartsWith("9999"));
        numbers
            .Where(number => number.Kind == NumberKind.Insz)
            .ShouldAllBe(number => number.Value.Substring(6, 3) == "999");
    }

    [Fact]
    public void Dutch_postal_codes_end_in_letters_that_are_never_given_out() =>
        told
            .All.Select(person => person.Address()!)
            .Where(address => address.Country == "NL")
            .ShouldAllBe(address => address.PostalCode!.EndsWith("SA") || address.PostalCode.EndsWith("SD"));

    [Fact]
    public void Telephone_numbers_lie_outside_what_is_given_out()
    {
        var numbers = told
            .All.SelectMany(person => person.Circle())
            .SelectMany(close => close.Fact.ContactPoints)
            .Select(point => point.Value)
            .Concat(
                TenNetworks
                    .All.SelectMany(network => network.Workplaces)
                    .SelectMany(house => new[] { house.Day, house.Night }.OfType<string>())
            )
            .ToHashSet();
        numbers.Count.ShouldBeGreaterThan(1000);
        numbers.ShouldAllBe(number => IsUnused(number));
    }

    [Fact]
    public void The_illnesses_are_those_of_which_people_die()
    {
        foreach (
            var people in TenNetworks
                .All.Where(network => network.People >= 250)
                .Select(network => told.People[network])
        )
        {
            var kinds = people.GroupBy(KindOf).ToDictionary(kind => kind.Key, kind => kind.Count());
            kinds[CourseKind.Cancer].ShouldBeInRange(people.Count * 30 / 100, people.Count * 50 / 100);
            kinds[CourseKind.Organs].ShouldBeGreaterThan(people.Count / 5);
            kinds[CourseKind.Dementia].ShouldBeGreaterThan(people.Count / 10);
            kinds[CourseKind.Frailty].ShouldBeGreaterThan(people.Count / 20);
            kinds[CourseKind.Child].ShouldBeGreaterThanOrEqualTo(5);
        }
    }

    [Fact]
    public void Where_no_nurse_comes_at_night_fewer_die_at_home_who_wish_to()
    {
        ShareAtHome(ZeelandNetworks.ZeeuwsVlaanderen).ShouldBeLessThan(0.6);
        ShareAtHome(ZeelandNetworks.Walcheren).ShouldBeGreaterThan(0.7);
        ZeelandNetworks
            .ZeeuwsVlaanderen.Workplaces.Where(house => house.Kind is OrganisationKind.HomeCare)
            .ShouldAllBe(house => house.Night == null);
    }

    [Fact]
    public void Where_nobody_asks_where_it_is_seldom_known()
    {
        ShareKnown(NorthernNetworks.Groningen).ShouldBeLessThan(0.3);
        ShareKnown(NorthernNetworks.Twente).ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void Somebody_who_was_registered_twice_can_be_recognised()
    {
        told.Twins.Count.ShouldBeGreaterThan(8);
        var rows = told.All.Select(RowOf).ToList();
        foreach (var twin in told.Twins.Select(RowOf))
            rows.ShouldContain(row => Resemblance.Between(row, twin) == Likeness.SameBirthDateAlikeName);
    }

    [Fact]
    public void What_was_a_mistake_is_struck_out_and_what_came_late_says_when_it_was()
    {
        told.All.Count(person => person.Entries.Any(entry => entry.Fact is EntryStruckOut)).ShouldBeGreaterThan(20);
        told.All.SelectMany(person => person.Entries).Count(IsLate).ShouldBeGreaterThan(80);
    }

    [Fact]
    public void Where_nobody_asks_in_time_most_are_marked_in_the_last_fortnight()
    {
        ShareLate(SouthernNetworks.Breda).ShouldBeGreaterThan(0.4);
        ShareLate(NorthernNetworks.Twente).ShouldBeLessThan(0.15);
    }

    [Fact]
    public void Where_the_palliative_nurse_began_to_visit_plans_come_in_time_since()
    {
        var day = ToldDemo.Today.AddDays(-SouthernNetworks.Maastricht.Since!.Value.DaysAgo);
        var marked = told.People[SouthernNetworks.Maastricht].Where(person => MarkedOn(person) != null).ToList();
        Share(marked.Where(person => MarkedOn(person) < day)).ShouldBeLessThan(0.4);
        Share(marked.Where(person => MarkedOn(person) >= day)).ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Where_few_interpreters_are_called_plans_come_late_for_who_speaks_another_language()
    {
        var marked = told.People[NorthernNetworks.Utrecht].Where(person => MarkedOn(person) != null).ToList();
        Share(marked.Where(person => person.Language()!.Language == "nl")).ShouldBeGreaterThan(0.45);
        Share(marked.Where(person => person.Language()!.Language != "nl")).ShouldBeLessThan(0.35);
    }

    [Fact]
    public void Where_many_do_not_want_to_talk_that_stands_in_the_record() =>
        told.People[FlemishNetworks.Limburg].Count(person => person.All<TalkDeclined>().Any()).ShouldBeGreaterThan(30);

    [Fact]
    public void Signals_come_in_and_most_are_answered()
    {
        var signals = told.All.SelectMany(person => person.Signals()).ToList();
        signals.Count.ShouldBeGreaterThan(150);
        signals.Count(signal => signal.IsOpen).ShouldBeInRange(5, signals.Count / 3);
    }

    [Fact]
    public void Namesakes_live_in_one_network()
    {
        var alike = told
            .All.Where(person => person.BirthDate() is { IsWhole: true })
            .GroupBy(person => person.Name().Full())
            .SelectMany(group => Pairs([.. group.Select(person => person.BirthDate()!.Value.First)]))
            .Count(days => Math.Abs(days.One.DayNumber - days.Other.DayNumber) == 1);
        alike.ShouldBeGreaterThan(5);
    }

    /// <summary>Weekends, month ends and birthdays move the stories; they must hold all year round.</summary>
    [Fact]
    public void The_stories_can_be_told_on_any_day()
    {
        for (
            var (today, nth) = (new DateOnly(2027, 2, 1), 0);
            today < new DateOnly(2028, 3, 5);
            today = today.AddDays(13), nth++
        )
        {
            foreach (var network in TenNetworks.All)
                Replayed.Of(CourseStory.Tell(network, nth, today));
        }
    }

    [Fact]
    public void Somebody_more_moves_nobody_else()
    {
        var network = NorthernNetworks.Twente;
        var more = network with { People = network.People + 40 };
        var (before, after) = (
            InventedPeople.Of(network, 7, ToldDemo.Today),
            InventedPeople.Of(more, 7, ToldDemo.Today)
        );
        (after with { Network = network }).ShouldBe(before);
    }

    private double ShareAtHome(Network network)
    {
        var wished = told.People[network]
            .Where(person => WishOf(person) == PlaceOfDeath.Home && person.Death() != null)
            .ToList();
        return wished.Count(person => PlaceOf(person) == PlaceOfDeath.Home) / (double)wished.Count;
    }

    private double ShareKnown(Network network)
    {
        var talked = told.People[network].Where(person => person.All<ConversationHeld>().Any()).ToList();
        return talked.Count(person => person.All<PreferredPlaceOfDeathTold>().Any()) / (double)talked.Count;
    }

    private double ShareLate(Network network)
    {
        var marked = told.People[network].Where(one => one.Death() != null && MarkedOn(one) != null).ToList();
        return marked.Count(person => DiedOn(person).DayNumber - MarkedOn(person)!.Value.DayNumber < 15)
            / (double)marked.Count;
    }

    /// <summary>Of these, whose plan was established within thirty days of marking.</summary>
    private static double Share(IEnumerable<PersonRecord> marked)
    {
        var all = marked.Where(person => !person.All<TalkDeclined>().Any()).ToList();
        return all.Count(HasPlanInTime) / (double)all.Count;
    }

    private static bool HasPlanInTime(PersonRecord person) =>
        person.All<PlanEstablished>().Any(plan => plan.Effective!.Value.First <= MarkedOn(person)!.Value.AddDays(30));

    private static DateOnly? MarkedOn(PersonRecord person) =>
        person.All<PalliativePhaseMarked>().Select(marked => marked.Effective?.First).FirstOrDefault();

    private static DateOnly DiedOn(PersonRecord person) => person.All<DeathRecorded>().Last().Effective!.Value.First;

    private static PlaceOfDeath? WishOf(PersonRecord person) =>
        person.All<PreferredPlaceOfDeathTold>().LastOrDefault().Fact?.Place;

    private static PlaceOfDeath? PlaceOf(PersonRecord person) => person.All<DeathRecorded>().Last().Fact.Place;

    private static CourseKind KindOf(PersonRecord person)
    {
        var main = person.Diagnoses().First(diagnosis => diagnosis.Fact.IsMain).Fact.Name;
        return Disease.OfAdults.Concat(Disease.OfChildren).First(disease => disease.Name == main).Kind;
    }

    private static RegisterRow RowOf(PersonRecord person) => RegisterRow.Of(person.Stream, person.Entries)!;

    private static bool IsLate(Entry entry) =>
        entry is { Fact: CourseChanged or DeathRecorded, Effective: { IsWhole: true } on }
        && on.First < DateOnly.FromDateTime(entry.Recorded.UtcDateTime).AddDays(-1);

    private static bool IsUnused(string number) =>
        number.StartsWith("06 00", StringComparison.Ordinal)
        || number.StartsWith("0400 ", StringComparison.Ordinal)
        || number.Split(' ', 2)[1].StartsWith('0');

    private static IEnumerable<(DateOnly One, DateOnly Other)> Pairs(List<DateOnly> days) =>
        days.SelectMany((one, i) => days.Skip(i + 1).Select(other => (one, other)));
}
