using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>The goal, the treatment limits and the ICD of a filled form.</summary>
internal static class MapFormDecisions
{
    private static readonly (
        TreatmentKind Kind,
        string Treatment,
        string Decision,
        string Otherwise,
        string Why
    )[] Limits =
    [
        (TreatmentKind.Resuscitation, "1410", "1386", "1001", "1002"),
        (TreatmentKind.Ventilation, "1412", "1387", "1388", "1389"),
        (TreatmentKind.IntensiveCare, "1414", "1390", "1391", "1392"),
        (TreatmentKind.HospitalAdmission, "1416", "1393", "1394", "1395"),
        (TreatmentKind.Antibiotics, "1418", "1396", "1397", "1398"),
        (TreatmentKind.BloodProducts, "1420", "1399", "1400", "1401"),
    ];

    public static void Say(FormTalk talk)
    {
        SayGoal(talk);
        foreach (var limit in Limits)
        {
            talk.Form.Understand(limit.Treatment);
            SayLimit(talk, new Treatment(limit.Kind), limit.Decision, limit.Otherwise, limit.Why);
        }
        SayOtherLimit(talk);
        SayIcd(talk);
    }

    private static void SayGoal(FormTalk talk)
    {
        talk.Form.Understand("1408");
        if (!talk.Form.Has("999"))
            return;
        if (Codes.Goal.Find(talk.Form.Code("999")) is { } goal)
            talk.Say(new TreatmentGoalAgreed(goal, null));
        else
            talk.Take.Refuse("fhir.not-understood", "item(999)");
    }

    private static void SayLimit(FormTalk talk, Treatment treatment, string decision, string? specification, string why)
    {
        var words = specification is null ? null : talk.Form.Text(specification);
        var explanation = talk.Form.Text(why);
        if (talk.Form.Choices(decision).FirstOrDefault() is not var (_, code, display))
            return;
        (Decision Decision, string? Otherwise, string? Kept)? decided = code switch
        {
            "0" => (Decision.Perform, null, null),
            "2" => (Decision.Withhold, null, null),
            "UNK" => (Decision.Unknown, null, null),
            "ASKU" => (Decision.Unknown, null, DecisionWords.NoDecisionYet),
            "NASK" => (Decision.NotDiscussed, null, null),
            _ when (words ?? explanation ?? display) is { } condition => (Decision.Otherwise, condition, null),
            _ => null,
        };
        if (decided is not var (word, otherwise, kept))
            talk.Take.Refuse("fhir.not-understood", $"item({decision})");
        else if (!talk.Take.IsRefused)
        {
            var explained = DecisionWords.Together(kept, explanation);
            talk.Say(new TreatmentDirectiveAgreed(treatment, word, otherwise, explained, talk.Parties));
        }
    }

    /// <summary>
    /// The form has no place for the name of another limit. Its explanation names it only when it begins with the very
    /// name that another message of the set gives; otherwise the limit stays unnamed, and says so.
    /// </summary>
    private static void SayOtherLimit(FormTalk talk)
    {
        var choice = talk.Form.Choices("1422").FirstOrDefault();
        var written = choice is { Code: null or "" } ? choice.Display : null;
        var begins = talk.Form.Text("1404")?.Split('.')[0];
        var named = talk.Person.NamedLimits.FirstOrDefault(name => SameWords.Plain(name) == SameWords.Plain(begins));
        SayLimit(talk, new Treatment(TreatmentKind.Other, written ?? named), "1402", null, "1404");
    }

    private static void SayIcd(FormTalk talk)
    {
        var form = talk.Form;
        var (has, product, words) = (form.Code("1006"), form.Code("1008"), form.Text("1009"));
        if (has is not null)
        {
            bool? present = has switch
            {
                "373066001" => true,
                "373067005" => false,
                _ => null,
            };
            var code = product is null or "ICD" ? null : product;
            talk.Say(new ImplantedDeviceRecorded(DeviceKind.Icd, present, code, null, null, words));
        }
        form.Understand("1426");
        SayLimit(talk, new Treatment(TreatmentKind.IcdDeactivation), "1005", null, "1010");
    }
}
