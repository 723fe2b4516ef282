using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Import;

/// <summary>
/// When two facts say the same: of a decision the treatment, the word, the condition and the day of the talk; not the
/// explanation, nor who was there.
/// </summary>
internal static class SameFact
{
    /// <param name="keyOf">The sameness of another statement that the fact points to.</param>
    public static string Of(Fact fact, PartialDate? effective, Func<Guid, string?> keyOf)
    {
        var day = effective?.ToString() ?? "undated";
        return fact switch
        {
            TreatmentDirectiveAgreed it =>
                $"directive|{Treatment(it.Treatment)}|{it.Decision}|{Plain(it.Otherwise)}|{day}",
            TreatmentDirectiveEnded it => $"ended|{keyOf(it.Directive) ?? it.Directive.ToString()}|{day}",
            AdvanceDirectiveRecorded it => $"declaration|{it.Kind}|{Plain(it.KindInWords)}|{Clauses(it.Decides)}|{day}",
            AdvanceDirectiveEnded it => $"withdrawn|{keyOf(it.Directive) ?? it.Directive.ToString()}|{day}",
            DnrCodeGiven it =>
                $"dnr|{it.Code}|{Plain(it.Setting)}|{it.StayStarted}|{it.StayEnded}|{Plain(it.OwnerText)}",
            DnrStayEnded it => $"dnr-ended|{keyOf(it.DnrCode) ?? it.DnrCode.ToString()}|{day}",
            ConversationHeld it => $"conversation|{day}|{(effective is null ? Name(it.LedBy?.Name) : "")}",
            LegalCapacityJudged it => $"capacity|{it.Capable}|{day}",
            TreatmentGoalAgreed it => $"goal|{it.Goal}|{day}",
            CareWishesTold it => $"wishes|{Plain(it.Words)}|{day}",
            PreferredPlaceOfDeathTold it => $"place|{it.Answer}|{it.Place}|{Elsewhere(it)}|{day}",
            EuthanasiaPositionTold it => $"euthanasia|{it.Position}|{day}",
            DonorRegistrationTold it => $"donor|{it.Registered}|{day}",
            WhatElseMattersTold it => $"else|{Plain(it.Words)}|{day}",
            EarlierAgreementsTold it => $"earlier|{it.Exist}|{it.SayOtherwise}|{day}",
            InformingRelativesAdvised it => $"inform|{it.Advised}|{day}",
            SharingConsentRecorded it => $"sharing|{it.Consent}|{day}",
            ItemEnded it => $"item-ended|{keyOf(it.Entry) ?? it.Entry.ToString()}|{day}",
            ToAskAboutReceived it =>
                $"ask|{it.Reason}|{it.Reference}|{string.Join(';', it.About.Select(Treatment))}|{it.Decision}|"
                    + string.Join(';', it.Said),
            _ => OfPerson(fact) ?? $"{fact.GetType().Name}|{fact.GetHashCode()}|{day}",
        };
    }

    /// <summary>The words of a fact, which may differ between two that say the same.</summary>
    public static string? TextOf(Fact fact) =>
        fact switch
        {
            TreatmentDirectiveAgreed it => it.Explanation,
            TreatmentDirectiveEnded it => it.Reason,
            AdvanceDirectiveRecorded it => it.Explanation,
            AdvanceDirectiveEnded it => it.Reason,
            ConversationHeld it => it.Note,
            LegalCapacityJudged it => it.Explanation,
            TreatmentGoalAgreed it => it.Explanation,
            PreferredPlaceOfDeathTold it => it.Explanation,
            EuthanasiaPositionTold it => it.Explanation,
            DonorRegistrationTold it => it.Explanation,
            EarlierAgreementsTold it => it.Explanation,
            SharingConsentRecorded it => it.Explanation,
            ImplantedDeviceRecorded it => it.Explanation,
            _ => null,
        };

    public static string NameOf(PersonName name) =>
        $"{Name((name.CallName ?? name.Given)?.Split(' ')[0])}|{Name(name.Prefix + name.Family)}";

    private static string? OfPerson(Fact fact) =>
        fact switch
        {
            NameRecorded it => $"name|{it.Name}",
            BirthDateRecorded it => $"born|{it.BirthDate}",
            NumberRecorded it => $"number|{it.Number}",
            AddressRecorded it => $"address|{Plain(it.Address.ToString())}",
            ReachRecorded it =>
                $"reach|{string.Join(',', it.ContactPoints.Select(point => SameWords.ContactPoint(point.Value)))}",
            GenderRecorded it => $"gender|{it.Gender}",
            DiagnosisRecorded it => $"diagnosis|{it.SnomedCode ?? Plain(it.Name)}",
            AllergyRecorded it => $"allergy|{Plain(it.Substance)}",
            MedicationAtHomeRecorded it => $"medication|{Plain(it.Medication)}",
            LanguageRecorded it => $"language|{it.Language}|{it.InterpreterNeeded}",
            ImplantedDeviceRecorded it =>
                $"device|{it.Kind}|{it.Present}|{(it.Kind is DeviceKind.Icd ? "" : it.SnomedCode)}"
                    + (it.IsOff is { } off ? $"|off {off}" : ""),
            DeathRecorded => "death",
            RelatedPersonRecorded it => $"related|{it.RelatedPerson}",
            CareTeamMemberJoined it => $"member|{it.Member}",
            MessageReceived it => $"message|{it.Hash}",
            EntryWitnessed it => $"witness|{it.Entry}|{it.Witness.Reference}|{it.Witness.Attachment}",
            PersonRegistered => "registered",
            _ => null,
        };

    private static string Treatment(Treatment treatment) =>
        treatment.Kind is TreatmentKind.Other ? $"Other:{Plain(treatment.Name)}" : treatment.Kind.ToString();

    private static string Clauses(IReadOnlyList<DirectiveClause> clauses) =>
        string.Join(
            ';',
            clauses.Select(clause => $"{Treatment(clause.Treatment)}:{clause.Decision}:{Plain(clause.Otherwise)}")
        );

    private static string Elsewhere(PreferredPlaceOfDeathTold told) =>
        told.Place is PlaceOfDeath.Elsewhere ? Plain(told.Explanation) : "";

    private static string Plain(string? words) => SameWords.Plain(words);

    private static string Name(string? name) => SameWords.Name(name);
}
