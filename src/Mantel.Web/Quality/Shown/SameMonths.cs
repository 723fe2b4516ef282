using Mantel.Core.Quality.Publishing;

namespace Mantel.Web.Quality.Shown;

/// <summary>
/// Over which months networks stand beside each other: the same for each of them and for all together. Which months
/// these are depends on where tables begin and end, and not on what they say.
/// </summary>
/// <param name="blocksOf">The stretches of a network, or the whole, that may be shown.</param>
internal sealed class SameMonths(Func<string, IReadOnlyList<PublishedBlock>> blocksOf)
{
    /// <summary>
    /// With the network that one looks at, when it can be; then as many networks, then as many months, as possible; the
    /// latest. Null while nothing is published.
    /// </summary>
    public Span? Of(string own, IReadOnlyList<string> networks)
    {
        var whole = blocksOf(Block.Whole);
        var all = networks.Select(code => (Code: code, Blocks: blocksOf(code))).ToList();
        return (
            from first in whole
            from last in whole
            where first.Block.From <= last.Block.To
            let span = new Span(first.Block.From, last.Block.To)
            let fit = all.Where(network => Within(network.Blocks, span).Count > 0).ToList()
            orderby fit.Exists(network =>
                network.Code == own
            ) descending, fit.Count descending, span.Months descending, span.To descending
            select (Span?)span
        ).FirstOrDefault();
    }

    /// <summary>The stretches that begin and end with these months; none when they do not.</summary>
    public static IReadOnlyList<PublishedBlock> Within(IReadOnlyList<PublishedBlock> blocks, Span? span)
    {
        var inside = blocks.Where(one => one.Block.From >= span?.From && one.Block.To <= span?.To).ToList();
        return Span.Over(inside) == span ? inside : [];
    }
}
