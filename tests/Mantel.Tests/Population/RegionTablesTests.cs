using Mantel.Core.Population;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Population;

/// <summary>Where people live, as the regions knew it on each day.</summary>
public sealed class RegionTablesTests
{
    private static readonly RegionTables Current = RegionTables.Current;

    [Fact]
    public void Every_municipality_of_the_Netherlands_Flanders_and_Brussels_is_there_once_today()
    {
        var today = Current.Municipalities.Where(one => one.Until is null).ToLookup(one => one.Country);
        today["NL"].Count().ShouldBe(342);
        today["BE"].Count().ShouldBe(285 + 19);
    }

    [Fact]
    public void Inhabitants_add_up_to_what_the_offices_of_statistics_publish()
    {
        var sums = Current.Municipalities.ToLookup(one => one.Country, one => one.Population ?? 0);
        sums["NL"].Sum().ShouldBe(17_811_291);
        sums["BE"].Sum().ShouldBe(7_847_398);
    }

    [Theory]
    [InlineData("GM0718", RegionKind.Network, "NPZ50")]
    [InlineData("GM0718", RegionKind.Zorgkantoor, "ZK27")]
    [InlineData("GM0718", RegionKind.Province, "NL-zeeland")]
    [InlineData("GM0718", RegionKind.Consortium, "ZWN")]
    [InlineData("44021", RegionKind.Network, "GEE")]
    [InlineData("44021", RegionKind.Province, "BE-oost-vlaanderen")]
    public void A_municipality_is_in_its_regions(string code, RegionKind kind, string region) =>
        Current.RegionOf(code, kind, new DateOnly(2026, 3, 1))?.Code.ShouldBe(region);

    [Fact]
    public void What_is_not_known_is_no_region()
    {
        Current.RegionOf("44021", RegionKind.Zorgkantoor, new DateOnly(2026, 3, 1)).ShouldBeNull();
        Current.RegionOf("GM0718", RegionKind.Network, new DateOnly(2020, 3, 1)).ShouldBeNull();
        Current.RegionOf("GM9999", RegionKind.Network, new DateOnly(2026, 3, 1)).ShouldBeNull();
    }

    [Fact]
    public void A_merged_municipality_goes_on_under_its_new_code_and_keeps_the_old_one_before()
    {
        var (before, after) = (new DateOnly(2024, 12, 31), new DateOnly(2025, 1, 1));
        Current.CodeOn("44043", before).ShouldBe("44043");
        Current.CodeOn("44043", after).ShouldBe("44088");
        Current.RegionOf("44043", RegionKind.Network, before)!.Code.ShouldBe("GEE");
        Current.RegionOf("44043", RegionKind.Network, after)!.Code.ShouldBe("GEE");
        Current.MunicipalitiesOf(RegionKind.Network, "GEE", before).ShouldContain("44043");
        Current.MunicipalitiesOf(RegionKind.Network, "GEE", after).ShouldNotContain("44043");
    }

    [Fact]
    public void A_name_is_found_where_there_is_one_of_it()
    {
        var day = new DateOnly(2026, 3, 1);
        Current.Named("vlissingen", null, day)!.Code.ShouldBe("GM0718");
        Current.Named("Hasselt", "BE", day)!.Code.ShouldBe("71072");
        Current.Named("Atlantis", null, day).ShouldBeNull();
    }

    [Fact]
    public void What_nobody_checked_is_marked()
    {
        Current
            .Regions.Where(region => region.Kind is RegionKind.Network)
            .ShouldAllBe(one => one.Status == "unverified");
        Current
            .Links.Where(link => link.Kind is RegionKind.Network or RegionKind.Consortium)
            .ShouldAllBe(one => one.Status == "unverified");
    }

    [Theory]
    [InlineData("GM0001\tnetwork\tN1\t2023-02-01\t", "GM0001 Aa: from 2023-01-01 it is in no network")]
    [InlineData(
        "GM0001\tnetwork\tN1\t2023-01-01\t2024-01-01|GM0001\tnetwork\tN2\t2024-02-01\t",
        "GM0001 Aa: from 2024-01-01 it is in no network"
    )]
    [InlineData("GM0001\tnetwork\tN1\t2023-01-01\t2024-01-01", "GM0001 Aa: from 2024-01-01 it is in no network")]
    [InlineData(
        "GM0001\tnetwork\tN1\t2023-01-01\t2024-03-01|GM0001\tnetwork\tN2\t2024-02-01\t",
        "GM0001 Aa: on 2024-02-01 it is in two regions of the kind network"
    )]
    [InlineData("GM0002\tnetwork\tN1\t2023-01-01\t", "GM0002: no municipality has this code")]
    [InlineData("GM0001\tnetwork\tN9\t2023-01-01\t", "GM0001: no network is called N9")]
    [InlineData("GM0001\tnetwork\tN1\t2022-01-01\t", "GM0001: a row goes beyond the days of the municipality")]
    [InlineData("GM0001\tnetwork\tN3\t2023-01-01\t", "GM0001: a row goes beyond the days of N3")]
    [InlineData("GM0001\tnetwork\tN1\t2023-01-15\t", "2023-01-15 is not the first of a month")]
    [InlineData("GM0001\tnetwork\tN1\tsoon\t", "soon is no day as 2025-01-01")]
    [InlineData("GM0001\tvillage\tN1\t2023-01-01\t", "village is no kind of region")]
    [InlineData("GM0001\tnetwork\tN1\t2023-01-01\t2022-01-01", "a row ends before it begins")]
    public void A_table_that_would_count_somebody_twice_or_not_at_all_is_refused(string networks, string sentence) =>
        Should.Throw<FormatException>(() => Read(networks.Split('|'))).Message.ShouldContain(sentence);

    [Theory]
    [InlineData("GM0001\tBE\tBb\t2023-01-01\t\t", "GM0001: the code is there twice")]
    [InlineData("GM0002\tBE\tBb\t2023-01-01\t2024-01-01\t", "until and becomes come together")]
    [InlineData("GM0002\tBE\tBb\t2023-01-01\t2024-01-01\tGM0007", "it becomes GM0007, an unknown code")]
    [InlineData("GM0002\tBE\tBb\t2022-01-01\t2022-06-01\tGM0001", "GM0001 is not valid when it becomes that")]
    public void So_is_a_table_of_municipalities_with_an_error(string municipality, string sentence) =>
        Should.Throw<FormatException>(() => Read([], municipality)).Message.ShouldContain(sentence);

    [Fact]
    public void The_same_table_without_an_error_is_read() =>
        Read(["GM0001\tnetwork\tN1\t2023-01-01\t2024-01-01", "GM0001\tnetwork\tN2\t2024-01-01\t"])
            .RegionOf("GM0001", RegionKind.Network, new DateOnly(2024, 1, 1))!
            .Code.ShouldBe("N2");

    private static RegionTables Read(IReadOnlyList<string> networks, string? municipality = null)
    {
        const string Known = "test\t2026\tunverified";
        var municipalities = new[] { "GM0001\tBE\tAa\t2023-01-01\t\t", municipality }.OfType<string>();
        var links = networks.Prepend("GM0001\tprovince\tP\t2023-01-01\t");
        return RegionTables.Read(
            "code\tcountry\tname\tfrom\tuntil\tbecomes\tpopulation\tpopulationOn\tsource\tedition\tstatus\n"
                + string.Concat(municipalities.Select(row => $"{row}\t\t\t{Known}\n")),
            "kind\tcode\tname\tcountry\tfrom\tuntil\tsource\tedition\tstatus\n"
                + $"network\tN1\tEen\tBE\t\t\t{Known}\nnetwork\tN2\tTwee\tBE\t\t\t{Known}\n"
                + $"network\tN3\tDrie\tBE\t\t2023-06-01\t{Known}\nprovince\tP\tPee\tBE\t\t\t{Known}\n",
            "municipality\tkind\tregion\tfrom\tuntil\tsource\tedition\tstatus\n"
                + string.Concat(links.Select(row => $"{row}\t{Known}\n"))
        );
    }
}
