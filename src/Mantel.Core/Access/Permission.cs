using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// The one decision whether somebody may see or do something, by the table, the facts and the consent.
/// </summary>
public static class Permission
{
    /// <summary>Whether this role may, where no person is concerned.</summary>
    public static Verdict Decide(AccessAction what, Role role) =>
        AccessTable.Holds(what, role, null) ? new Verdict(what, true, null, Extent.Whole) : Verdict.No(what);

    /// <summary>Whether this role with these relations may, under this consent; on the strongest ground.</summary>
    /// <param name="glassUntil">When the actor's broken glass closes.</param>
    public static Verdict Decide(
        AccessAction what,
        Role role,
        IReadOnlySet<Relation> relations,
        SharingConsent? consent,
        DateTimeOffset? glassUntil = null
    )
    {
        foreach (var relation in relations.Order())
        {
            if (AccessTable.Holds(what, role, relation) && IsEnough(consent, AccessTable.ConsentFor(relation)))
                return new Verdict(what, true, relation, ExtentOf(role, relation), UntilOf(relation, glassUntil));
        }
        return Verdict.No(what);
    }

    /// <summary>
    /// Whether somebody of the care team may, by what the register and the day's list know of their own people; what is
    /// not allowed here the record may still allow.
    /// </summary>
    /// <param name="central">The account of the central care professional.</param>
    public static Verdict Decide(AccessAction what, RegisterRow row, Guid? central, Actor actor, Moment now)
    {
        var relations = new SortedSet<Relation>();
        if (row.RelationsOf(actor.Account, now.Today).Any(relation => relation.Kind is RelationKind.CareTeam))
            relations.UnionWith(central == actor.Account ? [Relation.Central, Relation.CareTeam] : [Relation.CareTeam]);
        return Decide(what, actor.Role, relations, consent: null);
    }

    /// <summary>Whether the actor may see or do this to this person now.</summary>
    public static Verdict Decide(AccessAction what, PersonRecord person, Actor actor, Moment now, bool found) =>
        !person.Exists
            ? Verdict.No(what)
            : Decide(
                what,
                actor.Role,
                Relations.Of(person, actor, now, found),
                person.SharingConsent(),
                person.OpenGlassOf(actor.Account, now)?.Fact.Until
            );

    /// <summary>
    /// The record as far as it opens to this reader: what stands, of the kinds that the extent holds, without what was
    /// said in confidence.
    /// </summary>
    public static PersonRecord Narrow(PersonRecord person, Extent extent, Actor reader)
    {
        var told = Confidences.Keep(person, reader);
        return extent is Extent.Whole
            ? told
            : new PersonRecord(
                told.Stream,
                [
                    .. told
                        .Entries.Where(entry => told.Stands(entry.Id))
                        .Select(entry => Opened(told, extent, entry, reader))
                        .OfType<Entry>(),
                ]
            );
    }

    private static Entry? Opened(PersonRecord person, Extent extent, Entry entry, Actor reader) =>
        extent is not Extent.Nothing && WithoutReason(entry.Fact) is { } link ? entry with { Fact = link }
        : extent is Extent.Existence && Opens(extent, entry.Fact) ? Coarse(entry)
        : Opens(extent, entry.Fact) ? entry
        : extent is Extent.Shared ? Confidences.Heard(person, entry, reader)
        : null;

    /// <summary>That records are one is known to whoever sees any of them; why is for who sees all.</summary>
    private static Fact? WithoutReason(Fact fact) =>
        fact switch
        {
            RecordsJoined joined => joined with { Reason = "" },
            RecordsParted parted => parted with { Reason = "" },
            _ => null,
        };

    private static bool IsEnough(SharingConsent? consent, ConsentNeeded needed) =>
        needed switch
        {
            ConsentNeeded.None => true,
            ConsentNeeded.NotRefused => consent is not SharingConsent.Refused,
            ConsentNeeded.Given => consent is SharingConsent.Given,
        };

    private static Extent ExtentOf(Role role, Relation relation) =>
        (role, relation) switch
        {
            (_, Relation.Found) => Extent.Existence,
            (_, Relation.Invited) => Extent.Nothing,
            (_, Relation.ReceivingOrganisation) => Extent.Received,
            (Role.Volunteer or Role.SocialWorker, _) => Extent.Shared,
            (_, Relation.SharedWith or Relation.CloseOne) => Extent.Shared,
            _ => Extent.Whole,
        };

    private static DateTimeOffset? UntilOf(Relation relation, DateTimeOffset? glassUntil) =>
        relation is Relation.BrokenGlass or Relation.VitalEmergency ? glassUntil : null;

    private static bool Opens(Extent extent, Fact fact) =>
        extent switch
        {
            Extent.Nothing => false,
            Extent.Existence => IsExistence(fact) || fact is AddressRecorded or DeathRecorded,
            Extent.Received => IsExistence(fact) || IsWhoCares(fact),
            Extent.Shared => IsExistence(fact) || IsWhoCares(fact) || IsShared(fact),
            Extent.Whole => true,
        };

    /// <summary>
    /// Of an address the municipality, of a death that and when: enough to tell one person from another.
    /// </summary>
    private static Entry Coarse(Entry entry) =>
        entry.Fact switch
        {
            AddressRecorded { Address: var at } => entry with
            {
                Fact = new AddressRecorded(
                    new Address(at.Kind, null, null, null, null, at.Municipality ?? at.Place, null, null, null)
                ),
            },
            DeathRecorded => entry with { Fact = new DeathRecorded(null, null, null, null, null) },
            _ => entry,
        };

    private static bool IsExistence(Fact fact) =>
        fact is PersonRegistered or NameRecorded or BirthDateRecorded or SharingConsentRecorded;

    private static bool IsWhoCares(Fact fact) =>
        fact
            is AddressRecorded
                or CountryChosen
                or DeathRecorded
                or OrganisationReceivedPerson
                or CareTeamMemberJoined
                or CareTeamMemberLeft
                or CentralCareProfessionalNamed;

    private static bool IsShared(Fact fact) =>
        fact
            is ReachRecorded
                or LanguageRecorded
                or WhatMattersTold
                or RelatedPersonRecorded
                or RelatedPersonLeft
                or AccessGiven
                or PreferredPlaceOfDeathTold
                or SaysDifferentlyNow
                or TalkedThrough
                or PlanShared
                or SharedPlanRead;
}
