using System.Text.Json.Nodes;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Import;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Export;

/// <summary>
/// A Belgian DNR code as a Consent of the federal patient will, the only place there is for it: active while its stay
/// lasts (safety rule 19). What it rests on, whom it was told and the day go in its note, as a sentence.
/// </summary>
internal static class ExportDnrCode
{
    private static readonly JsonArray Policy = [new JsonObject { ["uri"] = "https://www.ejustice.just.fgov.be/" }];

    public static JsonObject Of(ExportContext context, Recorded<DnrCodeGiven> code)
    {
        var fact = code.Fact;
        var ended = context.Person.StayOf(code, context.Today).Ended;
        var note = OwnSentences.Together(fact.OwnerText, OwnSentences.OfDnrCode(fact, code.Effective, ended));
        return Json.Object(
            ("resourceType", "Consent"),
            ("id", context.IdOf(code.Entry, "Consent")),
            ("extension", note is null ? null : Json.List(Json.Extension(MapBelgianWill.Note, "valueString", note))),
            ("status", ended is null ? "active" : "inactive"),
            ("scope", Json.Concept(CodeSystems.Snomed, Codes.PatientWill)),
            ("category", Json.List(Json.Concept(CodeSystems.BelgianWillCategory, "resuscitation"))),
            ("patient", context.Patient()),
            ("dateTime", Json.Day(PartialDate.Of(BedsideClock.DayOf(code.Entry.Recorded)))),
            ("performer", Json.List(Json.Object(("display", fact.Setting)))),
            ("policy", Policy.DeepClone()),
            (
                "provision",
                Json.Object(
                    ("period", PeriodOf(fact)),
                    ("code", Json.List(Json.Concept(CodeSystems.BelgianWill, $"dnr{(int)fact.Code}")))
                )
            )
        );
    }

    private static JsonObject? PeriodOf(DnrCodeGiven code) =>
        code.StayStarted is null && code.StayEnded is null
            ? null
            : Json.Object(("start", Json.Day(code.StayStarted)), ("end", Json.Day(code.StayEnded)));
}
