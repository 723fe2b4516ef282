using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>A message that came along and of which nothing was read (meegekomen, niet gelezen).</summary>
/// <param name="Type">The kind of message, as the standard calls it: <c>CarePlan</c>.</param>
public sealed record CameAlong(Entry Entry, MessageReceived Message, string Type);

/// <summary>What came along with a person's messages and is kept word for word only.</summary>
public static class CameAlongView
{
    /// <summary>By kind, then by name; of each message the version that came last.</summary>
    public static IReadOnlyList<CameAlong> CameAlong(this PersonRecord person) =>
        [
            .. person
                .All<MessageReceived>()
                .GroupBy(one => (one.Fact.System, one.Fact.Reference))
                .Select(same => same.Last())
                .Where(one => one.Fact.Entries.All(id => person.Find(id)?.Fact is ToAskAboutReceived))
                .Select(one => new CameAlong(one.Entry, one.Fact, one.Fact.Reference.Split('/')[0]))
                .OrderBy(one => one.Type, StringComparer.Ordinal)
                .ThenBy(one => one.Message.Reference, StringComparer.Ordinal),
        ];
}
