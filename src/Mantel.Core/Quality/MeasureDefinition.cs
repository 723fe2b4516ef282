using Mantel.Core.Journal;

namespace Mantel.Core.Quality;

/// <summary>
/// What a measure (maat, indicator) counts, in words that are shown beside every figure, with where it comes from: one
/// file of <c>data/measures</c>. Another way of counting is another version.
/// </summary>
/// <param name="Days">The number of days that the calculation asks for; null when it asks for none.</param>
/// <param name="PublishedFrom">The first month that is published by this version.</param>
/// <param name="Direction">Which side of the figure is the good one, and who says so.</param>
/// <param name="Denominator">Who is counted (n).</param>
/// <param name="Met">For whom it holds (d).</param>
/// <param name="CountsOn">The day by which a result is counted.</param>
/// <param name="MatureWhen">From when a result is counted.</param>
/// <param name="Why">Every reason why somebody counts as they do.</param>
/// <param name="Notes">What was decided and why.</param>
/// <param name="Rights">Under which rights its words may be used.</param>
/// <param name="SourceNl">The source, told in Dutch.</param>
/// <param name="Beside">The reasons whose people are counted apart, beside the figure; null: who declined.</param>
public sealed record MeasureDefinition(
    string Id,
    int Version,
    Calculation Calculation,
    int? Days,
    Month PublishedFrom,
    MeasureDirection Direction,
    InLanguages Population,
    InLanguages Denominator,
    InLanguages Met,
    InLanguages CountsOn,
    InLanguages MatureWhen,
    IReadOnlyList<MeasureReason> Why,
    IReadOnlyList<InLanguages> Notes,
    string Source,
    string Edition,
    string Rights,
    string? Reviewer,
    string Status,
    IReadOnlyList<string>? Beside = null,
    string? SourceNl = null,
    string? RightsNl = null
)
{
    /// <summary>Reads another definition than those that are compiled in, like those of <c>data/measures</c>.</summary>
    /// <exception cref="FormatException">What is wrong, in a sentence that names the file.</exception>
    public static MeasureDefinition Read(string file, string json) => ReadMeasures.Read(file, json);

    /// <summary>The reasons whose people are counted apart.</summary>
    public IReadOnlyList<string> ShownBeside => Beside ?? ["declined"];

    public MeasureReason Reason(string id) => Why.First(reason => reason.Id == id);

    public override string ToString() => $"{Id} {Version}";
}

/// <summary>Which side of a figure is the good one (richting), with the reason and where that is from.</summary>
/// <param name="Source">Null only where no source says a side: then neither is.</param>
public sealed record MeasureDirection(
    BetterSide Better,
    string Nl,
    string En,
    string? Source,
    string? NlBe = null,
    string? SourceNl = null
)
{
    public string Of(string language) => new InLanguages(Nl, En, NlBe).Of(language);

    /// <summary>Whether a figure on this side is the better one; null where neither is.</summary>
    public bool? IsGood(bool isHigh) => Better is BetterSide.Neither ? null : isHigh == Better is BetterSide.Higher;
}

/// <summary>Which side of a figure is better.</summary>
public enum BetterSide
{
    Higher,
    Lower,

    /// <summary>No source says that one side is better: it is for people to talk about.</summary>
    Neither,
}

/// <summary>Words in the languages of Mantel.</summary>
/// <param name="NlBe">As it is said in Flanders; null where that is no different.</param>
public sealed record InLanguages(string Nl, string En, string? NlBe = null)
{
    /// <summary>In Dutch for nl-NL and nl-BE, else in English.</summary>
    public string Of(string language) =>
        language == "nl-BE" ? NlBe ?? Nl
        : language.StartsWith("nl", StringComparison.Ordinal) ? Nl
        : En;
}

/// <summary>One reason why somebody counts as they do.</summary>
/// <param name="Id">Such as <c>declined</c>.</param>
public sealed record MeasureReason(string Id, Standing Standing, string Nl, string En, string? NlBe = null)
{
    public string Of(string language) => new InLanguages(Nl, En, NlBe).Of(language);
}

/// <summary>The ways of counting that exist; a definition chooses one and says its days.</summary>
public enum Calculation
{
    /// <summary>An established plan within so many days of the first marking.</summary>
    PlanAfterMarking,

    /// <summary>Died where they wished, among those whose wish is known.</summary>
    DiedWhereWished,

    /// <summary>Fewer than so many days from marking to death.</summary>
    MarkedBeforeDeath,

    /// <summary>A plan that stands so many days after the first marking, whichever way it came.</summary>
    PlanThatStands,

    /// <summary>As <see cref="DiedWhereWished"/>; who said so is at home where they live.</summary>
    DiedWhereAtHome,

    /// <summary>Fewer than so many days from the first marking of the last year to death.</summary>
    KnownBeforeDeath,
}

/// <summary>How somebody stands in a measure.</summary>
public enum Standing
{
    /// <summary>Counted, and it holds.</summary>
    Met,

    /// <summary>Counted, and it does not hold.</summary>
    NotMet,

    /// <summary>Will be counted; the day has not come.</summary>
    NotYetDue,

    /// <summary>Not counted, in a column of its own.</summary>
    Outside,
}
