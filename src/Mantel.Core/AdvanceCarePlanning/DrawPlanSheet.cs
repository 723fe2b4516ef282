using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Makes the sheet for the kitchen of a record: what is in force, with what contradicts or is not confirmed marked as
/// such. Answers that were not read back are not in force and so never on it (safety rule 5).
/// </summary>
public static class DrawPlanSheet
{
    /// <param name="termMonths">After how many months the operator asks to confirm again; null: no term was
    /// set.</param>
    public static PlanSheet PlanSheetOn(this PersonRecord person, DateOnly today, int? termMonths = null)
    {
        var decisions = person.DecisionsOn(today, termMonths);
        return new PlanSheet(
            person.Name().Full(),
            person.Name().Official(),
            person.BirthDate(),
            person.Address()?.Line(),
            person.Death() is not null,
            person.WhatMatters() is { } told ? new SheetWords(told.Fact.Words, told.Effective) : null,
            [.. person.SaysDifferently().Select(one => new SheetWords(one.Fact.Words, one.Effective))],
            [
                .. person
                    .Goal()
                    .Holding.Select(goal => new SheetGoal(goal.Fact.Goal, goal.Fact.Explanation, goal.Effective)
                    {
                        Doubts = person.DoubtsAbout(goal.Entry),
                    }),
            ],
            [.. decisions.Where(IsShown).Select(Of)],
            [.. person.ContradictionsOn(today).Where(one => !one.IsSettled).Select(one => one.Pair.Id)],
            [.. person.DnrCodesInForce(today).Select(code => new SheetDnrCode(code.Fact.Code, code.Fact.Setting))],
            [
                .. person
                    .PreferredPlaceOfDeath()
                    .Holding.Select(place => new SheetPlace(
                        place.Fact.Answer,
                        place.Fact.Place,
                        place.Fact.Explanation,
                        place.Effective
                    )),
            ],
            Calls(person, today),
            [
                .. person
                    .MedicationAtHome()
                    .Select(one => new SheetMedication(
                        one.Fact.Medication,
                        one.Fact.For,
                        one.Fact.Where,
                        one.Fact.WhoMayGive
                    )),
            ]
        )
        {
            Who = DrawSheetWho.Of(person, today),
            Declined = [.. person.DeclinedTalks().Select(one => new SheetDeclined(one.Fact.Topic, one.Fact.OnlyNow))],
            OwnWords = [.. person.WordsWithoutRow(today).Select(Of)],
            ToAsk = [.. person.ToAskAbout().Select(Of)],
            IcdOff = person.Icd() is { IsOff: true } off ? new SheetIcdOff(off.OffSince) : null,
            Settled = [.. person.ContradictionsOn(today).Select(Of).OfType<SheetSettled>()],
            CareWishes =
            [
                .. person.CareWishes().Holding.Select(one => new SheetWords(one.Fact.Words, one.Effective)),
                .. person.WhatElseMatters().Holding.Select(one => new SheetWords(one.Fact.Words, one.Effective)),
            ],
            Consent = person.SharingConsent(),
        };

        bool IsShown(DecisionInForce decision) =>
            decision.Treatment.Kind switch
            {
                TreatmentKind.Other => !decision.HasEnded,
                TreatmentKind.IcdDeactivation => decision.InForce.Count > 0 || HasIcd(person),
                _ => true,
            };
    }

    private static bool HasIcd(PersonRecord person) => person.Icd() is { Present: not false };

    private static SheetDecision Of(DecisionInForce decision) =>
        new(
            decision.Treatment,
            decision.HasEnded ? [] : [.. decision.InForce.Select(Of)],
            decision.HasEnded,
            decision.EndedOn,
            decision.IsRevived,
            decision.NeedsAgreement,
            IsDecided(decision) ? decision.Predates?.Kind : null,
            IsDecided(decision) ? decision.Predates?.On : null,
            decision.IsPastTerm
        )
        {
            IsRefusedInWriting = decision.RefusedInWriting is not null,
            Alongside = decision.HasEnded
                ? []
                : [.. decision.Alongside.Select(one => new SheetAlongside(decision.KindOf(one), Of(one)))],
            CodesAgainst =
            [
                .. decision.CodesAgainst.Select(one => new SheetCodeAgainst(
                    one.Code.Fact.Code,
                    one.Code.Fact.Setting,
                    one.Means.Decision
                )),
            ],
            EndedCodeOf = decision.EndedCode?.Code.Fact.Setting,
        };

    private static SheetOwnWords Of(WordsWithoutRow words) =>
        new(
            words.Declaration.Fact.Kind,
            words.Declaration.Fact.KindInWords,
            words.Declaration.Fact.Explanation,
            words.Declaration.Effective,
            words.IsRefusal,
            words.WorkedOut is not null
        );

    private static SheetToAsk Of(Recorded<ToAskAboutReceived> one) =>
        new(one.Fact.Reason, one.Fact.About, one.Fact.Decision, one.Fact.Said, one.Entry.Source.System);

    private static SheetSettled? Of(ContradictionInPlan contradiction) =>
        contradiction.Settled is { Fact: { WhichHolds: { } holds, Physician: var physician } }
            ? new(contradiction.Pair.Id, physician, holds)
            : null;

    /// <summary>*Niet besproken* was not discussed before anything.</summary>
    private static bool IsDecided(DecisionInForce decision) =>
        !decision.HasEnded && decision.InForce.Any(one => one.Decision is not Decision.NotDiscussed);

    private static SheetStatement Of(Statement statement) =>
        new(
            statement.Decision,
            statement.Otherwise,
            statement.DiscussedOn,
            statement.Decision is Decision.Unknown or Decision.NotDiscussed ? null : statement.ConfirmedBy,
            statement
                is { IsDirective: true, ConfirmedBy: null, Decision: not (Decision.Unknown or Decision.NotDiscussed) },
            statement is { IsOwnDeclaration: true, IsDirective: false },
            statement.Explanations
        )
        {
            ConfirmedButContradicts = statement.ConfirmedButContradicts,
            DecidedOn = statement.DecidedOn,
            Doubts = statement.Doubts,
        };

    /// <summary>In the order of the night, in which a sheet on the wall is read; who has a number at all.</summary>
    private static IReadOnlyList<SheetCall> Calls(PersonRecord person, DateOnly today)
    {
        var byDay = person.WhoToCallOn(today, CallNumbers.Day).ToDictionary(call => call.Reference, call => call.How);
        return
        [
            .. person
                .WhoToCallOn(today, CallNumbers.Night)
                .Select(call => new SheetCall(
                    call.Name,
                    call.Discipline,
                    call.Relationship,
                    byDay.GetValueOrDefault(call.Reference),
                    call.How
                ))
                .Where(call => (call.ByDay ?? call.ByNight) is not null),
        ];
    }
}
