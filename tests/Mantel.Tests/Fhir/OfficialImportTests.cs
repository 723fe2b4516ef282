using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Import;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>The official example patients, held against what the issue and the safety rules ask.</summary>
public class OfficialImportTests
{
    [OfficialFact]
    public void FiftySixResourcesAreAccountedForOneByOne()
    {
        var result = Imports.Read(OfficialExamples.Bundles());
        result.Refused.ShouldBeEmpty();
        var lines = result.People.SelectMany(person => new Keeping().Import(person).Report).ToList();
        lines.Select(line => line.Resource).Distinct(StringComparer.Ordinal).Count().ShouldBe(56);
        lines.Count.ShouldBe(56);
        lines
            .GroupBy(line => line.Fate)
            .ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(
                new Dictionary<MessageOutcome, int>
                {
                    [MessageOutcome.Mapped] = 47,
                    [MessageOutcome.Witness] = 7,
                    [MessageOutcome.KeptVerbatim] = 2,
                },
                ignoreOrder: true
            );
        lines.SelectMany(line => line.Issues).ShouldBeEmpty();
    }

    [OfficialFact]
    public void OfTheFirstTheNightPageWillRead()
    {
        var keeping = new Keeping();
        keeping.Import(Imports.Official("Hartman"));
        keeping
            .Person.Words()
            .ShouldBe([
                "Resuscitation: Withhold 2025-04-28",
                "Ventilation: Withhold 2022-11-08",
                "IntensiveCare: contradictory 2022-11-08",
                "HospitalAdmission: Perform 2022-11-08",
                "Antibiotics: Perform 2022-11-08",
                "BloodProducts: Perform 2022-11-08",
                "IcdDeactivation: Unknown 2022-11-08",
                "Other: Withhold 2022-11-08",
            ]);
        var resuscitation = keeping.Person.DecisionOn(TreatmentKind.Resuscitation, Imports.Today);
        resuscitation.Beside!.Decision.ShouldBe(Decision.Otherwise);
        resuscitation.Beside.DiscussedOn.ShouldBe(PartialDate.Parse("2022-11-08"));
    }

    [OfficialFact]
    public void OfTheSecondTheNightPageWillRead()
    {
        var keeping = new Keeping();
        keeping.Import(Imports.Official("Sluijs"));
        keeping
            .Person.Words()
            .ShouldBe([
                "Resuscitation: Withhold 2025-11-17",
                "Ventilation: Withhold 2025-11-17",
                "IntensiveCare: Withhold 2025-11-17",
                "HospitalAdmission: Otherwise 2025-11-17",
                "Antibiotics: Perform 2025-11-17",
                "BloodProducts: Perform 2025-11-17",
                "IcdDeactivation: Unknown 2025-11-17",
                "Other (Dialyse in het ziekenhuis): Withhold 2025-11-17",
            ]);
        keeping
            .Person.DecisionOn(TreatmentKind.Resuscitation, Imports.Today)
            .Beside!.DiscussedOn.ShouldBe(PartialDate.Parse("2025-06-28"));
    }

    [OfficialFact]
    public void TheOlderFormsImportByThemselves()
    {
        foreach (var form in OfficialExamples.Beta3Forms())
        {
            var person = Imports.One(form);
            person.Identity.BirthDate.ShouldBe(PartialDate.Parse("1961-01-01"));
            new Keeping().Import(person).Report.Single().Fate.ShouldBe(MessageOutcome.Mapped);
        }
    }

    [OfficialFact]
    public void TwoEditionsOfOneFormInOneSetAreRefusedByName() =>
        Imports
            .Read([.. OfficialExamples.Bundles(), .. OfficialExamples.Beta3Forms()])
            .Refused.Select(one => one.Name)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(
                ["QuestionnaireResponse/HendrikHartman-20201001", "QuestionnaireResponse/HendrikHartman-20221108"],
                ignoreOrder: true
            );
}
