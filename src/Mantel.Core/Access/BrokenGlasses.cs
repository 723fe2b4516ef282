using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>When the glass was broken, by whom, and who has read of it.</summary>
public static class BrokenGlasses
{
    /// <summary>Every time, newest first.</summary>
    public static IReadOnlyList<Recorded<GlassBroken>> GlassesBroken(this PersonRecord person) =>
        [.. person.All<GlassBroken>().Reverse()];

    public static IEnumerable<Recorded<GlassBroken>> OpenGlasses(this PersonRecord person, Moment now) =>
        person.All<GlassBroken>().Where(glass => glass.Fact.Until > now.Instant);

    /// <summary>The account's broken glass that closes last, or null when none is open.</summary>
    public static Recorded<GlassBroken>? OpenGlassOf(this PersonRecord person, Guid account, Moment now) =>
        person
            .OpenGlasses(now)
            .Where(glass => glass.Fact.Account == account)
            .OrderBy(glass => glass.Fact.Until)
            .Select(glass => (Recorded<GlassBroken>?)glass)
            .LastOrDefault();

    /// <summary>The broken glasses that this account has yet to read of, oldest first.</summary>
    public static IReadOnlyList<Recorded<GlassBroken>> UnreadGlasses(this PersonRecord person, Guid account)
    {
        var read = person
            .All<BrokenGlassRead>()
            .Where(reading => reading.Entry.Author.Account == account)
            .Select(reading => reading.Fact.GlassBroken)
            .ToHashSet();
        return [.. person.All<GlassBroken>().Where(glass => !read.Contains(glass.Entry.Id))];
    }
}
