using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records a diagnosis in the words of care; since when, as far as known.</summary>
[Needs(AccessAction.RecordHealth)]
public sealed record RecordDiagnosis(string Name, bool IsMain, string? SnomedCode = null, PartialDate? Since = null)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new DiagnosisRecorded(
            found.NeededLine("name", Name),
            SnomedConcept.Read(found, "snomedCode", SnomedCode),
            IsMain
        );
        found.NotInFuture("since", Since, now);
        if (found.None && record.Diagnoses().Any(known => known.Fact == fact && known.Effective == Since))
            return Outcome.Yield();
        return found.Or(fact, Since);
    }
}
