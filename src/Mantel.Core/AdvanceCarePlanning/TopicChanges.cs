using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>What differs between two days in the topics of a plan.</summary>
internal static class TopicChanges
{
    public static IEnumerable<PlanChange.OfTopic> Of(PersonRecord was, PersonRecord @is)
    {
        foreach (var topic in Enum.GetValues<PlanTopic>())
        {
            var (before, after) = (Holding(was, topic), Holding(@is, topic));
            if (KindOf(before, after) is { } kind)
                yield return new PlanChange.OfTopic(kind, topic, before, after);
        }
    }

    public static bool IsTopic(Fact fact) => MeaningOf(fact) is not null;

    private static ChangeKind? KindOf(IReadOnlyList<Entry> before, IReadOnlyList<Entry> after)
    {
        var (was, now) = (Meanings(before), Meanings(after));
        if (was.SetEquals(now))
        {
            var isSaidAgain = after.Any(entry => before.All(known => known.Id != entry.Id));
            return isSaidAgain ? ChangeKind.Reconfirmed : null;
        }
        return after.Count == 0 ? ChangeKind.Ended
            : now.Count > 1 ? ChangeKind.Contradictory
            : was.Count == 0 ? ChangeKind.First
            : ChangeKind.Changed;
    }

    private static HashSet<object> Meanings(IReadOnlyList<Entry> entries) =>
        [.. entries.Select(entry => MeaningOf(entry.Fact)).OfType<object>()];

    private static IReadOnlyList<Entry> Holding(PersonRecord person, PlanTopic topic) =>
        topic switch
        {
            PlanTopic.WhatMatters => person.WhatMatters() is { } told ? [told.Entry] : [],
            PlanTopic.Goal => Entries(person.Goal()),
            PlanTopic.CareWishes => Entries(person.CareWishes()),
            PlanTopic.WhatElseMatters => Entries(person.WhatElseMatters()),
            PlanTopic.PreferredPlaceOfDeath => Entries(person.PreferredPlaceOfDeath()),
            PlanTopic.EuthanasiaPosition => Entries(person.EuthanasiaPosition()),
            PlanTopic.DonorRegistration => Entries(person.DonorRegistration()),
            PlanTopic.LegalCapacity => Entries(person.LegalCapacity()),
            PlanTopic.EarlierAgreements => Entries(person.EarlierAgreements()),
            PlanTopic.InformingRelatives => Entries(person.InformingRelatives()),
            PlanTopic.SharingConsent => Entries(person.HoldsNow<SharingConsentRecorded>(fact => fact.Consent)),
        };

    private static IReadOnlyList<Entry> Entries<TFact>(TopicInForce<TFact> topic)
        where TFact : Fact => [.. topic.Holding.Select(holding => holding.Entry)];

    /// <summary>What makes two answers the same; null for what is no topic.</summary>
    private static object? MeaningOf(Fact fact) =>
        fact switch
        {
            WhatMattersTold told => Chronology.Sameness(told.Words),
            TreatmentGoalAgreed agreed => agreed.Goal,
            CareWishesTold told => Chronology.Sameness(told.Words),
            WhatElseMattersTold told => Chronology.Sameness(told.Words),
            PreferredPlaceOfDeathTold told => PlanTopics.MeaningOf(told),
            EuthanasiaPositionTold told => told.Position,
            DonorRegistrationTold told => told.Registered,
            LegalCapacityJudged judged => (object?)judged.Capable ?? "doubt",
            EarlierAgreementsTold told => (told.Exist, told.SayOtherwise),
            InformingRelativesAdvised advised => advised.Advised,
            SharingConsentRecorded recorded => recorded.Consent,
            _ => null,
        };
}
