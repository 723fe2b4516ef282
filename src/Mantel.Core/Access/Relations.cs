using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>The relations that somebody has to a person at a moment, each read from dated facts.</summary>
public static class Relations
{
    /// <remarks>
    /// Of joined records whoever cares for the person cares for all of it; what the person's own side may see, broken
    /// glass and receiving count only where the leading record says so.
    /// </remarks>
    /// <param name="found">True when the actor, on duty, found this person by two identifiers not long ago.</param>
    public static IReadOnlySet<Relation> Of(PersonRecord person, Actor actor, Moment now, bool found)
    {
        var relations = new SortedSet<Relation>();
        if (!person.Exists || actor.Role is Role.System)
            return relations;
        if (actor.Role is Role.Person && actor.Person == person.Id)
            relations.Add(Relation.Self);
        AddCare(relations, person, actor, now);
        var leading = person.Leading();
        if (actor.Role is Role.CloseOne && !person.IsDeceased())
            AddCloseness(relations, leading, actor);
        if (actor.Author.Organisation is { } organisation && AwaitsCarersOf(leading, person, organisation, now.Today))
            relations.Add(Relation.ReceivingOrganisation);
        if (found && AccessTable.Duty.Contains(actor.Role))
            relations.UnionWith([Relation.Found, Relation.OnDuty]);
        AddGlass(relations, leading, actor, now);
        return relations;
    }

    /// <summary>
    /// Accounts that have a relation to the person through circle or team, for finding one's own people.
    /// </summary>
    public static IReadOnlySet<Guid> AccountsInCircle(this PersonRecord person, DateOnly today) =>
        person
            .Team(today)
            .Select(member => member.Fact.Account)
            .Concat(person.Circle().Select(close => close.Account))
            .OfType<Guid>()
            .ToHashSet();

    /// <summary>Organisations that have the person in care.</summary>
    public static IReadOnlySet<Guid> ReceivedBy(this PersonRecord person) =>
        person.All<OrganisationReceivedPerson>().Select(received => received.Fact.Organisation).ToHashSet();

    /// <summary>
    /// The account of the central care professional, or null when none is named or they have no account.
    /// </summary>
    public static Guid? CentralAccount(this PersonRecord person, DateOnly today) =>
        person.CentralCareProfessional(today)?.Fact.Account;

    internal static bool IsDeceased(this PersonRecord person) => person.All<DeathRecorded>().Any();

    private static void AddCare(SortedSet<Relation> relations, PersonRecord person, Actor actor, Moment now)
    {
        var central = person.CentralCareProfessional(now.Today)?.Id;
        foreach (var member in person.Team(now.Today).Where(member => member.Fact.Account == actor.Account))
        {
            if (member.Fact.Relation is CareRelation.Shared && member.Entry.Stream != person.Stream)
                continue;
            relations.Add(RelationOf(member.Fact.Relation));
            if (member.Id == central)
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
        foreach (var close in person.Circle().Where(close => close.Account == actor.Account))
        {
            relations.Add(Relation.CloseOne);
            if (close.Fact.Roles.Any(CircleViews.Represents))
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

    /// <summary>The organisation has the person in care and has yet to name who of it cares for them.</summary>
    private static bool AwaitsCarersOf(PersonRecord leading, PersonRecord person, Guid organisation, DateOnly today) =>
        leading.All<OrganisationReceivedPerson>().Any(received => received.Fact.Organisation == organisation)
        && person.Team(today).All(member => member.Fact.Organisation != organisation);
}
