using System.Collections.Frozen;
using System.Text.Json.Serialization;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// What the register knows of a person, to find them and to see whose they are; made anew from the journal.
/// </summary>
/// <param name="Words">The words of all names, earlier ones included, as <see cref="NameWords"/> makes them.</param>
/// <param name="Organisations">
/// The organisations that received the person and of which nobody is in the team yet: who works there says who cares.
/// </param>
public sealed record RegisterRow(
    Guid Person,
    PersonName Name,
    IReadOnlyList<string> Words,
    PartialDate? BirthDate,
    IReadOnlyList<MaskedNumber> Numbers,
    string? AddressLine,
    string? Municipality,
    bool IsDeceased,
    PartialDate? DiedOn,
    bool IsFictitious,
    string? MainDiagnosis,
    IReadOnlyList<RegisterRelation> Relations,
    IReadOnlyList<Guid> Organisations
)
{
    /// <summary>Goes up whenever a row would come out different from the same facts.</summary>
    public const int ModelVersion = 8;

    /// <summary>The version of the record, by which what is derived from it can be kept in memory.</summary>
    [JsonIgnore]
    public int Version { get; init; }

    /// <summary>The records that were joined to this one.</summary>
    public IReadOnlyList<Guid> Joined { get; init; } = [];

    /// <summary>Every broken glass, for who reviews it and for who broke many.</summary>
    public IReadOnlyList<RegisterGlass> Glasses { get; init; } = [];

    /// <summary>The ids of all records that are one: first the one that leads.</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> Records => [Person, .. Joined];

    /// <summary>
    /// What the person can be found by exactly; storage keeps keyed hashes of these and nothing else.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> NumberKeys { get; init; } = [];

    /// <summary>The row of a person; null when nobody was registered under this id.</summary>
    public static RegisterRow? Of(StreamId stream, IReadOnlyList<Entry> entries)
    {
        if (stream.Kind != StreamKind.Person || entries.Count == 0)
            return null;
        var person = new PersonRecord(stream, entries);
        if (!person.All<PersonRegistered>().Any())
            return null;
        var death = person.Death();
        return new(
            person.Id,
            person.Name(),
            [
                .. person
                    .All<NameRecorded>()
                    .SelectMany(name => NameWords.Of(name.Fact.Name))
                    .Distinct(StringComparer.Ordinal),
            ],
            person.BirthDate(),
            [.. person.Numbers().Select(number => new MaskedNumber(number.Kind, number.Masked()))],
            person.Address()?.Line(),
            person.Address() is { } address ? address.Municipality ?? address.Place : null,
            death is not null,
            death?.On,
            person.IsFictitious(),
            person
                .Diagnoses()
                .Where(diagnosis => diagnosis.Fact.IsMain)
                .Select(main => main.Fact.Name)
                .FirstOrDefault(),
            [.. RelationsOf(person)],
            [
                .. person
                    .Leading()
                    .All<OrganisationReceivedPerson>()
                    .Select(received => received.Fact.Organisation)
                    .Distinct()
                    .Where(organisation =>
                        person.TeamPeriods().All(one => one.Until is not null || one.Fact.Organisation != organisation)
                    ),
            ]
        )
        {
            Version = person.Version,
            Joined = person.Followers(),
            Glasses =
            [
                .. person
                    .GlassesBroken()
                    .Select(glass => new RegisterGlass(
                        glass.Entry.Id,
                        glass.Fact.Account,
                        glass.Entry.Author.Organisation,
                        glass.Fact.Until - AccessTable.GlassOpenFor,
                        person.IsReviewed(glass.Entry.Id)
                    )),
            ],
            NumberKeys =
            [
                .. person.Numbers().Select(number => number.Key()),
                .. person.Preparations().Select(one => PreparationViews.KeyOf(one.Invited.Fact.Hash)),
                .. person.All<PlanSheetPrinted>().Select(printed => SheetCode.Key(printed.Fact.Sheet)),
            ],
        };
    }

    /// <summary>
    /// False for facts with which a row surely stays as it is. A kind that is not named here may change it.
    /// </summary>
    public static bool ChangesWith(Fact fact) => !Untouched.Contains(fact.GetType());

    /// <summary>The relations that this account has with the person on this day.</summary>
    public IEnumerable<RegisterRelation> RelationsOf(Guid account, DateOnly today) =>
        Relations.Where(relation => relation.Account == account && relation.IsOn(today));

    private static IEnumerable<RegisterRelation> RelationsOf(PersonRecord person)
    {
        foreach (var member in person.TeamPeriods())
        {
            var opens = member.Fact.Relation is not CareRelation.Shared || member.Entry.Stream == person.Stream;
            if (opens && member.Fact.Account is { } account)
                yield return new(account, member.Id, KindOf(member.Fact.Relation), member.From, member.Until);
        }
        foreach (var close in person.Leading().Circle())
        {
            if (close.Account is not { } account)
                continue;
            var represents = close.Fact.Roles.Any(CircleViews.Represents);
            var kind = represents ? RelationKind.Representative : RelationKind.CloseOne;
            yield return new(account, close.Id, kind, close.From, Until: null);
        }
    }

    private static readonly FrozenSet<Type> Untouched =
    [
        typeof(EntryWitnessed),
        typeof(MessageReceived),
        typeof(BrokenGlassRead),
        typeof(ConsentChangeRead),
        typeof(ReachRecorded),
        typeof(GenderRecorded),
        typeof(LanguageRecorded),
        typeof(BackgroundRecorded),
        typeof(WhatMattersTold),
        typeof(AllergyRecorded),
        typeof(ImplantedDeviceRecorded),
        typeof(MedicationAtHomeRecorded),
        typeof(CourseChanged),
        typeof(ToAskAboutReceived),
        typeof(ConversationHeld),
        typeof(TalkOpened),
        typeof(TalkResumed),
        typeof(TalkAnswerNoted),
        typeof(TalkReadBack),
        typeof(TalkAbandoned),
        typeof(PreparationTold),
        typeof(LegalCapacityJudged),
        typeof(TreatmentGoalAgreed),
        typeof(TreatmentDirectiveAgreed),
        typeof(TreatmentDirectiveEnded),
        typeof(TreatmentDirectiveConfirmed),
        typeof(AdvanceDirectiveRecorded),
        typeof(AdvanceDirectiveEnded),
        typeof(DeclarationWorkedOut),
        typeof(DnrCodeGiven),
        typeof(DnrStayEnded),
        typeof(DnrStayLasts),
        typeof(CareWishesTold),
        typeof(PreferredPlaceOfDeathTold),
        typeof(EuthanasiaPositionTold),
        typeof(DonorRegistrationTold),
        typeof(WhatElseMattersTold),
        typeof(EarlierAgreementsTold),
        typeof(InformingRelativesAdvised),
        typeof(SharingConsentRecorded),
        typeof(TalkDeclined),
        typeof(SaysDifferentlyNow),
        typeof(TalkedThrough),
        typeof(ProposalPutAway),
        typeof(AttentionPutOff),
        typeof(PalliativeForfaitRequested),
        typeof(PalliativeForfaitAnswered),
    ];

    private static RelationKind KindOf(CareRelation relation) =>
        relation switch
        {
            CareRelation.CareTeam => RelationKind.CareTeam,
            CareRelation.Consultation => RelationKind.Consultation,
            CareRelation.Referral => RelationKind.Referral,
            CareRelation.Shared => RelationKind.Shared,
        };
}

/// <summary>A national number with only its last three digits.</summary>
public sealed record MaskedNumber(NumberKind Kind, string Masked);

/// <summary>A broken glass: by whom, of which organisation, when, and whether it was reviewed.</summary>
public sealed record RegisterGlass(Guid Id, Guid Account, Guid? Organisation, DateTimeOffset At, bool IsReviewed);

/// <summary>An account's relation with a person, for a time.</summary>
/// <param name="Reference">The member of the team or the close one that the account is.</param>
public sealed record RegisterRelation(
    Guid Account,
    Guid Reference,
    RelationKind Kind,
    PartialDate? From,
    PartialDate? Until
)
{
    /// <summary>True on the days from the first until the day before the last.</summary>
    public bool IsOn(DateOnly day) => !(From?.First > day) && !(Until?.First <= day);
}

/// <summary>Why an account may see a person.</summary>
public enum RelationKind
{
    CareTeam,
    Consultation,
    Referral,
    Shared,
    CloseOne,
    Representative,
}
