using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>How days and people are said in a sentence about what changed.</summary>
internal static class ChangeWords
{
    /// <summary>On 3 May 2026, in May 2026, or on an unknown day.</summary>
    public static string When(PartialDate? day, Words words) =>
        day is not { } on ? words["living.when.undated"]
        : on.IsWhole ? words["living.when.day", Days.Write(on, words)]
        : words["living.when.part", Days.Write(on, words)];

    public static string Day(DateOnly day, Words words) => Days.Write(PartialDate.Of(day), words);

    /// <summary>The day somebody wrote it down, where that was another day; null where it was the same.</summary>
    public static string? WrittenDown(Entry entry, Words words)
    {
        var recorded = PartialDate.Of(Days.DayOf(entry.Recorded));
        return entry.Effective == recorded ? null : words["living.changes.written-down", Days.Write(recorded, words)];
    }

    /// <summary>Leida Vos, Marijke Vos and Fatima Azouzi.</summary>
    public static string Names(IReadOnlyList<Party> parties, Words words)
    {
        var names = parties.Select(party => People.SaidToReader.Name(party.Name, words)).ToList();
        return names.Count < 2
            ? string.Concat(names)
            : words["living.and", string.Join(", ", names.SkipLast(1)), names[^1]];
    }

    public static string Topic(PlanTopic topic, Words words) => words.Name("plan-topic", topic);

    /// <summary>What an answer to a topic says, and whether those are the person's own words.</summary>
    public static (string Says, bool IsOwn) Answer(Fact fact, Words words)
    {
        if (fact is Core.People.WhatMattersTold told)
            return (told.Words, true);
        if (fact is SharingConsentRecorded recorded)
            return (words.Name("sharing-consent", recorded.Consent), false);
        var line = FactWords.Of(fact, words);
        return line.Says is { } says ? (says, false) : (line.InOwnWords ?? "", true);
    }

    /// <summary>Anything of a plan in a line, such as what was struck out.</summary>
    public static FactLine Line(Fact fact, Words words) =>
        fact switch
        {
            Core.People.WhatMattersTold told => new(Topic(PlanTopic.WhatMatters, words), null, told.Words),
            SharingConsentRecorded => new(Topic(PlanTopic.SharingConsent, words), Answer(fact, words).Says, null),
            SaysDifferentlyNow said => new(words["plan.says-differently"], null, said.Words),
            ConversationHeld held => new(words["fact.acp.conversation-held"], null, held.Note),
            PlanEstablished => new(words["fact.acp.plan-established"], null, null),
            _ => FactWords.Of(fact, words),
        };
}
