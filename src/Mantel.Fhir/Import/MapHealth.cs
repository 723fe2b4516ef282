using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>
/// Condition, AllergyIntolerance and MedicationStatement, and the zibs made of them: diagnoses, allergies and
/// medication at home. They decide nothing: what is not understood of them is kept, and never stops a plan.
/// </summary>
internal static class MapHealth
{
    public static void MapCondition(ResourceTaken take)
    {
        var verified = CodeOf(take.Node.Concept("verificationStatus"));
        if (IsTakenBack(take, verified))
            return;
        var clinical = CodeOf(take.Node.Concept("clinicalStatus"));
        var code = take.Node.Concept("code");
        if (code?.Words is not { } name)
        {
            take.Keep("fhir.not-understood", "Condition.code");
            return;
        }
        take.Node.Skip("identifier", "category", "recordedDate", "recorder", "asserter", "encounter");
        take.Person.Find(take, take.Node["subject"]);
        var fact = new DiagnosisRecorded(Cut(name), Snomed(code), IsMain: false);
        var since = DayIn(take, "onset");
        take.Say(fact, since);
        if (clinical is "inactive" or "resolved" or "remission")
            take.Say(new ItemEnded(KeyOf(fact, since), null), DayIn(take, "abatement"));
    }

    public static void MapAllergy(ResourceTaken take)
    {
        if (IsTakenBack(take, CodeOf(take.Node.Concept("verificationStatus"))))
            return;
        var clinical = CodeOf(take.Node.Concept("clinicalStatus"));
        var substance = take.Node.Concept("code");
        var reactions = take.Node.All("reaction").ToList();
        if (
            (substance?.Words ?? reactions.Select(one => one.Concept("substance")?.Words).FirstOrDefault())
            is not { } name
        )
        {
            take.Keep("fhir.not-understood", "AllergyIntolerance.code");
            return;
        }
        take.Node.Skip("identifier", "category", "type", "recordedDate", "recorder", "asserter", "encounter");
        take.Person.Find(take, take.Node["patient"]);
        var told = reactions.SelectMany(one =>
            one.Concepts("manifestation").Select(it => it.Words).Append(one.Text("description"))
        );
        var words = string.Join(", ", told.OfType<string>().Distinct(StringComparer.Ordinal));
        var isNone = substance?.In(CodeSystems.Snomed) is "716186003";
        var fact = new AllergyRecorded(isNone ? null : Cut(name), words.Length == 0 ? null : Cut(words));
        var since = DayIn(take, "onset");
        take.Say(fact, since);
        if (clinical is "inactive" or "resolved")
            take.Say(new ItemEnded(KeyOf(fact, since), null), null);
    }

    public static void MapMedication(ResourceTaken take)
    {
        var status = take.Node.PeekText("status");
        if (!take.HasStatus("status", "active", "completed", "stopped", "on-hold", "intended"))
            return;
        if (NameOf(take) is not { } name)
        {
            take.Keep("fhir.not-understood", "MedicationStatement.medication");
            return;
        }
        take.Node.Skip("identifier", "category", "dateAsserted", "informationSource", "context");
        take.Person.Find(take, take.Node["subject"]);
        var dosage = string.Join("; ", take.Node.All("dosage").Select(one => one.Text("text")).OfType<string>());
        var why = take.Node.Concepts("reasonCode").Select(one => one.Words).FirstOrDefault(words => words is not null);
        var period = take.Node["effective"] is { Name: "effectivePeriod" } found ? found : null;
        var fact = new MedicationAtHomeRecorded(
            Cut(dosage.Length == 0 ? name : $"{name}: {dosage}"),
            why is null ? null : Cut(why),
            null,
            null,
            null
        );
        var since = period?.Day("start", take.Person.Zone);
        take.Say(fact, since);
        var end = period?.Day("end", take.Person.Zone);
        if (status is "completed" or "stopped" or "on-hold" || (end is { } last && last.Last < take.Person.Today))
            take.Say(new ItemEnded(KeyOf(fact, since), null), end);
    }

    /// <summary>Struck out, refuted or not certain: a suspicion is no diagnosis.</summary>
    private static bool IsTakenBack(ResourceTaken take, string? verified)
    {
        if (verified == "entered-in-error")
            take.StrikeOut(SenderStruck.EnteredInError);
        else if (verified is "refuted" or "unconfirmed" or "provisional" or "differential")
            take.Keep("fhir.not-final", verified);
        return take.IsKept;
    }

    private static string? NameOf(ResourceTaken take)
    {
        var medication = take.Node["medication"]!;
        if (medication.Name == "medicationCodeableConcept")
            return medication.AsConcept().Words;
        var display = medication.PeekText("display");
        var found = take.Person.Find(take, medication);
        return found is { Type: "Medication" } ? take.Person.NodeOf(found).Concept("code")?.Words ?? display : display;
    }

    private static PartialDate? DayIn(ResourceTaken take, string element) =>
        take.Node[element] switch
        {
            { Name: var name } when name.EndsWith("DateTime", StringComparison.Ordinal) => take.Node.Day(
                element,
                take.Person.Zone
            ),
            { Name: var name } period when name.EndsWith("Period", StringComparison.Ordinal) => period.Day(
                "start",
                take.Person.Zone
            ),
            _ => null,
        };

    private static string? CodeOf(Concept? concept) => concept?.Codes.Select(code => code.Code).FirstOrDefault();

    private static string? Snomed(Concept concept) =>
        concept.In(CodeSystems.Snomed) is { } code && SnomedConcept.IsWellFormed(code) ? code : null;

    private static Guid KeyOf(Fact fact, PartialDate? day) => SameWords.Id(SameFact.Of(fact, day, _ => null));

    /// <summary>A name is a line.</summary>
    private static string Cut(string words) =>
        words.Trim() is var plain && plain.Length > Findings.WordsLimit ? plain[..Findings.WordsLimit] : plain;
}
