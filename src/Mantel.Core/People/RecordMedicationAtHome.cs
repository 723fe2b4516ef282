using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records medication that lies ready at home for the night: for what, where, and who may give it.</summary>
/// <param name="ExecutionRequestPresent">Whether the order to carry it out (uitvoeringsverzoek) lies with it; null: not
/// asked.</param>
[Needs(AccessAction.RecordHealth)]
public sealed record RecordMedicationAtHome(
    string Medication,
    string? For = null,
    string? Where = null,
    string? WhoMayGive = null,
    bool? ExecutionRequestPresent = null,
    PartialDate? Since = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new MedicationAtHomeRecorded(
            found.NeededLine("medication", Medication),
            found.Line("for", For),
            found.Line("where", Where),
            found.Line("whoMayGive", WhoMayGive),
            ExecutionRequestPresent
        );
        found.NotInFuture("since", Since, now);
        found.WhileAlive("", record, Since);
        return found.Or(fact, Since);
    }
}
