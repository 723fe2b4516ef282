using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mantel.Core.Journal;
using Mantel.Core.Questions;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Questions;

/// <summary>Questions as numbers: nobody can be recognised, and nothing that is said is wrong.</summary>
public sealed class QuestionFiguresTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly Until = new(2026, 12, 31);

    [Fact]
    public void Only_what_was_asked_in_those_days_counts()
    {
        var asked = Many(QuestionSubject.Room, 12).Append(One(QuestionSubject.Room, "2025-12-31"));
        var figures = QuestionFigures.Of(asked, From, Until);
        figures.Total.ShouldBe(12);
        figures.BySubject.ShouldBe([new(QuestionSubject.Room, 12)]);
    }

    [Theory]
    [InlineData("2026-11-30", "2026-01-01", "2026-06-30")]
    [InlineData("2026-06-30", "2025-07-01", "2025-12-31")]
    [InlineData("2026-07-01", "2026-01-01", "2026-06-30")]
    public void The_half_year_is_one_that_ended(string today, string from, string until)
    {
        var closed = QuestionFigures.LastClosed(DateOnly.Parse(today, CultureInfo.InvariantCulture));
        closed.From.ShouldBe(DateOnly.Parse(from, CultureInfo.InvariantCulture));
        closed.Until.ShouldBe(DateOnly.Parse(until, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void What_is_too_small_to_name_takes_the_smallest_that_is_named_with_it()
    {
        var figures = QuestionFigures.Of(
            [
                .. Many(QuestionSubject.Room, 30),
                .. Many(QuestionSubject.Symptoms, 12),
                .. Many(QuestionSubject.Other, 3),
            ],
            From,
            Until
        );
        figures.Total.ShouldBe(45);
        figures.BySubject.ShouldBe([new(QuestionSubject.Room, 30), new(null, 15, IsRest: true)]);
    }

    /// <summary>No number under ten, every named number true, and all together the total.</summary>
    [Fact]
    public void No_number_tells_of_fewer_than_ten() =>
        Prop.ForAll(
                Gen.Choose(0, 40).ListOf(5).ToArbitrary(),
                counts =>
                {
                    var asked = counts.SelectMany((count, i) => Many((QuestionSubject)i, count)).ToList();
                    var figures = QuestionFigures.Of(asked, From, Until);
                    var named = figures.BySubject.Where(one => !one.IsRest).ToList();
                    return figures.Total is null
                        ? asked.Count < QuestionFigures.Least && figures.BySubject.Count == 0
                        : figures.BySubject.All(one => one.Count >= QuestionFigures.Least)
                            && named.TrueForAll(one => one.Count == counts[(int)one.Of!.Value])
                            && figures.BySubject.Sum(one => one.Count) == figures.Total;
                }
            )
            .QuickCheckThrowOnFailure();

    private static IEnumerable<Question> Many(QuestionSubject subject, int times) =>
        Enumerable.Range(0, times).Select(_ => One(subject, "2026-05-06"));

    private static Question One(QuestionSubject subject, string day)
    {
        var (organisation, author) = (Guid.NewGuid(), new Author(Guid.NewGuid(), "", Role.Nurse, null, null));
        var fact = new QuestionAsked(
            Guid.NewGuid(),
            QuestionFrom.Citizen,
            QuestionWay.Mail,
            subject,
            null,
            "Waar is plek?"
        );
        var stream = StreamId.Of<QuestionsRecord>(organisation);
        var entry = new Entry(
            Guid.NewGuid(),
            stream,
            1,
            fact,
            PartialDate.Parse(day),
            default,
            author,
            Source.Mantel,
            Guid.NewGuid(),
            []
        );
        return new(organisation, new(entry, fact), null, null);
    }
}
