namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// What of one version of a measure was closed and published so far: closed months with small numbers in them, which
/// nobody sees, and the tables that people see, with every value that each of them ever had.
/// </summary>
internal sealed class PublicationHistory
{
    private readonly Dictionary<(Month Month, string Area, TableKind Kind), Dictionary<string, Tally>> _closed = [];
    private readonly Dictionary<(string Area, TableKind Kind), List<Block>> _blocks = [];
    private readonly Dictionary<
        (string Area, TableKind Kind, Month From),
        List<IReadOnlyList<PublishedCell>>
    > _values = [];
    private readonly List<PublicationHistory> _earlier = [];
    private bool _isRevising;
    private readonly SortedSet<Month> _months = [];
    private readonly SortedSet<string> _areas = new(StringComparer.Ordinal);

    /// <summary>The months that are closed, oldest first.</summary>
    public IReadOnlyCollection<Month> Months => _months;

    /// <summary>The networks of which anybody was counted, and the empty one for who lives in none.</summary>
    public IReadOnlyCollection<string> Areas => _areas;

    /// <summary>What was closed and shown before each day on which late facts came in.</summary>
    public IReadOnlyList<PublicationHistory> Earlier => _earlier;

    /// <summary>The days on which a block was shown with what was closed then; the last one is now.</summary>
    public IReadOnlyList<PublicationHistory> DaysOf(Block block) =>
        [.. _earlier.Where(then => then.Blocks(block.Area, block.Kind).Any(one => one.From == block.From)), this];

    public PublicationHistory Copy()
    {
        var copy = Today();
        copy._earlier.AddRange(_earlier);
        copy._isRevising = _isRevising;
        foreach (var (key, values) in _values)
            copy._values[key] = [.. values];
        return copy;
    }

    /// <summary>A day of publishing is over: what comes next is another day.</summary>
    public void EndDay() => _isRevising = false;

    private PublicationHistory Today()
    {
        var copy = new PublicationHistory();
        foreach (var (key, groups) in _closed)
            copy._closed[key] = new(groups, StringComparer.Ordinal);
        foreach (var (key, blocks) in _blocks)
            copy._blocks[key] = [.. blocks];
        copy._months.UnionWith(_months);
        copy._areas.UnionWith(_areas);
        return copy;
    }

    public void Take(MonthClosed closed)
    {
        if (closed.Areas is not null && !_isRevising)
        {
            _earlier.Add(Today());
            _isRevising = true;
        }
        _months.Add(closed.Month);
        foreach (var key in _closed.Keys.Where(key => IsAbout(closed, key.Month, key.Area)).ToList())
            _closed.Remove(key);
        foreach (var count in closed.Counts)
        {
            _areas.Add(count.Area);
            var key = (closed.Month, count.Area, count.Kind);
            if (!_closed.TryGetValue(key, out var groups))
                _closed[key] = groups = new(StringComparer.Ordinal);
            groups[count.Group] = groups.GetValueOrDefault(count.Group) + new Tally(count.Met, count.NotMet);
        }
    }

    public void Take(Block block)
    {
        var key = (block.Area, block.Kind);
        if (!_blocks.TryGetValue(key, out var blocks))
            _blocks[key] = blocks = [];
        var at = blocks.FindIndex(one => one.From == block.From);
        if (at < 0)
            blocks.Add(block);
        else
            blocks[at] = block;
        var values = (block.Area, block.Kind, block.From);
        if (!_values.TryGetValue(values, out var versions))
            _values[values] = versions = [];
        versions.Add(block.Cells);
    }

    /// <summary>A block that was only tried is put back.</summary>
    public void PutBack(Block block)
    {
        _blocks[(block.Area, block.Kind)].RemoveAll(one => one.From == block.From);
        _values.Remove((block.Area, block.Kind, block.From));
    }

    /// <summary>The stretches that are published, oldest first; none twice, none over another.</summary>
    public IReadOnlyList<Block> Blocks(string area, TableKind kind) =>
        _blocks.TryGetValue((area, kind), out var blocks) ? blocks : [];

    /// <summary>Every value that a stretch had in public, the first one first.</summary>
    public IReadOnlyList<IReadOnlyList<PublishedCell>> ValuesOf(Block block) =>
        _values[(block.Area, block.Kind, block.From)];

    public IEnumerable<Block> AllBlocks => _blocks.Values.SelectMany(blocks => blocks);

    /// <summary>The first month after what is published; null when nothing is closed.</summary>
    public Month? NextOf(string area, TableKind kind) =>
        Blocks(area, kind) is [.., var last] ? last.To.Plus(1)
        : _months.Count == 0 ? null
        : _months.Min;

    public Tally Of(string area, TableKind kind, Month from, Month to, IReadOnlyCollection<string> groups) =>
        area == Block.Whole
            ? Tally.Sum(_areas.Select(one => Of(one, kind, from, to, groups)))
            : Tally.Sum(
                Month
                    .Between(from, to)
                    .Select(month => _closed.GetValueOrDefault((month, area, kind)))
                    .OfType<Dictionary<string, Tally>>()
                    .SelectMany(by => groups.Select(by.GetValueOrDefault))
            );

    /// <summary>The groups that anybody is in.</summary>
    public IReadOnlyList<string> GroupsOf(string area, TableKind kind, Month from, Month to) =>
        [
            .. Month
                .Between(from, to)
                .Select(month => _closed.GetValueOrDefault((month, area, kind)))
                .OfType<Dictionary<string, Tally>>()
                .SelectMany(by => by.Keys)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The block as it is by what is closed now.</summary>
    public Block Now(Block block) =>
        block with
        {
            Cells =
            [
                .. block.Cells.Select(cell =>
                    cell with
                    {
                        Met = Of(block.Area, block.Kind, block.From, block.To, cell.Groups).Met,
                        NotMet = Of(block.Area, block.Kind, block.From, block.To, cell.Groups).NotMet,
                    }
                ),
            ],
        };

    private static bool IsAbout(MonthClosed closed, Month month, string area) =>
        closed.Month == month && closed.Areas?.Contains(area, StringComparer.Ordinal) != false;
}
