using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Core.Support;
using Mantel.Web.AdvanceCarePlanning;
using Mantel.Web.AdvanceCarePlanning.Living;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>Where one goes for a person who asks for attention, and what is done there.</summary>
/// <param name="Words">What is done, in the words of a button.</param>
public sealed record NextStep(string Href, string Words);

/// <summary>The sentence that says why a person asks for attention, and the way to the act that answers it.</summary>
internal static class AttentionWords
{
    public static string Of(Attention attention, Words words)
    {
        var (key, on) = ($"attention.{Words.Kebab(attention.Reason.ToString())}", Telling.Day(attention.On, words));
        return attention.Reason switch
        {
            AttentionReason.ReviewDue => ReviewWords.Of(attention.Review!, words),
            AttentionReason.ToAskAbout when attention.Treatment is { Kind: TreatmentKind.IcdDeactivation } => words[
                key + ".icd",
                attention.Who
            ],
            AttentionReason.UnfinishedTalk
            or AttentionReason.PreparationCameIn
            or AttentionReason.UrgentSignal
            or AttentionReason.OpenSignal
            or AttentionReason.PlanToRead
            or AttentionReason.ToAskAbout
            or AttentionReason.SharedPlanUnread => words[key, attention.Who, on],
            AttentionReason.CloseOneAtLimit or AttentionReason.AskKeepingUpAgain => words[
                key,
                attention.Who,
                words.Name("keeping-up", attention.HowLong ?? KeepingUp.Unknown),
                on
            ],
            AttentionReason.Revived when attention.Who is not null => words[
                key + ".stay",
                TreatmentWords.Of(attention.Treatment!, words),
                attention.Who
            ],
            AttentionReason.Contradiction or AttentionReason.Revived or AttentionReason.DeclarationToAgree => words[
                key,
                TreatmentWords.Of(attention.Treatment!, words),
                on
            ],
            AttentionReason.StayToEnd => words[key, attention.Who, on],
            AttentionReason.RefusalToWorkOut
            or AttentionReason.SaysDifferentlyNow
            or AttentionReason.WorseNeverTalked
            or AttentionReason.AskWhoAgreed
            or AttentionReason.ToConfirm
            or AttentionReason.GlassBroken => words[key, on],
            AttentionReason.NobodyCentral => attention.On is null
                ? words["attention.nobody-central.undated"]
                : words[key, on],
        };
    }

    /// <summary>What was said, cut between two words where it is long; null where nothing was.</summary>
    public static string? Said(Attention attention) => attention.Words is { } words ? Cut(words) : null;

    /// <summary>Cut between two words where it is long.</summary>
    public static string Cut(string words) =>
        words.Length <= Longest
            ? words
            : words[..(words.LastIndexOf(' ', Longest) is var at and > 0 ? at : Longest)] + " …";

    private const int Longest = 180;

    /// <summary>The way to the act that answers it; who may not do it goes to the person's page.</summary>
    public static NextStep WayOf(Attention attention, Guid person, Func<AccessAction, bool> may, Words words) =>
        may(attention.Reason.AnsweredBy())
            ? new(
                $"/people/{person}{PathOf(attention, may)}",
                words[$"attention.act.{Words.Kebab(attention.Reason.ToString())}"]
            )
            : new($"/people/{person}", words["attention.act.look"]);

    private static string PathOf(Attention attention, Func<AccessAction, bool> may) =>
        attention.Reason switch
        {
            AttentionReason.SaysDifferentlyNow => $"/plan/says-differently/{attention.Entry}/talk-through",
            AttentionReason.UrgentSignal or AttentionReason.OpenSignal => $"/signals/{attention.About}",
            AttentionReason.CloseOneAtLimit or AttentionReason.AskKeepingUpAgain =>
                $"/circle/{attention.About}/keeping-up",
            AttentionReason.ToAskAbout when attention.Treatment is not null => "/devices/add",
            AttentionReason.ToAskAbout => $"/items/{attention.Entry}/end",
            AttentionReason.ReviewDue or AttentionReason.WorseNeverTalked => "/talk",
            AttentionReason.UnfinishedTalk => $"/talk/{attention.About}",
            AttentionReason.PreparationCameIn => "/talk",
            AttentionReason.AskWhoAgreed => "/plan",
            AttentionReason.ToConfirm => "/plan/confirm",
            AttentionReason.PlanToRead => may(AccessAction.ReadPlan) ? "/plan" : "",
            AttentionReason.RefusalToWorkOut => $"/plan/declarations/{attention.About}/work-out",
            AttentionReason.StayToEnd => $"/plan/dnr-codes/{attention.About}/end",
            AttentionReason.GlassBroken => "/log",
            AttentionReason.NobodyCentral => "/team/central",
            AttentionReason.SharedPlanUnread => "/circle",
            AttentionReason.Contradiction or AttentionReason.Revived or AttentionReason.DeclarationToAgree =>
                attention.Treatment is { Kind: not TreatmentKind.Other } named
                    ? $"/plan/treatments/{Treatments.Slug(named.Kind)}"
                    : "/plan",
        };
}
