using System.Collections.Frozen;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.Support;

namespace Mantel.Core.People;

/// <summary>
/// Whether days can be so beside all that is known: nothing of a living person happens before their birth or after
/// their death. What cannot is asked, never refused: it may be the wrong person, the wrong day, or right.
/// </summary>
public static class Plausibility
{
    /// <summary>What only somebody who lives can have: said, agreed, judged, changed.</summary>
    private static readonly FrozenSet<Type> OfTheLiving = new[]
    {
        typeof(ConversationHeld),
        typeof(TreatmentGoalAgreed),
        typeof(TreatmentDirectiveAgreed),
        typeof(AdvanceDirectiveRecorded),
        typeof(LegalCapacityJudged),
        typeof(DnrCodeGiven),
        typeof(CareWishesTold),
        typeof(PreferredPlaceOfDeathTold),
        typeof(EuthanasiaPositionTold),
        typeof(DonorRegistrationTold),
        typeof(WhatElseMattersTold),
        typeof(EarlierAgreementsTold),
        typeof(SharingConsentRecorded),
        typeof(TalkDeclined),
        typeof(SaysDifferentlyNow),
        typeof(SignalGiven),
        typeof(SurpriseQuestionAnswered),
        typeof(PalliativePhaseMarked),
        typeof(DyingPhaseMarked),
        typeof(PalliativeForfaitRequested),
        typeof(CourseChanged),
        typeof(DiagnosisRecorded),
        typeof(AllergyRecorded),
        typeof(ImplantedDeviceRecorded),
        typeof(MedicationAtHomeRecorded),
        typeof(AddressRecorded),
        typeof(HouseholdRecorded),
        typeof(WhatMattersTold),
        typeof(BackgroundRecorded),
        typeof(KeepingUpTold),
    }.ToFrozenSet();

    /// <summary>What is asked before these facts join the record; nothing where every day can be so.</summary>
    public static IReadOnlyList<Problem> Questions(PersonRecord person, IReadOnlyList<NewFact> facts)
    {
        var died = facts.LastOrDefault(fact => fact.Fact is DeathRecorded)?.Effective;
        var born = (facts.LastOrDefault(fact => fact.Fact is BirthDateRecorded)?.Fact as BirthDateRecorded)?.BirthDate;
        return
        [
            .. died is { } death
                ? Asked("rule.ask-after-death", Known(person).Where(one => death.IsBefore(one.On)))
                : [],
            .. born is { } birth
                ? Asked("rule.ask-before-birth", Known(person).Where(one => one.On.IsBefore(birth)))
                : [],
            .. person.Death()?.On is { } dead ? Asked("rule.ask-dated-after-death", New(facts, dead, after: true)) : [],
            .. person.BirthDate() is { } day ? Asked("rule.ask-dated-before-birth", New(facts, day, after: false)) : [],
            .. facts.SelectMany(fact => AddressesOf(fact.Fact)).Where(PostalCode.LooksWrong).Select(WrongCode),
            .. CareTeam.KnownCloseOnes.Questions(person, facts),
            .. DeclarationTerms.Questions(person, facts),
            .. ForfaitViews.Questions(person, facts),
        ];
    }

    private static IEnumerable<Address> AddressesOf(Fact fact) =>
        fact switch
        {
            AddressRecorded lives => [lives.Address],
            RelatedPersonRecorded { Address: { } address } => [address],
            _ => [],
        };

    private static Problem WrongCode(Address address) =>
        new(
            "postalCode",
            $"rule.ask-postal-code-{address.Country!.ToLowerInvariant()}",
            [address.PostalCode!],
            IsBrokenRule: true,
            IsQuestion: true
        );

    private static IEnumerable<Dated> New(IReadOnlyList<NewFact> facts, PartialDate day, bool after) =>
        facts
            .SelectMany(fact => DaysOf(fact.Fact, fact.Effective))
            .Where(one => after ? day.IsBefore(one.On) : one.On.IsBefore(day));

    private static IEnumerable<Dated> Known(PersonRecord person) =>
        person.Entries.Where(entry => person.Stands(entry.Id)).SelectMany(entry => DaysOf(entry.Fact, entry.Effective));

    /// <summary>The days that a fact tells of: when it was so, and since when a device is there or off.</summary>
    private static IEnumerable<Dated> DaysOf(Fact fact, PartialDate? effective)
    {
        PartialDate?[] days = fact is ImplantedDeviceRecorded device
            ? [effective, device.ImplantedOn, device.OffSince]
            : [effective];
        return IsOfTheLiving(fact) ? days.OfType<PartialDate>().Select(on => new Dated(fact, on)) : [];
    }

    private static bool IsOfTheLiving(Fact fact) => OfTheLiving.Contains(fact.GetType());

    /// <summary>One question for all of it, told by the one that lies farthest off.</summary>
    private static IEnumerable<Problem> Asked(string rule, IEnumerable<Dated> those)
    {
        var all = those.OrderBy(one => one.On.First).ToList();
        if (all.Count == 0)
            return [];
        var told = rule.EndsWith("death", StringComparison.Ordinal) ? all[^1] : all[0];
        return
        [
            new Problem(
                "",
                rule,
                [$"fact.{FactCodec.KindOf(told.Fact).Name}", told.On.ToString()],
                IsBrokenRule: true,
                IsQuestion: true
            ),
        ];
    }

    private readonly record struct Dated(Fact Fact, PartialDate On);
}
