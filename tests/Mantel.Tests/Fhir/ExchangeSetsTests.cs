using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.R4;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

/// <summary>
/// What senders send, one set for each trap: what the rows read, what is asked about, what is struck out. Every set is
/// invented, and stands under Samples/exchange.
/// </summary>
[Trait("Safety", "2")]
public class ExchangeSetsTests
{
    private const string Niet = "Resuscitation: Withhold";

    /// <summary>Set, right value, and why.</summary>
    public static TheoryData<string, string, string> Sets { get; } =
        new()
        {
            {
                "active-again-later",
                $"{Niet} 2026-03-01 revived; Struck: 1 Corrected",
                "The sender takes its end back: the decision holds again, marked as revived (rule 7)."
            },
            {
                "category-loinc-only",
                $"{Niet} 2026-03-01; IntensiveCare: Withhold 2026-03-01",
                "Its profile says what it is; a decision is not lost for a category."
            },
            {
                "category-zib2017-only",
                $"{Niet} 2026-03-01; IntensiveCare: Withhold 2026-03-01",
                "The category of zib 2017 means the same."
            },
            { "code-and-text-differ", "Ask: CodeAndWordsDiffer", "Code and words contradict: no row is filled." },
            {
                "confirmed-by-importer",
                $"{Niet} 2026-03-01; Talk: 2026-03-01 Nel Wijkverpleging",
                "A nurse agreed it; importing confirms nothing."
            },
            {
                "consent-proposed",
                "IntensiveCare: Withhold 2026-03-01; Ask: NotFinished",
                "Not finished is not said (rule 5); that it is there is."
            },
            { "consent-verified-false", "Ask: NotVerified", "Not verified with the person is not said (rule 5)." },
            {
                "declaration-document-by-url",
                "Declaration: EuthanasiaRequest 2026-02-01",
                "The declaration stands; nothing is fetched from an address."
            },
            {
                "declaration-source-missing",
                $"{Niet} 2026-02-01; Declaration: DoNotResuscitate 2026-02-01",
                "A document that did not come along takes nothing from the declaration."
            },
            {
                "declaration-two-codes",
                $"{Niet} 2024-01-01; Declaration: DoNotResuscitate 2024-01-01; Declaration: EuthanasiaRequest 2024-01-01",
                "One paper of two kinds is both."
            },
            {
                "declaration-with-type",
                "Ask: WordAndCondition",
                "A deny on a refusal can be read two ways: it is asked, not guessed."
            },
            {
                "declaration-withdrawn",
                "Resuscitation: ended 2026-02-01; Declaration: DoNotResuscitate 2026-02-01",
                "What ended without a successor revives nothing (rule 1)."
            },
            { "encounter-cancelled", $"{Niet} 2026-02-01", "A cancelled contact is no conversation." },
            {
                "end-is-a-year",
                $"{Niet} 2025-02-01; Ask: EndUnclear",
                "Somewhere in this year: it holds until the year is over, and is asked about."
            },
            { "end-is-today", $"{Niet} 2025-02-01", "The last day of a period is in it." },
            {
                "entered-in-error-later",
                "Ask: StruckOutBySender; Struck: 1 EnteredInError",
                "Struck out at once, and a decision in force that goes is asked about."
            },
            {
                "form-anders-without-words",
                "HospitalAdmission: Otherwise 2026-03-01; Antibiotics: Otherwise 2026-03-01; Ask: NoCondition; Ask: NoCondition",
                "The display of the answer is no condition."
            },
            {
                "form-in-progress",
                "IntensiveCare: Withhold 2026-03-01; Ask: NotFinished",
                "A form that is being filled in says nothing yet (rule 5)."
            },
            {
                "form-item-twice",
                "Resuscitation: contradictory",
                "Two answers to one question are both shown (rule 2)."
            },
            {
                "form-two-answers",
                "Resuscitation: contradictory",
                "Two answers to one question are both shown (rule 2)."
            },
            { "form-without-day", "Resuscitation: contradictory", "Authored is no day of a talk (rule 1)." },
            {
                "form-zib2017-in-r4",
                "IntensiveCare: Withhold 2026-03-01; Ask: KindUnclear",
                "Its questions are not known to have the same numbers: nothing is guessed."
            },
            {
                "free-words",
                "Resuscitation: Unknown 2026-01-01; Ventilation: Otherwise 2026-07-01; IntensiveCare: NotDiscussed 2026-03-01; "
                    + "HospitalAdmission: Unknown 2026-04-01; Antibiotics: Unknown 2026-05-01; "
                    + "BloodProducts: Otherwise “N.v.t.” 2026-06-01; Ask: NoCondition",
                "The standard's words are words whatever the signs around them; a dash is none."
            },
            {
                "goal-cancelled",
                $"{Niet} 2026-03-01; Goal: ended 2026-03-01",
                "It ended, and revives nothing (rule 1)."
            },
            {
                "goal-completed",
                $"{Niet} 2026-03-01; Goal: ended 2026-03-01",
                "It ended, and revives nothing (rule 1)."
            },
            {
                "goal-not-attainable",
                "Goal: SymptomRelief 2026-02-01; Ask: NotAttainable",
                "It stands, and is asked about."
            },
            {
                "goal-on-hold",
                $"{Niet} 2026-03-01; Goal: SymptomRelief 2026-02-01; Ask: OnHold",
                "It stands, and is asked."
            },
            {
                "goal-rejected",
                $"{Niet} 2026-03-01; Goal: Curative 2025-01-01",
                "What was never agreed displaces nothing."
            },
            { "goal-same-day-differ", "Goal: contradictory", "One day, two goals (rule 2)." },
            {
                "icd-completed",
                $"{Niet} 2026-03-01; Icd: not known; Ask: DeviceOutOfUse",
                "Out of use is not out of the body."
            },
            {
                "icd-form-says-no",
                $"{Niet} 2026-03-01; Icd: absent; Icd: present 2014-01-01; Ask: DeviceDiffers",
                "Disagreement is shown, not resolved (rule 2)."
            },
            { "icd-off-coded", "IcdDeactivation: Perform 2026-03-01", "Permit means switch off (rule 3)." },
            { "icd-off-other-text", "IcdDeactivation: Withhold 2026-03-01", "Its words name switching off an ICD." },
            {
                "icd-replaced",
                $"{Niet} 2026-03-01; Icd: present 2024-05-01",
                "The new one is there; the old one made way."
            },
            { "inactive-later", "Resuscitation: ended 2026-03-01", "The end of it is told later." },
            { "partial-before", $"{Niet} 2026-03-15", "The whole of 2025 is before March 2026." },
            {
                "partial-overlap",
                "Resuscitation: contradictory",
                "A month and a day in it cannot be ordered (rule 2)."
            },
            {
                "permit-and-condition",
                "Resuscitation: Otherwise “Alleen bij een getuige” 2026-03-01; Ask: WordAndCondition",
                "A condition is never dropped from a yes."
            },
            {
                "present-and-leader-differ",
                $"{Niet} 2026-03-01; Talk: 2026-03-01 Anna Proefarts, Bert Tweedearts",
                "Who led by one message was there by the other."
            },
            { "procedure-not-done", $"{Niet} 2026-02-01", "What was not done was not held." },
            {
                "procedure-stopped",
                $"{Niet} 2026-02-01; Ask: NotFinished",
                "A talk that broke off is unfinished (rule 5)."
            },
            { "same-day-two-times", "Resuscitation: contradictory", "A time on one day orders nothing (rule 2)." },
            {
                "same-id-corrected-later",
                $"{Niet} 2026-03-01; Ask: CorrectedBySender; Struck: 1 Corrected",
                "The sender's own correction replaces, and is asked about."
            },
            {
                "same-word-day-one-inactive",
                $"{Niet} 2026-03-01; Ask: EndDiffers",
                "An end that another message denies ends nothing."
            },
            { "treatment-code-absent", "Other: Withhold 2026-03-01", "A limit without a treatment says so (rule 3)." },
            { "treatment-loinc-first", $"{Niet} 2026-03-01", "The order of codings means nothing." },
            {
                "treatment-second-coding",
                $"{Niet} 2026-03-01",
                "An unknown code beside a known one takes nothing away."
            },
            { "two-patients-one-number", $"{Niet} 2026-02-10", "One number, name and birth date is one person." },
            { "undated-directive", "Resuscitation: contradictory", "Undated cannot be ordered (rule 2)." },
        };

    [Theory]
    [MemberData(nameof(Sets))]
    public void ReadsAsItShould(string set, string right, string why) =>
        ExchangeSets.Describe(ExchangeSets.Kept(set).Person).ShouldBe(right, why);

    [Fact]
    public void EverySampleIsHeldAgainstItsRightValue() =>
        ExchangeSets
            .Names.Except(Sets.Select(row => (string)row[0]), StringComparer.Ordinal)
            .ShouldBe(["encounter-without-subject-two-people"]);

    [Fact]
    public void EveryCaseBesideTheRepositoryIsAmongTheSamples()
    {
        if (ExchangeSets.Cases is { } cases)
            Directory.GetDirectories(cases).Select(Path.GetFileName).ShouldBeSubsetOf(ExchangeSets.Names);
    }

    [Fact]
    public void AContactThatNamesNobodyBelongsToWhomItsConversationIsAbout()
    {
        var result = ExchangeSets.Read("encounter-without-subject-two-people").Single();
        result.Refused.ShouldBeEmpty();
        result
            .People.Select(person => ExchangeSets.Describe(Taken(person)))
            .ShouldBe([$"{Niet} 2026-03-01; Talk: 2026-03-01 Anna Proefarts", $"{Niet} 2026-03-01"]);
        result.People.ShouldAllBe(person => person.Assumed.Count == 0);
    }

    [Theory]
    [InlineData("confirmed-by-importer")]
    [InlineData("inactive-later")]
    public void WhoTakesItInConfirmsNothing(string set)
    {
        var keeping = new Keeping(new Author(Guid.NewGuid(), "Anna Arts", Role.GeneralPractitioner, null, null));
        keeping.Import(ExchangeSets.Read(set)[0].People[0]);
        var decision = keeping.Person.DecisionOn(TreatmentKind.Resuscitation, ExchangeSets.Today);
        decision.InForce[0].ConfirmedBy.ShouldBeNull();
        decision.NeedsConfirmation.ShouldBeTrue();
    }

    [Fact]
    public void ASetThatCameBeforeALaterOneDisplacesNothing()
    {
        var keeping = ExchangeSets.Kept("entered-in-error-later");
        var plan = keeping.Import(ExchangeSets.Read("entered-in-error-later")[0].People[0]);
        plan.ChangesNothing.ShouldBeTrue();
        plan.Report.SelectMany(line => line.Issues).ShouldContain(issue => issue.Rule == "fhir.came-before");
        keeping.Person.DecisionOn(TreatmentKind.Resuscitation, ExchangeSets.Today).InForce.ShouldBeEmpty();
    }

    [Fact]
    public void AnOlderVersionThatComesLateDisplacesNothing()
    {
        var keeping = new Keeping();
        foreach (var result in ExchangeSets.Read("same-id-corrected-later").Reverse())
            keeping.Import(result.People[0]);
        ExchangeSets.Describe(keeping.Person).ShouldBe($"{Niet} 2026-03-01");
    }

    [Fact]
    public void WhatTheSenderStruckOutIsToldWithTheSenderAsReason()
    {
        var person = ExchangeSets.Kept("entered-in-error-later").Person;
        var struck = person.All<EntryStruckOut>().Single();
        struck.Fact.Sender.ShouldBe("GP system");
        person.Find(struck.Fact.Entries.Single())!.Fact.ShouldBeOfType<TreatmentDirectiveAgreed>();
        person.PlanTasksOn(ExchangeSets.Today).Select(task => task.Kind).ShouldContain(PlanTaskKind.AskAbout);
        person
            .ToAskAbout(new Treatment(TreatmentKind.Resuscitation))
            .Single()
            .Fact.Decision.ShouldBe(Decision.Withhold);
    }

    [Fact]
    public void WhatAnotherMessageStillSaysIsNotStruckOut()
    {
        var set = ExchangeSets.Files("entered-in-error-later");
        var second = Messages.Renamed(set[0], "cpr-28", "other-28");
        var keeping = new Keeping();
        keeping.Import(ExchangeSets.Read([set[0], second]).People[0]);
        keeping.Import(ExchangeSets.Read([set[1]]).People[0]);
        ExchangeSets.Describe(keeping.Person).ShouldBe($"{Niet} 2026-03-01");
    }

    [Fact]
    public void FirstLook14ACodeWithTheWordsOfAnotherTreatmentFillsNoRowAndAsks()
    {
        var changed = Messages.Text(
            ExchangeSets.Files("treatment-loinc-first")[0],
            "\"code\":\"89666000\"",
            "\"code\":\"89666000\",\"display\":\"kunstmatige beademing\""
        );
        var keeping = new Keeping();
        keeping.Import(ExchangeSets.Read([changed]).People[0]);
        ExchangeSets.Describe(keeping.Person).ShouldBe("Ask: CodeAndWordsDiffer");
        var asked = keeping.Person.ToAskAbout().Single().Fact;
        asked.Said.ShouldBe(["kunstmatige beademing"]);
        asked.Decision.ShouldBe(Decision.Withhold);
        asked.About.Select(one => one.Kind).ShouldBe([TreatmentKind.Resuscitation, TreatmentKind.Ventilation]);
    }

    [Theory]
    [InlineData("\"code\":\"0\"", "\"code\":\"0\",\"display\":\"Niet uitvoeren\"")]
    [InlineData("\"code\":\"2\"", "\"code\":\"2\",\"display\":\"Wel uitvoeren\"")]
    public void AnAnswerWhoseCodeAndWordsDifferIsAskedAbout(string what, string into)
    {
        var keeping = new Keeping();
        var file = Messages.Text(ExchangeSets.Files("form-item-twice")[0], what, into);
        keeping.Import(ExchangeSets.Read([file]).People[0]);
        ExchangeSets.Describe(keeping.Person).ShouldContain("Ask: CodeAndWordsDiffer");
        keeping.Person.DecisionOn(TreatmentKind.Resuscitation, ExchangeSets.Today).IsContradictory.ShouldBeFalse();
    }

    private static PersonRecord Taken(ImportedPerson person)
    {
        var keeping = new Keeping();
        keeping.Import(person);
        return keeping.Person;
    }
}
