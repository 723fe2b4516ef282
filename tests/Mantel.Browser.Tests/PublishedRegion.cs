using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Storage;

namespace Mantel.Browser.Tests;

/// <summary>
/// Figures of an invented region, as they would have been published: a network that gets better, one that asks for a
/// conversation, and months that wait for enough people.
/// </summary>
internal static class PublishedRegion
{
    private const int Months = 18;

    private static readonly DateOnly Day = new(2026, 11, 15);
    private static readonly Month First = new(2025, 4);
    private static readonly string[] Measures = ["plan-within-30-days", "wished-place", "late-start"];
    private static readonly Author Program = new(Guid.Empty, "Mantel", Role.System, null, null);

    /// <summary>The network of the coordinator of the demonstration, in Middelburg.</summary>
    public static string Own { get; } = RegionTables.Current.RegionOf("GM0687", RegionKind.Network, Day)!.Code;

    public static IReadOnlyList<string> Others { get; } =
    [
        .. RegionTables
            .Current.Regions.Where(one => one.Kind is RegionKind.Network && one.Code != Own)
            .Select(one => one.Code)
            .Take(9),
    ];

    private static readonly ReadModel<RegisterRow> Register = new(
        RegisterRow.ModelVersion,
        RegisterRow.Of,
        row => row.NumberKeys,
        (row, version) => row with { Version = version }
    );

    public static async Task TellAsync(DirectoryInfo data)
    {
        await using var archive = await Archive.OpenAsync(new StorageOptions(data.FullName), Register, default);
        var now = new Moment(new DateTimeOffset(Day, new TimeOnly(6, 0), TimeSpan.Zero), Day);
        var facts = Measures.Select(measure => new NewFact(
            new FiguresPublished(measure, 2, Day, [.. Blocks(measure)])
        ));
        await archive.Journal.AppendAsync(
            new Append(StreamId.Figures, 0, Guid.NewGuid(), Program, now, [.. facts]),
            default
        );
    }

    private static IEnumerable<Block> Blocks(string measure)
    {
        return InTime(Block.Whole, 1, Months, month => (396 + (7 * (month * 5 % 9)), 240 + (11 * (month * 7 % 5))))
            .Concat(InTime(Own, 1, Months - 2, month => (52 + (month % 3), (month < 8 ? 29 : 36) + (month % 4))))
            .Concat(Others.SelectMany((area, i) => InTime(area, 3, 6, _ => (40 + (11 * i), 25 + (i == 3 ? 4 : 7 * i)))))
            .Concat(Tables(Own, measure, times: 1))
            .Concat(Tables(Block.Whole, measure, times: 17));
    }

    private static IEnumerable<Block> InTime(string area, int months, int times, Func<int, (int Of, int Met)> count) =>
        Enumerable
            .Range(0, times)
            .Select(i => (From: First.Plus(i * months), Count: count(i)))
            .Select(at => new Block(
                area,
                TableKind.All,
                at.From,
                at.From.Plus(months - 1),
                [new PublishedCell([""], at.Count.Met, at.Count.Of - at.Count.Met)]
            ));

    private static IEnumerable<Block> Tables(string area, string measure, int times) =>
        new[]
        {
            Table(
                area,
                TableKind.Diagnosis,
                ("Cancer", 141, 104),
                ("OrganFailure", 82, 47),
                ("FrailtyAndDementia Other NotRecorded", 71, 31)
            ),
            Table(
                area,
                TableKind.Age,
                ("Under18 From18To64", 61, 37),
                ("From65To79", 104, 66),
                ("From80 NotRecorded", 129, 79)
            ),
            Table(area, TableKind.Living, ("Alone", 63, 30), ("WithOthers NotRecorded", 231, 152)),
            measure == "late-start"
                ? Table(area, TableKind.Days, ("000 007", 41, 41), ("015 030", 93, 93), ("090 180 365", 60, 60))
                : Table(area, TableKind.Declined, ("", 24, 24)),
        }.Select(table =>
            table with
            {
                Cells =
                [
                    .. table.Cells.Select(cell => cell with { Met = cell.Met * times, NotMet = cell.NotMet * times }),
                ],
            }
        );

    private static Block Table(string area, TableKind kind, params (string Groups, int Of, int Met)[] rows) =>
        new(
            area,
            kind,
            First,
            First.Plus(11),
            [.. rows.Select(row => new PublishedCell(row.Groups.Split(' '), row.Met, row.Of - row.Met))]
        );
}
