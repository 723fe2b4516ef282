using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Web.AdvanceCarePlanning.Talking;
using Mantel.Web.Platform;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning.Talks;

/// <summary>
/// Every question can be asked and every answer read back, in every language, to and about the person.
/// </summary>
public sealed class TalkWordsTests
{
    public static TheoryData<string, TalkVariant, TalkPartner> Ways()
    {
        var ways = new TheoryData<string, TalkVariant, TalkPartner>();
        foreach (var language in Words.Languages)
        foreach (var variant in Enum.GetValues<TalkVariant>())
        foreach (var partner in Enum.GetValues<TalkPartner>())
            ways.Add(language, variant, partner);
        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Whatever_can_be_chosen_can_be_asked_and_read_back(
        string language,
        TalkVariant variant,
        TalkPartner partner
    )
    {
        var so = Everything(variant, partner);
        var tell = new TalkWords(so, Words.Of(language));
        so.Asked().Count.ShouldBeGreaterThan(20);
        foreach (var question in so.Asked())
        {
            tell.Asks(question).ShouldEndWith("?", customMessage: question.Key);
            tell.Name(question).ShouldNotBeEmpty();
            foreach (var option in tell.Options(question))
            {
                option.Text.ShouldNotBeEmpty();
                tell.Says(question, new(TalkAnswerKind.Said, [option.Value], null, null, null, null))
                    .ShouldNotBeEmpty();
            }
            tell.Says(question, new(TalkAnswerKind.Said, [], "…", null, null, Outcomes.On("2020"))).ShouldNotBeEmpty();
            tell.Says(question, new(TalkAnswerKind.Said, [], "…", null, null, null)).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void The_person_reads_back_what_they_said_in_the_first_person()
    {
        var so = Everything(TalkVariant.Dutch, TalkPartner.Person);
        Says(so, "resuscitation", Decision.Withhold)
            .ShouldBe("Als mijn hart stilstaat, wil ik niet gereanimeerd worden.");
        Says(so, "place-of-death", PlaceOfDeath.Home).ShouldBe("Ik wil het liefst thuis sterven.");
    }

    [Fact]
    public void Parents_read_back_what_was_said_about_their_child()
    {
        var so = Everything(TalkVariant.Dutch, TalkPartner.Parents);
        Says(so, "resuscitation", Decision.Withhold).ShouldBe("Als het hart van Leida stilstaat, reanimeren we niet.");
    }

    [Theory]
    [InlineData(TalkPartner.Person, "Het gaat erom hoe u er nu over denkt.")]
    [InlineData(TalkPartner.Parents, "Niemand kan dit voor een ander vragen.")]
    [InlineData(TalkPartner.Representative, "Niemand kan dit voor een ander vragen.")]
    public void A_hint_is_for_who_answers(TalkPartner partner, string says)
    {
        var so = Everything(TalkVariant.Dutch, partner);
        var tell = new TalkWords(so, Words.Of("nl-NL"));
        tell.Hint(so.Question("euthanasia")!)!.ShouldContain(says);
        var wishes = tell.Hint(so.Question("wishes")!)!;
        wishes.Contains("waar u bang", StringComparison.Ordinal).ShouldBe(partner is TalkPartner.Person);
    }

    [Fact]
    public void In_Flanders_it_is_said_the_Flemish_way()
    {
        var so = Everything(TalkVariant.Flemish, TalkPartner.Person);
        var flemish = new TalkWords(so, Words.Of("nl-BE"));
        var question = so.Question("intensive-care")!;
        flemish.Asks(question).ShouldContain("intensieve zorgen");
        flemish.Says(question, Talking.Answer(Decision.Withhold)).ShouldContain("intensieve zorgen");
    }

    private static string Says<TWord>(TalkSoFar so, string question, TWord word)
        where TWord : struct, Enum =>
        new TalkWords(so, Words.Of("nl-NL")).Says(so.Question(question)!, Talking.Answer(word));

    /// <summary>A conversation in which everything follows: doubt, an ICD, papers, other limits.</summary>
    private static TalkSoFar Everything(TalkVariant variant, TalkPartner partner)
    {
        var tell = new Tell();
        var name = new PersonName("Marijke", null, null, null, "Vos", null, null, NameUse.Own);
        tell.Do(new RecordRelatedPerson(Guid.NewGuid(), name, Relationship.Daughter));
        tell.Directive(TreatmentKind.Other, Decision.Withhold, "2025-01-01", name: "Dialyse");
        var talking = new Talking(tell, variant, Capacity.InDoubt, partner)
            .Say("icd", Talking.Answer(YesNoUnknown.Yes))
            .Say("other-limit", Talking.Answer(Decision.Withhold) with { About = "Sondevoeding" });
        if (variant is TalkVariant.Dutch)
            talking.Say("earlier", Talking.Answer(YesNoUnknown.Yes));
        foreach (var paper in talking.SoFar.Question("declarations")!.Ask(talking.SoFar).Choices.Take(1))
            talking.Say("declarations", new(TalkAnswerKind.Said, [paper], null, null, null, null));
        return talking.SoFar;
    }
}
