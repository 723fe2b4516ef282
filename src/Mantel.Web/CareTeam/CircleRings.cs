namespace Mantel.Web.CareTeam;

/// <summary>
/// Where everybody stands in the drawing on a phone: rings around the person, spread evenly, each with a short name
/// under its shape; who has no room stands in the list.
/// </summary>
internal sealed class CircleRings
{
    public const int Width = 360;
    public const int Height = 492;
    private const int MostOnARing = 8;
    private static readonly double[] Across = [66, 108, 146];
    private static readonly double[] Down = [76, 144, 212];

    public CircleRings(IReadOnlyList<CircleNode> all)
    {
        var rings = all.GroupBy(node => node.Ring).OrderBy(ring => ring.Key).ToList();
        Rings = [.. rings.Select((_, i) => (Across[i], Down[i]))];
        Nodes = [.. rings.SelectMany((ring, i) => Place([.. ring.Take(MostOnARing)], i))];
        Unseen = all.Count - Nodes.Count;
    }

    public IReadOnlyList<(double X, double Y)> Rings { get; }

    public IReadOnlyList<CircleNode> Nodes { get; }

    /// <summary>How many have no room in the drawing.</summary>
    public int Unseen { get; }

    /// <summary>Each ring begins somewhere else, so that names of two rings do not stand under each other.</summary>
    private static IEnumerable<CircleNode> Place(List<CircleNode> ring, int number)
    {
        var begin = (-Math.PI / 2) + (number * Math.PI / 5) + (ring.Count == 1 ? Math.PI / 4 : 0);
        for (var i = 0; i < ring.Count; i++)
        {
            var angle = begin + (2 * Math.PI * i / ring.Count);
            yield return ring[i] with
            {
                X = (Width / 2.0) + (Across[number] * Math.Cos(angle)),
                Y = (Height / 2.0) - 12 + (Down[number] * Math.Sin(angle)),
            };
        }
    }
}
