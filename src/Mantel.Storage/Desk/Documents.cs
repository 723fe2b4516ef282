using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;

namespace Mantel.Storage;

/// <summary>
/// Which documents belong to which entries, so that those of a withdrawn entry are destroyed with it.
/// </summary>
internal static class Documents
{
    /// <summary>Documents that no other entry than these speaks of.</summary>
    public static IReadOnlyList<Guid> OnlyOf(Record record, IReadOnlyCollection<Guid> entries)
    {
        var others = record.Entries.Where(entry => !entries.Contains(entry.Id)).SelectMany(Of).ToHashSet();
        return
        [
            .. record
                .Entries.Where(entry => entries.Contains(entry.Id))
                .SelectMany(Of)
                .Distinct()
                .Where(document => !others.Contains(document)),
        ];
    }

    private static IEnumerable<Guid> Of(Entry entry) =>
        OfFact(entry.Fact).Concat(entry.Source.Witnesses.Select(witness => witness.Attachment)).OfType<Guid>();

    private static IEnumerable<Guid?> OfFact(Fact fact) =>
        fact switch
        {
            AdvanceDirectiveRecorded directive => [directive.Document],
            MessageReceived message => [message.Attachment],
            EntryWitnessed witnessed => [witnessed.Witness.Attachment],
            _ => [],
        };
}
