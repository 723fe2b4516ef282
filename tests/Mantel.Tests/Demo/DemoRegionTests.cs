using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using Mantel.Storage;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Demo;

public sealed class DemoRegionTests(ToldDemo told) : IClassFixture<ToldDemo>
{
    private static readonly string[] SignIns =
    [
        "gp",
        "nurse",
        "physician-on-duty",
        "palliative-team",
        "ambulance",
        "chaplain",
        "social-worker",
        "volunteer",
        "administrator",
        "coordinator",
        "analyst",
        "person",
        "person-unasked",
        "close-one",
        "gp-ghent",
        "nurse-ghent",
        "coordinator-ghent",
    ];

    [Fact]
    public void Thirty_people_live_in_two_countries()
    {
        var people = told.People.Where(person => person.Id != DemoPeople.Of("zofia-kowalczyk-again")).ToList();
        people.Count.ShouldBe(30);
        people.Count(person => person.Address()!.Country == "NL").ShouldBe(20);
        people.Count(person => person.Address()!.Country == "BE").ShouldBe(10);
    }

    [Fact]
    public void Sjors_was_found_twice_and_joined_and_of_Zofia_nobody_has_seen_it_yet()
    {
        var sjors = told.Of("sjors-vermaas");
        sjors.Followers().ShouldBe([DemoPeople.Of("sjors-vermaas-again")]);
        sjors.Name().Family.ShouldBe("Vermaas");
        sjors.Allergies().ShouldHaveSingleItem().Fact.Substance.ShouldBe("Amoxicilline");
        sjors.CentralCareProfessional(ToldDemo.Today)!.Fact.Name.ShouldBe("dr. S. Hoekstra");
        told.Of("zofia-kowalczyk").Followers().ShouldBeEmpty();
        told.Of("zofia-kowalczyk-again").Name().Family.ShouldBe("Kowalczyk");
    }

    [Fact]
    public void Everybody_is_marked_as_fictitious() => told.People.ShouldAllBe(person => person.IsFictitious());

    [Fact]
    public void Everybody_has_a_history_and_says_something_in_their_own_words()
    {
        told.People.ShouldAllBe(person => person.Entries.Count > 12);
        told.People.ShouldAllBe(person => person.WhatMatters() != null);
        told.People.Select(person => person.WhatMatters()!.Value.Fact.Words).ShouldBeUnique();
    }

    [Fact]
    public async Task Told_again_nothing_changes()
    {
        var before = told.People.Sum(person => person.Version);
        (await told.TellAsync()).ShouldBeFalse();
        var after = await Task.WhenAll(told.People.Select(person => told.Desk.Own.LoadAsync(person.Id, default)));
        after.Sum(person => person.Version).ShouldBe(before);
    }

    [Fact]
    public async Task Two_tellings_for_the_same_day_are_the_same_to_the_byte()
    {
        var other = new ToldDemo();
        await other.InitializeAsync();
        Bytes(other).ShouldBe(Bytes(told));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task A_telling_that_was_cut_off_is_finished_by_the_next()
    {
        var other = new ToldDemo();
        await other.OpenAsync();
        using var power = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => other.TellAsync(new CutsOff(power), power.Token));
        await other.ReadAsync();
        other.People.Sum(person => person.Version).ShouldBeInRange(1, told.People.Sum(person => person.Version) - 1);
        (await other.TellAsync()).ShouldBeTrue();
        await other.ReadAsync();
        Bytes(other).ShouldBe(Bytes(told));
        await other.DisposeAsync();
    }

    [Fact]
    public async Task An_installation_with_organisations_of_its_own_is_left_alone()
    {
        var other = new ToldDemo();
        await other.OpenAsync();
        var administrator = WhoWorksOnWalcheren.Tuinman.Actor;
        var act = new RecordOrganisation(Guid.NewGuid(), "Thuiszorg Zonnekant", OrganisationKind.HomeCare);
        await other.Desk.DoAsync(act, administrator, new Submission(Guid.NewGuid()), ToldDemo.Now, default);
        (await other.TellAsync()).ShouldBeFalse();
        await other.ReadAsync();
        other.People.ShouldBeEmpty();
        other.Accounts.ShouldBeEmpty();
        await other.DisposeAsync();
    }

    [Fact]
    public void Nothing_lies_in_the_future_and_everything_within_eighteen_months_is_recorded_in_its_own_hour()
    {
        var entries = told.People.SelectMany(person => person.Entries).ToList();
        entries.ShouldAllBe(entry => entry.Recorded < ToldDemo.Now.Instant);
        entries.ShouldAllBe(entry => entry.Effective == null || entry.Effective.Value.First <= ToldDemo.Today);
        entries
            .Min(entry => entry.Recorded)
            .ShouldBeInRange(ToldDemo.Now.Instant.AddMonths(-18).AddDays(-14), ToldDemo.Now.Instant.AddMonths(-17));
        foreach (var person in told.People)
            person.Entries.Select(entry => entry.Recorded).ShouldBeInOrder();
    }

    [Fact]
    public void No_number_is_one_that_anybody_could_have()
    {
        var numbers = told.People.SelectMany(person => person.Numbers()).ToList();
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
            .People.Select(person => person.Address()!)
            .Where(address => address is { Country: "NL", PostalCode: not null })
            .ShouldAllBe(address => address.PostalCode!.EndsWith("SA") || address.PostalCode.EndsWith("SD"));

    [Fact]
    public void Telephone_numbers_lie_outside_what_is_given_out()
    {
        var numbers = told
            .People.SelectMany(person => person.Circle())
            .SelectMany(close => close.Fact.ContactPoints)
            .Select(point => point.Value)
            .Concat(told.People.SelectMany(person => person.TeamPeriods()).SelectMany(NumbersOf))
            .Concat(told.Organisations.Organisations().SelectMany(one => NumbersOf(one.Reachability)))
            .Concat(told.People.SelectMany(person => person.Reach()).Select(point => point.Value))
            .Distinct()
            .ToList();
        numbers.Count.ShouldBeGreaterThan(50);
        string[] unused = ["06 00", "0118 05", "09 055", "0400 ", "+48 22 055"];
        numbers.ShouldAllBe(number => unused.Any(start => number.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_word_of_the_demo_sign_in_has_its_account()
    {
        told.Accounts.Select(account => account.Key).ShouldBe(SignIns, ignoreOrder: true);
        told.Accounts.Select(account => account.Id).ShouldBeUnique();
        told.Accounts.Single(account => account.Key == "person").Person.ShouldBe(DemoPeople.Leida);
        told.Accounts.Single(account => account.Key == "close-one").Person.ShouldBe(DemoPeople.Leida);
    }

    [Fact]
    public void Every_organisation_that_somebody_works_for_is_in_the_directory()
    {
        var known = told.Organisations.Organisations().Select(one => one.Organisation).ToHashSet();
        told.People.SelectMany(person => person.TeamPeriods())
            .ShouldAllBe(member => known.Contains(member.Fact.Organisation!.Value));
        told.Accounts.Where(account => account.Organisation != null)
            .ShouldAllBe(account => known.Contains(account.Organisation!.Value));
    }

    /// <summary>Weekends, month ends and birthdays move the stories; they must hold all year round.</summary>
    [Fact]
    public void The_stories_can_be_told_on_any_day()
    {
        for (var today = new DateOnly(2027, 2, 1); today < new DateOnly(2028, 3, 5); today = today.AddDays(9))
        {
            foreach (var story in DemoPeople.Tell(today))
                Replayed.Of(story);
        }
    }

    private static IEnumerable<string> NumbersOf(TeamPeriod member) => NumbersOf(member.Fact.Reachability);

    private static IEnumerable<string> NumbersOf(Reachability reachability) =>
        new[] { reachability.Day, reachability.Night }.OfType<string>();

    private static List<string> Bytes(ToldDemo demo) =>
        [
            .. demo
                .People.SelectMany(person => person.Entries)
                .Concat(demo.Organisations.Entries)
                .Select(entry => $"{entry.Stream} {entry.Version} {Convert.ToBase64String(FactCodec.Write(entry))}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The power goes when some of the people have been told.</summary>
    private sealed class CutsOff(CancellationTokenSource power) : IProgress<StorageProgress>
    {
        public void Report(StorageProgress value)
        {
            if (value.Done >= 3)
                power.Cancel();
        }
    }
}
