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
            if (NamesAnother(talk.Form, limit.Treatment, limit.Kind) is { Count: > 0 } words)
                AskWhich(talk, limit.Kind, limit.Decision, words);
            else
                SayLimit(talk, new Treatment(limit.Kind), limit.Decision, limit.Otherwise, limit.Why);
            talk.Form.Understand(limit.Treatment);
        }
        SayOtherLimit(talk);
        SayIcd(talk);
    }

    private static void SayGoal(FormTalk talk)
    {
        talk.Form.Understand("1408");
        foreach (var choice in talk.Form.Choices("999").Distinct())
        {
            if (Codes.Goal.Find(choice.Code) is not { } goal)
                talk.Take.Ask(AskReason.WordUnclear, [], null, choice.Display ?? choice.Code);
            else if (Codes.Goal.NamesAnother(choice.Display, goal))
                talk.Take.Ask(AskReason.CodeAndWordsDiffer, [], null, choice.Display);
            else
                talk.Say(new TreatmentGoalAgreed(goal, null));
        }
    }

    /// <summary>
    /// The treatment that the form itself gives for this question is another one than the question's.
    /// </summary>
    private static IReadOnlyList<string> NamesAnother(Form form, string treatment, TreatmentKind kind) =>
        [
            .. form.Choices(treatment)
                .Where(choice =>
                    (Codes.Treatment.Find(choice.Code) is { } coded && coded != kind)
                    || TreatmentNames.NameAnother(choice.Display, kind)
                )
                .Select(choice => choice.Display ?? choice.Code ?? ""),
        ];

    private static void AskWhich(FormTalk talk, TreatmentKind kind, string decision, IReadOnlyList<string> words)
    {
        if (!talk.Form.Has(decision))
            return;
        var answers = talk.Form.Choices(decision).Select(choice => choice.Display ?? choice.Code);
        talk.Take.Ask(
            AskReason.CodeAndWordsDiffer,
            [
                new Treatment(kind),
                .. words.Select(TreatmentNames.NameOf).OfType<TreatmentKind>().Select(named => new Treatment(named)),
            ],
            null,
            [.. words, .. answers]
        );
    }

    /// <summary>
    /// Every answer that is given is said: two that differ contradict each other, and both are shown.
    /// </summary>
    private static void SayLimit(FormTalk talk, Treatment treatment, string decision, string? specification, string why)
    {
        var words = specification is null ? null : talk.Form.Text(specification);
        var explanation = talk.Form.Text(why);
        foreach (
            var choice in talk
                .Form.Choices(decision)
                .DistinctBy(choice => (choice.Code, choice.Code is null ? choice.Display : null))
        )
        {
            if (IsAnotherWord(choice))
                talk.Take.Ask(AskReason.CodeAndWordsDiffer, [treatment], null, choice.Display, words, explanation);
            else if (DecisionOf(choice, words, explanation) is var (word, otherwise, kept))
                SayWord(talk, treatment, word, otherwise, DecisionWords.Together(kept, explanation));
            else
                talk.Take.Ask(
                    AskReason.WordUnclear,
                    [treatment],
                    null,
                    choice.Display ?? choice.Code,
                    words,
                    explanation
                );
        }
    }

    private static void SayWord(FormTalk talk, Treatment treatment, Decision word, string? otherwise, string? why)
    {
        talk.Say(new TreatmentDirectiveAgreed(treatment, word, otherwise, why, talk.Parties));
        if (word is Decision.Otherwise && otherwise is null)
            talk.Take.Ask(AskReason.NoCondition, [treatment], word);
    }

    /// <summary>The code says yes and the words beside it no, or the other way round.</summary>
    private static bool IsAnotherWord(Coded choice)
    {
        var words = SameWords.Plain(choice.Display);
        var says =
            words.StartsWith("NIET", StringComparison.Ordinal) && words != "NIET BESPROKEN" ? "2"
            : words.StartsWith("WEL", StringComparison.Ordinal) ? "0"
            : words.StartsWith("ANDERS", StringComparison.Ordinal) ? "1"
            : null;
        return says is not null && choice.Code is "0" or "1" or "2" && says != choice.Code;
    }

    private static (Decision Decision, string? Otherwise, string? Kept)? DecisionOf(
        Coded choice,
        string? words,
        string? explanation
    ) =>
        choice.Code switch
        {
            "0" => (Decision.Perform, null, null),
            "2" => (Decision.Withhold, null, null),
            "1" or "OTH" => (Decision.Otherwise, DecisionWords.Condition(words) ?? explanation, null),
            "UNK" => (Decision.Unknown, null, null),
            "ASKU" => (Decision.Unknown, null, DecisionWords.NoDecisionYet),
            "NASK" => (Decision.NotDiscussed, null, null),
            null or "" when (words ?? choice.Display) is { } free => DecisionWords.Of(free),
            _ => null,
        };

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
        var (product, words) = (form.Code("1008"), form.Text("1009"));
        foreach (var has in form.Codes("1006").Distinct(StringComparer.Ordinal))
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
