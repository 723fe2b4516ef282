using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Who was at the table the last time a guided conversation went on.</summary>
/// <param name="On">The day.</param>
public sealed record TalkCompany(Party? LedBy, bool? PersonPresent, IReadOnlyList<Party> Present, PartialDate? On);

/// <summary>A guided conversation as far as it has come.</summary>
/// <param name="Company">Who was there last.</param>
/// <param name="Answers">The last answer noted to each question, by its key.</param>
/// <param name="ReadBack">Null while it was not read back and confirmed.</param>
/// <param name="Abandoned">Null unless it was closed without being read back.</param>
public sealed record GuidedTalk(
    Recorded<TalkOpened> Opened,
    TalkCompany Company,
    IReadOnlyDictionary<string, Recorded<TalkAnswerNoted>> Answers,
    Recorded<TalkReadBack>? ReadBack,
    Recorded<TalkAbandoned>? Abandoned
)
{
    public Guid Id => Opened.Fact.Talk;

    /// <summary>It was neither read back nor closed: what was answered in it does not hold (safety rule 5).</summary>
    public bool IsUnfinished => ReadBack is null && Abandoned is null;

    /// <summary>It was held on an earlier day than it is written down.</summary>
    public bool WasHeldEarlier => Opened.Effective is { } on && on.Last < BedsideClock.DayOf(Opened.Entry.Recorded);

    /// <summary>When something of it was noted last.</summary>
    public DateTimeOffset LastNoted =>
        Answers.Values.Select(answer => answer.Entry.Recorded).Append(Opened.Entry.Recorded).Max();

    public TalkAnswer? AnswerTo(string question) =>
        Answers.TryGetValue(question, out var noted) ? noted.Fact.Answer : null;
}

/// <summary>The guided conversations of a record.</summary>
public static class TalkViews
{
    /// <summary>All that were ever begun, the last begun first.</summary>
    public static IReadOnlyList<GuidedTalk> Talks(this PersonRecord person) =>
        [.. person.All<TalkOpened>().Select(opened => Of(person, opened)).Reverse()];

    public static GuidedTalk? Talk(this PersonRecord person, Guid talk) =>
        person
            .All<TalkOpened>()
            .Where(opened => opened.Fact.Talk == talk)
            .Select(opened => Of(person, opened))
            .FirstOrDefault();

    /// <summary>Those that were begun and neither read back nor closed, the last begun first.</summary>
    public static IReadOnlyList<GuidedTalk> UnfinishedTalks(this PersonRecord person) =>
        [.. person.Talks().Where(talk => talk.IsUnfinished)];

    /// <summary>
    /// What was agreed and is in force, but no physician confirmed yet (nog niet door arts bevestigd).
    /// </summary>
    public static IReadOnlyList<DecisionInForce> UnconfirmedDirectives(this PersonRecord person, DateOnly today) =>
        [.. person.DecisionsOn(today).Where(decision => decision is { NeedsConfirmation: true })];

    /// <summary>
    /// Of those, what waits for a physician only: no physician signed it yet, nothing contradicts it, and who agreed it
    /// could (safety rules 14 and 20). The others ask for another talk first.
    /// </summary>
    public static IReadOnlyList<DecisionInForce> WaitingForPhysician(this PersonRecord person, DateOnly today) =>
        [.. person.UnconfirmedDirectives(today).Where(decision => decision.WaitsForPhysician)];

    /// <summary>
    /// What was last said to hold of a treatment of which two things are said, with its day; null when nobody did, or
    /// when something was said of it since.
    /// </summary>
    public static (string Words, PartialDate? On)? SaidToHold(this PersonRecord person, DecisionInForce decision)
    {
        var id = Talking.ConversationOutcome.IdOf(decision.Treatment);
        var newest = decision.InForce.SelectMany(said => said.Entries).Max(entry => (int?)entry.Version) ?? 0;
        var held = person.Last<PlanEstablished>(plan => plan.SaidToHold.Any(one => one.Contradiction == id));
        return held is { } plan && plan.Entry.Version > newest
            ? (plan.Fact.SaidToHold.Last(one => one.Contradiction == id).Words, plan.Effective)
            : null;
    }

    private static GuidedTalk Of(PersonRecord person, Recorded<TalkOpened> opened)
    {
        var id = opened.Fact.Talk;
        var answers = new Dictionary<string, Recorded<TalkAnswerNoted>>(StringComparer.Ordinal);
        foreach (var noted in person.All<TalkAnswerNoted>().Where(noted => noted.Fact.Talk == id))
            answers[noted.Fact.Question] = noted;
        return new GuidedTalk(
            opened,
            CompanyOf(person, opened),
            answers,
            person.Last<TalkReadBack>(read => read.Talk == id),
            person.Last<TalkAbandoned>(abandoned => abandoned.Talk == id)
        );
    }

    private static TalkCompany CompanyOf(PersonRecord person, Recorded<TalkOpened> opened)
    {
        var first = opened.Fact;
        return person.Last<TalkResumed>(resumed => resumed.Talk == first.Talk) is { } last
            ? new(last.Fact.LedBy, last.Fact.PersonPresent, last.Fact.Present, last.Effective)
            : new(first.LedBy, first.PersonPresent, first.Present, opened.Effective);
    }
}
