using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Fhir;

public class PlanImportTests
{
    [Fact]
    public void TheSameSetTwiceChangesNothing()
    {
        var keeping = new Keeping();
        keeping.Import(Imports.One(Imports.Mien)).ChangesNothing.ShouldBeFalse();
        var again = keeping.Import(Imports.One(Imports.Mien));
        again.ChangesNothing.ShouldBeTrue();
        again.Attachments.ShouldBeEmpty();
        again.Report.ShouldAllBe(line => line.Fate == MessageOutcome.AlreadyHere);
    }

    [Fact]
    public void TheOrderOfTheFilesDoesNotMatter()
    {
        var wanted = Describe(Imports.Mien);
        foreach (var order in Permutations([.. Imports.Mien]))
            Describe(order).ShouldBe(wanted);
    }

    [Fact]
    public void TheOrderInsideABundleDoesNotMatter()
    {
        var set = Imports.Samples("tariq-el-amrani", "shared", "tariq-form-2025");
        var shuffled = set.Select(file => Messages.Shuffled(file, seed: 7)).ToList();
        Describe(shuffled).ShouldBe(Describe(set));
    }

    [Theory]
    [InlineData("mien-form-2023", "mien-oosterhof")]
    [InlineData("mien-oosterhof", "mien-form-2023")]
    public void WhatComesLaterAndSaysTheSameIsAWitness(string first, string second)
    {
        var keeping = new Keeping();
        keeping.Import(Imports.One(Imports.Samples("shared", "mien-oosterhof", first)));
        keeping.Import(Imports.One(Imports.Samples("shared", "mien-oosterhof", second)));
        var person = keeping.Person;
        person
            .All<TreatmentDirectiveAgreed>()
            .Count(one => one.Fact.Treatment.Kind is TreatmentKind.Resuscitation)
            .ShouldBe(1);
        var directive = person
            .All<TreatmentDirectiveAgreed>()
            .First(one => one.Fact.Treatment.Kind is TreatmentKind.Resuscitation);
        person.WitnessesOf(directive.Entry).Count.ShouldBe(2);
    }

    [Fact]
    public void AFormThatComesLaterTellsOfTheSamePeople()
    {
        var person = Imports.Record(
            Imports.Samples("shared", "mien-oosterhof"),
            Imports.Samples("shared", "mien-oosterhof", "mien-form-2023")
        );
        person.All<RelatedPersonRecorded>().Select(one => one.Fact.RelatedPerson).Distinct().Count().ShouldBe(1);
        person.All<RelatedPersonRecorded>().Last().Fact.Roles.ShouldContain(ContactRole.FirstContact);
        person.All<CareTeamMemberJoined>().Count().ShouldBe(1);
    }

    [Fact]
    public void WhatSaysSomethingElseAdds()
    {
        var keeping = new Keeping();
        keeping.Import(Imports.One(Imports.Samples("shared", "mien-oosterhof", "mien-form-2023")));
        var before = keeping.Person.Entries.Count;
        var plan = keeping.Import(Imports.One(Imports.Mien));
        plan.Report.Single(line => line.Fate == MessageOutcome.Mapped)
            .Resource.ShouldBe("QuestionnaireResponse/mien-form-2024");
        keeping.Person.Entries.Count.ShouldBeGreaterThan(before);
        keeping.Person.Words().ShouldContain("IntensiveCare: contradictory 2024-09-03");
    }

    [Fact]
    public void WhatWasEnteredHereIsNotEnteredAgain()
    {
        var keeping = new Keeping();
        keeping.Append(
            new NewFact(new PersonRegistered(false)),
            new NewFact(
                new NameRecorded(new PersonName("Tariq", null, "Tar", "el", "Amrani", null, null, NameUse.Own))
            ),
            new NewFact(new BirthDateRecorded(PartialDate.Parse("1957"))),
            new NewFact(
                new TreatmentDirectiveAgreed(
                    new Treatment(TreatmentKind.Resuscitation),
                    Decision.Withhold,
                    null,
                    "Onze woorden",
                    []
                ),
                PartialDate.Parse("2025-06-12")
            )
        );
        keeping.Import(Imports.One(Imports.Tariq));
        var person = keeping.Person;
        person.Latest<NameRecorded>()!.Value.Fact.Name.CallName.ShouldBe("Tar");
        person.Latest<BirthDateRecorded>()!.Value.Fact.BirthDate.ShouldBe(PartialDate.Parse("1957-11-30"));
        var directive = person
            .All<TreatmentDirectiveAgreed>()
            .First(one => one.Fact.Treatment.Kind is TreatmentKind.Resuscitation);
        directive.Fact.Explanation.ShouldBe("Onze woorden");
        person.WitnessesOf(directive.Entry).Single().Reference.ShouldBe("Consent/tariq-cpr");
    }

    [Theory]
    [InlineData("999990111", "1957-11-30", "fhir.other-number")]
    [InlineData(null, "1958-11-30", "fhir.other-birth-date")]
    public void SomebodyElsesRecordTakesNothingIn(string? number, string born, string rule)
    {
        var keeping = new Keeping();
        keeping.Append(
            new NewFact(new PersonRegistered(false)),
            new NewFact(new BirthDateRecorded(PartialDate.Parse(born))),
            new NewFact(new NumberRecorded(number is null ? null : new PersonNumber(NumberKind.Bsn, number)))
        );
        var plan = keeping.Import(Imports.One(Imports.Tariq));
        plan.ChangesNothing.ShouldBeTrue();
        plan.Refusal!.Rule.ShouldBe(rule);
        plan.Report.ShouldAllBe(line => line.Fate == MessageOutcome.Refused);
    }

    [Fact]
    public void EveryFactCanBeStoredAndReadBack() =>
        Imports
            .Record(Imports.Mien)
            .Entries.ShouldAllBe(entry =>
                FactCodec.Read(FactCodec.Write(entry), entry.Stream, entry.Version).Id == entry.Id
            );

    private static string Describe(IReadOnlyList<Mantel.Fhir.R4.IncomingFile> files) =>
        string.Join(
            '\n',
            Imports
                .Record(files)
                .Entries.Select(entry =>
                    $"{entry.Effective} {System.Text.Encoding.UTF8.GetString(FactCodec.Write(entry))}"
                )
        );

    private static IEnumerable<List<T>> Permutations<T>(List<T> all)
    {
        if (all.Count <= 1)
            return [all];
        return all.SelectMany(first =>
            Permutations([.. all.Where(one => !Equals(one, first))]).Select(rest => (List<T>)[first, .. rest])
        );
    }
}
