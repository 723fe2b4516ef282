using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.CareTeam;

/// <summary>Somebody in the drawing of the circle.</summary>
/// <param name="Ring">0 close ones, 1 community, 2 care.</param>
/// <param name="IsLeft">On which side the name stands.</param>
internal sealed record CircleNode(
    string Name,
    string About,
    SupportLayer Layer,
    int Ring,
    bool IsLeft,
    double X,
    double Y
);

/// <summary>
/// Where everybody stands in the drawing: on the ring of how close they are, each on a height of their own on their
/// side, so that no two names meet; the outer rings take the outer heights.
/// </summary>
internal sealed class CircleLayout
{
    public const int Width = 1100;
    private const int Spacing = 50;
    private const int Most = 18;
    private static readonly double[] Across = [0.2, 0.34, 0.47];
    private static readonly double[] Down = [0.46, 0.76, 1];

    private CircleLayout(IReadOnlyList<CircleNode> nodes, int height) => (Nodes, Height) = (nodes, height);

    public IReadOnlyList<CircleNode> Nodes { get; }

    public int Height { get; }

    public double RadiusX(int ring) => Across[ring] * Width * 0.72;

    public double RadiusY(int ring) => Down[ring] * (Height / 2.0 - 26);

    public static CircleLayout Of(PersonRecord person, DateOnly today, Words words)
    {
        var close = person
            .Circle()
            .Select(one => (one.Fact.Name.Full(), Telling.Relationship(one.Fact, words), SupportLayer.Community, 0));
        var team = person
            .Team(today)
            .Select(member => (member.Fact.Name, Telling.Discipline(member.Fact, words), member.Fact.Layer()))
            .Select(one => (one.Name, one.Item2, one.Item3, one.Item3 is SupportLayer.Community ? 1 : 2));
        var all = close.Concat(team).Take(Most).ToList();
        var height = Math.Max(300, (((all.Count + 1) / 2) + 1) * Spacing + 52);
        var layout = new CircleLayout([], height);
        var left = all.Where((_, i) => i % 2 == 1).ToList();
        var right = all.Where((_, i) => i % 2 == 0).ToList();
        return new([.. layout.Side(left, isLeft: true), .. layout.Side(right, isLeft: false)], height);
    }

    private IEnumerable<CircleNode> Side(
        List<(string Name, string About, SupportLayer Layer, int Ring)> side,
        bool isLeft
    )
    {
        var heights = Enumerable
            .Range(0, side.Count)
            .Select(i => (i - ((side.Count - 1) / 2.0)) * Spacing)
            .OrderByDescending(Math.Abs)
            .ToList();
        return side.OrderByDescending(one => one.Ring).Select((one, i) => Place(one, heights[i], isLeft));
    }

    private CircleNode Place((string Name, string About, SupportLayer Layer, int Ring) one, double height, bool isLeft)
    {
        var (rx, ry) = (RadiusX(one.Ring), RadiusY(one.Ring));
        var across = rx * Math.Sqrt(Math.Max(0.04, 1 - (height * height / (ry * ry))));
        var x = (Width / 2.0) + (isLeft ? -across : across);
        return new(one.Name, one.About, one.Layer, one.Ring, isLeft, x, (Height / 2.0) + height);
    }
}
