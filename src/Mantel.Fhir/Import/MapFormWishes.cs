using Mantel.Core.AdvanceCarePlanning;
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
        if (form.Choices("1191").FirstOrDefault() is { } place)
            SayPlace(talk, (place.Code, place.Display), form.Text("1192"));
        if (form.Code("1193") is { } position)
            SayEuthanasia(talk, position, form.Text("1194"));
        if (Codes.YesNo.Find(form.Code("1435")) is { } donor)
            talk.Say(new DonorRegistrationTold(donor, null));
        if (form.Text("1196") is { } matters)
            talk.Say(new WhatElseMattersTold(matters));
        if (Codes.YesNo.Find(form.Code("1197")) is { } earlier)
            talk.Say(new EarlierAgreementsTold(earlier, form.Text("1198"), Codes.YesNo.Find(form.Code("1199"))));
        if (form.Code("1200") is { } informed)
            talk.Say(new InformingRelativesAdvised(informed == "1", []));
        if (form.Code("1201") is { } sharing)
            SaySharing(talk, sharing);
    }

    private static void SayPlace(FormTalk talk, (string? Code, string? Words) place, string? why)
    {
        if (MapObservation.Place(place, null, why) is { } told)
            talk.Say(told);
        else
            talk.Take.Refuse("fhir.not-understood", "item(1191)");
    }

    private static void SayEuthanasia(FormTalk talk, string code, string? why)
    {
        if (MapObservation.Euthanasia((code, null), null, why) is { } told)
            talk.Say(told);
        else
            talk.Take.Refuse("fhir.not-understood", "item(1193)");
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
            talk.Take.Refuse("fhir.not-understood", "item(1201)");
    }
}
