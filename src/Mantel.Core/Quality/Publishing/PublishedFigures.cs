using Mantel.Core.Journal;

namespace Mantel.Core.Quality.Publishing;

/// <summary>A published table with the day on which it was published, and that of its last revision.</summary>
/// <param name="Version">Of the definition.</param>
/// <param name="RevisedOn">Late facts changed it on this day; null: it is as it was first published.</param>
public sealed record PublishedBlock(Block Block, int Version, DateOnly On, DateOnly? RevisedOn)
{
    public bool IsRevised => RevisedOn is not null;
}

/// <summary>Everything that was ever published, as it stands now: all that a page or an export may show.</summary>
public sealed class PublishedFigures
{
    private readonly Dictionary<
        (string Measure, string Area, TableKind Kind),
        SortedList<Month, PublishedBlock>
    > _blocks = [];
    private readonly Dictionary<string, DateOnly> _lastOn = new(StringComparer.Ordinal);

    public PublishedFigures(IEnumerable<Fact> facts)
    {
        foreach (var published in facts.OfType<FiguresPublished>())
            Take(published);
    }

    /// <summary>True while no month of any measure was ever published.</summary>
    public bool IsEmpty => _lastOn.Count == 0;

    /// <summary>The published stretches of a table, oldest first.</summary>
    /// <param name="area">The code of a network, or <see cref="Block.Whole"/>.</param>
    public IReadOnlyList<PublishedBlock> Blocks(string measure, string area, TableKind kind) =>
        _blocks.TryGetValue((measure, area, kind), out var blocks) ? [.. blocks.Values] : [];

    /// <summary>The networks of which anything of this measure was published.</summary>
    public IReadOnlyList<string> Networks(string measure) =>
        [
            .. _blocks
                .Keys.Where(key => key.Measure == measure && key.Area != Block.Whole)
                .Select(key => key.Area)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The day on which a measure was last published; null: never yet.</summary>
    public DateOnly? LastOn(string measure) => _lastOn.TryGetValue(measure, out var on) ? on : null;

    private void Take(FiguresPublished published)
    {
        _lastOn[published.Measure] = published.On;
        foreach (var block in published.Blocks)
        {
            var key = (published.Measure, block.Area, block.Kind);
            if (!_blocks.TryGetValue(key, out var blocks))
                _blocks[key] = blocks = [];
            var first = blocks.GetValueOrDefault(block.From);
            blocks[block.From] = new PublishedBlock(
                block,
                published.Version,
                first?.On ?? published.On,
                first is null ? null : published.On
            );
        }
    }
}
