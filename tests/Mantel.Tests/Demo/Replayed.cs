using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Telling;
using Shouldly;

namespace Mantel.Tests.Demo;

/// <summary>A story told without a desk: every act is decided by its rule and must be accepted.</summary>
internal static class Replayed
{
    public static PersonRecord Of(Story story)
    {
        var entries = new List<Entry>();
        var nth = 0;
        foreach (var step in story.Steps.OfType<Step.Doing>())
        {
            nth++;
            var record = new PersonRecord(StreamId.Person(story.Person), [.. entries]);
            var act = step.Act(record);
            var outcome = act.Decide(record, step.At);
            var facts = outcome
                .ShouldBeOfType<Outcome.Yielded>($"{story} {nth} {act.GetType().Name} {Problems(outcome)}")
                .Facts;
            entries.AddRange(facts.Select((fact, i) => Stored(record, fact, i, step)));
        }
        return new PersonRecord(StreamId.Person(story.Person), entries);
    }

    private static string Problems(Outcome outcome) =>
        outcome is Outcome.Refused refused
            ? string.Join(", ", refused.Problems.Select(problem => $"{problem.Field} {problem.Rule}"))
            : "";

    private static Entry Stored(PersonRecord record, NewFact fact, int i, Step.Doing step) =>
        new(
            fact.Id ?? Guid.NewGuid(),
            record.Stream,
            record.Version + 1 + i,
            fact.Fact,
            fact.Effective,
            step.At.Instant,
            step.Actor.Author,
            step.Source ?? Source.Mantel,
            Guid.NewGuid(),
            fact.RestsOn ?? []
        );
}
