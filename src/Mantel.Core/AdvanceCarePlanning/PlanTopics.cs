using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The topics of a plan beside the treatments, as they hold now.</summary>
public static class PlanTopics
{
    public static TopicInForce<TreatmentGoalAgreed> Goal(this Record record) =>
        record.HoldsNow<TreatmentGoalAgreed>(fact => fact.Goal);

    public static TopicInForce<CareWishesTold> CareWishes(this Record record) =>
        record.HoldsNow<CareWishesTold>(fact => fact.Words);

    public static TopicInForce<WhatElseMattersTold> WhatElseMatters(this Record record) =>
        record.HoldsNow<WhatElseMattersTold>(fact => fact.Words);

    public static TopicInForce<PreferredPlaceOfDeathTold> PreferredPlaceOfDeath(this Record record) =>
        record.HoldsNow<PreferredPlaceOfDeathTold>(fact => MeaningOf(fact), fact => fact.Answer is Answer.NotDiscussed);

    /// <summary>Elsewhere means what the words say: two of them are the same only when these are.</summary>
    internal static (Answer, PlaceOfDeath?, string) MeaningOf(PreferredPlaceOfDeathTold told) =>
        (told.Answer, told.Place, Chronology.Sameness(told.Place is PlaceOfDeath.Elsewhere ? told.Explanation : null));

    public static TopicInForce<EuthanasiaPositionTold> EuthanasiaPosition(this Record record) =>
        record.HoldsNow<EuthanasiaPositionTold>(
            fact => fact.Position,
            fact => fact.Position is AdvanceCarePlanning.EuthanasiaPosition.NotDiscussed
        );

    public static TopicInForce<DonorRegistrationTold> DonorRegistration(this Record record) =>
        record.HoldsNow<DonorRegistrationTold>(fact => fact.Registered);

    public static TopicInForce<EarlierAgreementsTold> EarlierAgreements(this Record record) =>
        record.HoldsNow<EarlierAgreementsTold>(fact => (fact.Exist, fact.SayOtherwise));

    public static TopicInForce<LegalCapacityJudged> LegalCapacity(this Record record) =>
        record.HoldsNow<LegalCapacityJudged>(fact => (object?)fact.Capable ?? "doubt");

    public static TopicInForce<InformingRelativesAdvised> InformingRelatives(this Record record) =>
        record.HoldsNow<InformingRelativesAdvised>(fact => fact.Advised);

    /// <summary>
    /// What the person says differently now and nobody has talked through yet, newest first (safety rule 6).
    /// </summary>
    public static IReadOnlyList<Recorded<SaysDifferentlyNow>> SaysDifferently(this Record record)
    {
        var talkedThrough = record.All<TalkedThrough>().Select(one => one.Fact.SaidDifferently).ToHashSet();
        return [.. record.All<SaysDifferentlyNow>().Where(one => !talkedThrough.Contains(one.Entry.Id)).Reverse()];
    }

    /// <summary>Declarations that were not taken back or over by today, newest first.</summary>
    public static IReadOnlyList<Recorded<AdvanceDirectiveRecorded>> StandingDeclarations(
        this Record record,
        DateOnly today
    )
    {
        var ended = record
            .All<AdvanceDirectiveEnded>()
            .Where(one => one.Effective is not { } day || day.First <= today)
            .Select(one => one.Fact.Directive)
            .ToHashSet();
        return Chronology.NewestFirst(
            record
                .All<AdvanceDirectiveRecorded>()
                .Where(one => !ended.Contains(one.Entry.Id) && one.ValidityOn(today) is not Validity.Expired),
            one => one.Effective
        );
    }

    /// <summary>
    /// Belgian DNR codes in force: those whose stay has not ended by today (safety rules 3 and 19).
    /// </summary>
    public static IReadOnlyList<Recorded<DnrCodeGiven>> DnrCodesInForce(this Record record, DateOnly today) =>
        Chronology.NewestFirst(
            record.All<DnrCodeGiven>().Where(code => record.StayOf(code, today).Ended is null),
            one => one.Effective
        );
}
