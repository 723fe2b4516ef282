using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>Whether a treatment is still wanted (behandelgrens): yes, no, it depends, or not known yet.</summary>
internal sealed record AskAboutTreatment(QuestionRow Row, TreatmentKind Kind) : TalkQuestion(Row)
{
    /// <summary>The other treatment it is about, where the record knows one.</summary>
    public Treatment? Known { get; init; }

    /// <summary>The first directive that named that treatment, so that the question keeps its name.</summary>
    public Guid? FirstNamed { get; init; }

    public override string Key => FirstNamed is { } first ? $"other-limit.{first}" : Row.Question;

    public override string? TreatmentName => Known?.Name;

    public override TalkTopic? Topic =>
        Kind switch
        {
            TreatmentKind.Resuscitation => TalkTopic.Resuscitation,
            TreatmentKind.Ventilation => TalkTopic.Ventilation,
            TreatmentKind.IntensiveCare => TalkTopic.IntensiveCare,
            TreatmentKind.HospitalAdmission => TalkTopic.HospitalAdmission,
            TreatmentKind.Antibiotics => TalkTopic.Antibiotics,
            TreatmentKind.BloodProducts => TalkTopic.BloodProducts,
            TreatmentKind.IcdDeactivation => TalkTopic.Icd,
            TreatmentKind.Other => TalkTopic.OtherTreatments,
        };

    public override bool Follows(TalkSoFar so) =>
        Kind switch
        {
            TreatmentKind.IcdDeactivation => so.Says("icd", YesNoUnknown.Yes) || so.IcdPresent() is true,
            TreatmentKind.Other when Row.Question == "other-limit-more" => so.AnswerTo("other-limit")
                is { Kind: TalkAnswerKind.Said },
            _ => true,
        };

    public override Ask Ask(TalkSoFar so) =>
        new(
            Choices.All(Decision.NotDiscussed),
            ConditionFor: Choices.Of(Decision.Otherwise),
            AsksAbout: Kind is TreatmentKind.Other && Known is null
        );

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so)
    {
        var treatment = Known ?? (Kind is TreatmentKind.Other ? null : new Treatment(Kind));
        if (treatment is null || so.DecisionOf(treatment) is not { HasEnded: false } decision)
            return [];
        return
        [
            .. decision
                .InForce.Where(said => said.Decision is not Decision.NotDiscussed)
                .Select(said => new LastSaid(said.DiscussedOn, decision.Since, AsAnswer(said), said.IsOwnDeclaration)),
        ];
    }

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [Agree(answer.Choice<Decision>(), answer, close)];

    internal override IEnumerable<IAct<PersonRecord>> CameOfSkipping(TalkClose close) =>
        Kind is TreatmentKind.Other ? [] : [Agree(Decision.NotDiscussed, null, close)];

    private AgreeTreatmentDirective Agree(Decision? decision, TalkAnswer? answer, TalkClose close) =>
        new(
            Kind,
            Known?.Name ?? answer?.About,
            NotNamed: false,
            decision,
            decision is Decision.Otherwise ? answer?.Condition : null,
            answer?.Words,
            close.Day,
            close.Parties
        );

    private static TalkAnswer AsAnswer(Statement said) =>
        new(
            TalkAnswerKind.Said,
            [Choices.Of(said.Decision)],
            said.Explanations.Count == 0 ? null : string.Join('\n', said.Explanations),
            said.Otherwise,
            null,
            null
        );
}

/// <summary>Whether there is an ICD in the body; asked only where nobody knows.</summary>
internal sealed record AskAboutIcd(QuestionRow Row) : TalkQuestion(Row)
{
    public override TalkTopic? Topic => TalkTopic.Icd;

    public override bool Follows(TalkSoFar so) => so.IcdPresent() is null;

    public override Ask Ask(TalkSoFar so) => new(Choices.All<YesNoUnknown>());

    public override IReadOnlyList<LastSaid> LastTime(TalkSoFar so) =>
        so.Icd() is { } icd
            ?
            [
                new(
                    icd.Effective,
                    null,
                    new(TalkAnswerKind.Said, [Choices.Of(YesNoUnknown.Unknown)], null, null, null, null)
                ),
            ]
            : [];

    internal override IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close) =>
        [
            new RecordImplantedDevice(
                DeviceKind.Icd,
                answer.Choice<YesNoUnknown>() switch
                {
                    YesNoUnknown.Yes => true,
                    YesNoUnknown.No => false,
                    _ => null,
                },
                Explanation: answer.Words,
                KnownOn: close.Day
            ),
        ];
}

/// <summary>What the record knows of an ICD.</summary>
internal static class KnownIcd
{
    public static Recorded<ImplantedDeviceRecorded>? Icd(this TalkSoFar so)
    {
        var icds = so.Person.Devices().Where(device => device.Fact.Kind is DeviceKind.Icd).ToList();
        return icds.Count == 0 ? null : icds[^1];
    }

    /// <summary>Null: not recorded, asked and not known, or told differently.</summary>
    public static bool? IcdPresent(this TalkSoFar so)
    {
        var said = so.Person.SaidOfIcd().Select(icd => icd.Fact.Present).Distinct().ToList();
        return said is [var only] ? only : null;
    }
}
