using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>
/// Consent as the Belgian federal patient will. Its <c>dateTime</c> is when it was recorded, so what it says is undated
/// (safety rule 1). A DNR code stays a code (safety rule 3).
/// </summary>
internal static class MapBelgianWill
{
    private const string Note =
        "https://www.ehealth.fgov.be/standards/fhir/core/StructureDefinition/be-ext-simple-note";

    private const string Recorder =
        "https://www.ehealth.fgov.be/standards/fhir/core/StructureDefinition/be-ext-recorder";

    public static void Map(Take take, IReadOnlyList<Concept> categories)
    {
        if (!take.HasStatus("status", "active", "inactive"))
            return;
        var provision = take.Node["provision"];
        if (provision?.Concepts("code") is not [var concept] || concept.In(Systems.BelgianWill) is not { } code)
        {
            take.Refuse("fhir.not-understood", "Consent.provision.code");
            return;
        }
        if (provision.Has("type"))
        {
            take.Refuse("fhir.not-understood", "Consent.provision.type");
            return;
        }
        take.Node.Skip("dateTime");
        if (DnrOf(code) is { } dnr)
            SayDnr(take, provision, dnr);
        else
            SayDeclaration(take, provision, categories, code, concept.Words);
    }

    private static void SayDnr(Take take, Node provision, DnrCode code)
    {
        var start = provision["period"]?.Day("start", take.Person.Zone);
        var end = provision["period"]?.Day("end", take.Person.Zone);
        var given = new DnrCodeGiven(
            code,
            SettingOf(take),
            start,
            end,
            Reading.Plain(take.Node.Extension(Note)?.Text("value")),
            OwnerTextDecides: []
        );
        take.Say(given, null);
        if (end is null && take.Node.Text("status") == "inactive")
            take.Say(new DnrStayEnded(SameWords.Id(SameFact.Of(given, null, _ => null))), null);
    }

    /// <summary>Who gave the code: the message says so, or only its system is known.</summary>
    private static string SettingOf(Take take)
    {
        var named = take.Node.All("performer").Concat(take.Node.All("organization")).ToList();
        if (take.Node.Extension(Recorder)?["value"] is { } recorder)
            named.Add(recorder);
        var display = named.Select(reference => reference.Text("display")).FirstOrDefault(words => words is not null);
        return display ?? take.Resource.Server ?? take.Person.System;
    }

    private static void SayDeclaration(
        Take take,
        Node provision,
        IReadOnlyList<Concept> categories,
        string code,
        string? words
    )
    {
        var kind = KindOf(
            categories.Select(category => category.In(Systems.BelgianWillCategory)).First(it => it is not null)!
        );
        IReadOnlyList<DirectiveClause> decides = ClauseOf(code) is { } treatment
            ? [new DirectiveClause(treatment, Decision.Withhold, null)]
            : [];
        MapAdvanceDirective.Say(take, provision, kind, words ?? code, decides, null);
    }

    private static AdvanceDirectiveKind KindOf(string category) =>
        category switch
        {
            "negativedeclaration" => AdvanceDirectiveKind.BelgianNegativeDeclaration,
            "euthanasia" => AdvanceDirectiveKind.BelgianEuthanasiaDeclaration,
            "organdonation" => AdvanceDirectiveKind.BelgianOrganDonation,
            "lastwill" => AdvanceDirectiveKind.BelgianLastWill,
            "bodydonation" => AdvanceDirectiveKind.BelgianBodyDonation,
            _ => AdvanceDirectiveKind.Other,
        };

    private static DnrCode? DnrOf(string code) =>
        code switch
        {
            "dnr0" => DnrCode.Dnr0,
            "dnr1" => DnrCode.Dnr1,
            "dnr2" => DnrCode.Dnr2,
            "dnr3" => DnrCode.Dnr3,
            _ => null,
        };

    /// <summary>Codes that name one treatment and refuse it.</summary>
    private static Treatment? ClauseOf(string code) =>
        code switch
        {
            "noresuscitation" => new Treatment(TreatmentKind.Resuscitation),
            "intubationrefusal" or "noventilation" => new Treatment(TreatmentKind.Ventilation),
            "nointensivecare" => new Treatment(TreatmentKind.IntensiveCare),
            "nohospitalisation" => new Treatment(TreatmentKind.HospitalAdmission),
            "noantibiotics" => new Treatment(TreatmentKind.Antibiotics),
            "bloodtransfusionrefusal" => new Treatment(TreatmentKind.BloodProducts),
            "nodialysis" => new Treatment(TreatmentKind.Other, "dialyse"),
            "nochemo" => new Treatment(TreatmentKind.Other, "chemotherapie"),
            "noradiation" => new Treatment(TreatmentKind.Other, "bestraling"),
            "nooperation" => new Treatment(TreatmentKind.Other, "operatie"),
            "noartificialhydratationfeeding" => new Treatment(TreatmentKind.Other, "kunstmatige voeding en vocht"),
            _ => null,
        };
}
