namespace Mantel.Web.CareTeam;

/// <summary>Somebody in the drawing on a phone, and where their name stands under their shape.</summary>
/// <param name="LabelX">The middle of the name, from the middle of the shape.</param>
internal sealed record Ringed(CircleNode Node, string Name, IReadOnlyList<string> About, double LabelX = 0);

/// <summary>
/// Where everybody stands in the drawing on a phone: on the ring of how close they are, each on a height of their own
/// on their side, so that no two names meet; the outer rings take the outer heights. Who has no room stands in the
/// list.
/// </summary>
internal sealed class CircleRings
{
    public const int Width = 360;

    /// <summary>Of the one in the middle.</summary>
    public const int Middle = 31;

    /// <summary>From the middle of a shape to the line of the name, and from line to line.</summary>
    public const int ToName = 30;
    public const int Line = 16;

    private const int Most = 12;
    private const int Above = 19;
    private const int Below = 8;
    private const int Lowest = 300;
    private const double LetterOfName = 7.9;
    private const double LetterOfAbout = 6.7;
    private static readonly double[] Across = [74, 116, 150];
    private static readonly double[] Down = [0.44, 0.72, 0.96];

    public CircleRings(IReadOnlyList<Ringed> all)
    {
        var shown = all.Take(Most).ToList();
        Unseen = all.Count - shown.Count;
        List<Ringed> right = [.. Order(shown.Where((_, i) => i % 2 == 0))];
        List<Ringed> left = [.. Order(shown.Where((_, i) => i % 2 == 1))];
        Height = Math.Max(Lowest, Math.Max(left.Sum(HeightOf), right.Sum(HeightOf)));
        Nodes = [.. Stack(left, isLeft: true), .. Stack(right, isLeft: false)];
        Rings = [.. shown.Select(one => one.Node.Ring).Distinct().Order().Select(ring => (Across[ring], Radius(ring)))];
    }

    public double Height { get; }

    public IReadOnlyList<(double X, double Y)> Rings { get; }

    public IReadOnlyList<Ringed> Nodes { get; }

    /// <summary>How many have no room in the drawing.</summary>
    public int Unseen { get; }

    private static double HeightOf(Ringed one) => Above + ToName + (Line * one.About.Count) + Below;

    private double Radius(int ring) => Down[ring] * Height / 2;

    /// <summary>From the top down: the outer rings above and below, who is closest in the middle.</summary>
    private static IEnumerable<Ringed> Order(IEnumerable<Ringed> side)
    {
        var outerFirst = side.OrderByDescending(one => one.Node.Ring).ToList();
        return outerFirst.Where((_, i) => i % 2 == 0).Concat(outerFirst.Where((_, i) => i % 2 == 1).Reverse());
    }

    private IEnumerable<Ringed> Stack(List<Ringed> side, bool isLeft)
    {
        var top = (Height - side.Sum(HeightOf)) / 2;
        foreach (var one in side)
        {
            yield return Place(one, top, isLeft);
            top += HeightOf(one);
        }
    }

    /// <summary>The name stays on its own side of the paper, and clear of the one in the middle.</summary>
    private Ringed Place(Ringed one, double top, bool isLeft)
    {
        var (y, fromMiddle) = (top + Above, top + Above - (Height / 2));
        var high = fromMiddle / Radius(one.Node.Ring);
        var across = Math.Max(Middle + 24, Across[one.Node.Ring] * Math.Sqrt(Math.Max(0.1, 1 - (high * high))));
        var isBeside = fromMiddle < Middle + Above && fromMiddle + HeightOf(one) - Above > -Middle;
        var half = WidthOf(one) / 2;
        var inner = isBeside ? Middle + 5 : 2;
        var name = Math.Clamp(across, inner + half, Math.Max(inner + half, (Width / 2.0) - 2 - half));
        var side = isLeft ? -1 : 1;
        return one with
        {
            LabelX = side * (name - across),
            Node = one.Node with { X = (Width / 2.0) + (side * across), Y = y },
        };
    }

    /// <summary>About how wide the name and what stands under it are, in the letters of the drawing.</summary>
    private static double WidthOf(Ringed one) =>
        one.About.Select(line => line.Length * LetterOfAbout).Append(one.Name.Length * LetterOfName).Max();
}
