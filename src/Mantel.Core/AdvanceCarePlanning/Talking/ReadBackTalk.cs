using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// Confirm together what was read back (voorlezen en samen bevestigen): the conversation is held, everything that was
/// answered holds, and the plan is established, all of it or nothing.
/// </summary>
/// <param name="Conversation">The id that the conversation gets, so that what came of it rests on it.</param>
/// <param name="ReadUntil">The version of the newest answer that was read out.</param>
/// <param name="HeldOn">The day on which it was read back: the day from which it counts as discussed.</param>
/// <param name="SaidToHold">What holds where decisions contradict each other, in words.</param>
/// <param name="Replaces">What was agreed earlier on this same day and no longer holds.</param>
/// <param name="Confirmed">The person, or who speaks for them, heard it and agrees.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record ReadBackTalk(
    Guid Talk,
    Guid Conversation,
    int ReadUntil,
    PartialDate? HeldOn,
    Party? LedBy,
    bool? PersonPresent,
    IReadOnlyList<Party> Present,
    string? Note,
    IReadOnlyList<SaidToHold> SaidToHold,
    IReadOnlyList<Guid> Replaces,
    bool Confirmed
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    /// <summary>
    /// True: it was asked whether who answered could agree, and whoever leads it goes on knowingly.
    /// </summary>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        if (found.Unfinished(person, Talk) is not { } talk)
            return found.Or();
        if (ConversationOutcome.Until(talk) != ReadUntil)
            found.Break("", "rule.talk-changed-since-read");
        CheckDay(found, talk);
        CheckWhoAnswered(found, talk.Opened.Fact.With);
        if (!Confirmed)
            found.Add("confirmed", "rule.talk-confirm-together");
        var so = new TalkSoFar(person, talk, now.Today);
        foreach (var question in so.Asked())
            CheckWhole(found, question, so);
        return found.None ? Establish(person, so, now) : found.Or();
    }

    /// <summary>What others changed in the plan while it was read out.</summary>
    public bool IsAbout(Fact fact) =>
        fact
            is TreatmentDirectiveAgreed
                or TreatmentDirectiveEnded
                or AdvanceDirectiveRecorded
                or AdvanceDirectiveEnded
                or TreatmentGoalAgreed;

    private void CheckDay(Findings found, GuidedTalk talk)
    {
        if (HeldOn is not { IsWhole: true })
            found.Add("heldOn", "rule.missing");
        else
            found.NotBefore("heldOn", HeldOn, talk.Opened.Effective);
    }

    /// <summary>Nobody confirms in the place of whoever gave the answers.</summary>
    private void CheckWhoAnswered(Findings found, TalkPartner with)
    {
        if (with is TalkPartner.Person && PersonPresent is not true)
            found.Add("personPresent", "rule.talk-who-answered");
        if (with is not TalkPartner.Person && !Present.Any(party => party.Kind is PartyKind.RelatedPerson))
            found.Add("present", "rule.talk-who-answered");
    }

    private static void CheckWhole(Findings found, TalkQuestion question, TalkSoFar so)
    {
        if (so.AnswerTo(question.Key) is { } answer && question.Lacks(answer, so).Count > 0)
            found.Break(question.Key, "rule.talk-incomplete");
    }

    private Outcome Establish(PersonRecord person, TalkSoFar so, Moment now)
    {
        var parties = PartiesOf(person);
        var came = ConversationOutcome.Of(so, new TalkClose(HeldOn, parties)).Concat(Ends());
        var held = new HoldConversation(Conversation, HeldOn, LedBy, PersonPresent, Present, Note, [.. came])
        {
            EvenSo = EvenSo,
        };
        var outcome = held.Decide(person, now);
        if (outcome is not Outcome.Yielded { Facts: var facts })
            return outcome;
        var found = new Findings();
        var settled = Settle(found, person.With(facts, now), now);
        return found.Or([.. facts, .. Established(facts, parties, settled)]);
    }

    /// <summary>What contradicts is named, and somebody says which holds; nothing contradictory is signed.</summary>
    private List<SaidToHold> Settle(Findings found, PersonRecord after, Moment now)
    {
        var settled = new List<SaidToHold>();
        foreach (var contradiction in ConversationOutcome.Contradictions(after, now.Today))
        {
            var field = $"holds.{contradiction.Id}";
            var words = SaidToHold.FirstOrDefault(said => said.Contradiction == contradiction.Id)?.Words;
            if (found.Words(field, words) is { } clean)
                settled.Add(new SaidToHold(contradiction.Id, clean));
            else if (string.IsNullOrWhiteSpace(words))
                found.Break(field, "rule.talk-say-which-holds");
        }
        return settled;
    }

    private IEnumerable<NewFact> Established(
        IReadOnlyList<NewFact> facts,
        IReadOnlyList<Party> parties,
        IReadOnlyList<SaidToHold> settled
    )
    {
        if (settled.Count > 0 || facts.Any(fact => IsOfThePlan(fact.Fact)))
            yield return new NewFact(new PlanEstablished(Conversation, parties, settled), HeldOn, [Conversation]);
        yield return new NewFact(new TalkReadBack(Talk, Conversation), HeldOn, [Talk, Conversation]);
    }

    /// <summary>
    /// What makes a plan: something decided, a goal, a place, or what matters. Somebody who did not want to talk has no
    /// plan, and that is a respected answer.
    /// </summary>
    private static bool IsOfThePlan(Fact fact) =>
        fact switch
        {
            TreatmentDirectiveAgreed agreed => agreed.Decision
                is Decision.Perform
                    or Decision.Withhold
                    or Decision.Otherwise,
            TreatmentGoalAgreed agreed => agreed.Goal is not TreatmentGoal.Unknown,
            PreferredPlaceOfDeathTold told => told.Answer is Answer.Given,
            CareWishesTold or WhatElseMattersTold or WhatMattersTold => true,
            _ => false,
        };

    private IEnumerable<CameOfTalk> Ends() =>
        Replaces.Select(old => new CameOfTalk("replaces", new EndTreatmentDirective(old, HeldOn, null)));

    /// <summary>The person when present, who led it, and everybody else, nobody twice.</summary>
    private IReadOnlyList<Party> PartiesOf(PersonRecord person)
    {
        var self = PersonPresent is true;
        return
        [
            .. new[] { self ? new Party(PartyKind.Person, person.Name().Full()) : null, LedBy }
                .OfType<Party>()
                .Concat(Present)
                .DistinctBy(party => (party.Kind, party.Reference, party.Name.ToUpperInvariant())),
        ];
    }
}
