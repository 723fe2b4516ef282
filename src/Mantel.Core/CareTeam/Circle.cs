using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Somebody close to the person, as last recorded.</summary>
/// <param name="Account">Their account, named in their details or given to them; null when they have none.</param>
public sealed record CloseOne(Guid Id, RelatedPersonRecorded Fact, PartialDate? From, Entry Entry, Guid? Account);

/// <summary>Somebody of the care team for a time; open-ended while they are in it.</summary>
/// <param name="Until">The day they left; null while they are in the team.</param>
public sealed record TeamPeriod(Guid Id, CareTeamMemberJoined Fact, PartialDate? From, PartialDate? Until, Entry Entry)
{
    /// <summary>True on the days from joining until the day before leaving.</summary>
    public bool IsOn(DateOnly day) => !(From?.First > day) && !(Until?.First <= day);
}

/// <summary>Who was the central care professional, from when, and until when.</summary>
public sealed record CentralPeriod(TeamPeriod Member, PartialDate? From, PartialDate? Until, Entry Entry);

/// <summary>
/// The people around the person: close ones, the team, and who coordinates, computed from what stands.
/// </summary>
public static class CircleViews
{
    /// <summary>The close ones, in the order in which they are called; those without a place in it last.</summary>
    public static IReadOnlyList<CloseOne> Circle(this PersonRecord person) =>
        person.CircleWithout(person.All<RelatedPersonLeft>());

    /// <summary>Who was close on a day: whoever left it later, or died, was there still.</summary>
    public static IReadOnlyList<CloseOne> CircleOn(this PersonRecord person, DateOnly day) =>
        person.CircleWithout(person.All<RelatedPersonLeft>().Where(left => left.Entry.Day().First <= day));

    public static CloseOne? CloseOne(this PersonRecord person, Guid relatedPerson) =>
        person.Circle().FirstOrDefault(close => close.Id == relatedPerson);

    public static bool HasLeftCircle(this PersonRecord person, Guid relatedPerson) =>
        person.All<RelatedPersonLeft>().Any(left => left.Fact.RelatedPerson == relatedPerson);

    /// <summary>True for those who may decide in the person's name when the person cannot.</summary>
    public static bool Represents(ContactRole role) =>
        role
            is ContactRole.LegalRepresentative
                or ContactRole.WrittenProxy
                or ContactRole.Curator
                or ContactRole.Mentor
                or ContactRole.AdministratorOfPerson;

    /// <summary>True also for whom the person named to speak for them, who gets no access by that.</summary>
    public static bool Speaks(ContactRole role) => role is ContactRole.NamedToSpeak || Represents(role);

    /// <summary>Everyone who is or was in the team, in the order in which they came.</summary>
    public static IReadOnlyList<TeamPeriod> TeamPeriods(this PersonRecord person)
    {
        var left = person
            .All<CareTeamMemberLeft>()
            .GroupBy(leaving => leaving.Fact.Member)
            .ToDictionary(group => group.Key, group => DayOf(group.Last()));
        return
        [
            .. person
                .All<CareTeamMemberJoined>()
                .GroupBy(joined => joined.Fact.Member)
                .Select(group => ToPeriod([.. group], left)),
        ];
    }

    /// <summary>
    /// Who is in the team on this day, the central care professional first. Who has the same place in two joined
    /// records is named once.
    /// </summary>
    public static IReadOnlyList<TeamPeriod> Team(this PersonRecord person, DateOnly today)
    {
        var central = person.CentralCareProfessional(today)?.Id;
        return
        [
            .. person
                .EachOnce(today)
                .OrderByDescending(period => period.Id == central)
                .ThenBy(period => period.Fact.Layer().Order())
                .ThenBy(period => period.Entry.Version),
        ];
    }

    /// <summary>
    /// Who is the central care professional on this day; null when nobody is, or the one named has left.
    /// </summary>
    /// <remarks>Who was named in a following record is who has the same place in the one that leads.</remarks>
    public static TeamPeriod? CentralCareProfessional(this PersonRecord person, DateOnly today)
    {
        var central = person
            .CentralCareProfessionals()
            .Where(period => !(period.From?.First > today) && !(period.Until?.First <= today))
            .Select(period => period.Member)
            .LastOrDefault(member => member.IsOn(today));
        return central is null
            ? null
            : person
                .EachOnce(today)
                .Where(member => PlaceOf(member) == PlaceOf(central))
                .OrderByDescending(member => member.Id == central.Id)
                .FirstOrDefault(central);
    }

    /// <summary>
    /// Everyone who was the central care professional, in order of time. Of joined records the leading one says it.
    /// </summary>
    public static IReadOnlyList<CentralPeriod> CentralCareProfessionals(this PersonRecord person)
    {
        var members = person.TeamPeriods().ToDictionary(period => period.Id);
        var named = person
            .All<CentralCareProfessionalNamed>()
            .Where(naming => members.ContainsKey(naming.Fact.Member))
            .GroupBy(naming => naming.Entry.Stream == person.Stream)
            .OrderByDescending(byLeader => byLeader.Key)
            .Take(1)
            .SelectMany(namings => namings)
            .OrderBy(naming => naming.Effective?.First ?? DateOnly.MinValue)
            .ThenBy(naming => naming.Entry.Version)
            .ToList();
        return
        [
            .. named.Select(
                (naming, i) =>
                {
                    var member = members[naming.Fact.Member];
                    var next = i + 1 < named.Count ? named[i + 1].Effective : null;
                    return new CentralPeriod(member, naming.Effective, Earliest(next, member.Until), naming.Entry);
                }
            ),
        ];
    }

    /// <summary>The general practitioner of the team.</summary>
    public static TeamPeriod? GeneralPractitioner(this PersonRecord person, DateOnly today) =>
        person.Team(today).FirstOrDefault(member => member.Fact.Discipline == Discipline.GeneralPractitioner);

    /// <summary>
    /// Who is in the team on this day, each once: of two joined records the leading one tells who has a place in both,
    /// with the ways to reach them that only the other knows.
    /// </summary>
    private static IEnumerable<TeamPeriod> EachOnce(this PersonRecord person, DateOnly today)
    {
        var on = person
            .TeamPeriods()
            .Where(period => period.IsOn(today))
            .ToLookup(period => period.Entry.Stream == person.Stream);
        var following = on[false].ToLookup(PlaceOf);
        var leading = on[true].Select(PlaceOf).ToHashSet();
        return on[true]
            .Select(period => following[PlaceOf(period)].Aggregate(period, Reached))
            .Concat(on[false].Where(period => !leading.Contains(PlaceOf(period))));
    }

    private static TeamPeriod Reached(TeamPeriod one, TeamPeriod other)
    {
        var (own, its) = (one.Fact.Reachability, other.Fact.Reachability);
        var both = new Reachability(own.Day ?? its.Day, own.Night ?? its.Night, own.Words ?? its.Words);
        return both == own ? one : one with { Fact = one.Fact with { Reachability = both } };
    }

    private static (Guid, CareRelation) PlaceOf(TeamPeriod period) =>
        (period.Fact.Account ?? period.Id, period.Fact.Relation);

    private static IReadOnlyList<CloseOne> CircleWithout(
        this PersonRecord person,
        IEnumerable<Recorded<RelatedPersonLeft>> departures
    )
    {
        var left = departures.Select(one => one.Fact.RelatedPerson).ToHashSet();
        return
        [
            .. person
                .All<RelatedPersonRecorded>()
                .GroupBy(recorded => recorded.Fact.RelatedPerson)
                .Where(group => !left.Contains(group.Key))
                .Select(group => ToCloseOne(person, [.. group]))
                .OrderBy(close => close.Fact.CallOrder ?? int.MaxValue)
                .ThenByDescending(close => close.Fact.Roles.Contains(ContactRole.FirstContact))
                .ThenBy(close => close.Fact.Roles.Count == 0)
                .ThenBy(close => close.Entry.Version),
        ];
    }

    private static CloseOne ToCloseOne(PersonRecord person, IReadOnlyList<Recorded<RelatedPersonRecorded>> recorded)
    {
        var (last, id) = (recorded[^1], recorded[^1].Fact.RelatedPerson);
        return new(id, last.Fact, recorded[0].Effective, last.Entry, person.AccountOf(id));
    }

    private static TeamPeriod ToPeriod(
        IReadOnlyList<Recorded<CareTeamMemberJoined>> joined,
        Dictionary<Guid, PartialDate> left
    )
    {
        var last = joined[^1];
        var until = left.TryGetValue(last.Fact.Member, out var day) ? day : (PartialDate?)null;
        return new(last.Fact.Member, last.Fact, joined[0].Effective, until, last.Entry);
    }

    private static PartialDate DayOf(Recorded<CareTeamMemberLeft> left) => left.Entry.Day();

    private static PartialDate? Earliest(PartialDate? one, PartialDate? other) =>
        (one, other) switch
        {
            ({ } a, { } b) => a.First <= b.First ? a : b,
            ({ } a, null) => a,
            (null, _) => other,
        };
}
