using System.Text.RegularExpressions;
using Mantel.Core.Quality;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>A Flemish nurse and GP read no word that only the Netherlands know, wherever they read.</summary>
[Trait("Safety", "12")]
public partial class FlemishWordsTests
{
    /// <summary>Texts in which such a word is meant, each with its reason.</summary>
    private static readonly Dictionary<string, string> Meant = new(StringComparer.Ordinal)
    {
        ["advance-directive-kind.proxy"] = "a Dutch kind of declaration, offered in the Netherlands alone",
        ["advance-directive-kind.treatment-refusal"] = "a Dutch kind of declaration",
        ["advance-directive-kind.treatment-refusal-completed-life"] = "a Dutch kind of declaration",
        ["contact-role.mentor"] = "the Dutch role of somebody who comes from there",
        ["discipline.elderly-care-physician"] = "a Dutch specialty, and said so",
        ["discipline.physician-assistant"] = "a Dutch profession, and said so",
        ["number-kind.bsn"] = "the number of somebody from the Netherlands",
        ["people.number.hint"] = "both numbers, the Belgian one first",
        ["people.search.number"] = "both numbers, the Belgian one first",
        ["rule.bsn-wrong"] = "about a Dutch number that was typed",
        ["rule.number-wrong"] = "about a number of either country",
    };

    [GeneratedRegex(
        @"huisartsenpost|\bhap\b|dokterspost|wijkverpleg|wijkteam|thuiszorg|verpleeghuis|verzorgingshuis"
            + @"|marker|gemarkeerd|\bmarkeert\b|mentor\b|\bpoh\b|praktijkondersteuner|\bpzp\b|proactieve zorgplanning"
            + @"|intensive care|\bic\b|specialist ouderen|fysiotherap|physician assistant|dienstdoend"
            + @"|centrale zorgverlener|donorregist|achternaam|paspoort|rijbewijs|mobiel\b|kantoortijd|geestelijke verzorg"
            + @"|zorgverzekeraar|\bwlz\b|\bwmo\b|\bbsn\b|behandelverbod|volmacht|netwerk palliatieve zorg|palliatief team"
            + @"|\bspoed\b|opgepakt|pak dit op|voorletters|\bkenmerk\b|tolkendienst|waarneemt|collega met dienst"
            + @"|stroomstoot|machine|uitslag|sleutelkluis|medicijn|benauwd",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DutchOnly();

    [Fact]
    public void NoFlemishTextHasAWordThatOnlyTheNetherlandsKnow() =>
        Offending(Words.Of("nl-BE")).Where(key => !Meant.ContainsKey(key)).ShouldBeEmpty();

    [Fact]
    public void EveryExceptionIsStillNeeded() =>
        Meant.Keys.Except(Offending(Words.Of("nl-BE")), StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void NoDefinitionOfAFigureHasOne() =>
        MeasureSet
            .Current.Definitions.SelectMany(Said)
            .Select(words => words.Of("nl-BE"))
            .Where(text => DutchOnly().IsMatch(text))
            .ShouldBeEmpty();

    /// <summary>The guard, seen red: the Dutch pack is full of them.</summary>
    [Fact]
    public void TheDutchPackWouldNotPass() => Offending(Words.Of("nl-NL")).Count().ShouldBeGreaterThan(40);

    [Theory]
    [InlineData("treatment.intensive-care", "Intensieve zorgen")]
    [InlineData("talk-topic.intensive-care", "Intensieve zorgen")]
    [InlineData("phase.palliative.title", "De palliatieve status vaststellen")]
    [InlineData("organisation-kind.out-of-hours-practice", "huisartsenwachtpost")]
    public void ClinicalCaseDOneTermStandsForOneThing(string key, string flemish) =>
        Words.Of("nl-BE")[key].ShouldBe(flemish);

    private static IEnumerable<InLanguages> Said(MeasureDefinition of) =>
        [
            of.Population,
            of.Denominator,
            of.Met,
            of.CountsOn,
            of.MatureWhen,
            .. of.Notes,
            .. of.Why.Select(reason => new InLanguages(reason.Nl, reason.En, reason.NlBe)),
        ];

    private static IEnumerable<string> Offending(Words words) =>
        words.Keys.Where(key => DutchOnly().IsMatch(words[key])).Order(StringComparer.Ordinal);
}
