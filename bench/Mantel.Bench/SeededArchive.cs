using Mantel.Core.Journal;
using Mantel.Storage;

namespace Mantel.Bench;

/// <summary>A journal with invented people in it, made through the journal itself.</summary>
internal static class SeededArchive
{
    private const int Writers = 16;

    public static async Task FillAsync(StorageOptions options, int people, int factsEach, Guid account)
    {
        await using var archive = await Archive.OpenAsync(options, InventedPeople.Register, default);
        var writers = Enumerable
            .Range(0, Writers)
            .Select(writer => Task.Run(() => TellAsync(archive, writer, people, factsEach, account)));
        await Task.WhenAll(writers);
    }

    private static async Task TellAsync(Archive archive, int writer, int people, int factsEach, Guid account)
    {
        for (var number = writer; number < people; number += Writers)
        {
            var stream = StreamId.Person(InventedPeople.Id(number));
            var facts = InventedPeople.History(number, factsEach, account);
            await AppendAsync(archive.Journal, stream, 0, facts);
        }
    }

    /// <exception cref="InvalidOperationException">The journal did not take it.</exception>
    public static async Task AppendAsync(IJournal journal, StreamId stream, int version, IReadOnlyList<NewFact> facts)
    {
        var append = new Append(stream, version, Guid.NewGuid(), InventedPeople.Nurse, InventedPeople.Now, facts);
        var result = await journal.AppendAsync(append, CancellationToken.None);
        if (result is not AppendResult.Appended)
            throw new InvalidOperationException($"The journal answered {result.GetType().Name}.");
    }
}
