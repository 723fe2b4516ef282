using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>What matters to the person (wat voor mij belangrijk is), in their own words.</summary>
internal sealed record AskWhatMatters(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.WhatMatters;

    public override Ask Ask(TalkSoFar so) => Talking.Ask.OnlyWords;

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        so.Person.WhatMatters() is { } told ? [InWords.Said(told.Effective, told.Effective, told.Fact.Words)] : [];

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        answer.Words is { } words ? [new TellWhatMatters(words, close.Day)] : [];
}

/// <summary>What professionals should know to give good care (specifieke wensen).</summary>
internal sealed record AskAboutWishes(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Wishes;

    public override Ask Ask(TalkSoFar so) => Talking.Ask.OnlyWords;

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(so.Person.CareWishes(), fact => fact.Words);

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        answer.Words is { } words ? [new TellCareWishes(words, close.Day)] : [];
}

/// <summary>What else matters (wat verder nog belangrijk is).</summary>
internal sealed record AskWhatElseMatters(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Wishes;

    public override Ask Ask(TalkSoFar so) => Talking.Ask.OnlyWords;

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(so.Person.WhatElseMatters(), fact => fact.Words);

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        answer.Words is { } words ? [new TellWhatElseMatters(words, close.Day)] : [];
}

/// <summary>How what was told before is said again.</summary>
internal static class InWords
{
    public static LastSaid Said(PartialDate? on, PartialDate? since, string words) =>
        new(on, since, new TalkAnswer(TalkAnswerKind.Said, [], words, null, null, null));

    public static IReadOnlyList<LastSaid> Last<TFact>(TopicInForce<TFact> topic, Func<TFact, string> words)
        where TFact : Fact => [.. topic.Holding.Select(one => Said(one.Effective, topic.Since, words(one.Fact)))];

    /// <summary>What was chosen before, with what was written with it.</summary>
    public static IReadOnlyList<LastSaid> Last<TFact>(
        TopicInForce<TFact> topic,
        Func<TFact, string?> chosen,
        Func<TFact, string?> words
    )
        where TFact : Fact =>
        [
            .. from one in topic.Holding
            let word = chosen(one.Fact)
            where word is not null
            select new LastSaid(
                one.Effective,
                topic.Since,
                new TalkAnswer(TalkAnswerKind.Said, [word], words(one.Fact), null, null, null)
            ),
        ];
}
