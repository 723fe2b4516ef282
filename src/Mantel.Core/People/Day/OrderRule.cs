using Mantel.Core.Journal;

namespace Mantel.Core.People.Day;

/// <summary>The part of the work to which something belongs that waits (nu, vandaag, deze week, later).</summary>
public enum DayPart
{
    /// <summary>Before anything else, and it cannot be put off.</summary>
    Now,
    Today,
    ThisWeek,
    Later,
}

/// <summary>
/// A rule of the order in which people stand on the start list: a row of <c>data/attention/order.tsv</c>.
/// </summary>
/// <param name="Place">From 0 for what goes before all else.</param>
public sealed record OrderRule(
    string Id,
    int Place,
    DayPart Part,
    string Why,
    string Source,
    string Edition,
    string? Reviewer,
    string Status
)
{
    /// <summary>The whole table, in its order.</summary>
    public static IReadOnlyList<OrderRule> All { get; } = [.. ReferenceTable.Read("order.tsv").Select(Read)];

    private static readonly Dictionary<string, OrderRule> ById = All.ToDictionary(
        rule => rule.Id,
        StringComparer.Ordinal
    );

    internal static OrderRule Of(string id) => ById[id];

    private static OrderRule Read(IReadOnlyDictionary<string, string> row, int place) =>
        new(
            row["id"],
            place,
            Enum.Parse<DayPart>(row["part"]),
            row["why"],
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );
}
