namespace Mantel.Tests.Web.Spreadsheets;

/// <summary>
/// Five hundred made-up organisations with twelve faults, as they come out of the address book of a region; and how
/// eleven of the faults are mended.
/// </summary>
internal static class FiveHundred
{
    private static readonly string[] Kinds = ["huisartsenpraktijk", "Thuiszorg", "NURSING HOME", "hospice", "apotheek"];
    private static readonly string[] Places = ["Vlissingen", "Middelburg", "Veere"];

    /// <summary>Where a fault is, and a word of what is said there.</summary>
    public static IReadOnlyList<(string Field, string Says)> Faults { get; } =
    [
        ("r11.name", "Vul dit in"),
        ("r21.kind", "“Hospis” is hier geen keuze"),
        ("r31.kind", "Vul dit in"),
        ("r41.name", "Dit staat ook in rij 38"),
        ("r51.country", "“Duitsland” is hier geen keuze"),
        ("r61.day", "waarschijnlijk de nul"),
        ("r71.night", "waarschijnlijk de nul"),
        ("r81.name", "te lang"),
        ("r91.municipality", "#N/A"),
        ("r101.name", "staat er al"),
        ("r111.reachabilityWords", "te lang"),
        ("r121.kind", "“Bakkerij” is hier geen keuze"),
    ];

    /// <summary>All but the last: a bakery has no place here.</summary>
    public static IReadOnlyList<(string Field, string Value)> Mended { get; } =
    [
        ("r11.name", "Praktijk 010"),
        ("r21.kind", "Hospice"),
        ("r31.kind", "HomeCare"),
        ("r41.name", "Praktijk 040"),
        ("r51.country", "BE"),
        ("r61.day", "0118 400 060"),
        ("r71.night", "+32 51 61 20 00"),
        ("r81.name", "Praktijk 080"),
        ("r91.municipality", "Veere"),
        ("r101.name", "Praktijk 100"),
        ("r111.reachabilityWords", "Bel de balie."),
    ];

    public const string LeftOut = "out.121";

    /// <param name="known">One that is here already, with another place to call.</param>
    public static IReadOnlyList<object?[]> Rows((string Name, string Place) known)
    {
        List<object?[]> rows =
        [
            ["Organisatie", "Type", "Plaats", "Land", "Telefoon", "Nachtnummer", "Opmerking", "Jaar van oprichting"],
            .. Enumerable
                .Range(1, 500)
                .Select(n =>
                    new object?[]
                    {
                        $"Praktijk {n:000}",
                        Kinds[n % 5],
                        Places[n % 3],
                        "Nederland",
                        $"0118 {400_000 + n}",
                        null,
                        null,
                        1990,
                    }
                ),
        ];
        rows[10][0] = null;
        rows[20][1] = "Hospis";
        rows[30][1] = null;
        (rows[40][0], rows[40][2]) = ("praktijk 037", rows[37][2]);
        rows[50][3] = "Duitsland";
        rows[60][4] = 118_400_060;
        rows[70][5] = "3,1612E+10";
        rows[80][0] = new string('x', 201);
        rows[90][2] = "#N/A";
        (rows[100][0], rows[100][2]) = (known.Name, known.Place);
        rows[110][6] = new string('y', 300);
        rows[120][1] = "Bakkerij";
        return rows;
    }
}
