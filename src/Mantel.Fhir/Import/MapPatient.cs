using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>Patient: who the person is, and whether they can decide about treatment.</summary>
internal static class MapPatient
{
    public static ImportedIdentity Identify(TrackedElement node) =>
        new(
            ReadPersonParts.Name(node.All("name")),
            Core.Journal.PartialDate.TryParse(node.Text("birthDate")),
            NumberOf(node),
            ReadPersonParts.Addresses(node)
        );

    public static void Map(ResourceTaken take)
    {
        var (node, identity) = (take.Node, take.Person.Identity);
        if (node.Flag("active") is false || node.Has("link"))
        {
            take.Refuse("fhir.patient-replaced");
            return;
        }
        if (identity.Name is { } name)
            take.Say(new NameRecorded(name), null);
        if (identity.BirthDate is { } born)
            take.Say(new BirthDateRecorded(born), null);
        if (identity.Number is { } number)
            take.Say(new NumberRecorded(number), null);
        foreach (var address in identity.Addresses)
            take.Say(new AddressRecorded(address), null);
        if (ReadPersonParts.ContactPoints(node) is { Count: > 0 } points)
            take.Say(new ReachRecorded(points), null);
        if (GenderOf(node) is { } gender)
            take.Say(new GenderRecorded(gender, null), null);
        SayDeath(take);
        SayCapacity(take);
        MapRelatedPerson.MapContacts(take);
    }

    /// <summary>A BSN or INSZ whose check digits are right.</summary>
    internal static PersonNumber? NumberOf(TrackedElement node)
    {
        foreach (var identifier in node.All("identifier"))
        {
            if (identifier.PeekText("use") is "old")
                continue;
            if (AsNumber(identifier.PeekText("system"), identifier.PeekText("value")) is not { } number)
                continue;
            identifier.Skip("use", "type", "system", "value");
            return number;
        }
        return null;
    }

    internal static PersonNumber? AsNumber(string? system, string? value) =>
        system switch
        {
            CodeSystems.Bsn => Checked(NumberKind.Bsn, value),
            CodeSystems.Insz => Checked(NumberKind.Insz, value),
            _ => null,
        };

    private static PersonNumber? Checked(NumberKind kind, string? value) =>
        NationalNumber.Check(kind, value) is { } right ? new PersonNumber(kind, right) : null;

    private static AdministrativeGender? GenderOf(TrackedElement node)
    {
        node["gender"]?.Extension(Profiles.CodeSpecification)?.SkipWhole();
        return node.Text("gender") switch
        {
            "female" => AdministrativeGender.Female,
            "male" => AdministrativeGender.Male,
            "other" => AdministrativeGender.Other,
            "unknown" => AdministrativeGender.Unknown,
            _ => null,
        };
    }

    private static void SayDeath(ResourceTaken take)
    {
        if (take.Node["deceased"] is not { } deceased || deceased.Read() is not { } text || text == "false")
            return;
        var day = text == "true" ? null : Reading.DayOf(text, take.Person.Zone);
        take.Say(new DeathRecorded(null, null, null, null, null), day);
    }

    private static void SayCapacity(ResourceTaken take)
    {
        if (take.Node.Extension(Profiles.LegallyCapable) is not { } extension)
            return;
        var capable = extension.Extension("legallyCapable")?.Flag("value");
        var words = Reading.Plain(extension.Extension("legallyCapableComment")?.Text("value"));
        if (capable is not null || words is not null)
            take.Say(new LegalCapacityJudged(capable, words), null);
    }
}
