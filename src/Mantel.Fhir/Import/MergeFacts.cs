using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Import;

/// <summary>
/// Two facts that say the same become one: the first as it is, filled with what only the other tells. What the other
/// words differently stays with its witness.
/// </summary>
internal static class MergeFacts
{
    public static Fact Merge(Fact first, Fact other) =>
        (first, other) switch
        {
            (TreatmentDirectiveAgreed one, TreatmentDirectiveAgreed two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
                Parties = Parties(one.Parties, two.Parties),
            },
            (ConversationHeld one, ConversationHeld two) => one with
            {
                LedBy = one.LedBy ?? two.LedBy,
                PersonPresent = one.PersonPresent ?? two.PersonPresent,
                Present = Parties(one.Present, OtherLeader(one.LedBy, two.LedBy, two.Present)),
                Note = one.Note ?? two.Note,
            },
            (DnrCodeGiven one, DnrCodeGiven two) => one with
            {
                Basis = one.Basis ?? two.Basis,
                ToldTo = one.ToldTo ?? two.ToldTo,
            },
            (InformingRelativesAdvised one, InformingRelativesAdvised two) => one with
            {
                Relatives = Parties(one.Relatives, two.Relatives),
            },
            (ImplantedDeviceRecorded one, ImplantedDeviceRecorded two) => one with
            {
                SnomedCode = one.SnomedCode ?? two.SnomedCode,
                ImplantedOn = one.ImplantedOn ?? two.ImplantedOn,
                Explanation = one.Explanation ?? two.Explanation,
                OffSince = one.OffSince ?? two.OffSince,
            },
            (RelatedPersonRecorded one, RelatedPersonRecorded two) => Related(one, two),
            (CareTeamMemberJoined one, CareTeamMemberJoined two) => one.Discipline is Discipline.Other
                ? one with
                {
                    Discipline = two.Discipline,
                    DisciplineInWords = two.DisciplineInWords ?? one.DisciplineInWords,
                }
                : one,
            _ => Explained(first, other),
        };

    public static RelatedPersonRecorded Related(RelatedPersonRecorded one, RelatedPersonRecorded two) =>
        one with
        {
            Relationship = one.Relationship ?? two.Relationship,
            RelationshipInWords = one.RelationshipInWords ?? two.RelationshipInWords,
            Roles = [.. one.Roles.Union(two.Roles).Order()],
            ContactPoints =
            [
                .. one.ContactPoints.UnionBy(
                    two.ContactPoints,
                    point => SameWords.ContactPoint(point.Value),
                    StringComparer.Ordinal
                ),
            ],
            Address = one.Address ?? two.Address,
            CallOrder = one.CallOrder ?? two.CallOrder,
            Words = one.Words ?? two.Words,
            Account = one.Account ?? two.Account,
        };

    private static Fact Explained(Fact first, Fact other) =>
        (first, other) switch
        {
            (TreatmentGoalAgreed one, TreatmentGoalAgreed two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
            },
            (LegalCapacityJudged one, LegalCapacityJudged two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
            },
            (PreferredPlaceOfDeathTold one, PreferredPlaceOfDeathTold two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
            },
            (EuthanasiaPositionTold one, EuthanasiaPositionTold two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
            },
            (DonorRegistrationTold one, DonorRegistrationTold two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
            },
            (EarlierAgreementsTold one, EarlierAgreementsTold two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
            },
            (AdvanceDirectiveRecorded one, AdvanceDirectiveRecorded two) => one with
            {
                Explanation = one.Explanation ?? two.Explanation,
                Representative = one.Representative ?? two.Representative,
                Document = one.Document ?? two.Document,
                DocumentName = one.DocumentName ?? two.DocumentName,
            },
            _ => first,
        };

    /// <summary>Who led according to only one of them was there at any rate.</summary>
    private static IReadOnlyList<Party> OtherLeader(Party? leader, Party? other, IReadOnlyList<Party> present) =>
        leader is not null && other is not null && SameWords.Name(leader.Name) != SameWords.Name(other.Name)
            ? [other, .. present]
            : present;

    private static IReadOnlyList<Party> Parties(IReadOnlyList<Party> one, IReadOnlyList<Party> two) =>
        [.. one.UnionBy(two, party => (party.Kind, party.Kind is PartyKind.Person ? "" : SameWords.Name(party.Name)))];
}
