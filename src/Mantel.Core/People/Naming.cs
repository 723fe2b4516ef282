using System.Diagnostics.CodeAnalysis;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Reads names, addresses, numbers and contact points as people type them, with what is wrong at its field.
/// </summary>
internal static class Naming
{
    public static PersonName Name(this Findings found, PersonName name)
    {
        var clean = new PersonName(
            found.Line("given", name.Given),
            found.Line("initials", name.Initials),
            found.Line("callName", name.CallName),
            found.Line("prefix", name.Prefix),
            found.Surname("family", found.NeededLine("family", name.Family)),
            found.Line("partnerPrefix", name.PartnerPrefix),
            found.Surname("partnerFamily", found.Line("partnerFamily", name.PartnerFamily)),
            name.Use
        );
        if (clean.Use != NameUse.Own && string.IsNullOrWhiteSpace(name.PartnerFamily))
            found.Add("partnerFamily", "rule.partner-name-missing");
        return clean;
    }

    /// <summary>A surname by which somebody can be called and found: it has a letter, in whatever script.</summary>
    [return: NotNullIfNotNull(nameof(family))]
    private static string? Surname(this Findings found, string field, string? family)
    {
        if (family is { Length: > 0 } && !family.EnumerateRunes().Any(InvisibleCharacters.IsLetter))
            found.Add(field, "rule.name-without-letter");
        return family;
    }

    public static Address Address(this Findings found, Address address)
    {
        var clean = new Address(
            address.Kind,
            found.Line("street", address.Street),
            found.Line("houseNumber", address.HouseNumber),
            found.Line("postalCode", address.PostalCode)?.ToUpperInvariant(),
            found.Line("place", address.Place),
            found.Line("municipality", address.Municipality),
            found.Line("municipalityCode", address.MunicipalityCode),
            found.Line("country", address.Country)?.ToUpperInvariant(),
            found.Words("howToGetIn", address.HowToGetIn)
        );
        if (clean.Kind != AddressKind.NoFixedAddress && clean.Line().Length == 0 && found.None)
            found.Add("place", "rule.address-empty");
        return clean;
    }

    /// <summary>Contact points without a value are left out: an empty row of a form says nothing.</summary>
    public static IReadOnlyList<ContactPoint> ContactPoints(this Findings found, IReadOnlyList<ContactPoint> points)
    {
        if (points.Count > 10)
            found.Add("contactPoints", "rule.too-many", "10");
        return
        [
            .. points.Select((point, i) => found.ContactPoint($"contactPoints[{i}]", point)).OfType<ContactPoint>(),
        ];
    }

    private static ContactPoint? ContactPoint(this Findings found, string field, ContactPoint point) =>
        string.IsNullOrWhiteSpace(point.Value + point.When + point.Note)
            ? null
            : new ContactPoint(
                point.Kind,
                found.NeededLine(field + ".value", point.Value),
                found.Line(field + ".when", point.When),
                found.Line(field + ".note", point.Note)
            );

    /// <summary>
    /// A birth date is not in the future, nobody now alive was born before 1890, and nobody died before birth.
    /// </summary>
    public static void BirthDate(this Findings found, string field, PartialDate date, PersonRecord person, Moment now)
    {
        if (date.Year < WrittenDate.FirstYear)
            found.Add(field, "rule.born-too-long-ago");
        else
            found.NotInFuture(field, date, now);
        if (person.Death()?.On is { } death && death.IsBefore(date))
            found.Break(field, "rule.death-before-birth");
    }

    /// <summary>
    /// An INSZ carries a birth date; when it says another than the record, somebody must have looked.
    /// </summary>
    public static void Agreement(
        this Findings found,
        string field,
        PersonNumber? number,
        PartialDate? birthDate,
        bool evenSo
    )
    {
        if (
            !evenSo
            && number is not null
            && birthDate is { } born
            && NationalNumber.BirthDateIn(number) is { } carried
            && !carried.Overlaps(born)
        )
            found.Break(field, "rule.insz-other-birth-date", carried.ToString());
    }

    /// <summary>
    /// Something of a living person: after a death it needs the day on which it was so. Whether that day can be is
    /// asked (<see cref="Plausibility"/>).
    /// </summary>
    public static void WhileAlive(this Findings found, string field, PersonRecord person, PartialDate? on)
    {
        if (person.Death() is not null && on is null)
            found.Break(field, "rule.deceased");
    }
}
