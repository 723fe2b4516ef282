using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// Begin a guided conversation (gesprek beginnen): who is there, who leads, and who answers. One at a time: whoever
/// finds one that was begun goes on with it.
/// </summary>
/// <param name="Talk">The id that it gets.</param>
/// <param name="Capacity">What who leads it thinks of the person's capacity to decide; null: not judged.</param>
/// <param name="CapacityWhy">By what one notices that it is in doubt.</param>
/// <param name="HeldOn">The day of a talk that was held earlier and is written down now; null: today.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record OpenTalk(
    Guid Talk,
    TalkVariant? Variant,
    TalkPartner? With,
    Party? LedBy,
    bool? PersonPresent,
    IReadOnlyList<Party> Present,
    Capacity? Capacity,
    string? CapacityWhy,
    PartialDate? HeldOn = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("variant", Variant);
        found.Chosen("with", With);
        var (ledBy, present) = found.Company(LedBy, Present);
        if (person.UnfinishedTalks().Count > 0)
            found.Break("", "rule.talk-already-open");
        var opened = new TalkOpened(Talk, Variant ?? default, With ?? default, ledBy, PersonPresent, present);
        CheckDay(found, person, now);
        var day = HeldOn ?? PartialDate.Of(now.Today);
        var entry = new NewFact(opened, day, Id: Talk);
        return found.Or(CapacityOf(found) is { } capacity ? [entry, new(capacity, day, [Talk])] : [entry]);
    }

    private void CheckDay(Findings found, PersonRecord person, Moment now)
    {
        if (HeldOn is { IsWhole: false })
            found.Add("heldOn", "rule.talk-whole-day");
        else if (HeldOn is not null)
            found.Day("heldOn", HeldOn, person, now);
    }

    private TalkAnswerNoted? CapacityOf(Findings found)
    {
        var why = found.Words("capacityWhy", CapacityWhy);
        if (Capacity is not { } judged)
            return null;
        if (judged is not AdvanceCarePlanning.Capacity.Capable && string.IsNullOrWhiteSpace(CapacityWhy))
            found.Add("capacityWhy", "rule.plan-capacity-why");
        var answer = new TalkAnswer(TalkAnswerKind.Said, [Choices.Of(judged)], why, null, null, null);
        return new TalkAnswerNoted(Talk, "capacity", answer);
    }
}

/// <summary>Take a conversation up again (hervatten), perhaps on another day, with others, or led by another.</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record ResumeTalk(Guid Talk, Party? LedBy, bool? PersonPresent, IReadOnlyList<Party> Present)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var (ledBy, present) = found.Company(LedBy, Present);
        if (found.Unfinished(person, Talk) is not { } talk)
            return found.Or();
        var resumed = new TalkResumed(Talk, ledBy, PersonPresent, present);
        var today = PartialDate.Of(now.Today);
        return found.None && IsAlreadySo(talk.Company, resumed, today)
            ? Outcome.Yield()
            : found.Or([new NewFact(resumed, today, RestsOn: [talk.Opened.Entry.Id])]);
    }

    private static bool IsAlreadySo(TalkCompany known, TalkResumed now, PartialDate today) =>
        known.On == today
        && (known.LedBy, known.PersonPresent) == (now.LedBy, now.PersonPresent)
        && known.Present.SequenceEqual(now.Present);
}

/// <summary>
/// Close a conversation without reading it back (sluiten zonder plan): nothing of it holds, all of it stays in the
/// history.
/// </summary>
[Needs(AccessAction.AgreePlan)]
public sealed record AbandonTalk(Guid Talk, string? Reason) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        var reason = found.Words("reason", Reason);
        if (found.Unfinished(person, Talk) is not { } talk)
            return found.Or();
        var abandoned = new TalkAbandoned(Talk, reason);
        return found.Or([new NewFact(abandoned, PartialDate.Of(now.Today), RestsOn: [talk.Opened.Entry.Id])]);
    }
}

/// <summary>What acts on a guided conversation have in common.</summary>
internal static class TalkRules
{
    /// <summary>The conversation while it goes on, or a finding that it is over.</summary>
    public static GuidedTalk? Unfinished(this Findings found, PersonRecord person, Guid talk)
    {
        var known = person.Talk(talk);
        if (known is { IsUnfinished: true })
            return known;
        found.Break(
            "",
            known switch
            {
                null => "rule.plan-no-longer-there",
                { ReadBack: not null } => "rule.talk-already-read-back",
                _ => "rule.talk-closed",
            }
        );
        return null;
    }

    public static (Party? LedBy, IReadOnlyList<Party> Present) Company(
        this Findings found,
        Party? ledBy,
        IReadOnlyList<Party> present
    ) =>
        (
            ledBy is { } leader ? leader with { Name = found.NeededLine("ledBy", leader.Name) } : null,
            found.Parties("present", present)
        );
}
