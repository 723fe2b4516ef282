using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;
using Asked = Mantel.Core.AdvanceCarePlanning.Answer;
using SixWords = Mantel.Core.AdvanceCarePlanning.Word;

namespace Mantel.Web.AdvanceCarePlanning.Night;

public sealed partial class NightPage
{
    [Parameter, EditorRequired]
    public required Sight Sight { get; set; }

    [Inject]
    private Findable Findable { get; set; } = null!;

    [Inject]
    private House House { get; set; } = null!;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    private int Lookalikes { get; set; }

    private PersonRecord Record => Sight.Record;
    private Actor Actor => Sight.Actor;
    private Moment Now => Sight.Now;
    private IReadOnlyList<DecisionInForce> Decisions { get; set; } = [];
    private IReadOnlyList<CallNow> CallsNow { get; set; } = [];
    private IReadOnlyList<DecisionInForce> Contradictions => [.. Decisions.Where(one => one.IsContradictory)];
    private IReadOnlyList<ContradictionInPlan> Elsewhere =>
        [
            .. Decisions
                .SelectMany(one => one.Contradicts)
                .Where(one => !one.IsSettled)
                .DistinctBy(one => one.Pair.Id, StringComparer.Ordinal),
        ];
    private DecisionInForce Icd => Decisions.First(one => one.Treatment.Kind is TreatmentKind.IcdDeactivation);

    /// <summary>What is drawn is known before the first wait: the page may be drawn once before it is over.</summary>
    protected override async Task OnInitializedAsync()
    {
        Decisions = Record.DecisionsOn(Now.Today, House.ReviewTermMonths);
        CallsNow = Record.WhoToCallNow(Days.OnTheClock(Now.Instant));
        Lookalikes = await Findable.LookalikesAsync(Record, Http.RequestAborted);
    }

    /// <summary>What stands in the row above: the same people are not named twice in a row.</summary>
    private Statement? AboveOf(DecisionInForce decision)
    {
        var shown = Decisions.Where(one => one.Treatment.Kind is not TreatmentKind.IcdDeactivation).ToList();
        return
            shown.IndexOf(decision) is > 0 and var at
            && shown[at - 1] is { IsContradictory: false, HasEnded: false, InForce: [var above, ..] }
            ? above
            : null;
    }

    private string DayOf(PartialDate? day) =>
        day is { } on ? Days.Write(on, Words, shortly: true) : Words["platform.undated"];

    /// <summary>
    /// What the person said, and what another system's professional wrote of it: that is no quotation.
    /// </summary>
    private IEnumerable<(string Words, PartialDate? Day, bool IsQuoted)> Wishes() =>
        Record
            .CareWishes()
            .Holding.Select(one => (one.Fact.Words, one.Effective, IsFromHere(one.Entry)))
            .Concat(
                Record.WhatElseMatters().Holding.Select(one => (one.Fact.Words, one.Effective, IsFromHere(one.Entry)))
            )
            .Concat(
                Record.WhatMatters() is { } told ? [(told.Fact.Words, told.Effective, IsFromHere(told.Entry))] : []
            );

    private static bool IsFromHere(Entry entry) =>
        string.Equals(entry.Source.System, Source.Here, StringComparison.Ordinal);

    private string GoalOf(TreatmentGoalAgreed agreed) => Words.Name("treatment-goal", agreed.Goal);

    private string PlaceOf(PreferredPlaceOfDeathTold told) =>
        told.Answer switch
        {
            Asked.Given when told.Place is { } place => Words.Name("place-of-death", place),
            Asked.NotDiscussed => Words.Name("word", SixWords.NotDiscussed),
            _ => Words.Name("word", SixWords.Unknown),
        };

    private IEnumerable<Recorded<ImplantedDeviceRecorded>> Devices() =>
        Record.Devices().Where(one => one.Fact.Kind is not DeviceKind.Icd && one.Fact.Present is true);

    private string AboutMedication(MedicationAtHomeRecorded medication) =>
        string.Join(
            " · ",
            new[]
            {
                medication.Where,
                medication.WhoMayGive is { } who ? Words["night.who-may-give", who] : null,
                medication.ExecutionRequestPresent switch
                {
                    true => Words["night.execution-request"],
                    false => Words["night.no-execution-request"],
                    null => null,
                },
            }.OfType<string>()
        );

    private string AboutCall(CallNow call) =>
        string.Join(
            " · ",
            new[]
            {
                call.Reason is CallReason.CentralCareProfessional ? Words["night.central"] : null,
                call.Discipline is { } discipline ? Words.Name("discipline", discipline) : null,
                call.Relationship is { } relationship ? Words.Name("relationship", relationship) : null,
                call.OrganisationName,
                call is { IsNightHow: true, How: not null, ByDayToo: null } ? Words["night.call.out-of-hours"] : null,
                call.Words,
            }.OfType<string>()
        );

    private string LanguageLine()
    {
        if (Record.Language() is not { } language)
            return Words["platform.not-recorded"];
        var interpreter = language.InterpreterNeeded switch
        {
            true => Words["night.interpreter.needed"],
            false => Words["night.interpreter.not-needed"],
            null => Words["night.interpreter.not-asked"],
        };
        var parts = new[]
        {
            LanguageNames.Of(language.Language, Words),
            interpreter,
            language.InterpreterHow,
            language.KeyPerson is { } key ? Words["night.key-person", key] : null,
        };
        return string.Join(" · ", parts.OfType<string>());
    }

    private string ConsentLine() =>
        Record.SharingConsent() is { } consent
            ? Words.Name("sharing-consent", consent)
            : Words["platform.not-recorded"];

    private string GlassLine() =>
        Record.OpenGlassOf(Actor.Account, Now) is { } open
            ? Words["night.glass.yours", Days.Write(open.Fact.Until, Words), open.Fact.Reason]
        : Record.OpenGlasses(Now).Any() ? Words["night.glass.another"]
        : Words["night.glass.none"];
}
