using Shouldly;
using Xunit;

namespace Mantel.Tests.Readers;

/// <summary>The measure itself, against examples that were published and words counted by hand.</summary>
public sealed class ReadabilityTests
{
    /// <summary>The examples that Wikipedia gives for the reading ease of Flesch.</summary>
    [Theory]
    [InlineData("The cat sat on the mat.", 116)]
    [InlineData("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 69)]
    public void Published_examples_of_the_reading_ease(string text, double ease) =>
        Readability.Ease([text], "en").ShouldBe(ease, tolerance: 0.5);

    /// <summary>One sentence of 13 words with 24 syllables.</summary>
    [Fact]
    public void A_published_example_by_its_counts() => Readability.Flesch(1, 13, 24).ShouldBe(37.5, tolerance: 0.05);

    [Fact]
    public void The_formulas_as_they_were_published()
    {
        Readability.Douma(1, 10, 15).ShouldBe(206.84 - (0.77 * 150) - (0.93 * 10), tolerance: 0.001);
        Readability.Grade(1, 6, 6).ShouldBe(-1.45, tolerance: 0.001);
    }

    [Theory]
    [InlineData("ziekenhuis", 3)]
    [InlineData("vertegenwoordiger", 6)]
    [InlineData("beïnvloeden", 4)]
    [InlineData("geïnformeerd", 4)]
    [InlineData("mooie", 2)]
    [InlineData("thuis", 1)]
    [InlineData("u", 1)]
    public void Dutch_syllables(string word, int count) => Readability.Syllables(word, "nl-NL").ShouldBe(count);

    [Theory]
    [InlineData("care", 1)]
    [InlineData("doctor", 2)]
    [InlineData("agreed", 2)]
    [InlineData("being", 2)]
    [InlineData("people", 2)]
    [InlineData("ambulance", 3)]
    public void English_syllables(string word, int count) => Readability.Syllables(word, "en").ShouldBe(count);

    [Fact]
    public void A_text_that_is_too_hard_is_seen() =>
        Readability
            .Ease(
                ["De vertegenwoordigingsbevoegdheid van de gevolmachtigde wordt overeenkomstig de wet beoordeeld."],
                "nl-NL"
            )
            .ShouldBeLessThan(WhatTheyReadTests.Easy);
}
