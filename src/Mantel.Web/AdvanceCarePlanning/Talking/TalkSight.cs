using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Web.AdvanceCarePlanning.Talking;

/// <summary>
/// A guided conversation on somebody's screen: how far it is, and the questions that this one may note.
/// </summary>
internal sealed class TalkSight
{
    private TalkSight(Sight sight, PersonRecord person, GuidedTalk talk)
    {
        (Sight, SoFar) = (sight, new TalkSoFar(person, talk, sight.Now.Today));
        Questions = [.. SoFar.Asked().Where(question => sight.May(question.Needs))];
    }

    public Sight Sight { get; }

    public TalkSoFar SoFar { get; }

    public GuidedTalk Talk => SoFar.Talk;

    /// <summary>In the order of the conversation.</summary>
    public IReadOnlyList<TalkQuestion> Questions { get; }

    /// <summary>Those that are on the way from question to question.</summary>
    private List<TalkQuestion> OnTheWay => [.. Questions.Where(question => !question.IsAskedBefore)];

    /// <summary>The way to this conversation.</summary>
    public string Address => $"/people/{Sight.Person}/talk/{Talk.Id}";

    /// <summary>Null when there is no such conversation in the record.</summary>
    public static TalkSight? Of(Sight sight, Guid talk) =>
        sight.Record.Talk(talk) is { } known ? new TalkSight(sight, sight.Record, known) : null;

    /// <summary>The same, after these entries were added.</summary>
    public TalkSight After(IReadOnlyList<Entry> entries)
    {
        var person = new PersonRecord(Sight.Record.Stream, [.. Sight.Record.Entries, .. entries]);
        return new TalkSight(Sight, person, person.Talk(Talk.Id)!);
    }

    public TalkQuestion? Question(string key) =>
        Questions.FirstOrDefault(question => string.Equals(question.Key, key, StringComparison.Ordinal));

    /// <summary>The how many-th of how many questions this is, as far as is known; null when not on the way.</summary>
    public (int Nth, int Of)? Step(string key) =>
        OnTheWay.FindIndex(question => string.Equals(question.Key, key, StringComparison.Ordinal)) is >= 0 and var at
            ? (at + 1, OnTheWay.Count)
            : null;

    /// <summary>The way to the question that comes a step after this one, or before it.</summary>
    public string Way(string from, int step)
    {
        var at = OnTheWay.FindIndex(question => string.Equals(question.Key, from, StringComparison.Ordinal)) + step;
        return at < 0 ? $"{Address}/with"
            : at >= OnTheWay.Count ? $"{Address}/read-back"
            : WayTo(OnTheWay[at].Key);
    }

    /// <summary>Where one goes on: the first question without an answer, or reading back.</summary>
    public string WayOn() =>
        OnTheWay.Find(question => SoFar.AnswerTo(question.Key) is null) is { } open
            ? WayTo(open.Key)
            : $"{Address}/read-back";

    public string WayTo(string question) => $"{Address}/ask/{Uri.EscapeDataString(question)}";
}
