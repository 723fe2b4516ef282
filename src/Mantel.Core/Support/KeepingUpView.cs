using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Support;

/// <summary>How long close ones said they can keep it up.</summary>
public static class KeepingUpView
{
    /// <summary>What this close one last said; null: nobody asked.</summary>
    public static Recorded<KeepingUpTold>? KeepingUp(this PersonRecord person, Guid relatedPerson) =>
        Chronology.NewestFirst(
            person.All<KeepingUpTold>().Where(told => told.Fact.RelatedPerson == relatedPerson).Reverse(),
            told => told.Effective
        )
            is [var newest, ..]
            ? newest
            : null;
}
