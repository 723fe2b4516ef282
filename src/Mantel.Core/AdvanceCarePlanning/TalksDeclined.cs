using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What the person does not want to talk about (now): it stands until they did talk about it after all.
/// </summary>
public static class TalksDeclined
{
    /// <summary>As last said per topic, unless the topic was talked about since.</summary>
    public static IReadOnlyList<Recorded<TalkDeclined>> DeclinedTalks(this Record record) =>
        [
            .. record
                .All<TalkDeclined>()
                .GroupBy(one => one.Fact.Topic)
                .Select(group => Chronology.NewestFirst(group.Reverse(), one => one.Effective)[0])
                .Where(declined => !record.WasTalkedAboutAfter(declined)),
        ];

    private static bool WasTalkedAboutAfter(this Record record, Recorded<TalkDeclined> declined) =>
        record.Entries.Any(entry =>
            record.Stands(entry.Id) && IsAbout(entry.Fact, declined.Fact.Topic) && IsAfter(entry, declined.Entry)
        );

    /// <summary>On one and the same day the order of recording decides; within one act nothing displaces.</summary>
    private static bool IsAfter(Entry one, Entry other) =>
        (one.Effective, other.Effective) switch
        {
            ({ } day, { } otherDay) when otherDay.IsBefore(day) => true,
            ({ } day, { } otherDay) when day.IsBefore(otherDay) => false,
            _ => one.Version > other.Version && one.Act != other.Act,
        };

    private static bool IsAbout(Fact fact, TalkTopic topic) =>
        TopicOf(fact) is { } its && (topic is TalkTopic.Everything || topic == its);

    private static TalkTopic? TopicOf(Fact fact) =>
        fact switch
        {
            TreatmentDirectiveAgreed { Decision: Decision.NotDiscussed } => null,
            PreferredPlaceOfDeathTold { Answer: Answer.NotDiscussed } => null,
            EuthanasiaPositionTold { Position: EuthanasiaPosition.NotDiscussed } => null,
            TreatmentDirectiveAgreed agreed => TopicOf(agreed.Treatment),
            TreatmentGoalAgreed => TalkTopic.Goal,
            PreferredPlaceOfDeathTold => TalkTopic.PlaceOfDeath,
            EuthanasiaPositionTold => TalkTopic.Euthanasia,
            DonorRegistrationTold => TalkTopic.Donation,
            WhatMattersTold => TalkTopic.WhatMatters,
            AdvanceDirectiveRecorded => TalkTopic.Papers,
            EarlierAgreementsTold => TalkTopic.EarlierAgreements,
            SharingConsentRecorded => TalkTopic.Sharing,
            RelatedPersonRecorded related when related.Roles.Any(CircleViews.Speaks) => TalkTopic.Representative,
            CareWishesTold or WhatElseMattersTold => TalkTopic.Wishes,
            _ => null,
        };

    private static TalkTopic TopicOf(Treatment treatment) =>
        treatment.Kind switch
        {
            TreatmentKind.Resuscitation => TalkTopic.Resuscitation,
            TreatmentKind.Ventilation => TalkTopic.Ventilation,
            TreatmentKind.IntensiveCare => TalkTopic.IntensiveCare,
            TreatmentKind.HospitalAdmission => TalkTopic.HospitalAdmission,
            TreatmentKind.Antibiotics => TalkTopic.Antibiotics,
            TreatmentKind.BloodProducts => TalkTopic.BloodProducts,
            TreatmentKind.IcdDeactivation => TalkTopic.Icd,
            TreatmentKind.Other => TalkTopic.OtherTreatments,
        };
}
