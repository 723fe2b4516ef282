using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Why somebody stands in the order of whom to call.</summary>
public enum CallReason
{
    CentralCareProfessional,
    PalliativeConsultant,
    GeneralPractitioner,
    TeamMember,
    FirstContact,
    CloseOne,
}

/// <summary>Somebody who can be called now, with how.</summary>
/// <param name="Reference">The member of the team or the close one.</param>
/// <param name="How">Number or words; null when none is recorded for this time of day.</param>
/// <param name="IsNightHow">True when <paramref name="How"/> is what was given for evening, night and weekend.</param>
/// <param name="ByDayToo">The number by day, where both hold at this hour and both are recorded.</param>
public sealed record CallNow(
    Guid Reference,
    CallReason Reason,
    string Name,
    Discipline? Discipline,
    string? OrganisationName,
    Relationship? Relationship,
    string? How,
    bool IsNightHow,
    string? Words,
    string? ByDayToo = null,
    Guid? Organisation = null
);

/// <summary>Who to call at this hour, in order.</summary>
public static class WhoToCall
{
    /// <summary>
    /// The central care professional, palliative consultants, the general practitioner, then close ones by their order,
    /// then the rest of the team. Somebody without a number for this hour comes after those who have one, close ones
    /// aside, and keeps their place in the list: not recorded is said, never hidden.
    /// </summary>
    /// <param name="local">The local time at the person's.</param>
    public static IReadOnlyList<CallNow> WhoToCallNow(this PersonRecord person, DateTime local) =>
        person.WhoToCallOn(DateOnly.FromDateTime(local), CallHours.At(person, local).Numbers);

    /// <summary>Who to call on a day, by day or by night, in the same order.</summary>
    public static IReadOnlyList<CallNow> WhoToCallOn(this PersonRecord person, DateOnly today, CallNumbers numbers)
    {
        var central = person.CentralCareProfessional(today)?.Id;
        var team = person
            .Team(today)
            .Where(member => member.Fact.Relation != CareRelation.Shared)
            .Select(member => Of(member, member.Id == central, numbers));
        return
        [
            .. team.Concat(person.Circle().Select(Of))
                .OrderBy(call => call is { How: null, Relationship: null, Discipline: not null })
                .ThenBy(call => call.Reason == CallReason.TeamMember ? int.MaxValue : (int)call.Reason),
        ];
    }

    /// <summary>
    /// As a physician on duty calls: at their own post it is they who would answer, so it comes last of those who have
    /// a number. The central care professional keeps their place, and so does everybody for anybody else who calls.
    /// </summary>
    public static IEnumerable<CallNow> CalledBy(this IEnumerable<CallNow> calls, Actor actor)
    {
        var post = actor.Role is Role.PhysicianOnDuty ? actor.Author.Organisation : null;
        return post is null
            ? calls
            : calls
                .OrderBy(call => call is { How: null, Relationship: null, Discipline: not null })
                .ThenBy(call => call.Organisation == post && call.Reason != CallReason.CentralCareProfessional);
    }

    private static CallNow Of(TeamPeriod member, bool isCentral, CallNumbers numbers)
    {
        var reach = member.Fact.Reachability;
        var (how, isNight, also) = numbers switch
        {
            CallNumbers.Day => (reach.Day, false, null),
            CallNumbers.Night => (reach.Night, true, null),
            CallNumbers.Both when reach.Night is null => (reach.Day, false, null),
            CallNumbers.Both => (reach.Night, true, reach.Day == reach.Night ? null : reach.Day),
        };
        return new(
            member.Id,
            isCentral ? CallReason.CentralCareProfessional : ReasonOf(member.Fact.Discipline),
            member.Fact.Name,
            member.Fact.Discipline,
            member.Fact.OrganisationName,
            Relationship: null,
            how,
            isNight,
            reach.Words,
            also,
            member.Fact.Organisation
        );
    }

    private static CallReason ReasonOf(Discipline discipline) =>
        discipline switch
        {
            Discipline.PalliativeConsultant => CallReason.PalliativeConsultant,
            Discipline.GeneralPractitioner => CallReason.GeneralPractitioner,
            _ => CallReason.TeamMember,
        };

    private static CallNow Of(CloseOne close)
    {
        var point = close.Fact.ContactPoints.FirstOrDefault(point => point.Kind != ContactPointKind.Email);
        return new(
            close.Id,
            close.Fact.Roles.Contains(ContactRole.FirstContact) ? CallReason.FirstContact : CallReason.CloseOne,
            close.Fact.Name.Full(),
            Discipline: null,
            OrganisationName: null,
            close.Fact.Relationship ?? Relationship.Other,
            point?.Value,
            IsNightHow: false,
            point?.When
        );
    }
}
