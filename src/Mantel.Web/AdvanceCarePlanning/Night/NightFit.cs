namespace Mantel.Web.AdvanceCarePlanning.Night;

/// <summary>
/// How many letters of what somebody said stand in sight before the rest takes one tap, so that every decision, who
/// decides and whom to call fit the first screen of a small phone (360 × 740). A test holds it against real pages.
/// </summary>
/// <param name="Said">Of somebody's own words above the decisions.</param>
/// <param name="Told">Of what we say above the decisions.</param>
/// <param name="Condition">Of the words of a decision.</param>
public sealed record NightFit(int Said, int Told, int Condition)
{
    private static readonly NightFit[] FromWholeToFirstLine =
    [
        new(400, 400, 400),
        new(200, 220, 200),
        new(150, 170, 150),
        new(110, 130, 110),
        new(74, 96, 74),
        new(74, 70, 34),
        new(34, 40, 34),
    ];

    /// <summary>What the screen has left for all of it, in pixels.</summary>
    private const int Room = 610;

    /// <summary>Letters in a line over the whole width, and in one of the person's own words.</summary>
    private const int Line = 46;
    private const int OwnLine = 42;

    /// <summary>Letters of the name of a treatment beside its word.</summary>
    private const int NameLine = 19;

    /// <summary>Letters of a name beside which "not discussed" and its day find room.</summary>
    private const int NameBesideDay = 14;

    private const int High = 19;

    /// <summary>Lines closer together, where even the first line of everything asks more than there is.</summary>
    public bool IsDense { get; private init; }

    public static NightFit Of(NightScreen screen) =>
        FromWholeToFirstLine.FirstOrDefault(fit => fit.HeightOf(screen) <= Room)
        ?? FromWholeToFirstLine[^1] with
        {
            IsDense = true,
        };

    /// <summary>Where to cut: at a space, and never to hide less than it costs to say that there is more.</summary>
    public static int? At(string text, int letters)
    {
        const int Worth = 9;
        if (text.Length <= letters + Worth)
            return null;
        var space = text.LastIndexOf(' ', letters);
        return space > letters / 2 ? space : letters;
    }

    internal int HeightOf(NightScreen screen) =>
        WhoOf(screen)
        + (screen.Deciding is null ? Death : 0)
        + (screen.Phase is { } phase ? 16 + Lines(phase, Line - 4) : 0)
        + screen.Alarms.Sum(HeightOf)
        + (screen.Allergic is null ? 0 : High)
        + screen.Marks.Sum(mark => Lines($"{mark.Text}: {mark.About}", Line))
        + screen.Codes.Sum(code => 6 + Lines(code.Code + code.Meaning, Line - 16))
        + screen.Lines.Sum(HeightOf)
        + (screen.Deciding is { } deciding ? HeightOf(deciding) : 0)
        + Call;

    private const int Call = 62;

    /// <summary>That somebody died, above all of it, and whose number it is that stands below.</summary>
    private const int Death = 150;

    /// <summary>A name in large letters, and under it what tells this person from another.</summary>
    private static int WhoOf(NightScreen screen) =>
        6 + (28 * (int)Math.Ceiling(screen.Name.Length / 25d)) + Lines(screen.Identity, Line - 3);

    private int HeightOf(NightAlarm alarm)
    {
        var more = alarm.More is null ? "" : "… meer";
        return 14 + Lines($"{alarm.Lead} {Shown(alarm.Said, Said)} {Shown(alarm.Told, Told)} {more}", OwnLine - 3);
    }

    private int HeightOf(NightLine line)
    {
        var first = line.Said.Count == 1 && line.Said[0].Lead is null;
        var isLong = line.Name.Length > NameBesideDay;
        var later = isLong && line.Said.Any(said => said.Word is Core.AdvanceCarePlanning.Word.NotDiscussed) ? High : 0;
        return 7
            + Lines(line.Name, NameLine)
            + later
            + line.Said.Sum(said => first ? Lines(Shown(said.Condition, Condition), OwnLine) : HeightOf(said))
            + line.Beside.Sum(HeightOf)
            + Lines(string.Join(" · ", line.Marks), Line)
            + Lines(line.Device ?? "", Line);
    }

    private int HeightOf(NightStatement said) =>
        Lines($"{said.Lead} {said.Word} {said.Day} {Shown(said.Condition, Condition)}", OwnLine);

    private static int HeightOf(NightDeciding deciding) =>
        8
        + Lines($"{deciding.Decides} {deciding.About} {deciding.More}", Line)
        + deciding.People.Sum(one => Lines($"{one.Lead} {one.Name} · {one.Right} · {one.Number}", Line));

    private static string Shown(string? text, int letters) =>
        text is null ? ""
        : At(text, letters) is { } cut ? text[..cut] + " … meer"
        : text;

    private static int Lines(string text, int letters) =>
        High * (int)Math.Ceiling(text.Trim().Length / (double)letters);
}
