using System.Globalization;

namespace Mantel.Fhir.Pzp;

/// <summary>Which of two versions of a message is the newer one, by what their sender says of it.</summary>
internal static class Versions
{
    /// <summary>Below zero: the other is newer; above: the one is; zero: nobody can tell.</summary>
    public static int Compare(string? version, string? updated, string? otherVersion, string? otherUpdated)
    {
        if (Number(version) is { } one && Number(otherVersion) is { } two && one != two)
            return one.CompareTo(two);
        return Instant(updated) is { } first && Instant(otherUpdated) is { } second ? first.CompareTo(second) : 0;
    }

    private static long? Number(string? version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Instant(string? updated) =>
        DateTimeOffset.TryParse(updated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
}
