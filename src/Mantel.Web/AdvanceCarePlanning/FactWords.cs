using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Asked = Mantel.Core.AdvanceCarePlanning.Answer;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>What somebody else recorded, in a line: what it is about and what it says.</summary>
/// <param name="InOwnWords">What was written with it.</param>
internal sealed record FactLine(string About, string? Says, string? InOwnWords);

/// <summary>Says facts of the plan in a line, for who sees both versions.</summary>
internal static class FactWords
{
    public static FactLine Of(Fact fact, Words words) =>
        fact switch
        {
            TreatmentDirectiveAgreed agreed => new(
                TreatmentWords.Of(agreed.Treatment, words),
                words.Name("word", agreed.Decision),
                agreed.Otherwise ?? agreed.Explanation
            ),
            TreatmentGoalAgreed agreed => new(
                words["plan.goal"],
                words.Name("treatment-goal", agreed.Goal),
                agreed.Explanation
            ),
            CareWishesTold told => new(words["plan.wishes"], null, told.Words),
            WhatElseMattersTold told => new(words["plan.what-else"], null, told.Words),
            PreferredPlaceOfDeathTold told => new(words["plan.place-of-death"], Place(told, words), told.Explanation),
            EuthanasiaPositionTold told => new(
                words["plan.euthanasia"],
                words.Name("euthanasia-position", told.Position),
                told.Explanation
            ),
            DonorRegistrationTold told => new(
                words["plan.donation"],
                words.Name("yes-no-unknown", told.Registered),
                told.Explanation
            ),
            LegalCapacityJudged judged => new(words["plan.capacity"], Capacity(judged, words), judged.Explanation),
            EarlierAgreementsTold told => new(
                words["plan.earlier-agreements"],
                words.Name("yes-no-unknown", told.Exist),
                told.Explanation
            ),
            InformingRelativesAdvised advised => new(
                words["plan.informing-relatives"],
                words[advised.Advised ? "plan.informing-relatives.yes" : "plan.informing-relatives.no"],
                null
            ),
            TalkDeclined declined => new(
                words.Name("talk-topic", declined.Topic),
                words[declined.OnlyNow ? "plan.declined.now" : "plan.declined.at-all"]
                    + (declined.AskedMoreThanOnce is true ? $" ({words["plan.declined.again.said"]})" : ""),
                declined.Words
            ),
            _ => OfRest(fact, words),
        };

    public static string Place(PreferredPlaceOfDeathTold told, Words words) =>
        told.Answer switch
        {
            Asked.Given when told.HomeIsHere is true => words.Name("home-meaning", HomeMeaning.Here),
            Asked.Given when told.Place is { } place => words.Name("place-of-death", place),
            Asked.NotDiscussed => words.Name("word", Core.AdvanceCarePlanning.Word.NotDiscussed),
            _ => words.Name("word", Core.AdvanceCarePlanning.Word.Unknown),
        };

    public static string Capacity(LegalCapacityJudged judged, Words words) =>
        words.Name(
            "plan-capacity",
            judged.Capable switch
            {
                true => Core.AdvanceCarePlanning.Capacity.Capable,
                false => Core.AdvanceCarePlanning.Capacity.NotCapable,
                null => Core.AdvanceCarePlanning.Capacity.InDoubt,
            }
        );

    private static FactLine OfRest(Fact fact, Words words) =>
        fact switch
        {
            AdvanceDirectiveRecorded declared => new(
                words["plan.declaration"],
                declared.KindInWords ?? words.Name("advance-directive-kind", declared.Kind),
                declared.Explanation
            ),
            DnrCodeGiven given => new(words.Name("dnr-code", given.Code), given.Setting, given.OwnerText),
            TreatmentDirectiveEnded ended => new(words["plan.was-ended"], null, ended.Reason),
            AdvanceDirectiveEnded ended => new(words["plan.was-taken-back"], null, ended.Reason),
            DeclarationWorkedOut worked => new(words["plan.was-worked-out"], worked.Physician, worked.Words),
            DnrStayLasts => new(words["plan.dnr.lasts"], null, null),
            DnrStayEnded => new(words["plan.stay-has-ended"], null, null),
            TreatmentDirectiveConfirmed confirmed => new(
                words["plan.was-confirmed"],
                confirmed.Physician,
                confirmed.WhichHolds
            ),
            TalkedThrough through => new(words["plan.was-talked-through"], null, through.Outcome),
            EntryStruckOut struck => new(
                words["plan.was-struck-out"],
                null,
                struck.Reason is "" ? null : Mantel.Web.People.StruckWords.Reason(struck, words)
            ),
            ToAskAboutReceived asked => new(
                words["ask.title"],
                words.Name("ask-reason", asked.Reason),
                asked.Said.Count == 0 ? null : string.Join(" · ", asked.Said)
            ),
            _ => new(words["plan.something-else"], null, null),
        };
}
