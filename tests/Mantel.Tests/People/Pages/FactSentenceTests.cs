using System.Reflection;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People.Pages;

/// <summary>The history tells what happened in sentences and lists no fields (users, part C).</summary>
public sealed class FactSentenceTests
{
    /// <summary>Facts of organisations, of the inbox and of figures stand in no person's history.</summary>
    private static readonly string[] Elsewhere =
    [
        "inbox.",
        "questions.",
        "quality.",
        "care-team.organisation-recorded",
        "care-team.organisation-closed",
        "care-team.privacy-reviewer-named",
        "care-team.sheet-taken-in",
        "care-team.sheet-taken-back",
    ];

    public static TheoryData<string> Languages() => [.. Words.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_kind_of_fact_has_a_sentence(string language)
    {
        foreach (var entry in Samples())
        {
            var row = new PersonRecord(entry.Stream, []).ToRow(entry);
            var sentence = FactSentence.Of(row, Words.Of(language)).ShouldNotBeNull(row.Kind);
            sentence.Text.Length.ShouldBeGreaterThan(8, row.Kind);
            sentence.Text.ShouldNotContain("<", customMessage: row.Kind);
            sentence.Text.ShouldNotContain("[", customMessage: row.Kind);
            sentence.Text.ShouldNotContain("|", customMessage: row.Kind);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_the_sentence_does_not_tell_is_kept_behind_it(string language)
    {
        foreach (var entry in Samples())
        {
            var row = new PersonRecord(entry.Stream, []).ToRow(entry);
            var sentence = FactSentence.Of(row, Words.Of(language))!;
            foreach (var one in row.Details.Where(one => one is { Form: DetailForm.Words, Label: "words" or "note" }))
                (sentence.Text + string.Concat(sentence.Rest.Select(rest => rest.Value))).ShouldContain(one.Value);
        }
    }

    [Fact]
    public void A_kind_without_a_sentence_is_seen()
    {
        var entry = Samples().First();
        var row = new PersonRecord(entry.Stream, []).ToRow(entry) with { Kind = "people.never-told" };
        FactSentence.Of(row, Words.Of("nl-NL")).ShouldBeNull();
    }

    [Fact]
    public void A_close_one_is_told_as_one_would_tell_it()
    {
        var tell = new Tell();
        var marijke = new PersonName("Marijke", null, null, null, "Vos", null, null, NameUse.Own);
        tell.Do(new Core.CareTeam.RecordRelatedPerson(Guid.NewGuid(), marijke, Core.CareTeam.Relationship.Daughter));
        var row = tell.Person.ToRow(tell.Person.Entries[^1]);

        FactSentence
            .Of(row, Words.Of("nl-NL"))!
            .Text.ShouldStartWith("Toegevoegd aan de kring: Marijke Vos (dochter).");
        FactSentence.Of(row, Words.Of("nl-NL"))!.Rest.ShouldBeEmpty();
    }

    /// <summary>One stored fact of every kind and version that a person's record can hold.</summary>
    internal static IEnumerable<Entry> Samples() =>
        Directory
            .GetFiles(Repository.File("tests/Mantel.Tests/Journal/Samples"), "*.json")
            .Where(file => !Elsewhere.Any(kind => Path.GetFileName(file).StartsWith(kind, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(file => FactCodec.Read(File.ReadAllBytes(file), StreamId.Person(Guid.Empty), 1));
}
