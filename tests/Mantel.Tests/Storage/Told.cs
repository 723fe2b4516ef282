using Mantel.Core.Journal;
using Mantel.Storage;
using Shouldly;

namespace Mantel.Tests.Storage;

/// <summary>A register row for the tests: the newest thing told about a person, and how many.</summary>
public sealed record ToldRow(Guid Person, string Newest, int Count);

/// <summary>What the tests tell the journal. Any fact will do: storage does not look inside.</summary>
public static class Told
{
    public static readonly Author Nurse = new(
        new Guid("0b1d5a3e-0000-4000-8000-000000000001"),
        "S. de Wit",
        Role.Nurse,
        Organisation: null,
        OrganisationName: "Thuiszorg Rivierenland"
    );

    public static readonly Moment Night = new(
        new DateTimeOffset(2026, 11, 21, 23, 40, 0, TimeSpan.Zero),
        new DateOnly(2026, 11, 22)
    );

    /// <summary>Numbers are words that start with a hash, such as <c>#123</c>.</summary>
    public static ReadModel<ToldRow> Model(int version = 1, string prefix = "") =>
        new(version, (person, entries) => Row(person, entries, prefix), Numbers);

    /// <summary>
    /// A model whose rows stay as they are when something quiet is told; only what they count goes on.
    /// </summary>
    public static ReadModel<ToldRow> QuietModel(int version = 1, string prefix = "") =>
        new(
            version,
            (person, entries) => Row(person, entries, prefix),
            Numbers,
            (row, count) => row with { Count = count },
            fact => (fact as EntryWitnessed)?.Witness.Text != "quiet"
        );

    public static NewFact Fact(string text) =>
        new(new EntryWitnessed(Guid.Empty, new Witness("Mantel", Text: text)), PartialDate.Parse("2026-11"));

    public static string? TextOf(Entry entry) => (entry.Fact as EntryWitnessed)?.Witness.Text;

    public static StreamId Someone() => StreamId.Person(Guid.NewGuid());

    public static Append Act(StreamId stream, int expected, params string[] texts) =>
        new(stream, expected, Guid.NewGuid(), Nurse, Night, texts.Select(Fact).ToList());

    public static async Task<IReadOnlyList<Entry>> TellAsync(
        this Archive archive,
        StreamId stream,
        params string[] texts
    )
    {
        var version = await archive.Journal.VersionAsync(stream, default);
        return (await archive.Journal.AppendAsync(Act(stream, version, texts), default)).ShouldBeAppended();
    }

    public static async Task<IReadOnlyList<string?>> HearAsync(this Archive archive, StreamId stream) =>
        (await archive.Journal.ReadAsync(stream, 0, default)).Select(TextOf).ToList();

    public static IReadOnlyList<Entry> ShouldBeAppended(this AppendResult result) =>
        result.ShouldBeOfType<AppendResult.Appended>().Entries;

    public static async Task ShouldVerifyAsync(this Archive archive, string? sealFile = null)
    {
        var verification = await archive.VerifyAsync(sealFile, default);
        verification.Faults.ShouldBeEmpty();
    }

    private static ToldRow? Row(StreamId person, IReadOnlyList<Entry> entries, string prefix) =>
        entries.Select(TextOf).LastOrDefault(text => text is not null) is { } newest
            ? new ToldRow(person.Id, prefix + newest, entries.Count)
            : null;

    private static List<string> Numbers(ToldRow row) =>
        row.Newest.Split(' ').Where(word => word.StartsWith('#')).ToList();
}
