using System.Globalization;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;

namespace Mantel.Bench;

/// <summary>
/// People made up for measuring: a mix of about thirty kinds of fact with texts as long as those of care. The same
/// number always gives the same person.
/// </summary>
internal static class InventedPeople
{
    /// <summary>The nurse who looks and records; a member of everyone's care team.</summary>
    public static readonly Author Nurse = new(
        new Guid("0b1d5a3e-0000-4000-8000-00000000be01"),
        "Femke Brouwer",
        Role.Nurse,
        new Guid("0b1d5a3e-0000-4000-8000-00000000be02"),
        "Thuiszorg Walcheren"
    );

    public static readonly Moment Now = new(
        new DateTimeOffset(2026, 3, 2, 21, 40, 0, TimeSpan.Zero),
        new DateOnly(2026, 3, 2)
    );

    public static ReadModel<RegisterRow> Register { get; } =
        new(
            RegisterRow.ModelVersion,
            RegisterRow.Of,
            row => row.NumberKeys,
            (row, version) => row with { Version = version },
            RegisterRow.ChangesWith
        );

    public static Guid Id(int number) => new(number, 0x1bec, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);

    /// <summary>The conversation that was begun with a person.</summary>
    public static Guid Talk(int number) => new(number, 0x1bec, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 3);

    /// <summary>
    /// The first facts of a person: who they are, who is around them, the plan, and what happened since.
    /// </summary>
    /// <param name="account">The account that cares for them.</param>
    public static IReadOnlyList<NewFact> History(int number, int count, Guid account)
    {
        var random = new Random(number);
        var facts = Beginning(number, random, account).Select(fact => On(random, fact)).Take(count).ToList();
        while (facts.Count < count)
            facts.Add(Next(random));
        return facts;
    }

    /// <summary>One thing more that happens to somebody.</summary>
    public static NewFact Next(Random random) => On(random, Happens(random));

    private static NewFact On(Random random, Fact fact) =>
        new(fact, PartialDate.Parse(Day(random).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static DateOnly Day(Random random) => new DateOnly(2024, 6, 1).AddDays(random.Next(600));

    private static IEnumerable<Fact> Beginning(int number, Random random, Guid account)
    {
        var member = new Guid(number, 0x1bec, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2);
        yield return new PersonRegistered(Fictitious: true);
        yield return new NameRecorded(Name(random));
        yield return new BirthDateRecorded(
            PartialDate.Parse(
                string.Create(CultureInfo.InvariantCulture, $"{random.Next(1930, 1960)}-0{random.Next(1, 9)}")
            )
        );
        yield return new NumberRecorded(
            new PersonNumber(NumberKind.Bsn, (999_000_000 + number).ToString(CultureInfo.InvariantCulture))
        );
        yield return new GenderRecorded((AdministrativeGender)random.Next(2), InOwnWords: null);
        yield return new AddressRecorded(Home(random));
        yield return new ReachRecorded([new(ContactPointKind.Mobile, Phone(random), "na tienen", Note: null)]);
        yield return new LanguageRecorded("nl", InterpreterNeeded: false, InterpreterHow: null, KeyPerson: null);
        yield return new SharingConsentRecorded(SharingConsent.Given, "Met iedereen die bij mij aan bed komt.");
        yield return Member(member, "Femke Brouwer", Discipline.Nurse, account, random);
        yield return new CentralCareProfessionalNamed(member);
        yield return Member(Some(random), "Sietske Hoekstra", Discipline.GeneralPractitioner, account: null, random);
        yield return CloseOne(random);
        yield return CloseOne(random);
        yield return new DiagnosisRecorded(Pick(random, InventedTexts.Diagnoses), "254637007", IsMain: true);
        yield return new LegalCapacityJudged(Capable: true, Pick(random, InventedTexts.Short));
        yield return new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, Pick(random, InventedTexts.Long));
        yield return new ConversationHeld(
            Doctor,
            PersonPresent: true,
            [Self, Doctor],
            Pick(random, InventedTexts.Long)
        );
        foreach (var kind in Enum.GetValues<TreatmentKind>().Where(kind => kind is not TreatmentKind.Other))
            yield return Directive(random, kind);
        yield return new PreferredPlaceOfDeathTold(Answer.Given, PlaceOfDeath.Home, Pick(random, InventedTexts.Short));
        yield return new CareWishesTold(Pick(random, InventedTexts.Long));
    }

    private static Fact Happens(Random random) =>
        random.Next(14) switch
        {
            0 => new CourseChanged(CourseChange.Deteriorated, "thuis", Pick(random, InventedTexts.Long)),
            1 => new BackgroundRecorded((BackgroundAspect)random.Next(9), Pick(random, InventedTexts.Long)),
            2 => new WhatMattersTold(Pick(random, InventedTexts.Long)),
            3 => new DiagnosisRecorded(Pick(random, InventedTexts.Diagnoses), SnomedCode: null, IsMain: false),
            4 => new AllergyRecorded("penicilline", Pick(random, InventedTexts.Short)),
            5 => new MedicationAtHomeRecorded(
                Pick(random, InventedTexts.Medication),
                "benauwdheid",
                "in de koelkast",
                "thuiszorg",
                ExecutionRequestPresent: true
            ),
            6 => new ConversationHeld(Doctor, PersonPresent: true, [Self, Doctor], Pick(random, InventedTexts.Long)),
            7 or 8 => Directive(random, (TreatmentKind)random.Next(7)),
            9 => new SaysDifferentlyNow(Pick(random, InventedTexts.Short), "de nachtzuster"),
            10 => new TalkedThrough(Some(random), Pick(random, InventedTexts.Long)),
            11 => new CareWishesTold(Pick(random, InventedTexts.Long)),
            12 => CloseOne(random),
            _ => new TreatmentGoalAgreed(TreatmentGoal.SymptomRelief, Pick(random, InventedTexts.Short)),
        };

    private static Party Self { get; } = new(PartyKind.Person, "Zelf");

    private static Party Doctor { get; } =
        new(PartyKind.Professional, "Sietske Hoekstra", "huisarts", Reference: null, Discipline.GeneralPractitioner);

    private static TreatmentDirectiveAgreed Directive(Random random, TreatmentKind kind)
    {
        var decision = (Decision)random.Next(3);
        var otherwise = decision is Decision.Otherwise ? Pick(random, InventedTexts.Short) : null;
        return new(new Treatment(kind), decision, otherwise, Pick(random, InventedTexts.Long), [Self, Doctor]);
    }

    private static CareTeamMemberJoined Member(
        Guid member,
        string name,
        Discipline discipline,
        Guid? account,
        Random random
    ) =>
        new(
            member,
            name,
            discipline,
            DisciplineInWords: null,
            Nurse.Organisation,
            Nurse.OrganisationName,
            new Reachability(Phone(random), Phone(random), "Ook in het weekend."),
            account,
            CareRelation.CareTeam
        );

    private static RelatedPersonRecorded CloseOne(Random random) =>
        new(
            Some(random),
            Name(random),
            (Relationship)random.Next(8),
            RelationshipInWords: null,
            [ContactRole.FirstContact, ContactRole.InformalCarer],
            [new(ContactPointKind.Mobile, Phone(random), "dag en nacht", Note: null)],
            Address: null,
            CallOrder: 1,
            Pick(random, InventedTexts.Short),
            Account: null
        );

    private static PersonName Name(Random random) =>
        new(
            Pick(random, InventedTexts.Given),
            Initials: null,
            CallName: null,
            Prefix: null,
            Pick(random, InventedTexts.Family),
            PartnerPrefix: null,
            PartnerFamily: null,
            NameUse.Own
        );

    private static Address Home(Random random) =>
        new(
            AddressKind.Home,
            Pick(random, InventedTexts.Streets),
            random.Next(1, 200).ToString(CultureInfo.InvariantCulture),
            "4382 AB",
            "Vlissingen",
            "Vlissingen",
            "GM0718",
            "NL",
            "De sleutel ligt bij de buren op nummer 14."
        );

    private static string Phone(Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"06 00 {random.Next(100_000, 999_999)}");

    private static Guid Some(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
