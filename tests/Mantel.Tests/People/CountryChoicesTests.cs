using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Tests.Fhir;
using Shouldly;
using Xunit;

namespace Mantel.Tests.People;

public class CountryChoicesTests
{
    [Theory]
    [InlineData(CareCountry.Belgium, true)]
    [InlineData(CareCountry.Netherlands, false)]
    public void ClinicalCaseDAPalliativeUnitIsAPlaceInBelgium(CareCountry country, bool known) =>
        CountryChoices
            .KnownIn<PlaceOfDeath>("place-of-death", country)
            .Contains(PlaceOfDeath.PalliativeUnit)
            .ShouldBe(known);

    [Fact]
    public void WhereNoCountryIsKnownNothingIsLeftOut() =>
        CountryChoices.KnownIn<PlaceOfDeath>("place-of-death", null).ShouldBe(Enum.GetValues<PlaceOfDeath>());

    [Theory]
    [InlineData("BE", NumberKind.Bsn, CareCountry.Belgium)]
    [InlineData("NL", NumberKind.Insz, CareCountry.Netherlands)]
    [InlineData(null, NumberKind.Insz, CareCountry.Belgium)]
    [InlineData(null, NumberKind.Bsn, CareCountry.Netherlands)]
    [InlineData("PL", NumberKind.Insz, null)]
    [InlineData(null, null, null)]
    public void TheAddressSaysTheCountryBeforeTheNumberDoes(string? address, NumberKind? number, CareCountry? country)
    {
        var tell = new Tell();
        if (number is { } kind)
            tell.Fact(new NumberRecorded(new PersonNumber(kind, "1")));
        if (address is not null)
            tell.Fact(
                new AddressRecorded(
                    new Address(AddressKind.Home, "Markt", "1", "9000", "Gent", null, null, address, null)
                )
            );
        tell.Person.CountryOfCare().ShouldBe(country);
    }
}
