using Mantel.Core.Quality;
using Mantel.Core.Quality.Publishing;

namespace Mantel.Tests.Quality.Publishing;

/// <summary>
/// How people counted on each day of publishing, which an attacker does not know: a guess of theirs that is wrong has
/// found nobody.
/// </summary>
internal sealed class Closings
{
    private readonly List<Dictionary<(string Area, TableKind Kind, Month Month), List<ClosedCount>>> _days =
    [
        [],
    ];

    public void Take(MonthClosed closed)
    {
        var today = _days[^1];
        foreach (
            var key in today
                .Keys.Where(key => key.Month == closed.Month && closed.Areas?.Contains(key.Area) != false)
                .ToList()
        )
            today.Remove(key);
        foreach (var count in closed.Counts.GroupBy(count => (count.Area, count.Kind, closed.Month)))
            today[count.Key] = [.. count];
    }

    public void EndDay() => _days.Add(new(_days[^1]));

    /// <param name="groups">With plus signs between; empty: everybody.</param>
    /// <param name="dayOf">From which day of publishing a month is taken.</param>
    public (int Met, int NotMet) Of(
        string area,
        TableKind kind,
        string groups,
        Month from,
        Month to,
        Func<Month, int> dayOf
    )
    {
        var (met, notMet) = (0, 0);
        var wanted = groups.Split('+');
        foreach (var month in Month.Between(from, to))
        foreach (var (key, counts) in On(month, dayOf(month)))
        {
            if (key.Month != month || key.Kind != kind || (area != Block.Whole && key.Area != area))
                continue;
            foreach (var count in counts.Where(count => wanted.Contains(count.Group)))
                (met, notMet) = (met + count.Met, notMet + count.NotMet);
        }
        return (met, notMet);
    }

    private Dictionary<(string Area, TableKind Kind, Month Month), List<ClosedCount>> On(Month month, int day) =>
        _days.Skip(day).First(later => later.Keys.Any(key => key.Month == month));
}
