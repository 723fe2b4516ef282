using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What changed in a plan between two days, by what is known now: a pure function of the record. A word that was
/// written down late changed on the day it was said; a word that was struck out never changed anything.
/// </summary>
public static class WhatChanged
{
    /// <param name="from">The plan at the end of this day; null: from before the first word.</param>
    /// <param name="to">With the plan at the end of this day.</param>
    public static PlanDifference ChangesBetween(this PersonRecord person, DateOnly? from, DateOnly to)
    {
        var was = person.AsOf(from ?? DateOnly.MinValue);
        var @is = person.AsOf(to);
        bool Within(Entry entry) => from is null || PlanAsOf.DayOf(entry) > from;
        var (before, after) = (was.DecisionsOn(from ?? to), @is.DecisionsOn(to));
        var topics = TopicChanges.Of(was, @is).ToLookup(topic => topic.Topic is PlanTopic.Goal);
        List<PlanChange> all =
        [
            .. topics[true],
            .. DecisionChanges.Of(before, after, from),
            .. EventChanges.Of(was, @is, from, to, Within),
            .. topics[false],
        ];
        return new PlanDifference(
            from,
            to,
            [.. @is.Conversations().Reverse().Where(talk => Within(talk.Entry))],
            [.. @is.All<PlanEstablished>().Where(established => Within(established.Entry))],
            [.. all.Where(change => change.Kind is not ChangeKind.Reconfirmed)],
            [.. all.Where(change => change.Kind is ChangeKind.Reconfirmed)],
            DecisionChanges.NotTalkedAbout(before, after),
            StruckOut(person, from, to)
        );
    }

    /// <summary>The days on which the plan was talked about or changed, the newest first.</summary>
    public static IReadOnlyList<PlanVersion> PlanVersions(this PersonRecord person)
    {
        var days = person
            .Entries.Where(entry => person.Stands(entry.Id) && IsOfPlan(entry.Fact))
            .GroupBy(PlanAsOf.DayOf)
            .OrderBy(day => day.Key);
        var versions = new List<PlanVersion>();
        DateOnly? before = null;
        foreach (var day in days)
        {
            versions.Add(Version(person, before, day.Key, [.. day]));
            before = day.Key;
        }
        versions.Reverse();
        return versions;
    }

    private static PlanVersion Version(PersonRecord person, DateOnly? before, DateOnly day, List<Entry> entries)
    {
        var difference = person.ChangesBetween(before, day);
        return new PlanVersion(
            day,
            entries.Select(entry => entry.Effective).OfType<PartialDate>().Cast<PartialDate?>().FirstOrDefault(),
            difference.Talks,
            difference.Established.Count > 0,
            difference.Changed.Count > 0
        );
    }

    /// <summary>What belongs to the plan and can differ from day to day.</summary>
    internal static bool IsOfPlan(Fact fact) =>
        fact
            is ConversationHeld
                or PlanEstablished
                or TreatmentDirectiveAgreed
                or TreatmentDirectiveEnded
                or TreatmentDirectiveConfirmed
                or AdvanceDirectiveRecorded
                or AdvanceDirectiveEnded
                or DnrCodeGiven
                or DnrStayEnded
                or SaysDifferentlyNow
                or TalkedThrough
                or TalkDeclined
        || TopicChanges.IsTopic(fact);

    private static IReadOnlyList<StruckOutOfPlan> StruckOut(PersonRecord person, DateOnly? from, DateOnly to) =>
        [
            .. person
                .Entries.Where(entry => IsOfPlan(entry.Fact))
                .Select(entry => (entry, By: person.StrikeOutOf(entry.Id)))
                .Where(struck => struck.By is { } by && PlanAsOf.DayOf(by) is var day && day <= to && !(day <= from))
                .Select(struck => new StruckOutOfPlan(struck.entry, struck.By!)),
        ];
}
