using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>
/// Whether somebody who is added to the circle stands in it already. It is asked, never refused: a father and a son can
/// bear one name.
/// </summary>
internal static class KnownCloseOnes
{
    public static IEnumerable<Problem> Questions(PersonRecord person, IReadOnlyList<NewFact> facts) =>
        from fact in facts
        let added = fact.Fact as RelatedPersonRecorded
        where added is not null && person.All<RelatedPersonRecorded>().All(one => !IsOf(added, one.Fact))
        from known in person.Circle().Where(close => IsAlike(added, close.Fact)).Take(1)
        select new Problem(
            "",
            "rule.ask-close-one-known",
            [known.Fact.Name.Full()],
            IsBrokenRule: true,
            IsQuestion: true
        );

    private static bool IsOf(RelatedPersonRecorded one, RelatedPersonRecorded other) =>
        one.RelatedPerson == other.RelatedPerson;

    /// <summary>All words of the one name stand in the other, or one number reaches both under one surname.</summary>
    private static bool IsAlike(RelatedPersonRecorded added, RelatedPersonRecorded known)
    {
        var (one, other) = (WordsOf(added), WordsOf(known));
        return one.Count > 1 && one.IsSubsetOf(other) || other.Count > 1 && other.IsSubsetOf(one);
    }

    private static HashSet<string> WordsOf(RelatedPersonRecorded close) =>
        new(NameWords.Of(close.Name), StringComparer.Ordinal);
}
