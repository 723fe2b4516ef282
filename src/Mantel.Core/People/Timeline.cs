using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// One thing that was recorded: what, when it was true, when and by whom it was recorded, and whether it stands.
/// </summary>
/// <param name="Kind">The name of the kind of fact, such as <c>people.name-recorded</c>; the language files say
/// it.</param>
/// <param name="StruckOut">By whom, when and why it was struck out; null while it stands.</param>
public sealed record TimelineRow(
    Entry Entry,
    string Kind,
    IReadOnlyList<Detail> Details,
    IReadOnlyList<Witness> Witnesses,
    StrikeOut? StruckOut
)
{
    /// <summary>What the person is called; null where the record does not say.</summary>
    public string? Familiar { get; init; }

    /// <summary>True when the same close one or member of the team was recorded before: this puts it right.</summary>
    public bool IsAgain { get; init; }

    /// <summary>The day it is about; when the source does not say, the day it was recorded.</summary>
    public DateOnly Day => TimelineView.DayOf(Entry);
}

/// <summary>Who struck an entry out, when, and why.</summary>
/// <param name="Fact">The strike-out itself: its sender's, or somebody's here.</param>
public sealed record StrikeOut(Author By, DateTimeOffset At, EntryStruckOut Fact)
{
    public string Reason => Fact.Reason;
}

/// <summary>The history of a record, newest first.</summary>
public static class TimelineView
{
    /// <summary>
    /// The rows of a part of the record, such as <c>acp</c>, or of all of it. What was noted while people talked is
    /// read where the conversation is, not answer by answer here.
    /// </summary>
    public static IEnumerable<TimelineRow> Timeline(this PersonRecord person, string? part = null) =>
        person
            .Entries.Where(entry => entry.Fact is not TalkAnswerNoted && (part is null || IsPartOf(entry.Fact, part)))
            .OrderByDescending(DayOf)
            .ThenByDescending(entry => entry.Version)
            .Select(person.ToRow);

    /// <summary>
    /// The parts of a record in which something was recorded: people, care-team, acp, access, journal.
    /// </summary>
    public static IReadOnlyList<string> TimelineParts(this PersonRecord person) =>
        [
            .. person
                .Entries.Select(entry => PartOf(entry.Fact))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    public static TimelineRow ToRow(this PersonRecord person, Entry entry)
    {
        var struck = person.StrikeOutOf(entry.Id) is { Fact: EntryStruckOut strikeOut } by
            ? new StrikeOut(by.Author, by.Recorded, strikeOut)
            : null;
        var kind = FactCodec.KindOf(entry.Fact).Name;
        return new(entry, kind, Details.Of(entry.Fact, person), person.WitnessesOf(entry), struck)
        {
            Familiar = person.Last<NameRecorded>()?.Fact.Name.Familiar(),
            IsAgain = person.Entries.Any(other => other.Version < entry.Version && IsOfTheSame(other.Fact, entry.Fact)),
        };
    }

    private static bool IsOfTheSame(Fact one, Fact other) =>
        (one, other) switch
        {
            (RelatedPersonRecorded before, RelatedPersonRecorded now) => before.RelatedPerson == now.RelatedPerson,
            (CareTeamMemberJoined before, CareTeamMemberJoined now) => before.Member == now.Member,
            _ => false,
        };

    internal static DateOnly DayOf(Entry entry) => entry.Effective?.Last ?? BedsideClock.DayOf(entry.Recorded);

    private static bool IsPartOf(Fact fact, string part) => string.Equals(PartOf(fact), part, StringComparison.Ordinal);

    private static string PartOf(Fact fact)
    {
        var kind = FactCodec.KindOf(fact).Name;
        return kind[..kind.IndexOf('.', StringComparison.Ordinal)];
    }
}
