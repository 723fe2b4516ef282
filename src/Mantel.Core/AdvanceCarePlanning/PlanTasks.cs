using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Why somebody has to act on the plan. Derived from the record, never entered.</summary>
public enum PlanTaskKind
{
    /// <summary>Statements contradict each other: talk again.</summary>
    ResolveContradiction,

    /// <summary>The person's own declaration is newer than what was agreed: agree it with a physician.</summary>
    AgreeDeclaration,

    /// <summary>What the person says now has not been talked through.</summary>
    TalkThrough,

    /// <summary>A message may hold a decision and cannot be placed, or its sender took one back: ask.</summary>
    AskAbout,

    /// <summary>A strike-out brought an older decision back: discuss it again.</summary>
    DiscussRevived,

    /// <summary>
    /// A refusal in the person's own words names no treatment: work out with a physician what it means.
    /// </summary>
    WorkOutRefusal,

    /// <summary>A DNR code was given for a stay that may be over: say whether it is.</summary>
    SayWhetherStayLasts,

    /// <summary>Agreed, but no physician confirmed it yet.</summary>
    Confirm,

    /// <summary>
    /// Who agreed does not fit age, capacity or representation: ask again who could. On the start list it is said once
    /// for the whole plan.
    /// </summary>
    AskWhoAgreed,

    /// <summary>Past the term that the region agreed: confirm again.</summary>
    ConfirmAgain,
}

/// <summary>
/// Something that has to be done about the plan, and about which treatment; null: about no single one.
/// </summary>
public sealed record PlanTask(PlanTaskKind Kind, Treatment? Treatment);

/// <summary>Finds what has to be done about a plan, most urgent first.</summary>
public static class PlanTasks
{
    public static IReadOnlyList<PlanTask> PlanTasksOn(this PersonRecord person, DateOnly today, int? termMonths = null)
    {
        var tasks = person.DecisionsOn(today, termMonths).SelectMany(Of).ToList();
        tasks.AddRange(
            person.ToAskAbout().Select(one => new PlanTask(PlanTaskKind.AskAbout, one.Fact.About.FirstOrDefault()))
        );
        if (person.IsIcdToAskAbout())
            tasks.Add(new PlanTask(PlanTaskKind.AskAbout, new Treatment(TreatmentKind.IcdDeactivation)));
        if (person.SaysDifferently().Count > 0)
            tasks.Add(new PlanTask(PlanTaskKind.TalkThrough, null));
        if (person.WordsWithoutRow(today).Any(one => one.AsksToBeWorkedOut))
            tasks.Add(new PlanTask(PlanTaskKind.WorkOutRefusal, null));
        if (person.DnrCodes(today).Any(code => code.IsAsked))
            tasks.Add(new PlanTask(PlanTaskKind.SayWhetherStayLasts, null));
        return [.. tasks.OrderBy(task => Urgency(task.Kind))];
    }

    internal static IEnumerable<PlanTask> Of(DecisionInForce decision)
    {
        if (decision.IsContradictory || decision.Contradicts.Any(contradiction => !contradiction.IsSettled))
            yield return new PlanTask(PlanTaskKind.ResolveContradiction, decision.Treatment);
        if (decision.NeedsAgreement)
            yield return new PlanTask(PlanTaskKind.AgreeDeclaration, decision.Treatment);
        if (decision.IsRevived || decision.EndedCode is not null)
            yield return new PlanTask(PlanTaskKind.DiscussRevived, decision.Treatment);
        if (decision.NeedsConfirmation && !decision.IsContradictory)
            yield return new PlanTask(PlanTaskKind.Confirm, decision.Treatment);
        if (!decision.HasEnded && decision.InForce.Any(one => one.Doubts.Count > 0))
            yield return new PlanTask(PlanTaskKind.AskWhoAgreed, decision.Treatment);
        if (decision.IsPastTerm)
            yield return new PlanTask(PlanTaskKind.ConfirmAgain, decision.Treatment);
    }

    private static int Urgency(PlanTaskKind kind) =>
        kind switch
        {
            PlanTaskKind.TalkThrough => 0,
            PlanTaskKind.ResolveContradiction => 1,
            PlanTaskKind.AskAbout => 2,
            PlanTaskKind.DiscussRevived => 3,
            PlanTaskKind.WorkOutRefusal => 4,
            PlanTaskKind.SayWhetherStayLasts => 5,
            PlanTaskKind.AgreeDeclaration => 6,
            PlanTaskKind.Confirm => 7,
            PlanTaskKind.AskWhoAgreed => 8,
            PlanTaskKind.ConfirmAgain => 9,
        };
}
