using Mantel.Core.People;
using Mantel.Demo.Region;

namespace Mantel.Demo.Others;

/// <summary>The usual course of an illness over eighteen months, as far as a record shows it.</summary>
/// <param name="Years">Since how many years it is known, at least and at most.</param>
/// <param name="Also">What often comes with it.</param>
/// <param name="Turn">What happens between the first and the second conversation.</param>
/// <param name="Back">Whether they come home after that, and after how many days.</param>
/// <param name="Medication">What then lies at home for the night.</param>
internal sealed record Illness(
    string Diagnosis,
    string? Snomed,
    (int Least, int Most) Years,
    IReadOnlyList<(string Name, string Snomed)> Also,
    CourseChange Turn,
    IReadOnlyList<string> TurnWords,
    int? Back,
    IReadOnlyList<(string Medication, string For)> Medication
)
{
    private static readonly (string, string) Morphine = ("Morfine 10 mg/ml, onder de huid", "benauwdheid en pijn");
    private static readonly (string, string) Midazolam = ("Midazolam 5 mg/ml, onder de huid", "onrust en angst");

    public static readonly Illness HeartFailure = new(
        "Hartfalen",
        "84114007",
        (2, 9),
        [("Boezemfibrilleren", "49436004"), ("Hoge bloeddruk", "38341003")],
        CourseChange.AdmittedToHospital,
        ["Acht kilo vocht in tien dagen.", "Kwam de trap niet meer op zonder te stoppen."],
        12,
        [Morphine, ("Furosemide 40 mg, extra tablet", "benauwdheid met dikke benen")]
    );

    public static readonly Illness Copd = new(
        "COPD, GOLD IV",
        "13645005",
        (4, 14),
        [("Osteoporose", "64859006"), ("Hoge bloeddruk", "38341003")],
        CourseChange.AdmittedToHospital,
        ["Opstoot na een verkoudheid, lippen blauw.", "Longontsteking, vijf dagen zuurstof met een masker."],
        9,
        [Morphine, Midazolam]
    );

    public static readonly Illness Cancer = new(
        "Kanker, uitgezaaid",
        null,
        (1, 2),
        [("Hoge bloeddruk", "38341003")],
        CourseChange.Deteriorated,
        ["De scan was minder goed dan gehoopt.", "Valt af, eet drie happen en schuift het bord weg."],
        null,
        [Morphine, ("Haloperidol 2 mg/ml, druppels", "misselijkheid")]
    );

    public static readonly Illness Dementia = new(
        "Dementie",
        "52448006",
        (3, 7),
        [("Hoge bloeddruk", "38341003")],
        CourseChange.Deteriorated,
        ["Slikt zich vaker in en slaapt tot de middag.", "Loopt niet meer alleen en roept om wie er niet meer is."],
        null,
        [("Morfine 10 mg/ml, onder de huid", "pijn bij verzorging")]
    );

    public static readonly Illness Frailty = new(
        "Kwetsbaarheid op hoge leeftijd",
        "248279007",
        (1, 4),
        [("Osteoporose", "64859006"), ("Hoge bloeddruk", "38341003")],
        CourseChange.Deteriorated,
        ["Twee keer gevallen in een week, niets gebroken.", "Komt de stoel niet meer uit zonder hulp."],
        null,
        [("Morfine 10 mg/ml, onder de huid", "benauwdheid en pijn")]
    );

    public static readonly Illness BrainTumour = new(
        "Glioblastoom",
        null,
        (1, 1),
        [("Epilepsie", "84757009")],
        CourseChange.Deteriorated,
        ["Vindt woorden niet meer aan het einde van de dag."],
        null,
        [("Midazolam 10 mg, in de wang", "epileptische aanval"), ("Dexamethason 4 mg, tablet", "hoofdpijn en druk")]
    );

    public static readonly Illness Metabolic = new(
        "Mitochondriële stofwisselingsziekte",
        null,
        (12, 15),
        [("Epilepsie", "84757009")],
        CourseChange.AdmittedToHospital,
        ["Luchtweginfectie, tien dagen op de kinderafdeling."],
        10,
        [("Midazolam 10 mg, in de wang", "epileptische aanval langer dan vijf minuten")]
    );

    /// <summary>The hospital of the country in which somebody lives.</summary>
    public static Workplace HospitalOf(Professional gp) => gp.At.Country == "BE" ? Ghent.Hospital : Walcheren.Hospital;
}
