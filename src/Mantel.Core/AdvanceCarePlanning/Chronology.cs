using System.Text;
using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// What can be said about the order of statements (safety rules 1 and 2): only whole intervals order, what cannot be
/// ordered stays side by side.
/// </summary>
internal static class Chronology
{
    /// <summary>Those that no other is surely later than. An undated one cannot be ordered and always stays.</summary>
    public static IReadOnlyList<T> Newest<T>(IReadOnlyList<T> all, Func<T, PartialDate?> date)
    {
        var lastStart = all.Max(one => date(one)?.First);
        return [.. all.Where(one => date(one) is not { } own || lastStart is null || own.Last >= lastStart)];
    }

    /// <summary>Newest first; undated ones last; what cannot be ordered keeps the order of recording.</summary>
    public static IReadOnlyList<T> NewestFirst<T>(IEnumerable<T> all, Func<T, PartialDate?> date) =>
        [.. all.OrderByDescending(one => date(one)?.Last ?? DateOnly.MinValue)];

    /// <summary>
    /// Words compared as people read them: white space, case and a final full stop do not make a difference.
    /// </summary>
    public static string Sameness(string? words)
    {
        if (words is null)
            return "";
        var plain = new StringBuilder(words.Length);
        foreach (var part in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            plain.Append(plain.Length == 0 ? "" : " ").Append(part);
        return plain.ToString().TrimEnd('.').ToUpperInvariant();
    }
}
