using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>
/// Give the person or one of the close ones access of their own (toegang geven): the account that they can make with a
/// code is linked to them here, before it exists. Until it is made nothing is open, and after the term it cannot be.
/// </summary>
/// <param name="Account">The id that the account gets when it is made; nobody has it yet.</param>
/// <param name="CloseOne">Whom of the circle it is for; null for the person.</param>
[Needs(AccessAction.GiveAccess)]
public sealed record GiveAccess(Guid Account, Guid? CloseOne) : IAct<PersonRecord>
{
    /// <summary>How long an account can be made with what was given.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(14);

    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        found.Living(record);
        if (CloseOne is { } close && record.Leading().CloseOne(close) is null)
            found.Add("for", "rule.not-a-choice");
        return found.Or(new AccessGiven(Account, CloseOne), PartialDate.Of(now.Today));
    }
}

/// <summary>To whom access was given, and whose account it became.</summary>
public static class AccessGivenViews
{
    /// <summary>
    /// Whether this account may still be made: what was given stands, was not given anew since, is for somebody of the
    /// circle, and its term has not passed.
    /// </summary>
    public static bool StillGives(this PersonRecord person, Guid account, DateTimeOffset now)
    {
        var given = person.All<AccessGiven>().Where(one => one.Fact.Account == account).ToList();
        if (person.IsDeceased() || given is not [var only] || now >= only.Entry.Recorded + GiveAccess.Lasts)
            return false;
        return only.Fact.CloseOne is { } close
            ? person.CloseOne(close)?.Account == account
            : person.All<AccessGiven>().Last(one => one.Fact.CloseOne is null).Fact.Account == account;
    }

    /// <summary>When this account was given to a close one; null when it was named otherwise.</summary>
    public static Entry? GivenTo(this PersonRecord person, CloseOne close) =>
        person
            .All<AccessGiven>()
            .Where(one => one.Fact.CloseOne == close.Id && one.Fact.Account == close.Account)
            .Select(one => one.Entry)
            .LastOrDefault();

    /// <summary>
    /// The account of a close one: the one that was named last, in their details or by giving access. Details that are
    /// put right and keep the account say nothing new about it.
    /// </summary>
    /// <param name="then">As it was when this was recorded; null: as it is now.</param>
    internal static Guid? AccountOf(this PersonRecord person, Guid relatedPerson, Entry? then = null)
    {
        var named = NamedIn(person.All<RelatedPersonRecorded>().Where(one => one.Fact.RelatedPerson == relatedPerson))
            .Concat(
                person
                    .All<AccessGiven>()
                    .Where(one => one.Fact.CloseOne == relatedPerson)
                    .Select(one => (one.Entry, one.Fact.Account))
            )
            .Where(one => then is null || one.Entry.Version < then.Version)
            .OrderBy(one => one.Entry.Recorded)
            .ThenBy(one => one.Entry.Version)
            .ToList();
        return named.Count == 0 ? null : named[^1].Account;
    }

    private static IEnumerable<(Entry Entry, Guid Account)> NamedIn(
        IEnumerable<Recorded<RelatedPersonRecorded>> details
    )
    {
        Guid? kept = null;
        foreach (var one in details.Where(one => one.Fact.Account is not null && one.Fact.Account != kept))
        {
            kept = one.Fact.Account;
            yield return (one.Entry, one.Fact.Account!.Value);
        }
    }
}
