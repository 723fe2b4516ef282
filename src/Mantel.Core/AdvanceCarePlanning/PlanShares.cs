using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Somebody with whom the plan can be shared: they have an account here.</summary>
/// <param name="Id">The member of the team or the close one.</param>
/// <param name="Account">With which they sign in.</param>
public sealed record PlanReader(
    Guid Id,
    string Name,
    Discipline? Discipline,
    Relationship? Relationship,
    Guid? Account = null
);

/// <summary>That the plan was shared with somebody, and whether they read it.</summary>
public sealed record PlanShare(Recorded<PlanShared> Shared, Recorded<SharedPlanRead>? Read);

/// <summary>With whom the plan was shared, and who has yet to read it.</summary>
public static class PlanShares
{
    /// <summary>Everyone of the team and the circle who has an account here.</summary>
    public static IReadOnlyList<PlanReader> CanReadShares(this PersonRecord person, DateOnly today) =>
        [
            .. person
                .Team(today)
                .Where(member => member.Fact.Account is not null)
                .Select(member => new PlanReader(
                    member.Id,
                    member.Fact.Name,
                    member.Fact.Discipline,
                    null,
                    member.Fact.Account
                )),
            .. person
                .Circle()
                .Where(close => close.Account is not null)
                .Select(close => new PlanReader(
                    close.Id,
                    close.Fact.Name.Full(),
                    null,
                    close.Fact.Relationship ?? Relationship.Other,
                    close.Account
                )),
        ];

    /// <summary>Every time the plan was shared, newest first.</summary>
    public static IReadOnlyList<PlanShare> Shares(this PersonRecord person) =>
        [
            .. person
                .All<PlanShared>()
                .Reverse()
                .Select(shared => new PlanShare(
                    shared,
                    person.Latest<SharedPlanRead>(read => read.Shared == shared.Entry.Id)
                )),
        ];

    /// <summary>What was shared with this account and not yet read, newest first.</summary>
    public static IReadOnlyList<PlanShare> UnreadShares(this PersonRecord person, Guid account, DateOnly today)
    {
        var theirs = person.ReferencesOf(account, today);
        return [.. person.Shares().Where(share => share.Read is null && theirs.Contains(share.Shared.Fact.With))];
    }

    /// <summary>The accounts of those with whom the plan can be shared, by member or close one.</summary>
    internal static Dictionary<Guid, Guid> AccountsThatRead(this PersonRecord person, DateOnly today) =>
        person
            .Team(today)
            .Select(member => (member.Id, member.Fact.Account))
            .Concat(person.Circle().Select(close => (close.Id, close.Account)))
            .Where(reader => reader.Account is not null)
            .ToDictionary(reader => reader.Id, reader => reader.Account!.Value);

    internal static bool AwaitsReading(this PersonRecord person, Guid with) =>
        person.Shares().Any(share => share.Read is null && share.Shared.Fact.With == with);

    /// <summary>The members of the team and the close ones that this account is.</summary>
    private static HashSet<Guid> ReferencesOf(this PersonRecord person, Guid account, DateOnly today) =>
        [
            .. person.Team(today).Where(member => member.Fact.Account == account).Select(member => member.Id),
            .. person.Circle().Where(close => close.Account == account).Select(close => close.Id),
        ];
}
