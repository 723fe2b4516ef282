using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>The look-alikes of the official patients: the same traps, our own people.</summary>
public class ImportSamplesTests
{
    [Fact]
    public void OfMienTheDecisionInForceIsTheLatestDiscussed()
    {
        var person = Imports.Record(Imports.Mien);
        person
            .Words()
            .ShouldBe([
                "Resuscitation: Withhold 2025-05-02",
                "Ventilation: Withhold 2024-09-03",
                "IntensiveCare: contradictory 2024-09-03",
                "HospitalAdmission: Perform 2024-09-03",
                "Antibiotics: Perform 2024-09-03",
                "BloodProducts: Perform 2024-09-03",
                "IcdDeactivation: Unknown 2024-09-03",
                "Other: Withhold 2024-09-03",
            ]);
        var resuscitation = person.DecisionOn(TreatmentKind.Resuscitation, Imports.Today);
        resuscitation.InForce.Single().IsOwnDeclaration.ShouldBeTrue();
        resuscitation.Beside!.Otherwise.ShouldBe("Alleen als het op de operatietafel gebeurt");
        resuscitation.NeedsAgreement.ShouldBeTrue();
        person
            .DecisionOn(TreatmentKind.IcdDeactivation, Imports.Today)
            .Earlier.Single()
            .Decision.ShouldBe(Decision.NotDiscussed);
    }

    [Fact]
    public void OfTariqTheOlderUnknownEndedAndTheConditionIsOneConfirmedTwice()
    {
        var person = Imports.Record(Imports.Tariq);
        person
            .Words()
            .ShouldBe([
                "Resuscitation: Withhold 2025-10-02",
                "Ventilation: Withhold 2025-10-02",
                "IntensiveCare: Withhold 2025-10-02",
                "HospitalAdmission: Otherwise 2025-10-02",
                "Antibiotics: Perform 2025-10-02",
                "BloodProducts: Unknown 2025-10-02",
                "IcdDeactivation: Unknown 2025-10-02",
                "Other (Chemotherapie): Withhold 2025-10-02",
            ]);
        var ventilation = person.DecisionOn(TreatmentKind.Ventilation, Imports.Today);
        ventilation.Since.ShouldBe(PartialDate.Parse("2025-06-12"));
        ventilation.Earlier[^1].EndedOn.ShouldBe(PartialDate.Parse("2025-03-04"));
        var icd = person.DecisionOn(TreatmentKind.IcdDeactivation, Imports.Today).InForce.Single();
        icd.Explanations.Single().ShouldBe("Nee, nog geen besluit genomen. Nog steeds met de cardioloog");
    }

    [Fact]
    public void ResourceAndFormThatSayTheSameAreOneFactWithTwoWitnesses()
    {
        var person = Imports.Record(Imports.Mien);
        var directive = person
            .All<TreatmentDirectiveAgreed>()
            .Single(one =>
                one.Fact.Treatment.Kind is TreatmentKind.Resuscitation && one.Fact.Decision is Decision.Perform
            );
        person
            .WitnessesOf(directive.Entry)
            .Select(witness => witness.Reference)
            .ShouldBe(["Consent/mien-cpr", "QuestionnaireResponse/mien-form-2023"]);
        directive
            .Fact.Parties.Select(party => party.Kind)
            .ShouldBe([PartyKind.Person, PartyKind.Professional, PartyKind.RelatedPerson]);
        person.All<ConversationHeld>().Count().ShouldBe(2);
        person
            .All<RelatedPersonRecorded>()
            .Single()
            .Fact.Roles.ShouldBe([ContactRole.FirstContact, ContactRole.LegalRepresentative]);
        person.All<ImplantedDeviceRecorded>().Single().Fact.ImplantedOn.ShouldBe(PartialDate.Parse("2017"));
    }

    [Fact]
    public void TheDayOfAFormIsTheLocalDayOfItsItem963()
    {
        // 22:59 UTC in February is still the same evening in Amsterdam; the day of storing (2026) says nothing.
        Imports
            .One(Imports.Mien)
            .Statements.Where(statement =>
                statement.Witnesses.Any(it => it.Reference.EndsWith("form-2023", StringComparison.Ordinal))
            )
            .Select(statement => statement.Effective)
            .OfType<PartialDate>()
            .Distinct()
            .ShouldBe([PartialDate.Parse("2023-02-14")]);
    }

    [Fact]
    public void BothCodesForSymptomReliefMeanTheSameAndTheCodeStaysWithItsWitness()
    {
        var goals = Imports.Record(Imports.Tariq).All<TreatmentGoalAgreed>().ToList();
        goals.ShouldAllBe(goal => goal.Fact.Goal == TreatmentGoal.SymptomRelief);
        goals[0].Entry.Source.Witnesses[0].Text.ShouldBe("SNOMED CT 225353007");
    }

    [Fact]
    public void EveryResourceIsAccountedForByName()
    {
        var plan = new Keeping().Import(Imports.One(Imports.Tariq));
        var fates = plan.Report.ToDictionary(line => line.Resource, line => line.Fate, StringComparer.Ordinal);
        fates["Consent/tariq-mistake"].ShouldBe(MessageOutcome.KeptVerbatim);
        fates["Consent/tariq-draft"].ShouldBe(MessageOutcome.KeptVerbatim);
        fates["Consent/tariq-cpr"].ShouldBe(MessageOutcome.Mapped);
        fates["Practitioner/gp-1"].ShouldBe(MessageOutcome.Witness);
        plan.Report.Single(line => line.Resource == "Consent/tariq-mistake")
            .Issues.Single()
            .Rule.ShouldBe("fhir.struck-out");
        fates["Device/icd-1"].ShouldBe(MessageOutcome.KeptVerbatim);
        plan.Report.Count.ShouldBe(19);
        Imports.Read(Imports.Tariq).Refused.ShouldBeEmpty();
    }

    [Fact]
    public void WhatHasNoPlaceInTheRecordIsKeptVerbatimAndListed()
    {
        var keeping = new Keeping();
        keeping.Import(Imports.One(Imports.Mien));
        var use = keeping
            .Person.All<MessageReceived>()
            .Single(one => one.Fact.Reference == "DeviceUseStatement/mien-icd-use");
        use.Fact.Unmapped.ShouldBe(["bodySite"]);
        System.Text.Encoding.UTF8.GetString(keeping.Attachments[use.Fact.Attachment].Content).ShouldContain("7771000");
        var declaration = keeping.Person.All<AdvanceDirectiveRecorded>().Single().Fact;
        keeping.Attachments[declaration.Document!.Value].Content.ShouldBe("Invented for tests."u8.ToArray());
    }

    [Fact]
    public void ABelgianWillIsUndatedAndItsCodeStaysACode()
    {
        var result = Imports.Read(Imports.Samples("belgian-will"));
        var person = result.People.Single();
        person.Identity.Number.ShouldBe(new PersonNumber(NumberKind.Insz, "42050411897"));
        var keeping = new Keeping();
        keeping.Import(person);
        var code = keeping.Person.All<DnrCodeGiven>().Single();
        code.Effective.ShouldBeNull();
        code.Fact.ShouldSatisfyAllConditions(
            () => code.Fact.Code.ShouldBe(DnrCode.Dnr1),
            () => code.Fact.Setting.ShouldBe("WZC De Linde, Kortrijk"),
            () => code.Fact.StayStarted.ShouldBe(PartialDate.Parse("2025-02-10")),
            () => code.Fact.OwnerTextDecides.ShouldBeEmpty()
        );
        keeping.Person.Words().ShouldContain("Resuscitation: NotRecorded");
        keeping.Person.Words().ShouldContain("IntensiveCare: Withhold");
        keeping.Person.All<AdvanceDirectiveRecorded>().Single().Effective.ShouldBeNull();
    }

    [Fact]
    public void AnImportGivesNobodyAnAccountOrARelation()
    {
        var person = Imports.Record(Imports.Mien);
        person.All<OrganisationReceivedPerson>().ShouldBeEmpty();
        person.All<CareTeamMemberJoined>().ShouldAllBe(member => member.Fact.Account == null);
        person.All<RelatedPersonRecorded>().ShouldAllBe(related => related.Fact.Account == null);
    }
}
