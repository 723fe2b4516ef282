using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>The relations that somebody has to a person at a moment, each read from dated facts.</summary>
public static class Relations
{
    private static readonly ContactRole[] Representing =
    [
        ContactRole.LegalRepresentative,
        ContactRole.WrittenProxy,
        ContactRole.Curator,
        ContactRole.Mentor,
    ];

    /// <param name="found">True when the actor, on duty, found this person by two identifiers not long ago.</param>
    public static IReadOnlySet<Relation> Of(PersonRecord person, Actor actor, Moment now, bool found)
    {
        var relations = new SortedSet<Relation>();
        if (!person.Exists || actor.Role is Role.System)
            return relations;
        if (actor.Role is Role.Person && actor.Person == person.Id)
            relations.Add(Relation.Self);
        AddCare(relations, person, actor, now);
        if (actor.Role is Role.CloseOne && !person.IsDeceased())
            AddCloseness(relations, person, actor);
        if (actor.Author.Organisation is { } organisation && person.WasReceivedBy(organisation))
            relations.Add(Relation.ReceivingOrganisation);
        if (found && AccessTable.Duty.Contains(actor.Role))
            relations.UnionWith([Relation.Found, Relation.OnDuty]);
        AddGlass(relations, person, actor, now);
        return relations;
    }

    /// <summary>Accounts that have a relation to the person through circle or team, for finding one's own people.</summary>
    public static IReadOnlySet<Guid> AccountsInCircle(this PersonRecord person, DateOnly today) =>
        person
            .Members(today)
            .Select(member => member.Account)
            .Concat(person.Circle().Select(related => related.Account))
            .OfType<Guid>()
            .ToHashSet();

    /// <summary>Organisations that have the person in care.</summary>
    public static IReadOnlySet<Guid> ReceivedBy(this PersonRecord person) =>
        person.All<OrganisationReceivedPerson>().Select(received => received.Fact.Organisation).ToHashSet();

    /// <summary>The account of the central care professional, or null when none is named or they have no account.</summary>
    public static Guid? CentralAccount(this PersonRecord person, DateOnly today) =>
        CentralMember(person, today) is { } central
            ? person.Members(today).FirstOrDefault(member => member.Member == central)?.Account
            : null;

    internal static bool IsDeceased(this PersonRecord person) => person.All<DeathRecorded>().Any();

    private static void AddCare(SortedSet<Relation> relations, PersonRecord person, Actor actor, Moment now)
    {
        var central = CentralMember(person, now.Today);
        foreach (var member in person.Members(now.Today).Where(member => member.Account == actor.Account))
        {
            relations.Add(RelationOf(member.Relation));
            if (member.Member == central)
                relations.Add(Relation.Central);
        }
    }

    private static Relation RelationOf(CareRelation relation) =>
        relation switch
        {
            CareRelation.CareTeam => Relation.CareTeam,
            CareRelation.Consultation => Relation.Consultation,
            CareRelation.Referral => Relation.Referral,
            CareRelation.Shared => Relation.SharedWith,
        };

    private static void AddCloseness(SortedSet<Relation> relations, PersonRecord person, Actor actor)
    {
        foreach (var related in person.Circle().Where(related => related.Account == actor.Account))
        {
            relations.Add(Relation.CloseOne);
            if (related.Roles.Any(Representing.Contains))
                relations.Add(Relation.Representative);
        }
    }

    private static void AddGlass(SortedSet<Relation> relations, PersonRecord person, Actor actor, Moment now)
    {
        foreach (var glass in person.OpenGlasses(now).Where(glass => glass.Fact.Account == actor.Account))
        {
            relations.Add(Relation.BrokenGlass);
            if (glass.Fact.VitalEmergency)
                relations.Add(Relation.VitalEmergency);
        }
    }

    private static bool WasReceivedBy(this PersonRecord person, Guid organisation) =>
        person.All<OrganisationReceivedPerson>().Any(received => received.Fact.Organisation == organisation);

    private static Guid? CentralMember(PersonRecord person, DateOnly today) =>
        person
            .All<CentralCareProfessionalNamed>()
            .Where(named => HasBegun(named.Effective, today))
            .OrderBy(named => named.Effective?.First ?? DateOnly.MinValue)
            .ThenBy(named => named.Entry.Version)
            .Select(named => (Guid?)named.Fact.Member)
            .LastOrDefault();

    /// <summary>The newest word on each member whose care has begun and not ended.</summary>
    private static IEnumerable<CareTeamMemberJoined> Members(this PersonRecord person, DateOnly today) =>
        person
            .All<CareTeamMemberJoined>()
            .Where(joined => HasBegun(joined.Effective, today))
            .GroupBy(joined => joined.Fact.Member)
            .Select(words => words.MaxBy(joined => joined.Entry.Version))
            .Where(joined => !HasLeft(person, joined, today))
            .Select(joined => joined.Fact);

    private static bool HasLeft(PersonRecord person, Recorded<CareTeamMemberJoined> joined, DateOnly today) =>
        person
            .All<CareTeamMemberLeft>()
            .Any(left =>
                left.Fact.Member == joined.Fact.Member
                && left.Entry.Version > joined.Entry.Version
                && HasBegun(left.Effective, today)
            );

    private static IEnumerable<RelatedPersonRecorded> Circle(this PersonRecord person) =>
        person
            .All<RelatedPersonRecorded>()
            .GroupBy(related => related.Fact.RelatedPerson)
            .Select(words => words.MaxBy(related => related.Entry.Version))
            .Where(related =>
                !person
                    .All<RelatedPersonLeft>()
                    .Any(left =>
                        left.Fact.RelatedPerson == related.Fact.RelatedPerson
                        && left.Entry.Version > related.Entry.Version
                    )
            )
            .Select(related => related.Fact);

    /// <summary>Undated counts as begun; a partial date begins on its first day.</summary>
    private static bool HasBegun(PartialDate? effective, DateOnly today) =>
        effective is not { } date || date.First <= today;
}
