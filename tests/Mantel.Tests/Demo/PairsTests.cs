using System.Text.Json;
using System.Text.RegularExpressions;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Demo;

/// <summary>
/// For each reason of the start list and of the review list, docs/guide/cast.md names one person of the demonstration
/// for whom it holds and one for whom it nearly does. A reason without such a pair fails.
/// </summary>
public sealed partial class PairsTests(ToldDemo told) : IClassFixture<ToldDemo>
{
    private static readonly Dictionary<string, (string Holds, string Nearly)> Pairs = Row()
        .Matches(File.ReadAllText(Repository.File("docs/guide/cast.md")))
        .ToDictionary(
            row => row.Groups["reason"].Value,
            row => (row.Groups["holds"].Value, row.Groups["nearly"].Value),
            StringComparer.Ordinal
        );

    public static TheoryData<AttentionReason> OfTheStartList => [.. Enum.GetValues<AttentionReason>()];

    public static TheoryData<ProposalReason> OfTheReviewList => [.. Enum.GetValues<ProposalReason>()];

    [Theory]
    [MemberData(nameof(OfTheStartList))]
    public void A_reason_of_the_start_list_has_its_pair(AttentionReason reason) =>
        ShouldBeAPair(
            reason.ToString(),
            (person, day) => person.Attention(day).Select(one => one.Reason).Contains(reason)
        );

    [Theory]
    [MemberData(nameof(OfTheReviewList))]
    public void A_reason_of_the_review_list_has_its_pair(ProposalReason reason) =>
        ShouldBeAPair(
            reason.ToString(),
            (person, day) => person.Proposals(day).Select(one => one.Reason).Contains(reason)
        );

    /// <summary>He grew worse and nobody ever talked with him; without his own word he would be proposed.</summary>
    [Fact]
    public void Fernand_is_nearly_proposed_but_for_what_he_said()
    {
        var fernand = told.Of("fernand-claeys");
        var withoutHisWord = new PersonRecord(
            fernand.Stream,
            [.. fernand.Entries.Where(entry => entry.Fact is not Core.AdvanceCarePlanning.TalkDeclined)]
        );
        withoutHisWord
            .Proposals(ToldDemo.Today)
            .ShouldHaveSingleItem()
            .Reason.ShouldBe(ProposalReason.DeterioratedWithoutTalk);
    }

    private void ShouldBeAPair(string reason, Func<PersonRecord, DateOnly, bool> holds)
    {
        var (one, nearly) = Pairs[JsonNamingPolicy.KebabCaseLower.ConvertName(reason)];
        holds(told.Of(one), ToldDemo.Today).ShouldBeTrue($"{reason} does not hold for {one}");
        holds(told.Of(nearly), ToldDemo.Today).ShouldBeFalse($"{reason} holds for {nearly}");
        if (nearly != "fernand-claeys")
            Nearly.Why(told.Of(nearly), ToldDemo.Today, holds).ShouldNotBeNull($"{reason} is far from {nearly}");
    }

    [GeneratedRegex(
        @"^\| `(?<reason>[a-z-]+)` \| [^|]*\(`(?<holds>[a-z-]+)`\) \| [^|]*\(`(?<nearly>[a-z-]+)`\) \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Row();
}
