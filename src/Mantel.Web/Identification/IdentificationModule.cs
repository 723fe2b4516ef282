using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Identification;
using Mantel.Web.Access;
using Mantel.Web.Platform;

namespace Mantel.Web.Identification;

/// <summary>The doors of the beginning of care: signals, the phase and the surprise questions.</summary>
internal static class IdentificationModule
{
    private const string Signal = "/people/{id:guid}/signals/{signal:guid}";
    private const string Signals = "/people/{id}/signals";
    private const string Phase = "/people/{id}/phase";

    public static void MapIdentification(this IEndpointRouteBuilder routes)
    {
        routes.MapReviewList();
        MapSignals(routes);
        MapPhase(routes);
        MapForfait(routes);
    }

    private static void MapSignals(IEndpointRouteBuilder routes)
    {
        routes.MapPersonPage<SignalsPage>("/people/{id:guid}/signals", AccessAction.AnswerSignal);
        routes.MapPersonForm<GiveSignalForm, GiveSignal>(
            "/people/{id:guid}/signals/give",
            filled => new(filled.Typed.Act, filled.Typed["noticed"], filled.Typed["since"], filled.Typed["wouldHelp"]),
            "/people/{id}",
            "signal.given"
        );
        routes.MapPersonForm<AnswerSignalForm, AnswerSignal>(
            Signal,
            filled =>
                new(
                    filled.Route("signal"),
                    filled.Typed["whatWasDone"],
                    filled.Typed["wordsToSender"],
                    filled.Typed["hiddenFromPerson"]
                ),
            Signals,
            "signal.done"
        );
        routes.MapPersonForm<PassOnSignalForm, PassOnSignal>(
            Signal + "/pass-on",
            filled => new(filled.Route("signal"), filled.Typed.Id("member"), filled.Typed["words"]),
            Signals,
            "signal.done"
        );
        routes.MapPersonForm<EscalateSignalForm, EscalateSignal>(
            Signal + "/escalate",
            filled => new(filled.Route("signal"), filled.Typed["why"]),
            Signals,
            "signal.done"
        );
        routes.MapPersonForm<TakeBackSignalForm, TakeBackSignal>(
            Signal + "/take-back",
            filled => new(filled.Sight.Actor.Account, filled.Route("signal"), filled.Typed["reason"]),
            "/people/{id}",
            "signal.taken-back"
        );
        routes.MapPersonAct<TakeUpSignal>(
            Signal + "/take-up",
            filled => new(filled.Route("signal")),
            Signals,
            "signal.done"
        );
    }

    private static void MapPhase(IEndpointRouteBuilder routes)
    {
        routes.MapPersonPage<PhasePage>("/people/{id:guid}/phase", AccessAction.MarkPhase);
        routes.MapPersonForm<MarkPalliativePhaseForm, MarkPalliativePhase>(
            "/people/{id:guid}/phase/palliative",
            filled => new(JudgedBy(filled), Reasons(filled), filled.Typed["words"], filled.Typed.Date("judgedOn")),
            Phase,
            "phase.done"
        );
        routes.MapPersonForm<MarkDyingPhaseForm, MarkDyingPhase>(
            "/people/{id:guid}/phase/dying",
            filled => new(JudgedBy(filled), Reasons(filled), filled.Typed["words"], filled.Typed.Date("judgedOn")),
            Phase,
            "phase.done"
        );
        routes.MapPersonForm<ReviseMarkingForm, ReviseMarking>(
            "/people/{id:guid}/phase/{marking:guid}/revise",
            filled =>
                new(filled.Route("marking"), JudgedBy(filled), filled.Typed["why"], filled.Typed.Date("judgedOn")),
            Phase,
            "phase.done"
        );
        routes.MapPersonForm<SurpriseQuestionForm, AnswerSurpriseQuestion>(
            "/people/{id:guid}/phase/surprise",
            filled =>
                new(
                    filled.Typed.Choice<SurpriseQuestion>("question"),
                    filled.Typed.Choice<SurpriseAnswer>("answer"),
                    filled.Typed["words"],
                    filled.Typed.Date("answeredOn")
                ),
            Phase,
            "phase.done"
        );
    }

    /// <summary>Only where Belgium arranges it; elsewhere these addresses are absent.</summary>
    private static void MapForfait(IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<RecordForfaitForm, RecordPalliativeForfait>(
            "/people/{id:guid}/phase/forfait",
            filled =>
                new(
                    filled.Typed.Choice<ForfaitTurn>("turn"),
                    filled.Typed["requestedBy"],
                    filled.Typed.Date("requestedOn")
                ),
            Phase,
            "phase.done",
            there: AdvanceCarePlanning.Country.IsArrangedInBelgium
        );
        routes.MapPersonForm<ForfaitAnswerForm, RecordForfaitAnswer>(
            "/people/{id:guid}/phase/forfait/{forfait:guid}/answer",
            filled =>
                new(
                    filled.Route("forfait"),
                    filled.Typed.Choice<ForfaitAnswer>("answer"),
                    filled.Typed["words"],
                    filled.Typed.Date("answeredOn")
                ),
            Phase,
            "phase.done",
            there: (record, http) =>
                record.Forfaits().Count > 0 || AdvanceCarePlanning.Country.IsArrangedInBelgium(record, http)
        );
    }

    private static Party JudgedBy(SubmittedForm filled) => new(PartyKind.Professional, filled.Typed["judgedBy"] ?? "");

    private static List<MarkingReason> Reasons(SubmittedForm filled)
    {
        var reasons = new List<MarkingReason>();
        foreach (var text in filled.Typed.All("reasons"))
        {
            if (Enum.GetNames<MarkingReason>().Contains(text, StringComparer.Ordinal))
                reasons.Add(Enum.Parse<MarkingReason>(text));
            else
                filled.Typed.Wrong("reasons", "rule.not-a-choice");
        }
        return reasons;
    }
}
