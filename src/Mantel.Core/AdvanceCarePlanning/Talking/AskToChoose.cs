using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>What treatment is for above all (belangrijkste doel).</summary>
internal sealed record AskAboutGoal(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Goal;

    public override Ask Ask(TalkSoFar so) => new(Choices.All<TreatmentGoal>());

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(so.Person.Goal(), fact => Choices.Of(fact.Goal), fact => fact.Explanation);

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [new AgreeTreatmentGoal(answer.Choice<TreatmentGoal>(), answer.Words, close.Day)];
}

/// <summary>Where the person wishes to die (gewenste plek van overlijden).</summary>
internal sealed record AskAboutPlaceOfDeath(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.PlaceOfDeath;

    public override Ask Ask(TalkSoFar so) =>
        new([
            Choices.Of(PlaceOfDeath.Home),
            Choices.Of(HomeMeaning.Here),
            .. CountryChoices
                .KnownIn<PlaceOfDeath>("place-of-death", so.Country)
                .Where(place => place is not PlaceOfDeath.Home)
                .Select(Choices.Of),
            Choices.Of(Answer.Unknown),
        ])
        {
            WordsFor = [Choices.Of(PlaceOfDeath.Elsewhere)],
            WordsRule = "rule.plan-say-where",
        };

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(so.Person.PreferredPlaceOfDeath(), Chosen, fact => fact.Explanation);

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close)
    {
        bool? isHere = answer.Choice<HomeMeaning>() is HomeMeaning.Here ? true : null;
        var place = isHere is true ? PlaceOfDeath.Home : answer.Choice<PlaceOfDeath>();
        var how = place is null ? answer.Choice<Answer>() : Answer.Given;
        return [new TellPreferredPlaceOfDeath(how, place, answer.Words, close.Day, isHere)];
    }

    private static string? Chosen(PreferredPlaceOfDeathTold told) =>
        told.Answer switch
        {
            Answer.Given when told.HomeIsHere is true => Choices.Of(HomeMeaning.Here),
            Answer.Given => told.Place is { } place ? Choices.Of(place) : null,
            Answer.Unknown => Choices.Of(Answer.Unknown),
            Answer.NotDiscussed => null,
        };
}

/// <summary>How the person thinks about euthanasia for themselves (standpunt euthanasie).</summary>
internal sealed record AskAboutEuthanasia(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Euthanasia;

    public override Ask Ask(TalkSoFar so) => new(Choices.All(EuthanasiaPosition.NotDiscussed));

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(
            so.Person.EuthanasiaPosition(),
            fact => fact.Position is EuthanasiaPosition.NotDiscussed ? null : Choices.Of(fact.Position),
            fact => fact.Explanation
        );

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [new TellEuthanasiaPosition(answer.Choice<EuthanasiaPosition>(), answer.Words, close.Day)];
}

/// <summary>Whether a choice about organ donation is registered (donorregistratie).</summary>
internal sealed record AskAboutDonation(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Donation;

    public override Ask Ask(TalkSoFar so) => new(Choices.All<YesNoUnknown>());

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(so.Person.DonorRegistration(), fact => Choices.Of(fact.Registered), fact => fact.Explanation);

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [new TellDonorRegistration(answer.Choice<YesNoUnknown>(), answer.Words, close.Day)];
}

/// <summary>Whether the person agrees that the plan is shared (toestemming om te delen).</summary>
internal sealed record AskAboutSharing(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Sharing;

    public override AccessAction Needs => AccessAction.RecordConsent;

    public override Ask Ask(TalkSoFar so) => new(Choices.All<SharingConsent>());

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        so.Person.Latest<SharingConsentRecorded>() is { } last
            ?
            [
                new(
                    last.Effective,
                    null,
                    new TalkAnswer(
                        TalkAnswerKind.Said,
                        [Choices.Of(last.Fact.Consent)],
                        last.Fact.Explanation,
                        null,
                        null,
                        null
                    )
                ),
            ]
            : [];

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        answer.Choice<SharingConsent>() is { } consent
            ? [new RecordSharingConsent(consent, answer.Words, close.Day)]
            : [];
}

/// <summary>
/// Whether it was said that it is the person's own to tell their close ones (informeren van naasten).
/// </summary>
internal sealed record AskAboutRelatives(QuestionRow Row) : TalkQuestion(Row)
{
    public override bool IsForLeader => true;

    public override Ask Ask(TalkSoFar so) =>
        new([Choices.Of(YesNoUnknown.Yes), Choices.Of(YesNoUnknown.No)]) { TakesWords = false };

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(
            so.Person.InformingRelatives(),
            fact => Choices.Of(fact.Advised ? YesNoUnknown.Yes : YesNoUnknown.No),
            _ => null
        );

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [new AdviseInformingRelatives(answer.Choice<YesNoUnknown>() is YesNoUnknown.Yes, [], close.Day)];
}
