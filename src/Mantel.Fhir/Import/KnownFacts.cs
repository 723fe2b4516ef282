using Mantel.Core.Journal;

namespace Mantel.Fhir.Import;

/// <summary>What a record says already, by what makes two facts the same.</summary>
internal static class KnownFacts
{
    public static Dictionary<string, Entry> In(Record record)
    {
        Dictionary<Guid, string> names = [];
        Dictionary<string, Entry> known = new(StringComparer.Ordinal);
        foreach (var entry in record.Entries.Where(entry => record.Stands(entry.Id)))
        {
            var sameness = SameFact.Of(entry.Fact, entry.Effective, names.GetValueOrDefault);
            names[entry.Id] = sameness;
            known[sameness] = entry;
        }
        return known;
    }
}
