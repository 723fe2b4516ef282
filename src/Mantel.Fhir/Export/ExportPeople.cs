using System.Text.Json.Nodes;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Export;

/// <summary>Patient, RelatedPerson, Practitioner and PractitionerRole.</summary>
internal static class ExportPeople
{
    public static JsonObject Patient(ExportContext context)
    {
        var person = context.Person;
        var leading = person.Leading();
        var death = person.Latest<DeathRecorded>();
        return Json.Object(
            ("resourceType", "Patient"),
            ("id", context.PatientId),
            ("meta", Json.Meta("ACP-Patient")),
            ("extension", Json.List(Capacity(person.Latest<LegalCapacityJudged>()?.Fact))),
            ("identifier", Json.List([.. person.Numbers().Select(Number), .. person.Followers().Select(Joined)])),
            ("name", Name((leading.Latest<NameRecorded>() ?? person.Latest<NameRecorded>())?.Fact.Name)),
            ("telecom", Telecom(person.Latest<ReachRecorded>()?.Fact.ContactPoints)),
            ("gender", Gender((leading.Latest<GenderRecorded>() ?? person.Latest<GenderRecorded>())?.Fact.Gender)),
            ("birthDate", person.BirthDate()?.ToString()),
            ("deceasedDateTime", Json.Day(death?.Effective)),
            ("deceasedBoolean", death is { Effective: null } ? true : null),
            ("address", Json.List(person.All<AddressRecorded>().Select(one => Address(one.Fact.Address))))
        );
    }

    public static JsonObject RelatedPerson(ExportContext context, Recorded<RelatedPersonRecorded> related)
    {
        var fact = related.Fact;
        return Json.Object(
            ("resourceType", "RelatedPerson"),
            ("id", context.RelatedId(related)),
            ("meta", Json.Meta("ACP-ContactPerson")),
            ("active", HasLeft(context, fact) ? false : null),
            ("patient", context.Patient()),
            ("relationship", Json.List([.. fact.Roles.Select(Role), Relation(fact)])),
            ("name", Name(fact.Name)),
            ("telecom", Telecom(fact.ContactPoints)),
            ("address", fact.Address is { } address ? Json.List(Address(address)) : null)
        );
    }

    public static IEnumerable<JsonObject> Member(ExportContext context, Recorded<CareTeamMemberJoined> member)
    {
        var (id, practitioner) = (context.MemberId(member), context.MemberId(member, "Practitioner"));
        var fact = member.Fact;
        if (context.GoesVerbatim($"PractitionerRole/{id}"))
            yield break;
        yield return Json.Object(
            ("resourceType", "Practitioner"),
            ("id", practitioner),
            ("meta", Json.Meta("ACP-HealthProfessional-Practitioner")),
            ("name", Json.List(Json.Object(("use", "official"), ("text", fact.Name))))
        );
        yield return Json.Object(
            ("resourceType", "PractitionerRole"),
            ("id", id),
            ("meta", Json.Meta("ACP-HealthProfessional-PractitionerRole")),
            ("active", HasLeft(context, fact) ? false : null),
            ("practitioner", ExportContext.Reference("Practitioner", practitioner, fact.Name)),
            ("organization", fact.OrganisationName is { } name ? Json.Object(("display", name)) : null),
            ("specialty", Json.List(Specialty(fact))),
            (
                "telecom",
                fact.Reachability.Words is { } reach
                    ? Json.List(Json.Object(("system", "phone"), ("value", reach)))
                    : null
            )
        );
    }

    private static bool HasLeft(ExportContext context, RelatedPersonRecorded fact) =>
        context.Person.Latest<RelatedPersonLeft>(one => one.RelatedPerson == fact.RelatedPerson) is not null;

    private static bool HasLeft(ExportContext context, CareTeamMemberJoined fact) =>
        context.Person.Latest<CareTeamMemberLeft>(one => one.Member == fact.Member) is not null;

    private static JsonObject? Specialty(CareTeamMemberJoined fact) =>
        Codes.UziDiscipline.CodeFor(fact.Discipline) is var (code, display) && fact.Discipline is not Discipline.Other
            ? Json.Concept(CodeSystems.Uzi, code, display, fact.DisciplineInWords)
        : fact.DisciplineInWords is { } words ? Json.Object(("text", words))
        : null;

    private static JsonObject? Capacity(LegalCapacityJudged? judged) =>
        judged is null
            ? null
            : Json.Object(
                ("url", Profiles.LegallyCapable[0]),
                (
                    "extension",
                    Json.List(
                        judged.Capable is { } capable
                            ? Json.Extension("legallyCapable", "valueBoolean", capable)
                            : null,
                        judged.Explanation is { } words
                            ? Json.Extension("legallyCapableComment", "valueString", words)
                            : null
                    )
                )
            );

    /// <summary>The id of a record that was joined to this one.</summary>
    private static JsonObject Joined(Guid record) =>
        Json.Object(("use", "old"), ("system", "urn:ietf:rfc:3986"), ("value", $"urn:uuid:{record}"));

    private static JsonObject? Number(PersonNumber? number) =>
        number is null
            ? null
            : Json.Object(
                ("system", number.Kind is NumberKind.Bsn ? CodeSystems.Bsn : CodeSystems.Insz),
                ("value", number.Value)
            );

    private static JsonArray? Name(PersonName? name)
    {
        if (name is null)
            return null;
        List<(string Text, string Kind)> given =
        [
            .. (name.Given?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []).Select(part => (part, "BR")),
            .. name.Initials is { } initials ? [(initials, "IN")] : Array.Empty<(string, string)>(),
        ];
        var official = Json.Object(
            ("extension", Json.List(Json.Extension(Profiles.AssemblyOrder, "valueCode", Order(name.Use)))),
            ("use", "official"),
            ("text", name.Official()),
            ("family", name.Surname()),
            ("_family", Json.Object(("extension", Family(name)))),
            ("given", Json.List(given.Select(part => (JsonNode)part.Text))),
            ("_given", Json.List(given.Select(part => Qualifier(part.Kind))))
        );
        var usual = name.CallName is { } call ? Json.Object(("use", "usual"), ("given", Json.List(call))) : null;
        return Json.List(official, usual);
    }

    private static JsonObject Qualifier(string kind) =>
        Json.Object(("extension", Json.List(Json.Extension(Profiles.NameQualifier, "valueCode", kind))));

    private static JsonArray? Family(PersonName name) =>
        Json.List(
            Part(Profiles.OwnPrefix, name.Prefix),
            Part(Profiles.OwnName, name.Family),
            Part(Profiles.PartnerPrefix, name.PartnerPrefix),
            Part(Profiles.PartnerName, name.PartnerFamily)
        );

    private static JsonObject? Part(string url, string? text) =>
        text is null ? null : Json.Extension(url, "valueString", text);

    private static string Order(NameUse use) =>
        use switch
        {
            NameUse.Own => "NL1",
            NameUse.Partner => "NL2",
            NameUse.PartnerOwn => "NL3",
            NameUse.OwnPartner => "NL4",
        };

    private static JsonArray? Telecom(IReadOnlyList<ContactPoint>? points) =>
        points is null
            ? null
            : Json.List(
                points.Select(point =>
                    Json.Object(
                        (
                            "extension",
                            point.Note is { } note
                                ? Json.List(Json.Extension(Profiles.Comment, "valueString", note))
                                : null
                        ),
                        (
                            "system",
                            point.Kind switch
                            {
                                ContactPointKind.Email => "email",
                                ContactPointKind.Other => "other",
                                ContactPointKind.Phone or ContactPointKind.Mobile => "phone",
                            }
                        ),
                        ("value", point.Value),
                        ("use", point.Kind is ContactPointKind.Mobile ? "mobile" : null)
                    )
                )
            );

    private static string? Gender(AdministrativeGender? gender) =>
        gender switch
        {
            AdministrativeGender.Female => "female",
            AdministrativeGender.Male => "male",
            AdministrativeGender.Other => "other",
            AdministrativeGender.Unknown => "unknown",
            null => null,
        };

    private static JsonObject? Address(Address address)
    {
        var line = string.Join(' ', new[] { address.Street, address.HouseNumber }.OfType<string>());
        var parts = Json.List(
            Part(Profiles.StreetName, address.Street),
            Part(Profiles.HouseNumber, address.HouseNumber)
        );
        if (address.Kind is AddressKind.NoFixedAddress)
            return null;
        return Json.Object(
            ("use", address.Kind is AddressKind.Stay ? "temp" : "home"),
            ("line", line.Length == 0 ? null : Json.List(line)),
            ("_line", parts is null ? null : Json.List(Json.Object(("extension", parts)))),
            ("city", address.Place),
            ("district", address.Municipality),
            ("postalCode", address.PostalCode),
            ("country", address.Country)
        );
    }

    private static JsonObject Role(ContactRole role)
    {
        var (code, display) = Codes.Role.CodeFor(role)!.Value;
        var system = code.Length switch
        {
            2 => CodeSystems.ContactRole,
            6 => CodeSystems.ExtraRole,
            _ => CodeSystems.Snomed,
        };
        return Json.Concept(system, code, display, Codes.RoleInWords.GetValueOrDefault(role));
    }

    private static JsonObject? Relation(RelatedPersonRecorded fact) =>
        fact.Relationship switch
        {
            null when fact.RelationshipInWords is null => null,
            null => Json.Object(("text", fact.RelationshipInWords)),
            Relationship.Other => Json.Concept(CodeSystems.NullFlavor, "OTH", "other", fact.RelationshipInWords),
            { } known => Codes.Relation.CodeFor(known) is var (code, display)
                ? Json.Concept(CodeSystems.RoleCode, code, display)
                : null,
        };
}
