using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

/// <summary>What the words of a note make Mantel propose; who writes chooses.</summary>
[Trait("Safety", "2")]
public sealed class NoteKindsTests
{
    private static readonly NoteKind[] All = Enum.GetValues<NoteKind>();

    [Theory]
    [InlineData("Vannacht opgenomen met benauwdheid.", NoteKind.Change, "AdmittedToHospital")]
    [InlineData("Gisteren naar het hospice gegaan.", NoteKind.Change, "AdmittedToHospice")]
    [InlineData("Zij verhuisde naar het woonzorgcentrum.", NoteKind.Change, "AdmittedToNursingHome")]
    [InlineData("Sinds vanmorgen weer thuis.", NoteKind.Change, "CameHome")]
    [InlineData("Ze gaat hard achteruit, komt niet meer uit bed.", NoteKind.Change, "Deteriorated")]
    [InlineData("He is much weaker than last week.", NoteKind.Change, "Deteriorated")]
    [InlineData("Ze wil toch naar het ziekenhuis als ze valt.", NoteKind.SaysNow, null)]
    [InlineData("Hij zegt dat hij geen antibiotica meer wil.", NoteKind.SaysNow, null)]
    [InlineData("She no longer wants to go to hospital.", NoteKind.SaysNow, null)]
    [InlineData("Ze wil niet naar het ziekenhuis.", NoteKind.SaysNow, null)]
    [InlineData("Wil vannacht toch naar het ziekenhuis als het erger wordt.", NoteKind.SaysNow, null)]
    [InlineData("Marijke houdt het niet meer vol.", NoteKind.Signal, null)]
    [InlineData("Ik maak me zorgen om haar.", NoteKind.Signal, null)]
    [InlineData("De stervensfase is begonnen.", NoteKind.Phase, "Dying")]
    [InlineData("Ze heeft nu het palliatief statuut.", NoteKind.Phase, "Palliative")]
    public void Its_words_propose_a_kind(string words, NoteKind kind, string? detail)
    {
        var proposed = NoteKinds.Propose(words, All).ShouldNotBeNull(words);

        (proposed.Kind, proposed.Detail).ShouldBe((kind, detail), words);
    }

    [Theory]
    [InlineData("De radio staat graag aan.")]
    [InlineData("")]
    [InlineData(null)]
    public void Words_that_say_nothing_of_it_propose_nothing(string? words) =>
        NoteKinds.Propose(words, All).ShouldBeNull();

    [Fact]
    public void What_somebody_may_not_write_is_not_proposed() =>
        NoteKinds.Propose("Vannacht opgenomen.", [NoteKind.Signal, NoteKind.Note]).ShouldBeNull();

    [Fact]
    public void Accents_capitals_and_punctuation_do_not_matter() =>
        NoteKinds.Propose("ZE ZÉGT: nee!", All).ShouldNotBeNull().Kind.ShouldBe(NoteKind.SaysNow);

    [Fact]
    public void Every_term_can_be_found_and_stands_there_once()
    {
        foreach (var term in NoteKinds.Terms)
        {
            var folded = NoteKinds.Fold(term.Term);
            folded.ShouldBe($" {term.Term.TrimEnd('*')} ", term.Term);
        }
        NoteKinds.Terms.Select(term => term.Term).ShouldBeUnique();
        NoteKinds.Terms.ShouldAllBe(term => term.Source.Length > 0 && term.Status == "not reviewed");
    }
}
