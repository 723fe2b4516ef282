using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>
/// An organisation takes the person in care, and says who of it does: by registering them, by a referral, or after an
/// import, which gives nobody a relation by itself.
/// </summary>
/// <param name="How">In a word: registered, referred, imported.</param>
/// <param name="Member">Who cares for the person there; they join the team.</param>
/// <param name="IsCentral">True: they are the central care professional from now.</param>
[Needs(What.ReceivePerson)]
public sealed record ReceivePerson(
    Guid Organisation,
    string OrganisationName,
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
        var name = found.NeededLine("organisationName", OrganisationName);
        var how = found.NeededLine("how", How);
        if (record.All<OrganisationReceivedPerson>().All(received => received.Fact.Organisation != Organisation))
            yield return new(new OrganisationReceivedPerson(Organisation, name, how), today);
        if (Member is null)
            yield break;
        yield return Member.Read(found, record, now);
        if (!IsCentral)
            yield break;
        if (!NameCentralCareProfessional.CanBeCentral(Member.Member.Read(new Findings(), Member.Id)))
            found.Break("member", "rule.central-is-professional");
        yield return new(new CentralCareProfessionalNamed(Member.Id), today);
    }
}
