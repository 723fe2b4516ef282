using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A refusal outlives the capacity to repeat it (safety rule 16): what the person refused in writing while able is not
/// displaced by what others agree.
/// </summary>
internal static class StandingRefusals
{
    /// <summary>The written refusals that no later word of the person's own displaced, the newest.</summary>
    public static IReadOnlyList<Statement> Among(PersonRecord person, IReadOnlyList<Statement> all)
    {
        var written = all.Where(one => IsRefusal(one) && !one.HasEnded && !person.WasUnableBefore(one.DiscussedOn))
            .ToList();
        if (written.Count == 0)
            return [];
        var own = all.Where(one => IsOwnWord(person, one)).ToList();
        return Chronology.Newest(
            [.. written.Where(refusal => !own.Exists(word => IsLater(word, refusal)))],
            one => one.DiscussedOn
        );
    }

    /// <summary>
    /// What stands first, and what others agreed beside it; what they did not know displaces no refusal.
    /// </summary>
    public static IReadOnlyList<Statement> Before(IReadOnlyList<Statement> refusals, IReadOnlyList<Statement> later)
    {
        var refused = refusals.Select(one => one.Meaning).ToHashSet();
        var said = later.Where(one => one.IsDecided).ToList();
        var differing = said.Where(one => !refused.Contains(one.Meaning)).ToList();
        return said.Count > 0 && differing.Count == 0 ? said : [.. refusals, .. differing];
    }

    /// <summary>
    /// The person took part and was not judged unable that day; a declaration is the person's word by itself.
    /// </summary>
    public static bool IsOwnWord(PersonRecord person, Statement one) =>
        one.Decision is not Decision.NotDiscussed
        && (one.IsOwnDeclaration || one.Parties.Any(party => party.Kind is PartyKind.Person))
        && !person.WasUnableOn(one.DiscussedOn);

    /// <summary>*Niet* or under a condition; of an ICD, having it switched off is refusing what it does.</summary>
    private static bool IsRefusal(Statement one) =>
        one.IsOwnDeclaration
        && (
            one.Decision is Decision.Otherwise
            || one.Decision
                == (one.Treatment.Kind is TreatmentKind.IcdDeactivation ? Decision.Perform : Decision.Withhold)
        );

    private static bool IsLater(Statement word, Statement refusal) =>
        refusal.DiscussedOn is { } refused && word.DiscussedOn is { } said && refused.IsBefore(said);

    private static bool WasUnableOn(this PersonRecord person, PartialDate? day) =>
        day is { } on && person.CapacityOn(on.Last).Judged.Any(one => one.Fact.Capable is false);

    /// <summary>Judged unable on a day that surely lies before it, and not judged able since.</summary>
    private static bool WasUnableBefore(this PersonRecord person, PartialDate? day) =>
        day is { } on
        && person
            .CapacityOn(on.First.AddDays(-1))
            .Judged.Any(one => one is { Fact.Capable: false, Effective: { } judged } && judged.IsBefore(on));
}
