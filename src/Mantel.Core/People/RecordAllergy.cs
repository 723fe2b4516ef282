using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records an allergy or intolerance with its reaction, or that none is known when asked.</summary>
/// <param name="NoneKnown">True: asked, and none is known.</param>
[Needs(AccessAction.RecordHealth)]
public sealed record RecordAllergy(
    string? Substance,
    string? Reaction = null,
    bool NoneKnown = false,
    PartialDate? Since = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var substance = NoneKnown ? found.Line("substance", Substance) : found.NeededLine("substance", Substance);
        var fact = new AllergyRecorded(substance, found.Line("reaction", Reaction));
        found.NotInFuture("since", Since, now);
        if (NoneKnown)
            Contradictions(found, fact, record);
        return found.Or(fact, Since);
    }

    private static void Contradictions(Findings found, AllergyRecorded fact, PersonRecord record)
    {
        if (fact.Substance is not null || fact.Reaction is not null)
            found.Add("noneKnown", "rule.allergy-and-none");
        else if (record.Allergies().Any(known => known.Fact.Substance is not null))
            found.Break("noneKnown", "rule.allergies-known");
    }
}
