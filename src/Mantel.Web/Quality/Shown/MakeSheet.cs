using System.Globalization;
using Mantel.Core.Population;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;
using Mantel.Core.Quality.Statistics;
using Mantel.Web.Platform;

namespace Mantel.Web.Quality.Shown;

/// <summary>
/// Puts published figures together for a page. Everything here is a sum of published cells, so that nothing is shown
/// that could not be added up from what everybody may see.
/// </summary>
internal sealed class MakeSheet(PublishedFigures published, MeasureDefinition definition, Scope scope, Words words)
{
    /// <summary>How many months back figures go that are not in time: enough for numbers, and still of now.</summary>
    public const int Window = 24;

    private static readonly TableKind[] GroupKinds =
    [
        TableKind.Diagnosis,
        TableKind.Age,
        TableKind.Living,
        TableKind.Language,
    ];

    private readonly GroupWords _names = new(words);

    public MeasureSheet Make()
    {
        var own = Recent(scope.Area, TableKind.All);
        var together = new SameMonths(code => Recent(code, TableKind.All)).Of(
            scope.Area,
            published.Networks(definition.Id)
        );
        return new MeasureSheet(
            definition,
            scope.Network?.Name ?? words["nation.name"],
            scope.Network is null,
            scope.NamesOthers,
            Sum(own),
            Span.Over(own),
            Periods(),
            Sum(Within(Block.Whole, together)),
            together,
            Networks(together),
            [.. GroupKinds.Select(GroupsOf), .. scope.Network is null ? [] : Municipalities()],
            PeopleOf(TableKind.Declined),
            Days(),
            published.LastOn(definition.Id)
        )
        {
            Earlier = Earlier(),
            Beside = Beside(),
            IsOnUncheckedGround = scope.Network is { Status: Region.Unverified },
        };
    }

    private IReadOnlyList<PublishedBlock> Blocks(string area, TableKind kind) =>
        [.. published.Blocks(definition.Id, area, kind).Where(block => block.Version == definition.Version)];

    private IReadOnlyList<PublishedBlock> Recent(string area, TableKind kind)
    {
        if (LastMonth is not { } last)
            return [];
        return [.. Blocks(area, kind).Where(block => block.Block.From >= last.Plus(1 - Window))];
    }

    /// <summary>The last month that is published of anybody here.</summary>
    private Month? LastMonth =>
        new[] { Block.Whole, scope.Area }
            .SelectMany(area => Blocks(area, TableKind.All))
            .Select(block => (Month?)block.Block.To)
            .Max();

    /// <summary>What is published, and after it what still waits for enough people.</summary>
    private IReadOnlyList<ShownPeriod> Periods()
    {
        var periods = Blocks(scope.Area, TableKind.All).Select(PeriodOf).ToList();
        if (periods is [.., var newest] && LastMonth is { } last && newest.Span.To < last)
            periods.Add(new(new(newest.Span.To.Plus(1), last), Cell.TooFew, definition.Version));
        return periods;
    }

    private IReadOnlyList<ShownPeriod> Earlier() =>
        [
            .. published
                .Blocks(definition.Id, scope.Area, TableKind.All)
                .Where(block => block.Version < definition.Version)
                .Select(PeriodOf),
        ];

    private static ShownPeriod PeriodOf(PublishedBlock block) =>
        new(new(block.Block.From, block.Block.To), Sum([block]), block.Version);

    /// <summary>Each over the same months as all together; who has no table that ends with them is not shown.</summary>
    private IReadOnlyList<ShownNetwork> Networks(Span? together) =>
        [
            .. published
                .Networks(definition.Id)
                .Select(code =>
                {
                    var blocks = Within(code, together);
                    return new ShownNetwork(
                        scope.NamesOthers ? NameOf(code) : null,
                        code == scope.Network?.Code,
                        Sum(blocks),
                        Span.Over(blocks)
                    );
                })
                .OrderByDescending(network => network.Cell.Share?.Of ?? 0),
        ];

    private IReadOnlyList<PublishedBlock> Within(string area, Span? span) =>
        SameMonths.Within(Recent(area, TableKind.All), span);

    private IReadOnlyList<ShownBeside> Beside() =>
        definition.Beside is not { } beside
            ? []
            :
            [
                .. beside
                    .Where(reason => reason != "declined")
                    .Select(reason => new ShownBeside(
                        definition.Reason(reason).Of(words.Language),
                        PeopleOf(TableOf(reason))
                    )),
            ];

    private static TableKind TableOf(string reason) =>
        reason switch
        {
            "not-marked" => TableKind.NotMarked,
            "wish-unknown" => TableKind.WishUnknown,
            "changed-late" => TableKind.ChangedLate,
            _ => TableKind.Declined,
        };

    private static string NameOf(string network) =>
        RegionTables.Current.Region(RegionKind.Network, network)?.Name ?? network;

    private ShownGroups GroupsOf(TableKind kind)
    {
        var blocks = Recent(scope.Area, kind);
        var declined = DeclinedBy(kind) is { } by ? Recent(scope.Area, by) : [];
        var apart = Together(declined);
        var groups = Together(blocks)
            .Select(groups => new ShownGroup(
                _names.Of(kind, groups),
                Sum(blocks, groups),
                apart.Any(one => groups.ToHashSet(StringComparer.Ordinal).SetEquals(one))
                    ? People(Only(declined, groups))
                    : null
            ))
            .ToList();
        var everybody = Everybody(Span.Over(blocks));
        return new(_names.Title(kind), Span.Over(blocks), groups, everybody, Span.Over(declined));
    }

    private static TableKind? DeclinedBy(TableKind kind) =>
        kind switch
        {
            TableKind.Diagnosis => TableKind.DeclinedDiagnosis,
            TableKind.Age => TableKind.DeclinedAge,
            TableKind.Living => TableKind.DeclinedLiving,
            TableKind.Language => TableKind.DeclinedLanguage,
            _ => null,
        };

    /// <summary>Everybody over the months of a table by group, which ends where that of everybody does.</summary>
    private Cell Everybody(Span? span) =>
        Sum([
            .. Blocks(scope.Area, TableKind.All)
                .Where(block => block.Block.From >= span?.From && block.Block.To <= span?.To),
        ]);

    private IEnumerable<ShownGroups> Municipalities()
    {
        var blocks = Recent(scope.Area, TableKind.Municipality);
        var always = blocks
            .SelectMany(block => block.Block.Cells.SelectMany(cell => cell.Groups))
            .Distinct(StringComparer.Ordinal)
            .Where(code =>
                blocks.All(block => block.Block.Cells.Any(cell => cell.Groups.Contains(code, StringComparer.Ordinal)))
            );
        yield return new(
            _names.Title(TableKind.Municipality),
            Span.Over(blocks),
            [
                .. always
                    .Select(code => new ShownGroup(_names.Of(TableKind.Municipality, [code]), Sum(blocks, [code])))
                    .OrderByDescending(group => group.Cell.Share?.Of),
            ],
            Everybody(Span.Over(blocks))
        );
    }

    private ShownPeople? PeopleOf(TableKind kind)
    {
        var blocks = Recent(scope.Area, kind);
        return Span.Over(blocks) is { } span ? new(People(blocks), span) : null;
    }

    private ShownDays? Days()
    {
        var blocks = Recent(scope.Area, TableKind.Days);
        if (Span.Over(blocks) is not { } span)
            return null;
        var groups = Together(blocks).Select(groups => DaysOf(groups, People(Only(blocks, groups)))).ToList();
        return new(groups, span);
    }

    private static DayGroup DaysOf(IReadOnlyList<string> groups, int people)
    {
        var starts = groups.Select(group => int.Parse(group, CultureInfo.InvariantCulture)).Order().ToList();
        var next = Counting.DayGroups.FirstOrDefault(start => start > starts[^1]);
        return new(starts[0], next == 0 ? null : next - 1, people);
    }

    /// <summary>
    /// Tables of other stretches may take other groups together: then the same ones are taken together everywhere.
    /// </summary>
    private static IReadOnlyList<IReadOnlyList<string>> Together(IReadOnlyList<PublishedBlock> blocks)
    {
        var merged = new List<HashSet<string>>();
        foreach (var groups in blocks.SelectMany(block => block.Block.Cells.Select(cell => cell.Groups)))
        {
            var touching = merged.Where(set => set.Overlaps(groups)).ToList();
            merged.RemoveAll(touching.Contains);
            merged.Add([.. touching.SelectMany(set => set), .. groups]);
        }
        return [.. merged.Select(set => (IReadOnlyList<string>)[.. set])];
    }

    private static IReadOnlyList<PublishedBlock> Only(
        IReadOnlyList<PublishedBlock> blocks,
        IReadOnlyList<string> groups
    ) =>
        [
            .. blocks.Select(block =>
                block with
                {
                    Block = block.Block with
                    {
                        Cells =
                        [
                            .. block.Block.Cells.Where(cell =>
                                cell.Groups.Any(group => groups.Contains(group, StringComparer.Ordinal))
                            ),
                        ],
                    },
                }
            ),
        ];

    private static int People(IReadOnlyList<PublishedBlock> blocks) =>
        blocks.Sum(block => block.Block.Cells.Sum(cell => cell.Met));

    private static Cell Sum(IReadOnlyList<PublishedBlock> blocks, IReadOnlyList<string> groups) =>
        Sum(Only(blocks, groups));

    private static Cell Sum(IReadOnlyList<PublishedBlock> blocks)
    {
        var cells = blocks.SelectMany(block => block.Block.Cells).ToList();
        return cells.Count == 0
            ? Cell.TooFew
            : new(
                new Share(cells.Sum(cell => cell.Of), cells.Sum(cell => cell.Met)),
                blocks.Any(block => block.IsRevised)
            );
    }
}
