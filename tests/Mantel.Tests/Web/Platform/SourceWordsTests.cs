using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Identification;
using Mantel.Core.Quality;
using Mantel.Core.Quality.Statistics;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>
/// Users' case D: on a Dutch page a source is told in Dutch; titles of what was published stay as they are.
/// </summary>
public sealed class SourceWordsTests
{
    [Fact]
    public void EverySourceThatAPageShowsIsToldInDutch()
    {
        string?[] told =
        [
            .. QuestionRow.Table.Select(row => row.SourceNl),
            .. ProposalRules.All.Select(rule => rule.SourceNl),
            .. Contradictions.Table.Select(pair => pair.SourceNl),
            .. Method.All.Select(method => method.SourceNl),
            .. MeasureSet.Current.Definitions.SelectMany(one => new[] { one.SourceNl, one.RightsNl }),
        ];
        told.ShouldAllBe(one => !string.IsNullOrWhiteSpace(one));
        told.SelectMany(one => Sentences.Faults(one!, "nl-NL")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("consulted 2026-11", "geraadpleegd 2026-11")]
    [InlineData("2011; our own 2026-11", "2011; van onszelf 2026-11")]
    [InlineData("1.0.0-rc2 (form), data set 2025-08-28", "1.0.0-rc2 (formulier), dataset 2025-08-28")]
    public void AnEditionIsToldInDutch(string edition, string dutch)
    {
        SourceWords.Edition(edition, Words.Of("nl-BE")).ShouldBe(dutch);
        SourceWords.Edition(edition, Words.Of("en")).ShouldBe(edition);
    }

    [Fact]
    public void WhatOneTypedInDutchIsReadByItsListedTermInEnglish()
    {
        var close = new Core.CareTeam.RelatedPersonRecorded(
            Guid.NewGuid(),
            null!,
            Core.CareTeam.Relationship.Husband,
            "man",
            [],
            [],
            null,
            null,
            null,
            null
        );
        Mantel.Web.People.Telling.Relationship(close, Words.Of("en")).ShouldBe("husband");
        Mantel.Web.People.Telling.Relationship(close, Words.Of("nl-NL")).ShouldBe("man");
    }
}
