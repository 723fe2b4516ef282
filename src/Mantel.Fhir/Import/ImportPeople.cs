using Mantel.Core.People;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>
/// Reads a set as what it says about people: per person the facts with all their sources, and what became of every
/// message. Pure, and the same for every order of the files.
/// </summary>
public static class ImportPeople
{
    public static ImportResult Import(PzpSet set, ImportOptions options)
    {
        var owned = FindOwners.In(set, options.AboutOne);
        List<ImportedPerson> people = [];
        List<Refused> refused = [.. set.Refused, .. owned.Refused];
        foreach (var (patient, resources, assumed) in owned.People)
        {
            var person = ImportPerson.Read(set, patient, resources, options) with
            {
                Assumed = [.. assumed.Select(resource => resource.Name)],
                Today = options.Today,
            };
            if (Unfit(person, patient, options.AboutOne) is { } rule)
                refused.AddRange(resources.Select(resource => Because(resource, rule)));
            else
            {
                people.Add(person);
                refused.AddRange(
                    person.Messages.Where(message => message.Fate is MessageOutcome.Refused).Select(Refusal)
                );
            }
        }
        return new ImportResult(people, refused, set.Repeated) { LeftOut = owned.LeftOut };
    }

    /// <summary>Why a person cannot be taken in at all.</summary>
    private static string? Unfit(ImportedPerson person, Received? patient, bool aboutOne)
    {
        if (person.Messages.Any(message => message.Resource == patient && message.Fate is MessageOutcome.Refused))
            return "fhir.patient-refused";
        if (!aboutOne && person.Identity is { Number: null, Name: null } or { Number: null, BirthDate: null })
            return "fhir.nobody-recognisable";
        return
            person.Statements.Any(statement => IsOfThePlan(statement.Fact.GetType().Namespace))
            || person.Messages.Any(message => Profiles.AreOurs(message.Resource.Profiles))
            ? null
            : "fhir.no-plan";
    }

    private static bool IsOfThePlan(string? module) =>
        module == typeof(Core.AdvanceCarePlanning.TreatmentDirectiveAgreed).Namespace;

    private static Refused Because(Received resource, string rule) =>
        new(resource.File, resource.Name, [new Issue(IssueCode.BusinessRule, resource.Name, rule, [])]);

    private static Refused Refusal(ImportedMessage message) =>
        new(message.Resource.File, message.Resource.Name, message.Issues);
}
