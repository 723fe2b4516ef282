using System.Text.Json.Nodes;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Export;

/// <summary>
/// QuestionnaireResponse: what the standard asks only in its form, per day of talk: legal capacity with its date,
/// earlier agreements, and sharing.
/// </summary>
internal static class ExportForm
{
    public static bool IsOnlyInTheForm(Fact fact) =>
        fact
            is LegalCapacityJudged { Capable: not null }
                or ImplantedDeviceRecorded { Kind: DeviceKind.Icd, Present: not true }
                or EarlierAgreementsTold
                or InformingRelativesAdvised { Advised: false }
                or SharingConsentRecorded { Consent: not SharingConsent.Refused };

    public static JsonObject Of(ExportContext context, PartialDate? day, IReadOnlyList<Entry> entries) =>
        Json.Object(
            ("resourceType", "QuestionnaireResponse"),
            ("id", entries[0].Id.ToString()),
            ("questionnaire", Profiles.Form),
            ("status", "completed"),
            ("subject", context.Patient()),
            ("authored", null),
            ("item", Json.List([Date(day), .. entries.SelectMany(entry => Items(entry.Fact))]))
        );

    private static JsonObject? Date(PartialDate? day) =>
        day is null ? null : Item("963", Json.Object(("valueDateTime", day.ToString())));

    private static IEnumerable<JsonObject> Items(Fact fact) =>
        fact switch
        {
            LegalCapacityJudged it =>
            [
                Choice("1406", null, it.Capable is true ? "1" : "0", Text("1407", it.Explanation)),
            ],
            EarlierAgreementsTold it =>
            [
                YesNo("1197", it.Exist, Text("1198", it.Explanation)),
                .. it.SayOtherwise is { } answer ? [YesNo("1199", answer, null)] : Array.Empty<JsonObject>(),
            ],
            ImplantedDeviceRecorded it =>
            [
                YesNo(
                    "1006",
                    it.Present is false ? YesNoUnknown.No : YesNoUnknown.Unknown,
                    Text("1009", it.Explanation)
                ),
            ],
            InformingRelativesAdvised => [Choice("1200", null, "0", null)],
            SharingConsentRecorded { Consent: SharingConsent.Given } =>
            [
                Choice("1201", CodeSystems.Snomed, "441898007", null),
            ],
            SharingConsentRecorded => [Choice("1201", CodeSystems.NullFlavor, "UNK", null)],
            _ => [],
        };

    private static JsonObject YesNo(string linkId, YesNoUnknown answer, JsonObject? why)
    {
        var (code, _) = Codes.YesNo.CodeFor(answer)!.Value;
        return Choice(linkId, code == "UNK" ? CodeSystems.NullFlavor : CodeSystems.Snomed, code, why);
    }

    private static JsonObject Choice(string linkId, string? system, string code, JsonObject? why) =>
        Item(linkId, Json.Object(("valueCoding", Json.Coding(system, code)), ("item", Json.List(why))));

    private static JsonObject? Text(string linkId, string? text) =>
        text is null ? null : Item(linkId, Json.Object(("valueString", text)));

    private static JsonObject Item(string linkId, JsonObject answer) =>
        Json.Object(("linkId", linkId), ("answer", Json.List(answer)));
}
