using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>The wishes of a filled form, earlier agreements, and sharing.</summary>
internal static class MapFormWishes
{
    private static readonly string[] NamesOfMeasurements = ["1428", "1430", "1432", "1434", "1436"];

    public static void Say(FormTalk talk)
    {
        var form = talk.Form;
        form.Understand(NamesOfMeasurements);
        if (form.Text("1190") is { } wishes)
            talk.Say(new CareWishesTold(wishes));
        foreach (var place in form.Choices("1191").Distinct())
            Say(talk, MapObservation.Place((place.Code, place.Display), null, form.Text("1192")), place);
        foreach (var position in form.Choices("1193").Distinct())
            Say(talk, MapObservation.Euthanasia((position.Code, null), null, form.Text("1194")), position);
        foreach (var donor in form.Choices("1435").Distinct())
            Say(talk, Codes.YesNo.Find(donor.Code) is { } told ? new DonorRegistrationTold(told, null) : null, donor);
        if (form.Text("1196") is { } matters)
            talk.Say(new WhatElseMattersTold(matters));
        if (Codes.YesNo.Find(form.Code("1197")) is { } earlier)
            talk.Say(new EarlierAgreementsTold(earlier, form.Text("1198"), Codes.YesNo.Find(form.Code("1199"))));
        if (form.Code("1200") is { } informed)
            talk.Say(new InformingRelativesAdvised(informed == "1", []));
        if (form.Code("1201") is { } sharing)
            SaySharing(talk, sharing);
    }

    /// <summary>What cannot be told, or whose code and words differ, is asked about and said nowhere.</summary>
    private static void Say(FormTalk talk, Fact? told, Coded answer)
    {
        if (told is not null && !MapObservation.Differ(told, answer.Display))
            talk.Say(told);
        else
            talk.Take.Ask(
                told is null ? AskReason.WordUnclear : AskReason.CodeAndWordsDiffer,
                [],
                null,
                answer.Display ?? answer.Code
            );
    }

    private static void SaySharing(FormTalk talk, string code)
    {
        SharingConsent? consent = code switch
        {
            "441898007" => SharingConsent.Given,
            "UNK" => SharingConsent.Unknown,
            _ => null,
        };
        if (consent is { } known)
            talk.Say(new SharingConsentRecorded(known, null));
        else
            talk.Take.Note("fhir.not-understood", "item(1201)");
    }
}
