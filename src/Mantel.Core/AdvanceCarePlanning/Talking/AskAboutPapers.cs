using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>Which declarations the person has on paper (wilsverklaringen) that the record does not know yet.</summary>
internal sealed record AskAboutDeclarations(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Papers;

    private static readonly AdvanceDirectiveKind[] Dutch =
    [
        AdvanceDirectiveKind.DoNotResuscitate,
        AdvanceDirectiveKind.TreatmentRefusal,
        AdvanceDirectiveKind.Proxy,
        AdvanceDirectiveKind.EuthanasiaRequest,
        AdvanceDirectiveKind.EuthanasiaRequestDementia,
        AdvanceDirectiveKind.LifeWish,
    ];

    private static readonly AdvanceDirectiveKind[] Flemish =
    [
        AdvanceDirectiveKind.BelgianNegativeDeclaration,
        AdvanceDirectiveKind.BelgianEuthanasiaDeclaration,
        AdvanceDirectiveKind.BelgianRepresentative,
        AdvanceDirectiveKind.BelgianOrganDonation,
        AdvanceDirectiveKind.BelgianLastWill,
        AdvanceDirectiveKind.BelgianBodyDonation,
    ];

    /// <summary>The kinds that are asked after: the usual ones, without those that are known.</summary>
    public static IReadOnlyList<AdvanceDirectiveKind> Kinds(TalkSoFar so)
    {
        var known = so.Person.StandingDeclarations(so.Today).Select(one => one.Fact.Kind).ToHashSet();
        return [.. (so.Variant is TalkVariant.Dutch ? Dutch : Flemish).Where(kind => !known.Contains(kind))];
    }

    public override Ask Ask(TalkSoFar so) =>
        new([.. Kinds(so).Select(Choices.Of), Choices.Of(YesNoUnknown.No)], Many: true, MustChoose: false)
        {
            TakesWords = false,
            Alone = Choices.Of(YesNoUnknown.No),
        };

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        [
            .. so
                .Person.StandingDeclarations(so.Today)
                .Select(one => new LastSaid(
                    one.Effective,
                    null,
                    new TalkAnswer(
                        TalkAnswerKind.Said,
                        [Choices.Of(one.Fact.Kind)],
                        one.Fact.KindInWords,
                        null,
                        null,
                        null
                    ),
                    InDeclaration: true
                )),
        ];

    /// <summary>A paper of which nothing more was said is there too: its question records the others.</summary>
    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        from kind in Kinds(so).Intersect(answer.Words<AdvanceDirectiveKind>())
        where so.AnswerTo($"{Row.Question}.{kind}") is not { Kind: TalkAnswerKind.Said or TalkAnswerKind.Unchanged }
        select new RecordAdvanceDirective(kind, null, null, null, [], null, Undated: true, null, null);
}

/// <summary>What one paper says, which date is on it and where it lies.</summary>
internal sealed record AskAboutDeclaration(QuestionRow Row, AdvanceDirectiveKind Kind) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Papers;

    public override string Key => $"{Row.Question}.{Kind}";

    public override AdvanceDirectiveKind? Paper => Kind;

    public override bool Follows(TalkSoFar so) =>
        so.AnswerTo(Row.Question) is { Kind: TalkAnswerKind.Said } answer
        && answer.Words<AdvanceDirectiveKind>().Contains(Kind)
        && AskAboutDeclarations.Kinds(so).Contains(Kind);

    public override Ask Ask(TalkSoFar so) => Talking.Ask.OnlyWords with { AsksDate = true };

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) => [];

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [new RecordAdvanceDirective(Kind, null, answer.Words, null, [], answer.On, answer.On is null, null, null)];
}

/// <summary>Whether something was agreed before, elsewhere (eerder vastgelegde behandelafspraken).</summary>
internal sealed record AskAboutEarlier(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.EarlierAgreements;

    public override Ask Ask(TalkSoFar so) => new(Choices.All<YesNoUnknown>());

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        InWords.Last(so.Person.EarlierAgreements(), fact => Choices.Of(fact.Exist), fact => fact.Explanation);

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close)
    {
        var exist = answer.Choice<YesNoUnknown>();
        var otherwise = exist is YesNoUnknown.Yes ? so.AnswerTo("earlier-otherwise")?.Choice<YesNoUnknown>() : null;
        var words = new[] { answer.Words, otherwise is null ? null : so.AnswerTo("earlier-otherwise")?.Words };
        var explanation = string.Join('\n', words.OfType<string>()) is { Length: > 0 } all ? all : null;
        return [new TellEarlierAgreements(exist, explanation, otherwise, close.Day)];
    }
}

/// <summary>Whether what was agreed elsewhere says otherwise; it is recorded with that.</summary>
internal sealed record AskWhetherEarlierDiffers(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.EarlierAgreements;

    public override bool Follows(TalkSoFar so) => so.Says("earlier", YesNoUnknown.Yes);

    public override Ask Ask(TalkSoFar so) => new(Choices.All<YesNoUnknown>());

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) => [];

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) => [];
}
