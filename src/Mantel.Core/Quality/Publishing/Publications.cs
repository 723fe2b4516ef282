using Mantel.Core.Journal;

namespace Mantel.Core.Quality.Publishing;

/// <summary>
/// Publishing at fixed days (publicatie): a month is closed on the fifteenth of the second month after it, when the
/// thirty days of everybody in it are over and late facts had two weeks.
/// </summary>
public static class Publications
{
    /// <summary>Nothing that is about fewer people is ever told.</summary>
    public const int FewestShown = Tally.Fewest;

    public static DateOnly DayOf(Month month) => month.Plus(2).First.AddDays(14);

    /// <summary>The last month that is closed on a day.</summary>
    public static Month LastClosedOn(DateOnly day) =>
        DayOf(Month.Of(day).Plus(-2)) <= day ? Month.Of(day).Plus(-2) : Month.Of(day).Plus(-3);

    /// <summary>What is published on a day, as facts; always the same for the same history and counts.</summary>
    /// <param name="history">What was closed and published of this version of the measure so far.</param>
    /// <param name="current">How the months that are closed count today: late facts.</param>
    /// <param name="closing">The month that is closed on this day.</param>
    public static IReadOnlyList<Fact> Decide(
        IReadOnlyList<Fact> history,
        IReadOnlyList<MonthClosed> current,
        MonthClosed closing,
        DateOnly on
    )
    {
        var book = Read(history);
        var (late, revised) = Reviser.Revise(ref book, current);
        book.Take(closing);
        var published = Publisher.Publish(book);
        return
        [
            .. late,
            closing,
            new FiguresPublished(closing.Measure, closing.Version, on, [.. revised, .. published]),
        ];
    }

    private static PublicationHistory Read(IReadOnlyList<Fact> history)
    {
        var book = new PublicationHistory();
        foreach (var fact in history)
        {
            if (fact is MonthClosed closed)
                book.Take(closed);
            if (fact is not FiguresPublished published)
                continue;
            foreach (var block in published.Blocks)
                book.Take(block);
            book.EndDay();
        }
        return book;
    }
}
