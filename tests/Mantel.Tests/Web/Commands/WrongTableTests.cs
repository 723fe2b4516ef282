using System.CommandLine;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Web.Commands;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Commands;

/// <summary>
/// A measure or a table of regions with an error stops the program before it opens anything, with a sentence that names
/// the file.
/// </summary>
public sealed class WrongTableTests
{
    [Fact]
    public async Task A_wrong_definition_is_said_in_a_sentence() =>
        (await RunAsync(() => WrongMeasure.Kept.Id)).ShouldBe(
            "1: Mantel does not start, and nothing was touched. late-start.1.json: line 1 cannot be read:"
        );

    [Fact]
    public async Task So_is_a_wrong_table_of_regions() =>
        (await RunAsync(() => $"{WrongRegions.Kept.Regions.Count}")).ShouldBe(
            "1: Mantel does not start, and nothing was touched. regions.tsv, row 1: 1 cells under 9 headings."
        );

    /// <summary>What the program answers, with the first sentence that it writes about it.</summary>
    private static async Task<string> RunAsync(Func<string> touch)
    {
        var command = new Command("touch");
        command.SetAction(_ => Console.WriteLine(touch()));
        var (before, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            var code = await CommandLine.RunAsync(["touch"], command);
            var sentence = said.ToString();
            var end = sentence.IndexOf("read:", StringComparison.Ordinal);
            return $"{code}: {(end < 0 ? sentence.TrimEnd() : sentence[..(end + 5)])}";
        }
        finally
        {
            Console.SetError(before);
        }
    }

    /// <summary>As what is compiled in is read: once, when it is first asked for.</summary>
    private static class WrongMeasure
    {
        public static readonly MeasureDefinition Kept = MeasureDefinition.Read("late-start.1.json", "{");
    }

    private static class WrongRegions
    {
        private const string Heading = "kind\tcode\tname\tcountry\tfrom\tuntil\tsource\tedition\tstatus\n";
        private const string Towns =
            "code\tcountry\tname\tfrom\tuntil\tbecomes\tpopulation\tpopulationOn\tsource\tedition\tstatus\n";
        private const string Links = "municipality\tkind\tregion\tfrom\tuntil\tsource\tedition\tstatus\n";

        public static readonly RegionTables Kept = RegionTables.Read(Towns, Heading + "network\n", Links);
    }
}
