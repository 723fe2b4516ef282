using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;

namespace Mantel.Web.AdvanceCarePlanning;

public sealed partial class PlanPage
{
    [Parameter, EditorRequired]
    public required Sight Sight { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>The person and their representative read it in plain words first.</summary>
    private bool ReadsPlainly =>
        Sight.Actor.Role is Role.Person or Role.CloseOne && !Http.Request.Query.ContainsKey("all");

    private PersonRecord Record => Sight.Record;
    private bool IsAlive => Record.Death() is null;
    private IReadOnlyList<DecisionInForce> Decisions { get; set; } = [];
    private bool MayAgree { get; set; }
    private bool MayConfirm { get; set; }
    private bool MayDeclare { get; set; }
    private bool MayGiveCode { get; set; }
    private bool MayReadDocument { get; set; }
    private bool MayStrikeOut { get; set; }
    private bool MayTalkThrough { get; set; }

    private bool ShowsDnr => Country.IsBelgian(Record, Words) || Record.DnrCodes(Sight.Now.Today).Count > 0;

    private WhoDecides Who => Record.WhoDecides(Sight.Now.Today);

    /// <summary>The standard warns when somebody who cannot decide has nobody who decides for them.</summary>
    private bool NeedsRepresentative => Who.Decider is Decider.NobodyKnown;

    private IReadOnlyList<string> Contradictions =>
        [
            .. Decisions
                .Where(decision => decision.IsContradictory)
                .Select(decision =>
                    TreatmentWords.Of(decision.Treatment, Words)
                    + $": {BesideWords.Disagreement(decision, Words)}"
                    + (Record.SaidToHold(decision) is { } held ? " " + SaidToHold(held.Words, held.On) : "")
                ),
            .. Decisions
                .SelectMany(decision => decision.Contradicts)
                .Where(contradiction => !contradiction.IsSettled)
                .Select(contradiction => Words[ContradictionWords.Of(contradiction.Pair)])
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The change that every decision with a word is older than: said once; null where they differ.</summary>
    internal static CourseTurn? AllPredate(IReadOnlyList<DecisionInForce> decisions)
    {
        var said = decisions.Where(decision => decision.InForce.Count > 0 && !decision.HasEnded).ToList();
        return said.Count > 1 && said[0].Predates is { } turn && said.TrueForAll(one => one.Predates == turn)
            ? turn
            : null;
    }

    private string SaidToHold(string words, PartialDate? on) =>
        Words["talk.said-to-hold", on is { } day ? Days.Write(day, Words) : Words["platform.undated"], words];

    private List<SaidDifferently> TalkedThrough =>
        [.. Record.EverSaidDifferently().Where(said => said.TalkedThrough is not null)];

    [Inject]
    private Installation House { get; set; } = null!;

    protected override void OnParametersSet()
    {
        Decisions = Record.DecisionsOn(Sight.Now.Today, House.ReviewTermMonths);
        MayAgree = IsAlive && Sight.May(AccessAction.AgreePlan);
        MayConfirm = IsAlive && Sight.May(AccessAction.ConfirmDirective);
        MayDeclare = IsAlive && Sight.May(AccessAction.RecordAdvanceDirective);
        MayGiveCode = IsAlive && Sight.May(AccessAction.RecordDnrCode);
        MayTalkThrough = IsAlive && Sight.May(AccessAction.TalkThrough);
        MayStrikeOut = Sight.May(AccessAction.StrikeOut);
        MayReadDocument = Sight.May(AccessAction.ReadAttachment);
    }

    private string ConsentSaid =>
        Record.SharingConsent() is { } consent
            ? Words.Name("sharing-consent", consent)
            : Words["platform.not-recorded"];

    private string DeclarationsSaid =>
        Record.Declarations(Sight.Now.Today) is { Count: > 0 } declarations
            ? string.Join(
                ", ",
                declarations.Select(one =>
                    one.Recorded.Fact.KindInWords ?? Words.Name("advance-directive-kind", one.Recorded.Fact.Kind)
                )
            )
            : Words["plan.declarations.none"];

    /// <summary>Where to die and what of euthanasia, in a few words; the rest is one press away.</summary>
    private string? EndSaid =>
        string.Join(
            " · ",
            Record
                .PreferredPlaceOfDeath()
                .Holding.Select(one => FactWords.Place(one.Fact, Words))
                .Concat(
                    Record
                        .EuthanasiaPosition()
                        .Holding.Select(one => Words.Name("euthanasia-position", one.Fact.Position))
                )
        )
            is { Length: > 0 } said
            ? said
            : Words["platform.not-recorded"];

    private string DeclinedSaid =>
        Record.DeclinedTalks() is { Count: > 0 } declined
            ? string.Join(", ", declined.Select(one => Words.Name("talk-topic", one.Fact.Topic)))
            : Words["plan.declined.none"];

    private static string Beginning(string words) =>
        words.Length <= 60
            ? words
            : string.Concat(words.AsSpan(0, words.LastIndexOf(' ', 60) is > 0 and var end ? end : 60), " …");

    private string At(string path) => $"/people/{Sight.Person}/plan/{path}";

    /// <summary>The ways to change what stands here show while the page is being edited.</summary>
    private bool IsEditing => People.EditSwitch.IsOn(Http);

    private string? ChangeAt(string path) => MayAgree && IsEditing ? At(path) : null;

    private string LastTalk()
    {
        if (Record.Conversations() is not [var last, ..])
            return Words["plan.no-talk-yet"];
        var day = last.Effective is { } on ? Days.Write(on, Words) : Words["platform.undated"];
        var with = People.SaidToReader.Names(last.Fact.Everybody(Record), Words);
        return with.Length == 0 ? Words["plan.last-talk", day] : Words["plan.last-talk-with", day, with];
    }

    private string? WithWhom(InformingRelativesAdvised advised) =>
        advised.Relatives.Count == 0 ? null : People.SaidToReader.Names(advised.Relatives, Words);

    private string EarlierAgreements(EarlierAgreementsTold told) =>
        told.SayOtherwise switch
        {
            YesNoUnknown.Yes => Words["plan.earlier-agreements.otherwise"],
            YesNoUnknown.No => Words["plan.earlier-agreements.same"],
            YesNoUnknown.Unknown => Words["plan.earlier-agreements.perhaps"],
            null => Words.Name("yes-no-unknown", told.Exist),
        };
}
