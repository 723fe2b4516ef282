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

    [Fact]
    public void One_row_that_is_too_small_takes_the_smallest_that_is_said_with_it()
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
        figures
            .BySubject.Select(one => (one.Of, one.Count))
            .ShouldBe(
                [(QuestionSubject.Room, 30), (QuestionSubject.Symptoms, null), (QuestionSubject.Other, null)],
                ignoreOrder: true
            );
    }

    /// <summary>No number under ten, and no number that the others and the total give away.</summary>
    [Fact]
    public void No_number_tells_of_fewer_than_ten() =>
        Prop.ForAll(
                Gen.Choose(0, 40).ListOf(5).ToArbitrary(),
                counts =>
                {
                    var asked = counts.SelectMany((count, i) => Many((QuestionSubject)i, count)).ToList();
                    var figures = QuestionFigures.Of(asked, From, Until);
                    var said = figures.BySubject.Where(one => one.Count is not null).ToList();
                    var hidden = figures.BySubject.Count - said.Count;
                    var rest = (figures.Total ?? 0) - said.Sum(one => one.Count!.Value);
                    return said.TrueForAll(one => one.Count >= QuestionFigures.Least)
                        && said.TrueForAll(one => one.Count == counts[(int)one.Of])
                        && figures.Total is null or >= QuestionFigures.Least
                        && (figures.Total is null || hidden != 1 || rest == 0 || said.Count == 0);
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
