namespace Mantel.Core.People.Day;

/// <summary>Where somebody stands on the start list, by what waits of them: the smallest stands first.</summary>
/// <param name="Waiting">The most pressing reason first; one at least.</param>
public sealed record DayPlace(bool IsDeceased, bool IsDying, IReadOnlyList<WeighedReason> Waiting)
    : IComparable<DayPlace>
{
    /// <summary>The part of the day in which the person stands.</summary>
    public DayPart Part => Waiting[0].Part;

    public int CompareTo(DayPlace? other)
    {
        if (other is null)
            return -1;
        foreach (var step in Steps(other))
        {
            if (step != 0)
                return step;
        }
        return 0;
    }

    public static bool operator <(DayPlace one, DayPlace other) => one.CompareTo(other) < 0;

    public static bool operator >(DayPlace one, DayPlace other) => one.CompareTo(other) > 0;

    public static bool operator <=(DayPlace one, DayPlace other) => one.CompareTo(other) <= 0;

    public static bool operator >=(DayPlace one, DayPlace other) => one.CompareTo(other) >= 0;

    private IEnumerable<int> Steps(DayPlace other)
    {
        yield return IsDeceased.CompareTo(other.IsDeceased);
        yield return Place(0).CompareTo(other.Place(0));
        yield return other.IsDying.CompareTo(IsDying);
        yield return Place(1).CompareTo(other.Place(1));
        yield return Since.CompareTo(other.Since);
    }

    private int Place(int nth) => nth < Waiting.Count ? Waiting[nth].Rule.Place : int.MaxValue;

    private DateOnly Since => Waiting[0].Attention.On?.First ?? DateOnly.MaxValue;
}
