using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Whether somebody could decide about medical treatment on a day (wilsbekwaamheid), by what was judged to be so on
/// that day.
/// </summary>
/// <param name="Judged">
/// What was judged; several when they differ and cannot be ordered; none when nobody judged it, and then an adult is
/// taken to be able to decide.
/// </param>
/// <param name="Since">The first judgement of the unbroken row that says the same.</param>
public sealed record CapacityOnDay(IReadOnlyList<Recorded<LegalCapacityJudged>> Judged, PartialDate? Since)
{
    /// <summary>Null: nobody judged it. Judgements that contradict each other are a doubt.</summary>
    public Capacity? Is =>
        Judged switch
        {
            [] => null,
            [var only] => Of(only.Fact),
            _ => Capacity.InDoubt,
        };

    /// <summary>The matters that it was judged for, in words; null: all of treatment, or not judged.</summary>
    public string? About => Judged is [var only] ? only.Fact.About : null;

    /// <summary>By what it was noticed, in words.</summary>
    public string? Why => Judged is [var only] ? only.Fact.Explanation : null;

    /// <summary>It was judged that the person could not decide.</summary>
    public bool IsLost => Is is Capacity.NotCapable;

    private static Capacity Of(LegalCapacityJudged judged) =>
        judged.Capable switch
        {
            true => Capacity.Capable,
            false => Capacity.NotCapable,
            null => Capacity.InDoubt,
        };
}

/// <summary>Finds whether somebody could decide on a day.</summary>
public static class CapacityViews
{
    /// <summary>
    /// What was true on that day, whenever it was recorded. A judgement that gives only a month counts from the first
    /// day on which it may have been so; one without a date cannot be ordered and stands beside the others.
    /// </summary>
    public static CapacityOnDay CapacityOn(this PersonRecord person, DateOnly day)
    {
        var then = person.HoldsNow<LegalCapacityJudged>(fact => (object?)fact.Capable ?? "doubt", until: day);
        return new CapacityOnDay(then.Holding, then.Since);
    }
}
