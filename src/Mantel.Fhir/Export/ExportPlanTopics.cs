using System.Text.Json.Nodes;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Export;

/// <summary>
/// Encounter with Procedure, Goal, Observation, DeviceUseStatement with Device, CommunicationRequest.
/// </summary>
internal static class ExportPlanTopics
{
    public static IEnumerable<JsonObject> Conversation(ExportContext context, Recorded<ConversationHeld> held)
    {
        var (fact, entry) = (held.Fact, held.Entry);
        var id = context.IdOf(entry, "Procedure");
        var parties = new[] { fact.LedBy }.OfType<Party>().Concat(fact.Present).ToList();
        var period = entry.Effective is { } day
            ? Json.Object(("start", day.ToString()), ("end", day.ToString()))
            : null;
        var reason = ExportContext.Reference("Procedure", id, "PZP-gesprek");
        if (fact.Note is { } note)
            reason["extension"] = Json.List(Json.Extension(Profiles.Comment, "valueString", note));
        yield return Json.Object(
            ("resourceType", "Encounter"),
            ("id", context.IdOf(entry, "Encounter")),
            ("meta", Json.Meta("ACP-Encounter")),
            ("status", "finished"),
            ("class", Json.Coding(CodeSystems.NullFlavor, "UNK", "unknown")),
            ("subject", fact.PersonPresent is true ? context.Patient() : null),
            ("participant", Json.List(parties.Select(party => Json.Object(("individual", context.Party(party)))))),
            ("period", period?.DeepClone()),
            ("reasonReference", Json.List(reason))
        );
        yield return Json.Object(
            ("resourceType", "Procedure"),
            ("id", id),
            ("meta", Json.Meta("ACP-Procedure")),
            ("status", "completed"),
            ("code", Json.Concept(CodeSystems.Snomed, Codes.AdvanceCarePlanning, "advance care planning")),
            ("subject", context.Patient()),
            ("performedPeriod", period),
            ("performer", Json.List(parties.Select(party => Json.Object(("actor", context.Party(party))))))
        );
    }

    public static JsonObject Goal(ExportContext context, Recorded<TreatmentGoalAgreed> agreed)
    {
        var (code, display) = Codes.Goal.CodeFor(agreed.Fact.Goal)!.Value;
        var system = code == "UNK" ? CodeSystems.NullFlavor : CodeSystems.Snomed;
        var end = context.Person.Latest<ItemEnded>(one => one.Entry == agreed.Entry.Id);
        return Json.Object(
            ("resourceType", "Goal"),
            ("id", context.IdOf(agreed.Entry, "Goal")),
            ("meta", Json.Meta("ACP-MedicalPolicyGoal")),
            ("lifecycleStatus", end is null ? "active" : "cancelled"),
            (
                "category",
                Json.List(Json.Concept(CodeSystems.Snomed, Codes.AdvanceCarePlanning, "advance care planning"))
            ),
            ("description", Json.Concept(system, code, display)),
            ("subject", context.Patient()),
            ("startDate", Json.Day(agreed.Effective)),
            ("statusDate", end?.Effective is { IsWhole: true } on ? Json.Day(on) : null),
            ("statusReason", end?.Fact.Reason),
            ("note", Json.Note(context.Doubted(agreed.Entry, agreed.Fact.Explanation)))
        );
    }

    public static JsonObject? Observation(ExportContext context, Entry entry) =>
        entry.Fact switch
        {
            CareWishesTold it => Observe(
                context,
                entry,
                "ACP-SpecificCareWishes",
                "153851000146100",
                "wensen en verwachtingen met betrekking tot uitkomst van behandeling",
                it.Words,
                "370819000",
                null
            ),
            WhatElseMattersTold it => Observe(
                context,
                entry,
                "ACP-SenseOfPurpose",
                "247751003",
                "gevoel van zingeving",
                it.Words,
                null,
                null
            ),
            PreferredPlaceOfDeathTold it => Observe(
                context,
                entry,
                "ACP-PreferredPlaceOfDeath",
                "395091006",
                "gewenste plek van overlijden",
                Place(it),
                null,
                OwnSentences.Together(it.Explanation, it.HomeIsHere is true ? OwnSentences.HomeIsHere : null),
                it.Answer is Answer.NotDiscussed ? "not-asked"
                    : it.Answer is Answer.Unknown ? "asked-unknown"
                    : null
            ),
            EuthanasiaPositionTold it => Observe(
                context,
                entry,
                "ACP-PositionRegardingEuthanasia",
                "340171000146104",
                "standpunt ten opzichte van euthanasie",
                Coded(Codes.Euthanasia.CodeFor(it.Position)),
                null,
                context.Doubted(entry, it.Explanation),
                it.Position is EuthanasiaPosition.NotDiscussed ? "not-asked" : null
            ),
            DonorRegistrationTold it => Observe(
                context,
                entry,
                "ACP-OrganDonationChoiceRegistration",
                "570801000146104",
                "geregistreerd in orgaan donorregister",
                Coded(Codes.YesNo.CodeFor(it.Registered)),
                "1156040003",
                it.Explanation
            ),
            _ => null,
        };

    /// <summary>The standard has a place for an ICD only.</summary>
    public static IEnumerable<JsonObject> Icd(ExportContext context, Recorded<ImplantedDeviceRecorded> recorded)
    {
        var (fact, entry) = (recorded.Fact, recorded.Entry);
        var (id, name) = (context.IdOf(entry, "Device"), fact.Name ?? "ICD");
        var hasEnded = context.Person.Latest<ItemEnded>(one => one.Entry == entry.Id) is not null;
        yield return Json.Object(
            ("resourceType", "Device"),
            ("id", id),
            ("meta", Json.Meta("ACP-MedicalDevice.Product-ICD")),
            ("type", Json.Concept(CodeSystems.Snomed, fact.SnomedCode ?? "72506001", null, name))
        );
        yield return Json.Object(
            ("resourceType", "DeviceUseStatement"),
            ("id", context.IdOf(entry, "DeviceUseStatement")),
            ("meta", Json.Meta("ACP-MedicalDevice")),
            ("status", hasEnded ? "completed" : "active"),
            ("subject", context.Patient()),
            ("timingPeriod", fact.ImplantedOn is { } day ? Json.Object(("start", day.ToString())) : null),
            ("device", ExportContext.Reference("Device", id, name)),
            ("note", Json.Note(OwnSentences.Together(fact.Explanation, OwnSentences.OfDevice(fact))))
        );
    }

    public static JsonObject Inform(ExportContext context, Recorded<InformingRelativesAdvised> advised) =>
        Json.Object(
            ("resourceType", "CommunicationRequest"),
            ("id", context.IdOf(advised.Entry, "CommunicationRequest")),
            ("meta", Json.Meta("ACP-InformRelativesRequest")),
            ("status", "active"),
            (
                "category",
                Json.List(Json.Concept(CodeSystems.Snomed, Codes.InformRelatives, "adviseren om iemand te informeren"))
            ),
            ("subject", context.Patient()),
            ("authoredOn", Json.Day(advised.Effective)),
            ("recipient", Json.List(advised.Fact.Relatives.Select(context.Party))),
            ("sender", context.Patient()),
            (
                "reasonCode",
                Json.List(Json.Concept(CodeSystems.Snomed, Codes.AdvanceCarePlanning, "advance care planning"))
            )
        );

    private static JsonObject Observe(
        ExportContext context,
        Entry entry,
        string profile,
        string code,
        string display,
        JsonNode? value,
        string? method,
        string? note,
        string? absent = null
    ) =>
        Json.Object(
            ("resourceType", "Observation"),
            ("id", context.IdOf(entry, "Observation")),
            ("meta", Json.Meta(profile)),
            ("status", "final"),
            ("code", Json.Concept(CodeSystems.Snomed, code, display)),
            ("subject", context.Patient()),
            ("effectiveDateTime", Json.Day(entry.Effective)),
            (value is JsonValue ? "valueString" : "valueCodeableConcept", absent is null ? value : null),
            ("dataAbsentReason", absent is null ? null : Json.Concept(CodeSystems.DataAbsent, absent)),
            ("note", Json.Note(note)),
            ("method", method is null ? null : Json.Concept(CodeSystems.Snomed, method))
        );

    private static JsonObject? Place(PreferredPlaceOfDeathTold told) =>
        told.Place is not { } place ? null
        : place is PlaceOfDeath.PalliativeUnit
            ? Json.Concept(CodeSystems.NullFlavor, "OTH", "anders", Codes.PalliativeUnit)
        : Coded(Codes.Place.CodeFor(place));

    private static JsonObject? Coded((string Code, string Display)? code) =>
        code is var (value, display)
            ? Json.Concept(value is "UNK" or "OTH" ? CodeSystems.NullFlavor : CodeSystems.Snomed, value, display)
            : null;
}
