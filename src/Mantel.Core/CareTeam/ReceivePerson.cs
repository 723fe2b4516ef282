using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>
/// An organisation takes the person in care, and says who of it does: by registering them, by a referral, or after an
/// import, which gives nobody a relation by itself.
/// </summary>
/// <param name="Organisation">Null: who cares works for no organisation that is known here.</param>
/// <param name="How">In a word: registered, referred, imported.</param>
/// <param name="Member">Who cares for the person there; they join the team.</param>
/// <param name="IsCentral">True: they are the central care professional from now.</param>
[Needs(AccessAction.ReceivePerson)]
public sealed record ReceivePerson(
    Guid? Organisation,
    string? OrganisationName,
    string How,
    JoinCareTeam? Member = null,
    bool IsCentral = false
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var facts = Read(found, record, now).ToList();
        return found.Or(facts);
    }

    internal IEnumerable<NewFact> Read(Findings found, PersonRecord record, Moment now)
    {
        var today = PartialDate.Of(now.Today);
        if (Organisation is { } organisation && !WasReceivedBy(record, organisation))
        {
            var name = found.NeededLine("organisationName", OrganisationName);
            yield return new(new OrganisationReceivedPerson(organisation, name, found.NeededLine("how", How)), today);
        }
        if (Member is null)
            yield break;
        yield return Member.Read(found, record, now);
        if (!IsCentral)
            yield break;
        if (!NameCentralCareProfessional.CanBeCentral(Member.Member.Read(new Findings(), Member.Id)))
            found.Break("member", "rule.central-is-professional");
        yield return new(new CentralCareProfessionalNamed(Member.Id), today);
    }

    private static bool WasReceivedBy(PersonRecord record, Guid organisation) =>
        record.All<OrganisationReceivedPerson>().Any(received => received.Fact.Organisation == organisation);
}
