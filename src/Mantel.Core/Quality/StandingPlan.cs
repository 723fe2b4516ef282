using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Quality;

/// <summary>
/// What stands of a plan on a day, whichever way it came: by the guided conversation, as an earlier talk that was
/// entered, or from another system. A measure asks for the goal and for resuscitation.
/// </summary>
/// <param name="Goal">The day on which the goal that stands was last discussed; null when none stands.</param>
/// <param name="Resuscitation">Of the decision about resuscitation that stands; null when none does.</param>
/// <param name="IsConfirmed">
/// A physician confirmed that decision by that day, and who agreed it could agree (safety rule 20).
/// </param>
internal sealed record StandingPlan(PartialDate? Goal, PartialDate? Resuscitation, bool IsConfirmed)
{
    private static readonly Role[] PhysicianRoles = [Role.GeneralPractitioner, Role.Physician, Role.PhysicianOnDuty];

    private static readonly Discipline[] Physicians =
    [
        Discipline.GeneralPractitioner,
        Discipline.ElderlyCarePhysician,
        Discipline.MedicalSpecialist,
        Discipline.Paediatrician,
        Discipline.Physician,
    ];

    public static StandingPlan On(PersonRecord record, DateOnly day)
    {
        var goals = Newest(record.All<TreatmentGoalAgreed>(), day);
        var goal = goals.Count > 0 && goals.All(one => one.Fact.Goal == goals[0].Fact.Goal) ? goals[^1] : default;
        var resuscitation = ResuscitationOn(record, day);
        return new(
            goal.Fact is { Goal: not TreatmentGoal.Unknown } ? goal.Effective : null,
            resuscitation.Count > 0 ? resuscitation[^1].Effective : null,
            resuscitation.GroupBy(one => one.Effective).Any(same => IsConfirmedBy(record, [.. same], day))
        );
    }

    /// <summary>All that say the one thing that stands, agreed with the person or who speaks for them.</summary>
    private static List<Recorded<TreatmentDirectiveAgreed>> ResuscitationOn(PersonRecord record, DateOnly day)
    {
        var ended = record
            .All<TreatmentDirectiveEnded>()
            .Where(one => MeasuredPerson.DayOf(one.Entry).First <= day)
            .Select(one => one.Fact.Directive)
            .ToHashSet();
        var newest = Newest(
            record
                .All<TreatmentDirectiveAgreed>()
                .Where(one =>
                    one.Fact is { Treatment.Kind: TreatmentKind.Resuscitation, Decision: not Decision.NotDiscussed }
                ),
            day
        );
        var open = newest.FindAll(one => !ended.Contains(one.Entry.Id));
        var says = open.Select(one => (one.Fact.Decision, Chronology.Sameness(one.Fact.Otherwise))).Distinct().ToList();
        return says is [(not Decision.Unknown, _)] && open.Exists(one => IsWithThePerson(record, one)) ? open : [];
    }

    /// <summary>Surely of that day or before, and no other is surely later; without a day it cannot be told.</summary>
    private static List<Recorded<TFact>> Newest<TFact>(IEnumerable<Recorded<TFact>> all, DateOnly day)
        where TFact : Fact
    {
        var by = all.Where(one => one.Effective is { } its && its.Last <= day).ToList();
        var lastStart = by.Select(one => one.Effective!.Value.First).DefaultIfEmpty().Max();
        return [.. by.Where(one => one.Effective!.Value.Last >= lastStart).OrderBy(one => one.Effective!.Value.Last)];
    }

    /// <summary>A talk that came in without a word of who was there is taken to be with the person.</summary>
    private static bool IsWithThePerson(PersonRecord record, Recorded<TreatmentDirectiveAgreed> agreed) =>
        Speaks(agreed.Fact.Parties)
        || record
            .All<ConversationHeld>()
            .Where(talk => agreed.Entry.RestsOn.Contains(talk.Entry.Id))
            .Any(talk =>
                talk.Fact.PersonPresent is true
                || Speaks(talk.Fact.Present)
                || talk.Fact is { PersonPresent: null, Present: [] } && agreed.Fact.Parties.Count == 0
            );

    private static bool Speaks(IReadOnlyList<Party> parties) =>
        parties.Any(party => party.Kind is PartyKind.Person or PartyKind.RelatedPerson);

    /// <summary>Of those that tell of one talk, one is confirmed, and in one nobody doubts who agreed.</summary>
    private static bool IsConfirmedBy(
        PersonRecord record,
        List<Recorded<TreatmentDirectiveAgreed>> same,
        DateOnly day
    ) =>
        same.Exists(one => IsConfirmedBy(record, one, day))
        && same.Exists(one => record.DoubtsAbout(one.Entry).Count == 0);

    private static bool IsConfirmedBy(PersonRecord record, Recorded<TreatmentDirectiveAgreed> agreed, DateOnly day) =>
        PhysicianRoles.Contains(agreed.Entry.Author.Role)
        || agreed.Entry.Source.System != Source.Here
            && agreed.Fact.Parties.Any(party => party.Discipline is { } its && Physicians.Contains(its))
        || record
            .All<TreatmentDirectiveConfirmed>()
            .Any(one => one.Fact.Directive == agreed.Entry.Id && MeasuredPerson.DayOf(one.Entry).First <= day);
}
