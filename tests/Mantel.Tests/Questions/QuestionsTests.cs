using Mantel.Core.Journal;
using Mantel.Core.Questions;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Questions;

/// <summary>Questions without a record: given these facts, when this, then those facts or that refusal.</summary>
public sealed class QuestionsTests
{
    private static readonly Guid Organisation = Guid.NewGuid();
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Moment Now = new(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), new(2026, 3, 4));
    private readonly List<Entry> _entries = [];

    private QuestionsRecord Record => new(StreamId.Of<QuestionsRecord>(Organisation), [.. _entries]);

    [Fact]
    public void A_question_waits_with_how_to_call_back_until_it_is_answered_and_then_that_is_destroyed()
    {
        Do(Asked() with { CallBack = "dochter, 06 0055 0192" });
        var waiting = Record.Open().ShouldHaveSingleItem();
        waiting.CallBack!.Value.Fact.Whom.ShouldBe("dochter, 06 0055 0192");
        waiting.Asked.Fact.Municipality.ShouldBe("GM0687");

        var answered = (QuestionAnswered)
            Do(new AnswerQuestion(One, QuestionOutcome.Answered, "De vuurbaak gebeld")).Single();

        answered.Entries.ShouldBe([waiting.CallBack!.Value.Entry.Id]);
        Record.Open().ShouldBeEmpty();
        Record.Done().ShouldHaveSingleItem().Answered!.Value.Fact.Outcome.ShouldBe(QuestionOutcome.Answered);
        Rules(new AnswerQuestion(One, QuestionOutcome.SentOn)).ShouldBe(["rule.question-answered"]);
    }

    [Fact]
    public void What_is_answered_at_once_keeps_no_way_to_call_back()
    {
        var facts = Do(Asked() with { CallBack = "buurvrouw", Outcome = QuestionOutcome.SentOn });
        facts.ShouldNotContain(fact => fact is CallBackLeft);
        Record.Open().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_not_chosen_or_cannot_be_is_said_at_its_field()
    {
        var empty = new AskQuestion(One, null, null, null, "Nergenshuizen", " ", Answer: "Ja.");
        Refused(empty)
            .Select(problem => (problem.Field, problem.Rule))
            .ShouldBe(
                [
                    ("from", "rule.missing"),
                    ("way", "rule.missing"),
                    ("subject", "rule.missing"),
                    ("municipality", "rule.municipality-unknown"),
                    ("words", "rule.missing"),
                    ("outcome", "rule.missing"),
                ],
                ignoreOrder: true
            );
        Refused(Asked() with { On = PartialDate.Parse("2026-03-05") }).Single().Field.ShouldBe("on");
        Do(Asked());
        Refused(new AnswerQuestion(One, QuestionOutcome.NoAnswer)).Single().Field.ShouldBe("answer");
    }

    [Fact]
    public void A_question_that_was_removed_is_destroyed_word_for_word_and_counts_nowhere()
    {
        Do(Asked() with { CallBack = "dochter" });
        var all = Record.Open().Single().Entries;
        all.Count.ShouldBe(2);

        var removed = (QuestionRemoved)Do(new RemoveQuestion(One, "Er stond een naam in.")).Single();

        removed.Entries.ShouldBe(all);
        _entries.RemoveAll(entry => all.Contains(entry.Id));
        Record.Question(One).ShouldBeNull();
        Rules(new RemoveQuestion(One, "Nog eens.")).ShouldBe(["rule.question-not-there"]);
    }

    private static AskQuestion Asked() =>
        new(
            One,
            QuestionFrom.CloseOne,
            QuestionWay.Telephone,
            QuestionSubject.WhatThereIs,
            "Middelburg",
            "Welke hulp is er in de nacht?"
        );

    private List<Fact> Do(IAct<QuestionsRecord> act)
    {
        var facts = act.Decide(Record, Now).ShouldBeOfType<Outcome.Yielded>().Facts;
        var author = new Author(Guid.NewGuid(), "F. Azouzi", Role.Nurse, Organisation, "Thuiszorg");
        foreach (var fact in facts)
            _entries.Add(
                new Entry(
                    Guid.NewGuid(),
                    StreamId.Of<QuestionsRecord>(Organisation),
                    _entries.Count + 1,
                    fact.Fact,
                    fact.Effective,
                    Now.Instant,
                    author,
                    Source.Mantel,
                    Guid.NewGuid(),
                    []
                )
            );
        return [.. facts.Select(fact => fact.Fact)];
    }

    private IReadOnlyList<Problem> Refused(IAct<QuestionsRecord> act) =>
        act.Decide(Record, Now).ShouldBeOfType<Outcome.Refused>().Problems;

    private IEnumerable<string> Rules(IAct<QuestionsRecord> act) => Refused(act).Select(problem => problem.Rule);
}
