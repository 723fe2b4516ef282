using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// Whether the person can decide about treatment (wilsbekwaamheid), as who leads the conversation judges it.
/// </summary>
internal sealed record AskAboutCapacity(QuestionRow Row) : TalkQuestion(Row)
{
    public override bool IsForLeader => true;

    public override bool IsAskedBefore => true;

    /// <summary>Judged at the start, or not in this conversation.</summary>
    public override bool Follows(TalkSoFar so) => so.Talk.AnswerTo(Row.Question) is not null;

    public override Ask Ask(TalkSoFar so) =>
        new(Choices.All<Capacity>())
        {
            WordsFor = [Choices.Of(Capacity.NotCapable), Choices.Of(Capacity.InDoubt)],
            WordsRule = "rule.plan-capacity-why",
        };

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(so.Person.LegalCapacity(), fact => Choices.Of(CapacityOf(fact)), fact => fact.Explanation);

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [new JudgeLegalCapacity(answer.Choice<Capacity>(), answer.Words, close.Day)];

    private static Capacity CapacityOf(LegalCapacityJudged judged) =>
        judged.Capable switch
        {
            true => Capacity.Capable,
            false => Capacity.NotCapable,
            null => Capacity.InDoubt,
        };
}

/// <summary>
/// Who speaks for the person when they cannot (vertegenwoordiger): in the Netherlands when capacity is in doubt, in
/// Flanders always.
/// </summary>
internal sealed record AskAboutRepresentative(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Representative;

    public override AccessAction Needs => AccessAction.RecordCircle;

    public override bool Follows(TalkSoFar so) =>
        so.Variant is TalkVariant.Flemish || so.Talk.Opened.Fact.With is TalkPartner.Representative || IsInDoubt(so);

    /// <summary>As judged in this conversation; unless it was asked now, as judged before.</summary>
    private static bool IsInDoubt(TalkSoFar so) =>
        so.AnswerTo("capacity") is { Kind: TalkAnswerKind.Said or TalkAnswerKind.Unchanged } answer
            ? answer.Choice<Capacity>() is Capacity.NotCapable or Capacity.InDoubt
            : so.Person.LegalCapacity().Holding.Any(judged => judged.Fact.Capable is not true);

    public override Ask Ask(TalkSoFar so) =>
        new([.. so.Person.Circle().Select(close => close.Id.ToString())], MustChoose: false) { TakesWords = false };

    /// <summary>Everyone who speaks for the person is one answer: two of them do not contradict each other.</summary>
    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        so.Person.Circle().Where(close => close.Fact.Roles.Any(CircleViews.Speaks)).ToList() is { Count: > 0 } speakers
            ?
            [
                new LastSaid(
                    Chronology.NewestFirst(speakers, close => close.From)[0].From,
                    null,
                    new TalkAnswer(
                        TalkAnswerKind.Said,
                        [.. speakers.Select(close => close.Id.ToString())],
                        null,
                        null,
                        null,
                        null
                    )
                ),
            ]
            : [];

    /// <summary>Whom the person names replaces whom they named before; neither gets access by it.</summary>
    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        answer.Chosen.Count == 0
            ? []
            :
            [
                .. from one in so.Person.Circle()
                let isNamed = answer.Chosen.Contains(one.Id.ToString(), StringComparer.Ordinal)
                where isNamed ? !one.Fact.Roles.Any(CircleViews.Speaks) : one.Fact.Roles.Contains(Named)
                select With(one, isNamed ? [.. one.Fact.Roles, Named] : [.. one.Fact.Roles.Except([Named])]),
            ];

    private const ContactRole Named = ContactRole.NamedToSpeak;

    private static RecordRelatedPerson With(CloseOne close, IReadOnlyList<ContactRole> roles) =>
        new(
            close.Id,
            close.Fact.Name,
            close.Fact.Relationship,
            close.Fact.RelationshipInWords,
            roles,
            close.Fact.ContactPoints,
            close.Fact.Address,
            close.Fact.CallOrder,
            close.Fact.Words,
            close.Fact.Account,
            close.From
        );
}
