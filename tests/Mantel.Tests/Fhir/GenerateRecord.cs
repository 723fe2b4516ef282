using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Tests.Fhir;

/// <summary>Invents records by a seed, of everything that the standard can carry.</summary>
internal static class GenerateRecord
{
    private static readonly string[] Words =
    [
        "Liever thuis",
        "Alleen als het kan zonder \"pijn\" & met ‘zorg’",
        "Rustig aan 🌷",
        "Regel een\nRegel twee",
    ];

    public static Keeping Of(int seed)
    {
        var random = new Random(seed);
        var keeping = new Keeping();
        var sister = new RelatedPersonRecorded(
            Id(random),
            new PersonName("Neeltje", null, null, "ter", "Horst", null, null, NameUse.Own),
            Pick<Relationship>(random, it => it is not Relationship.Other),
            null,
            [Pick<ContactRole>(random)],
            [new ContactPoint(ContactPointKind.Mobile, "0612345600", null, null)],
            null,
            null,
            null,
            null
        );
        var physician = new CareTeamMemberJoined(
            Id(random),
            "Kees Blom",
            Discipline.ElderlyCarePhysician,
            "Specialist ouderengeneeskunde",
            null,
            null,
            new Reachability(null, null, null),
            null,
            CareRelation.CareTeam
        );
        Party[] parties =
        [
            new(PartyKind.Person, "Harm ter Horst"),
            new(PartyKind.RelatedPerson, "Neeltje ter Horst", null, sister.RelatedPerson),
            new(PartyKind.Professional, "Kees Blom", null, physician.Member, physician.Discipline),
        ];
        keeping.Append([
            new NewFact(new PersonRegistered(false)),
            new NewFact(new NameRecorded(new PersonName("Harm", null, null, "ter", "Horst", null, null, NameUse.Own))),
            new NewFact(new BirthDateRecorded(Day(random, 1930, 1960)!.Value)),
            new NewFact(sister),
            new NewFact(physician),
            new NewFact(
                new ConversationHeld(parties[2], true, [parties[1]], Maybe(random)),
                PartialDate.Parse("2024-05-05")
            ),
            .. Enumerable.Range(0, random.Next(3, 14)).Select(_ => Directive(random, parties)),
            .. Topics(random),
        ]);
        End(keeping, random);
        return keeping;
    }

    private static NewFact Directive(Random random, Party[] parties)
    {
        var kind = Pick<TreatmentKind>(random);
        var decision = Pick<Decision>(random);
        var name = kind is TreatmentKind.Other && random.Next(3) > 0 ? Words[random.Next(2)] : null;
        var otherwise = decision is Decision.Otherwise ? Words[random.Next(Words.Length)] : null;
        var fact = new TreatmentDirectiveAgreed(new Treatment(kind, name), decision, otherwise, Maybe(random), parties);
        return new NewFact(fact, Day(random, 2022, 2025));
    }

    private static IEnumerable<NewFact> Topics(Random random)
    {
        if (random.Next(2) == 0)
            yield return new NewFact(
                new AdvanceDirectiveRecorded(
                    AdvanceDirectiveKind.DoNotResuscitate,
                    null,
                    Maybe(random),
                    null,
                    [],
                    null,
                    null
                ),
                Day(random, 2022, 2025)
            );
        yield return new NewFact(
            new TreatmentGoalAgreed(Pick<TreatmentGoal>(random), Maybe(random)),
            Day(random, 2022, 2025)
        );
        yield return new NewFact(new CareWishesTold(Words[random.Next(Words.Length)]), Day(random, 2022, 2025));
        yield return new NewFact(new WhatElseMattersTold(Words[random.Next(Words.Length)]), Day(random, 2022, 2025));
        yield return new NewFact(
            new EuthanasiaPositionTold(Pick<EuthanasiaPosition>(random), Maybe(random)),
            Day(random, 2022, 2025)
        );
        var place = Pick<PlaceOfDeath>(random);
        yield return new NewFact(
            new PreferredPlaceOfDeathTold(
                Answer.Given,
                place,
                place is PlaceOfDeath.Elsewhere ? "Bij zijn zus" : Maybe(random)
            ),
            Day(random, 2022, 2025)
        );
        yield return new NewFact(new DonorRegistrationTold(Pick<YesNoUnknown>(random), null), Day(random, 2022, 2025));
        yield return new NewFact(
            new EarlierAgreementsTold(Pick<YesNoUnknown>(random), Maybe(random), Pick<YesNoUnknown>(random)),
            Day(random, 2022, 2025)
        );
        yield return new NewFact(
            new SharingConsentRecorded(random.Next(2) == 0 ? SharingConsent.Given : SharingConsent.Unknown, null),
            Day(random, 2022, 2025)
        );
    }

    private static void End(Keeping keeping, Random random)
    {
        var directives = keeping.Person.All<TreatmentDirectiveAgreed>().ToList();
        var ended = directives[random.Next(directives.Count)];
        keeping.Append(
            new NewFact(new TreatmentDirectiveEnded(ended.Entry.Id, "Herzien"), PartialDate.Parse("2026-01-15"))
        );
    }

    /// <summary>A whole day, a month, or a year.</summary>
    private static PartialDate? Day(Random random, int from, int to)
    {
        var (year, month, day) = (random.Next(from, to + 1), random.Next(1, 13), random.Next(1, 29));
        return random.Next(6) switch
        {
            0 => new PartialDate(year),
            1 => new PartialDate(year, month),
            _ => new PartialDate(year, month, day),
        };
    }

    private static string? Maybe(Random random) => random.Next(2) == 0 ? null : Words[random.Next(Words.Length)];

    private static T Pick<T>(Random random, Func<T, bool>? that = null)
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>().Where(value => that is null || that(value)).ToArray();
        return all[random.Next(all.Length)];
    }

    private static Guid Id(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
