using Mantel.Core.Population;
using Mantel.Core.Quality.Publishing;

namespace Mantel.Web.Quality.Shown;

/// <summary>The measures of one network or of everybody, where the day begins, and where more of them is.</summary>
public sealed record FiguresInShort(string Way, IReadOnlyList<MeasureSheet> Sheets);

/// <summary>About whom figures are asked: one network or everybody, and whether the others are named.</summary>
/// <param name="Network">Null: everybody.</param>
/// <param name="NamesOthers">Who studies networks sees their names; a network sees its own.</param>
internal sealed record Scope(Region? Network, bool NamesOthers)
{
    public string Area => Network?.Code ?? Block.Whole;
}
