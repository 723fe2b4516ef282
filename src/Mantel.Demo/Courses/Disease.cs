namespace Mantel.Demo.Courses;

/// <summary>The five courses that an illness takes towards its end, as a record shows them.</summary>
internal enum CourseKind
{
    /// <summary>Long well, then quickly worse.</summary>
    Cancer,

    /// <summary>Heart, lungs or kidneys: worse by fits, with admissions between.</summary>
    Organs,

    /// <summary>Slowly and long downhill.</summary>
    Dementia,

    /// <summary>Old age itself.</summary>
    Frailty,

    /// <summary>The nervous system: steadily worse, the mind mostly clear.</summary>
    Nerves,

    /// <summary>A child, whatever the illness.</summary>
    Child,
}

/// <summary>An illness as it is written down here.</summary>
/// <param name="Specialist">Who of the hospital treats it; empty: nobody there.</param>
/// <param name="Years">Since how many years it is known, at least and at most.</param>
internal sealed record Disease(
    string Name,
    string? Snomed,
    CourseKind Kind,
    double Weight,
    string Specialist,
    (int Least, int Most) Years
)
{
    private static readonly (int, int) Short = (0, 2);

    /// <summary>
    /// By weight. Causes of the deaths for which palliative care matters in the Netherlands (2017): cancer 41 %,
    /// chronic heart disease 24 %, dementia 16 %; what is left is ours to fill.
    /// </summary>
    public static IReadOnlyList<Disease> OfAdults { get; } =
    [
        new("Longkanker, uitgezaaid", "93880001", CourseKind.Cancer, 11, "oncoloog", Short),
        new("Borstkanker, uitgezaaid", "254837009", CourseKind.Cancer, 5, "oncoloog", (1, 9)),
        new("Dikkedarmkanker, uitgezaaid", "363406005", CourseKind.Cancer, 6, "oncoloog", (0, 4)),
        new("Prostaatkanker, uitgezaaid", "399068003", CourseKind.Cancer, 5, "oncoloog", (1, 8)),
        new("Alvleesklierkanker", "363418001", CourseKind.Cancer, 5, "oncoloog", (0, 1)),
        new("Eierstokkanker", "363443007", CourseKind.Cancer, 2, "oncoloog", (0, 4)),
        new("Kanker zonder bekende oorsprong", null, CourseKind.Cancer, 3, "oncoloog", (0, 1)),
        new("Hartfalen", "84114007", CourseKind.Organs, 17, "cardioloog", (2, 9)),
        new("COPD, GOLD IV", "13645005", CourseKind.Organs, 8, "longarts", (4, 14)),
        new("Longfibrose", "51615001", CourseKind.Organs, 2, "longarts", (1, 5)),
        new("Nierfalen zonder dialyse", "433146000", CourseKind.Organs, 4, "nefroloog", (2, 8)),
        new("Ziekte van Alzheimer", "26929004", CourseKind.Dementia, 9, "", (3, 9)),
        new("Vasculaire dementie", "429998004", CourseKind.Dementia, 6, "", (2, 7)),
        new("Kwetsbaarheid op hoge leeftijd", "248279007", CourseKind.Frailty, 10, "", (1, 4)),
        new("Ziekte van Parkinson", "49049000", CourseKind.Nerves, 3, "neuroloog", (6, 18)),
        new("Amyotrofe laterale sclerose", "86044005", CourseKind.Nerves, 2, "neuroloog", (1, 3)),
    ];

    public static IReadOnlyList<Disease> OfChildren { get; } =
    [
        new("Stofwisselingsziekte", null, CourseKind.Child, 3, "kinderarts", (1, 6)),
        new("Hersentumor", null, CourseKind.Child, 2, "kinderarts", Short),
        new("Spierziekte", null, CourseKind.Child, 2, "kinderarts", (2, 8)),
        new("Aangeboren hartafwijking", "13213009", CourseKind.Child, 1, "kinderarts", (3, 9)),
    ];

    /// <summary>What often comes with it.</summary>
    public static IReadOnlyList<(string Name, string Snomed)> Besides { get; } =
    [
        ("Hoge bloeddruk", "38341003"),
        ("Diabetes type 2", "44054006"),
        ("Boezemfibrilleren", "49436004"),
        ("Osteoporose", "64859006"),
        ("Artrose van beide knieën", "239873007"),
    ];

    /// <summary>Middle and spread of the age at which people die of it.</summary>
    public static (double Middle, double Spread) AgeOf(CourseKind kind) =>
        kind switch
        {
            CourseKind.Cancer => (72, 11),
            CourseKind.Organs => (81, 8),
            CourseKind.Dementia => (85, 6),
            CourseKind.Frailty => (91, 4),
            CourseKind.Nerves => (70, 9),
            CourseKind.Child => (9, 5),
        };

    /// <summary>
    /// Half die within so many days of marking. In Scotland a summary was first made at 14 weeks before death for
    /// cancer, 22 for organ failure and 20 for frailty and dementia (2014).
    /// </summary>
    public static double MedianDays(CourseKind kind) =>
        kind switch
        {
            CourseKind.Cancer => 98,
            CourseKind.Organs => 154,
            CourseKind.Dementia or CourseKind.Frailty => 140,
            CourseKind.Nerves or CourseKind.Child => 190,
        };
}
