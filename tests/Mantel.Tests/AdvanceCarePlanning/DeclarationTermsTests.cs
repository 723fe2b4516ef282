using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>Declarations by the law of the country of who made them.</summary>
[Trait("Safety", "12")]
public class DeclarationTermsTests
{
    private const AdvanceDirectiveKind Euthanasia = AdvanceDirectiveKind.BelgianEuthanasiaDeclaration;

    [Theory]
    [InlineData("2019-11-03", Validity.Expired)]
    [InlineData("2020-04-01", Validity.Expired)]
    [InlineData("2020-04-02", Validity.Valid)]
    [InlineData("2024", Validity.Valid)]
    [InlineData("2019", Validity.Expired)]
    [InlineData("2020", Validity.Unknown)]
    [InlineData("2020-04", Validity.Unknown)]
    [InlineData(null, Validity.Unknown)]
    public void ClinicalCaseDADeclarationOfBeforeApril2020IsNotListedAsCurrent(string? dated, Validity validity)
    {
        var tell = new Tell();
        tell.Declaration(Euthanasia, dated);
        var later = tell.Declaration(AdvanceDirectiveKind.BelgianOrganDonation, "2018-01-01");
        var all = tell.Person.Declarations(Tell.Today);
        all.Single(one => one.Recorded.Fact.Kind == Euthanasia).Recorded.ValidityOn(Tell.Today).ShouldBe(validity);
        tell.Person.StandingDeclarations(Tell.Today)
            .Any(one => one.Fact.Kind == Euthanasia)
            .ShouldBe(validity is not Validity.Expired);
        if (validity is Validity.Expired)
            all[0].Recorded.Entry.Id.ShouldBe(later);
    }

    [Fact]
    public void WithinItsFiveYearsItWasValid()
    {
        var tell = new Tell();
        tell.Declaration(Euthanasia, "2019-11-03");
        tell.Person.Declarations(new(2024, 11, 2))[0].Recorded.ValidityOn(new(2024, 11, 2)).ShouldBe(Validity.Valid);
        tell.Person.Declarations(new(2024, 11, 3))[0].Recorded.ValidityOn(new(2024, 11, 3)).ShouldBe(Validity.Expired);
    }

    [Theory]
    [InlineData("BE", "rule.ask-euthanasia-dementia-belgium")]
    [InlineData("NL", null)]
    public void ClinicalCaseDAEuthanasiaRequestInDementiaIsRemarkedUponInBelgium(string country, string? rule) =>
        Record(AdvanceDirectiveKind.EuthanasiaRequestDementia, "2025-03-01").Asks(Living(country)).ShouldBe(rule);

    /// <summary>Asked by the ages of the law (safety rule 20), once.</summary>
    [Theory]
    [InlineData("2025-03-13", true)]
    [InlineData("2025-03-14", false)]
    public void WhoWasNotYetEighteenIsAskedWhetherTheyWereEmancipated(string dated, bool asked)
    {
        var tell = Living("BE");
        tell.Fact(new BirthDateRecorded(PartialDate.Parse("2007-03-14")));
        if (asked)
            Record(Euthanasia, dated).IsRefused("evenSo", "rule.who-agreed.not-open-at-age", tell);
        else
            Record(Euthanasia, dated).Asks(tell).ShouldBeNull();
    }

    [Fact]
    public void EachCountryIsOfferedItsOwnKinds()
    {
        var belgian = CountryChoices.KnownIn<AdvanceDirectiveKind>("advance-directive-kind", CareCountry.Belgium);
        var dutch = CountryChoices.KnownIn<AdvanceDirectiveKind>("advance-directive-kind", CareCountry.Netherlands);
        belgian.ShouldContain(AdvanceDirectiveKind.BelgianNegativeDeclaration);
        belgian.ShouldNotContain(AdvanceDirectiveKind.TreatmentRefusal);
        belgian.ShouldNotContain(AdvanceDirectiveKind.EuthanasiaRequestDementia);
        dutch.ShouldContain(AdvanceDirectiveKind.DoNotResuscitate);
        dutch.ShouldNotContain(AdvanceDirectiveKind.BelgianLastWill);
        belgian
            .Intersect(dutch)
            .ShouldBe([
                AdvanceDirectiveKind.OralAgreement,
                AdvanceDirectiveKind.EuthanasiaRequest,
                AdvanceDirectiveKind.Other,
            ]);
    }

    private static RecordAdvanceDirective Record(AdvanceDirectiveKind kind, string dated) =>
        new(kind, null, null, null, [], PartialDate.Parse(dated), Undated: false, null, null);

    private static Tell Living(string country)
    {
        var tell = new Tell();
        tell.Fact(
            new AddressRecorded(new Address(AddressKind.Home, "Markt", "1", null, null, null, null, country, null))
        );
        return tell;
    }
}
