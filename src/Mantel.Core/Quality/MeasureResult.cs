namespace Mantel.Core.Quality;

/// <summary>How one person stands in one measure, and why.</summary>
/// <param name="Index">The day that it is about: of marking, or of death.</param>
/// <param name="Month">The month that it is counted in; null when the day is not known well enough.</param>
/// <param name="Why">The id of a reason of the definition.</param>
/// <param name="MatureFrom">The day from which it is counted.</param>
/// <param name="Municipality">
/// Where the person lived on the index day, by the code of that day; empty when that is not known.
/// </param>
/// <param name="Days">How many days it took, where the measure counts them.</param>
public sealed record MeasureResult(
    string Measure,
    int Version,
    DateOnly Index,
    Month? Month,
    Standing Standing,
    string Why,
    DateOnly MatureFrom,
    string Municipality,
    PersonGroups Groups,
    int? Days = null
);

/// <summary>The groups that somebody belonged to on the index day. Not recorded is a group of its own.</summary>
public sealed record PersonGroups(DiagnosisGroup Diagnosis, AgeBand Age, LivingGroup Living, LanguageGroup Language);

/// <summary>The illness from which somebody does not get better, as far as groups of it differ in care.</summary>
public enum DiagnosisGroup
{
    NotRecorded,
    Cancer,

    /// <summary>Heart, lungs, kidneys, liver.</summary>
    OrganFailure,

    /// <summary>Dementia and the frailty of old age.</summary>
    FrailtyAndDementia,

    /// <summary>Cerebral infarction and haemorrhage (beroerte).</summary>
    Stroke,

    /// <summary>Parkinson, ALS, MS, Huntington and their like.</summary>
    Neurodegenerative,
    Other,

    /// <summary>Recorded, but neither its code nor its words say which group it is (onbekend).</summary>
    Unknown,
}

/// <summary>Age on the index day.</summary>
public enum AgeBand
{
    NotRecorded,

    /// <summary>Children and the young, up to 17.</summary>
    Under18,
    From18To64,
    From65To79,
    From80,
}

/// <summary>Whether somebody lives alone.</summary>
public enum LivingGroup
{
    NotRecorded,
    Alone,
    WithOthers,
}

/// <summary>Whether somebody speaks Dutch.</summary>
public enum LanguageGroup
{
    NotRecorded,
    Dutch,
    AnotherLanguage,
}
