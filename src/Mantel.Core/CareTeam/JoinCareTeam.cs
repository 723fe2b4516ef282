using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Somebody comes to care for the person, from a day on.</summary>
/// <param name="Id">A new id, which stays theirs in this team.</param>
[Needs(AccessAction.RecordCareTeam)]
public sealed record JoinCareTeam(Guid Id, TeamMember Member, PartialDate? From = null) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = Read(found, record, now);
        return found.Or(fact);
    }

    internal NewFact Read(Findings found, PersonRecord record, Moment now)
    {
        var fact = Member.Read(found, Id);
        found.NotInFuture("from", From, now);
        if (record.TeamPeriods().Any(period => period.Id == Id))
            found.Break("", "rule.already-in-team");
        else if (Member.Account is { } account && record.Team(now.Today).Any(member => member.Fact.Account == account))
            found.Break("", "rule.already-in-team");
        return new NewFact(fact, From ?? PartialDate.Of(now.Today));
    }
}

/// <summary>Puts right what is recorded of a member of the team, such as a telephone number.</summary>
[Needs(AccessAction.RecordCareTeam)]
public sealed record CorrectMember(Guid Id, TeamMember Member) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = Member.Read(found, Id);
        var current = record.Team(now.Today).FirstOrDefault(member => member.Id == Id);
        if (current is null)
            found.Break("", "rule.not-in-team");
        else if (found.None && current.Fact == fact)
            return Outcome.Yield();
        return found.Or(fact, current?.From);
    }

    public bool IsAbout(Fact fact) => LeaveCareTeam.IsAbout(fact, Id);
}
