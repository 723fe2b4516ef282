using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>The person or the central care professional says that they read that the glass was broken.</summary>
[Needs(AccessAction.ReadBrokenGlass)]
public sealed record ReadBrokenGlass(Guid Account, Guid GlassBroken) : IAct<PersonRecord>, IByAccount
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (record.Find(GlassBroken)?.Fact is not Access.GlassBroken)
            return Outcome.Refuse("glassBroken", "rule.not-there");
        return record.UnreadGlasses(Account).Any(glass => glass.Entry.Id == GlassBroken)
            ? Outcome.Yield(new BrokenGlassRead(GlassBroken), PartialDate.Of(now.Today))
            : Outcome.Yield();
    }
}
