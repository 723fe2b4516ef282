using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Hold a conversation about future care (PZP-gesprek, VZP-gesprek) and record, in one go, what came of it. All of it
/// is stored or nothing.
/// </summary>
/// <param name="Conversation">The id that it gets, so that what came of it rests on it.</param>
/// <param name="HeldOn">May be partial, when that is all that is known.</param>
/// <param name="PersonPresent">Null: not recorded.</param>
/// <param name="CameOfIt">What was told and agreed; only what was answered.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record HoldConversation(
    Guid Conversation,
    PartialDate? HeldOn,
    Party? LedBy,
    bool? PersonPresent,
    IReadOnlyList<Party> Present,
    string? Note,
    IReadOnlyList<CameOfTalk> CameOfIt
) : IAct<PersonRecord>, IEditsWhatWasSeen, IAgreement
{
    /// <inheritdoc/>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("heldOn", HeldOn, person, now);
        var ledBy = LedBy is { } leader ? leader with { Name = found.NeededLine("ledBy", leader.Name) } : null;
        var present = found.Parties("present", Present);
        var held = new ConversationHeld(ledBy, PersonPresent, present, found.Words("note", Note));
        var facts = new List<NewFact> { new(held, HeldOn, Id: Conversation) };
        var problems = new List<Problem>();
        foreach (var (field, act) in CameOfIt)
            Take(field, (act is IAgreement one ? one.Knowingly() : act).Decide(person, now), facts, problems);
        return found.None && problems.Count == 0
            ? Outcome.Yield(facts).Asking(this, person, now)
            : Outcome.Refuse([.. found.Problems.Concat(problems).DistinctBy(problem => (problem.Field, problem.Rule))]);
    }

    IAct<PersonRecord> IAgreement.Knowingly() => this with { EvenSo = true };

    public bool IsAbout(Fact fact) => CameOfIt.Any(came => came.Act is IEditsWhatWasSeen edits && edits.IsAbout(fact));

    private void Take(string field, Outcome outcome, List<NewFact> facts, List<Problem> problems)
    {
        if (outcome is Outcome.Refused refused)
            problems.AddRange(refused.Problems.Select(problem => At(field, problem)));
        if (outcome is Outcome.Yielded yielded)
            facts.AddRange(yielded.Facts.Select(fact => fact with { RestsOn = [.. fact.RestsOn ?? [], Conversation] }));
    }

    /// <summary>
    /// The day and who was there are the conversation's; what is wrong with the person stays with the whole; the rest
    /// stands at its part.
    /// </summary>
    private static Problem At(string field, Problem problem) =>
        problem.Field switch
        {
            "" => problem,
            "discussedOn" or "agreedOn" or "toldOn" or "judgedOn" or "advisedOn" or "declinedOn" => problem with
            {
                Field = "heldOn",
            },
            "parties" => problem with { Field = "present" },
            _ => problem with { Field = $"{field}.{problem.Field}" },
        };
}

/// <summary>One thing that was told or agreed in a conversation.</summary>
/// <param name="Field">Where it stands in the form, such as <c>resuscitation</c>.</param>
public sealed record CameOfTalk(string Field, IAct<PersonRecord> Act);
