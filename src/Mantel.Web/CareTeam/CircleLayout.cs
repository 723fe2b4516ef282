using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Core.Support;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.CareTeam;

/// <summary>Somebody in the drawing of the circle.</summary>
/// <param name="Ring">0 family and friends, 1 neighbours and volunteers, 2 care.</param>
/// <param name="KeepsUp">How long a close one can keep it up, and when they said so; null: not for this reader.</param>
/// <param name="Brief">What they are called where there is little room.</param>
/// <param name="Load">What they answered to how long they can keep it up; null: not asked, or not told.</param>
/// <param name="IsLeft">On which side the name stands.</param>
public sealed record CircleNode(
    string Name,
    string About,
    SupportLayer Layer,
    int Ring,
    string Brief,
    string? KeepsUp = null,
    KeepingUp? Load = null,
    bool IsLeft = false,
    double X = 0,
    double Y = 0
);

/// <summary>
/// Where everybody stands in the drawing: on the ring of how close they are, each on a height of their own on their
/// side, so that no two names meet; the outer rings take the outer heights.
/// </summary>
internal sealed class CircleLayout
{
    public const int Width = 960;

    /// <summary>So many letters of what somebody is fit on a line.</summary>
    public const int Letters = 30;

    private const int TwoLines = 50;
    private const int ThreeLines = 64;
    private const int Most = 18;
    private const int ToName = 26;
    private const double LetterOfName = 8.6;
    private const double LetterOfAbout = 7.2;
    private static readonly double[] Across = [0.23, 0.4, 0.58];
    private static readonly double[] Down = [0.46, 0.76, 1];

    private readonly int _spacing;

    private CircleLayout(IReadOnlyList<CircleNode> all)
    {
        _spacing = all.Any(one => one.KeepsUp is not null || one.About.Length > Letters) ? ThreeLines : TwoLines;
        Height = Math.Max(300, (((all.Count + 1) / 2) + 1) * _spacing + 52);
        Nodes = [.. Side(all.Where((_, i) => i % 2 == 1), isLeft: true), .. Side(all.Where((_, i) => i % 2 == 0))];
    }

    public IReadOnlyList<CircleNode> Nodes { get; }

    public int Height { get; }

    public double RadiusX(int ring) => Across[ring] * Width * 0.72;

    public double RadiusY(int ring) => Down[ring] * (Height / 2.0 - 26);

    /// <param name="hearsKeepingUp">The reader may know how long close ones can keep it up (safety rule 11).</param>
    public static CircleLayout Of(PersonRecord person, DateOnly today, Words words, bool hearsKeepingUp)
    {
        var close = person
            .Circle()
            .Select(one => new CircleNode(
                SaidToReader.IsYou(one.Id, words) ? words["tells.you"] : SaidToReader.Name(one.Fact.Name.Full(), words),
                SaidToReader.IsYou(one.Id, words)
                    ? ""
                    : SaidToReader.OfOthers(one.Fact.Name.Full(), Telling.Relationship(one.Fact, words), words) ?? "",
                SupportLayer.Community,
                IsNeighbour(one.Fact) ? 1 : 0,
                SaidToReader.IsYou(one.Id, words) ? words["tells.you"] : one.Fact.Name.Familiar(),
                hearsKeepingUp ? KeepsUp(person, one.Id, words) : null,
                hearsKeepingUp ? person.KeepingUp(one.Id)?.Fact.HowLong : null
            ));
        var team = person
            .Team(today)
            .Select(member => new CircleNode(
                member.Fact.Name,
                Telling.Discipline(member.Fact, words),
                member.Fact.Layer(),
                member.Fact.Layer() is SupportLayer.Community ? 1 : 2,
                member.Fact.Name
            ));
        return new([.. close.Concat(team).Take(Most)]);
    }

    /// <summary>A neighbour is close and is no family: they stand with the neighbourhood.</summary>
    internal static bool IsNeighbour(RelatedPersonRecorded close) => close.Relationship is Relationship.Neighbour;

    private static string KeepsUp(PersonRecord person, Guid closeOne, Words words) =>
        person.KeepingUp(closeOne) is { } told
            ? words["circle.keeps-up", words.Name("keeping-up", told.Fact.HowLong), Telling.Day(told.Effective, words)]
            : words["support.keeping-up.not-asked"];

    private IEnumerable<CircleNode> Side(IEnumerable<CircleNode> nodes, bool isLeft = false)
    {
        var side = nodes.OrderByDescending(one => one.Ring).ToList();
        var heights = Enumerable
            .Range(0, side.Count)
            .Select(i => (i - ((side.Count - 1) / 2.0)) * _spacing)
            .OrderByDescending(Math.Abs)
            .ToList();
        return side.Select((one, i) => Place(one, heights[i], isLeft));
    }

    private CircleNode Place(CircleNode one, double height, bool isLeft)
    {
        var (rx, ry) = (RadiusX(one.Ring), RadiusY(one.Ring));
        var onTheRing = rx * Math.Sqrt(Math.Max(0.04, 1 - (height * height / (ry * ry))));
        var across = Math.Min(onTheRing, (Width / 2.0) - ToName - WidthOf(one));
        var x = (Width / 2.0) + (isLeft ? -across : across);
        return one with { IsLeft = isLeft, X = x, Y = (Height / 2.0) + height };
    }

    /// <summary>About how wide the longest line beside somebody is: all of it stays on the paper.</summary>
    private static double WidthOf(CircleNode one) =>
        Math.Max(
            Math.Min(one.Name.Length, 28) * LetterOfName,
            Math.Max(Math.Min(one.About.Length, Letters), Math.Min(one.KeepsUp?.Length ?? 0, 44)) * LetterOfAbout
        );
}
