using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>
/// Consent as the Belgian federal patient will. Its <c>dateTime</c> is when it was recorded, so what it says is undated
/// (safety rule 1), unless a sentence of ours in its note says the day. A DNR code stays a code (safety rule 3).
/// </summary>
internal static class MapBelgianWill
{
    /// <summary>Where the owner's text stands.</summary>
    public const string Note = "https://www.ehealth.fgov.be/standards/fhir/core/StructureDefinition/be-ext-simple-note";

    private const string Recorder =
        "https://www.ehealth.fgov.be/standards/fhir/core/StructureDefinition/be-ext-recorder";

    public static void Map(ResourceTaken take, IReadOnlyList<Concept> categories)
    {
        var provision = take.Node["provision"];
        var concepts = provision?.Concepts("code") ?? [];
        var codes = concepts.Select(concept => concept.In(CodeSystems.BelgianWill)).OfType<string>().ToList();
        IReadOnlyList<Treatment> about = [.. codes.Select(ClauseOf).OfType<Treatment>()];
        if (!MapAdvanceDirective.IsFinished(take, about))
            return;
        take.Node.Skip("dateTime");
        var words = concepts.SelectMany(WordsOf).ToArray();
        if (provision is null || codes.Count == 0 || codes.Count < concepts.Count)
            take.Ask(AskReason.KindUnclear, about, null, words);
        else if (provision.Text("type") is { } type)
            take.Ask(AskReason.WordAndCondition, about, null, [.. words, type]);
        else if (concepts.Any(Differ))
            take.Ask(AskReason.CodeAndWordsDiffer, about, null, words);
        else
        {
            foreach (var concept in concepts)
                Say(take, provision, categories, concept.In(CodeSystems.BelgianWill)!, concept.Words);
        }
    }

    private static void Say(
        ResourceTaken take,
        TrackedElement provision,
        IReadOnlyList<Concept> categories,
        string code,
        string? words
    )
    {
        if (DnrOf(code) is { } dnr)
            SayDnr(take, provision, dnr);
        else
            SayDeclaration(take, provision, categories, code, words);
    }

    private static IEnumerable<string> WordsOf(Concept concept) =>
        concept.Codes.SelectMany(code => new[] { code.Code, code.Display }).Append(concept.Text).OfType<string>();

    /// <summary>
    /// The code refuses one treatment, or is a DNR code, and the words beside it name something else.
    /// </summary>
    private static bool Differ(Concept concept)
    {
        var code = concept.In(CodeSystems.BelgianWill)!;
        var words = concept.Codes.Select(one => one.Display).Append(concept.Text).OfType<string>().ToList();
        if (ClauseOf(code) is { Kind: not TreatmentKind.Other and var kind })
            return words.Exists(one => TreatmentNames.NameAnother(one, kind));
        return DnrOf(code) is { } dnr && words.Select(DnrIn).OfType<DnrCode>().Any(named => named != dnr);
    }

    private static DnrCode? DnrIn(string words)
    {
        var plain = new string([.. words.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
        foreach (var code in new[] { "dnr0", "dnr1", "dnr2", "dnr3" })
        {
            if (plain.Contains(code, StringComparison.Ordinal))
                return DnrOf(code);
        }
        return null;
    }

    private static void SayDnr(ResourceTaken take, TrackedElement provision, DnrCode code)
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
        (given, var on, var ended) = OwnSentences.Read(given);
        take.Say(given, on);
        if (end is null && take.Node.Text("status") == "inactive")
            take.Say(new DnrStayEnded(SameWords.Id(SameFact.Of(given, on, _ => null))), ended);
    }

    /// <summary>Who gave the code: the message says so, or only its system is known.</summary>
    private static string SettingOf(ResourceTaken take)
    {
        var named = take.Node.All("performer").Concat(take.Node.All("organization")).ToList();
        if (take.Node.Extension(Recorder)?["value"] is { } recorder)
            named.Add(recorder);
        var display = named.Select(reference => reference.Text("display")).FirstOrDefault(words => words is not null);
        return display ?? take.Resource.Server ?? take.Person.System;
    }

    private static void SayDeclaration(
        ResourceTaken take,
        TrackedElement provision,
        IReadOnlyList<Concept> categories,
        string code,
        string? words
    )
    {
        var kind = KindOf(
            categories.Select(category => category.In(CodeSystems.BelgianWillCategory)).First(it => it is not null)!
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
