using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// The privacy reviewer of an organisation (beoordelaar van noodtoegang) says what they think of a broken glass: in
/// order, or not, and then why.
/// </summary>
[Needs(AccessAction.ReviewBrokenGlass)]
public sealed record ReviewBrokenGlass(Guid Account, Guid GlassBroken, bool? IsInOrder, string? Words)
    : IAct<PersonRecord>,
        IByAccount
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var words = IsInOrder is false ? found.NeededWords("words", Words) : found.Words("words", Words);
        if (IsInOrder is null)
            found.Add("isInOrder", "rule.missing");
        if (record.GlassesBroken().All(glass => glass.Entry.Id != GlassBroken))
            found.Break("", "rule.not-there");
        return record.IsReviewed(GlassBroken)
            ? found.Or()
            : found.Or(new BrokenGlassReviewed(GlassBroken, IsInOrder ?? false, words), PartialDate.Of(now.Today));
    }
}

/// <summary>
/// Who reviews which broken glass. There is always somebody: where an organisation named nobody, or the one who broke
/// the glass would review it, and when nobody reviewed it for a week, the administrators do.
/// </summary>
public static class GlassReviews
{
    /// <summary>After this the administrators are told as well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public static bool IsReviewed(this PersonRecord person, Guid glass) =>
        person.All<BrokenGlassReviewed>().Any(review => review.Fact.GlassBroken == glass);

    /// <summary>Whether this account reviews this glass; nobody reviews their own, in whichever role.</summary>
    public static bool IsReviewer(this DirectoryRecord directory, RegisterGlass glass, Actor actor, Moment now)
    {
        if (actor.Is(glass.Account) || !Permission.Decide(AccessAction.ReviewBrokenGlass, actor.Role).Allowed)
            return false;
        var named = glass.Organisation is { } organisation ? directory.ReviewerOf(organisation) : null;
        if (named == actor.Account)
            return true;
        var isLeft = named is null || named == glass.Account || glass.At + Patience < now.Instant;
        return isLeft && actor.Role is Role.Administrator;
    }
}
