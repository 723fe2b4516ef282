using System.Globalization;
using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>What the forms about the circle and the team say, read as the acts they are.</summary>
internal static class TypedCareTeam
{
    public static async Task<RecordRelatedPerson> CloseOneAsync(this SubmittedForm filled, Guid relatedPerson)
    {
        var typed = filled.Typed;
        var known = filled.Sight.Record.CloseOne(relatedPerson);
        return new(
            relatedPerson,
            typed.Name(),
            typed.Choice<Relationship>("relationship"),
            typed["relationshipInWords"],
            typed.Many<ContactRole>("roles"),
            typed.ContactPoints(),
            typed.AddressIfAny(),
            typed.WholeNumber("callOrder"),
            typed["words"],
            await filled.CloseAccountAsync(known),
            known?.From
        );
    }

    /// <summary>
    /// The account of this person's close one that was chosen, or the one that is known already. Only who cares says
    /// whose account it is: who is linked reads what that close one said (safety rule 11).
    /// </summary>
    private static async Task<Guid?> CloseAccountAsync(this SubmittedForm filled, CloseOne? known)
    {
        var kept = known?.Fact.Account;
        if (!MayLink(filled.Sight) || filled.Typed.Id("account") is not { } id || id == known?.Account)
            return kept;
        var account = await filled.AccountAsync();
        if (account is { Role: Role.CloseOne } && account.Person == filled.Sight.Person)
            return id;
        if (account is not null)
            filled.Typed.Wrong("account", "rule.not-a-choice");
        return kept;
    }

    /// <summary>False for the person and whoever represents them.</summary>
    public static bool MayLink(Sight sight) => sight.Actor.Role is not (Role.Person or Role.CloseOne);

    /// <summary>
    /// The member as typed; of an account that was chosen, its name, organisation and usual discipline.
    /// </summary>
    public static async Task<TeamMember> MemberAsync(this SubmittedForm filled)
    {
        var typed = filled.Typed;
        var known = filled
            .Sight.Record.TeamPeriods()
            .FirstOrDefault(member => member.Id == filled.Route("member"))
            ?.Fact;
        var account = await filled.AccountAsync();
        if (account is null && typed["name"] is null)
            typed.Wrong("name", "rule.missing");
        var discipline =
            typed.Choice<Discipline>("discipline") ?? (account is null ? null : DisciplineOf(account.Role));
        if (discipline is null && typed.ProblemsAt("discipline").Any() is false)
            typed.Wrong("discipline", "rule.missing");
        var chosen = discipline ?? Discipline.Other;
        return new(
            typed["name"] ?? account?.Name ?? "",
            chosen,
            typed["disciplineInWords"],
            account?.Organisation ?? known?.Organisation,
            typed["organisationName"] ?? account?.OrganisationName,
            new Reachability(typed["day"], typed["night"], typed["reachabilityWords"]),
            account?.Id ?? known?.Account,
            typed.Choice<CareRelation>("relation") ?? RelationOf(chosen)
        );
    }

    /// <summary>Whoever is signed in, as a member of the team.</summary>
    public static TeamMember MemberOf(Actor actor) =>
        new(
            actor.Author.Name,
            DisciplineOf(actor.Role),
            Organisation: actor.Author.Organisation,
            OrganisationName: actor.Author.OrganisationName,
            Account: actor.Account
        );

    public static async Task<ReceivePerson> ReceiveAsync(SubmittedForm filled)
    {
        var directory = await filled.Services.GetRequiredService<Desk>().DirectoryAsync(CancellationToken.None);
        var organisation = filled.Typed.Organisation("organisation", directory);
        if (organisation is null && !filled.Typed.ProblemsAt("organisation").Any())
            filled.Typed.Wrong("organisation", "rule.missing");
        return new(organisation?.Organisation, organisation?.Name, "referred");
    }

    /// <summary>The discipline that usually goes with a role; it can be chosen otherwise.</summary>
    public static Discipline DisciplineOf(Role role) =>
        role switch
        {
            Role.Nurse => Discipline.Nurse,
            Role.GeneralPractitioner => Discipline.GeneralPractitioner,
            Role.PhysicianOnDuty or Role.Physician => Discipline.Physician,
            Role.PalliativeTeam => Discipline.PalliativeConsultant,
            Role.Chaplain => Discipline.Chaplain,
            Role.SocialWorker => Discipline.SocialWorker,
            Role.Volunteer => Discipline.Volunteer,
            Role.Coordinator => Discipline.VolunteerCoordinator,
            Role.Ambulance or Role.Administrator or Role.Analyst or Role.Person or Role.CloseOne or Role.System =>
                Discipline.Other,
        };

    /// <summary>With volunteers and social workers the plan is shared; everybody else is of the team.</summary>
    private static CareRelation RelationOf(Discipline discipline) =>
        discipline is Discipline.Volunteer or Discipline.VolunteerCoordinator or Discipline.SocialWorker
            ? CareRelation.Shared
            : CareRelation.CareTeam;

    private static async Task<Account?> AccountAsync(this SubmittedForm filled)
    {
        if (filled.Typed.Id("account") is not { } id)
            return null;
        var account = await filled.Services.GetRequiredService<Accounts>().ActsAsAsync(id);
        if (account is { IsDisabled: false, IsRoleTaken: false })
            return account;
        filled.Typed.Wrong("account", "rule.not-a-choice");
        return null;
    }

    private static List<TChoice> Many<TChoice>(this TypedForm typed, string field)
        where TChoice : struct, Enum
    {
        var chosen = new List<TChoice>();
        foreach (var text in typed.All(field))
        {
            if (Enum.GetNames<TChoice>().Contains(text, StringComparer.Ordinal))
                chosen.Add(Enum.Parse<TChoice>(text));
            else
                typed.Wrong(field, "rule.not-a-choice");
        }
        return chosen;
    }

    private static int? WholeNumber(this TypedForm typed, string field)
    {
        if (typed[field] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        typed.Wrong(field, "rule.call-order");
        return null;
    }
}
