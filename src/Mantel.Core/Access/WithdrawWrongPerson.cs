using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// What was recorded about the wrong person is withdrawn (verkeerde persoon): its words are destroyed and a stub
/// stays. What rests on it goes with it, or is kept, in the same act. What the person's own side recorded is not about
/// the wrong person, and is not withdrawn.
/// </summary>
/// <param name="By">Who withdraws it; null: the program itself.</param>
[Needs(AccessAction.WithdrawWrongPerson)]
public sealed record WithdrawWrongPerson(
    IReadOnlyList<Guid> Entries,
    string? Reason,
    IReadOnlyList<Guid> Keep,
    Author? By = null
) : IAct<PersonRecord>, IByAuthor
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededWords("reason", Reason);
        if (Entries.Count == 0 || !Entries.All(id => record.Find(id) is { } e && Mistakes.CanBeStruckOut(e.Fact)))
            found.Break("entries", "rule.cannot-be-withdrawn");
        if (!record.AllRestingOn(Entries).All(dependent => Keep.Contains(dependent.Id)))
            found.Add("entries", "rule.decide-what-rests-on-it");
        TakingBack.Check(found, "entries", record, Entries, By);
        return found.Or([
            new NewFact(new WrongPersonNoticed([.. Entries.Distinct()], reason), PartialDate.Of(now.Today)),
            .. OfFollowers(record, reason, now),
            .. TakingBack.ConsentAfter(record, Entries, now),
        ]);
    }

    /// <summary>What another joined record holds is destroyed there.</summary>
    private IEnumerable<NewFact> OfFollowers(PersonRecord record, string reason, Moment now) =>
        Entries
            .Distinct()
            .Select(record.Find)
            .OfType<Entry>()
            .Where(entry => entry.Stream != record.Stream)
            .GroupBy(entry => entry.Stream)
            .Select(of => new NewFact(
                new WrongPersonNoticed([.. of.Select(entry => entry.Id)], reason),
                PartialDate.Of(now.Today)
            )
            {
                Into = of.Key,
            });
}
