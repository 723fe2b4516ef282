using Mantel.Core.Journal;

namespace Mantel.Core.Questions;

/// <summary>The questions that reached an organisation (vragen): one stream for each organisation.</summary>
public sealed class QuestionsRecord(StreamId stream, IReadOnlyList<Entry> entries)
    : Record(stream, entries),
        IKeptRecord<QuestionsRecord>
{
    public static StreamKind Kind { get; } = new(6, "questions");

    public Guid Organisation => Stream.Id;

    public static QuestionsRecord Fold(StreamId stream, IReadOnlyList<Entry> entries) => new(stream, entries);
}

/// <summary>A question with what came of it.</summary>
/// <param name="CallBack">How to call back, while it waits; null when nothing was left or it was answered.</param>
public sealed record Question(
    Guid Organisation,
    Recorded<QuestionAsked> Asked,
    Recorded<CallBackLeft>? CallBack,
    Recorded<QuestionAnswered>? Answered
)
{
    public Guid Id => Asked.Fact.Question;

    public bool IsOpen => Answered is null;

    /// <summary>The day it was asked.</summary>
    public PartialDate Day => Asked.Entry.Day();

    /// <summary>Every entry here that holds words about somebody.</summary>
    public IReadOnlyList<Guid> Entries =>
        [.. new[] { Asked.Entry, CallBack?.Entry, Answered?.Entry }.OfType<Entry>().Select(entry => entry.Id)];
}

/// <summary>What stands among the questions of an organisation.</summary>
public static class QuestionViews
{
    /// <summary>Those that wait for an answer, the longest waiting first.</summary>
    public static IReadOnlyList<Question> Open(this QuestionsRecord record) =>
        [.. record.Questions().Where(question => question.IsOpen).OrderBy(question => question.Asked.Entry.Recorded)];

    /// <summary>Those that were answered, newest first.</summary>
    public static IReadOnlyList<Question> Done(this QuestionsRecord record) =>
        [
            .. record
                .Questions()
                .Where(question => !question.IsOpen)
                .OrderByDescending(question => question.Answered!.Value.Entry.Recorded),
        ];

    /// <summary>One question; null when it is not here, or was removed.</summary>
    public static Question? Question(this QuestionsRecord record, Guid question) =>
        record.Questions().FirstOrDefault(one => one.Id == question);

    public static IEnumerable<Question> Questions(this QuestionsRecord record) =>
        record
            .All<QuestionAsked>()
            .Select(asked => new Question(
                record.Organisation,
                asked,
                record.Last<CallBackLeft>(left => left.Question == asked.Fact.Question),
                record.Last<QuestionAnswered>(answered => answered.Question == asked.Fact.Question)
            ));
}
