using Mantel.Core.CareTeam;
using Mantel.Demo.Folk;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Networks;

/// <summary>
/// A palliative network of the demo: invented organisations on real ground, with habits of their own.
/// </summary>
/// <param name="Region">The code under which data/regions knows the ground it stands on.</param>
/// <param name="People">How many people it tells of, besides the cast.</param>
/// <param name="Numbers">Where its share of the numbers for tests begins.</param>
internal sealed record Network(string Key, string Region, string Country, int People, int Numbers)
{
    public required Habits Habits { get; init; }

    /// <summary>Habits that changed, and how many days ago; null: they did not.</summary>
    public (int DaysAgo, Habits Habits)? Since { get; init; }

    public required IReadOnlyList<DemoTown> Towns { get; init; }

    /// <summary>Where people's families come from, by weight.</summary>
    public required IReadOnlyList<(NameStock What, double Weight)> Stocks { get; init; }

    public required IReadOnlyList<Workplace> Workplaces { get; init; }

    public required IReadOnlyList<Professional> Staff { get; init; }

    /// <summary>Told when everybody else has been: with it the network is whole.</summary>
    public Workplace Last => Workplaces[^1];

    public bool IsBelgian => Country == "BE";

    public Habits HabitsOn(int daysAgo) => Since is { } since && daysAgo <= since.DaysAgo ? since.Habits : Habits;

    /// <summary>Those of the staff who work at that kind of house.</summary>
    public IReadOnlyList<Professional> At(OrganisationKind kind) => [.. Staff.Where(who => who.At.Kind == kind)];

    public IReadOnlyList<Professional> Of(Discipline discipline) =>
        [.. Staff.Where(who => who.Discipline == discipline)];

    /// <summary>Towns as <c>Terneuzen, GM0715, 4531, 5; Axel, GM0715 Terneuzen, 4571, 2</c>.</summary>
    public static IReadOnlyList<DemoTown> Ground(string country, string towns) =>
        [
            .. Text.Lines(towns)
                .Select(line => Text.List(line))
                .Select(part =>
                {
                    var code = part[1].Split(' ', 2);
                    var weight = double.Parse(part[3], System.Globalization.CultureInfo.InvariantCulture);
                    return new DemoTown(
                        part[0],
                        code.Length > 1 ? code[1] : part[0],
                        code[0],
                        part[2],
                        country,
                        weight
                    );
                }),
        ];
}
