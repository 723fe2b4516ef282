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
    public override What Needs => What.RecordCircle;

    public override bool Follows(TalkSoFar so) =>
        so.Variant is TalkVariant.Flemish || so.Says("capacity", Capacity.NotCapable, Capacity.InDoubt);

    public override Ask Ask(TalkSoFar so) =>
        new([.. so.Person.Circle().Select(close => close.Id.ToString())], MustChoose: false);

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        [
            .. Representatives(so.Person)
                .Select(close => new LastSaid(
                    close.From,
                    null,
                    new TalkAnswer(TalkAnswerKind.Said, [close.Id.ToString()], null, null, null, null)
                )),
        ];

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close)
    {
        var represents = Representatives(so.Person).Select(one => one.Id).ToHashSet();
        var named = so.Person.Circle().Where(one => answer.Chosen.Contains(one.Id.ToString(), StringComparer.Ordinal));
        return named.Where(one => !represents.Contains(one.Id)).Select(AsRepresentative);
    }

    private static IEnumerable<CloseOne> Representatives(PersonRecord person) =>
        person.Circle().Where(close => close.Fact.Roles.Any(CircleViews.Represents));

    private static RecordRelatedPerson AsRepresentative(CloseOne close) =>
        new(
            close.Id,
            close.Fact.Name,
            close.Fact.Relationship,
            close.Fact.RelationshipInWords,
            [.. close.Fact.Roles, ContactRole.LegalRepresentative],
            close.Fact.ContactPoints,
            close.Fact.Address,
            close.Fact.CallOrder,
            close.Fact.Words,
            close.Fact.Account,
            close.From
        );
}
