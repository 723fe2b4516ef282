using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>What the forms about people say, read as the acts they are.</summary>
internal static class TypedPeople
{
    /// <summary>How many contact points a form has room for.</summary>
    public const int ContactPointRoom = 6;

    public static PersonName Name(this TypedForm typed) =>
        new(
            typed["given"],
            typed["initials"],
            typed["callName"],
            typed["prefix"],
            typed["family"] ?? "",
            typed["partnerPrefix"],
            typed["partnerFamily"],
            typed.Choice<NameUse>("use") ?? NameUse.Own
        );

    /// <summary>The number with its kind; null when none was typed.</summary>
    public static PersonNumber? Number(this TypedForm typed)
    {
        if (typed["number"] is not { } digits)
            return null;
        if (typed["numberKind"] is nameof(NumberKind.Bsn) or nameof(NumberKind.Insz))
            return new(Enum.Parse<NumberKind>(typed["numberKind"]!), digits);
        if (!typed.HasNoNumber())
            typed.Wrong("numberKind", "rule.number-kind");
        return new(NumberKind.Bsn, digits);
    }

    public static bool HasNoNumber(this TypedForm typed) => typed["numberKind"] is NumberFields.None;

    public static Address Address(this TypedForm typed) =>
        new(
            typed.Choice<AddressKind>("addressKind") ?? AddressKind.Home,
            typed["street"],
            typed["houseNumber"],
            typed["postalCode"],
            typed["place"],
            typed["municipality"],
            MunicipalityCode: null,
            typed["country"],
            typed["howToGetIn"]
        );

    /// <summary>The address when anything of it was typed.</summary>
    public static Address? AddressIfAny(this TypedForm typed)
    {
        var address = typed.Address();
        var isEmpty = address.Line().Length == 0 && address.Municipality is null && address.HowToGetIn is null;
        return isEmpty && address.Kind != AddressKind.NoFixedAddress ? null : address;
    }

    public static IReadOnlyList<ContactPoint> ContactPoints(this TypedForm typed)
    {
        var points = new List<ContactPoint>();
        for (var i = 0; i < ContactPointRoom; i++)
        {
            var field = $"contactPoints[{i}]";
            var kind = typed.Choice<ContactPointKind>(field + ".kind") ?? ContactPointKind.Phone;
            points.Add(new(kind, typed[field + ".value"] ?? "", typed[field + ".when"], typed[field + ".note"]));
        }
        return points;
    }

    public static RecordGender Gender(this TypedForm typed) =>
        new(typed.Chosen<AdministrativeGender>("gender"), typed["inOwnWords"]);

    public static RecordLanguage Language(this TypedForm typed) =>
        new(
            typed["otherLanguage"] ?? typed["language"] ?? "",
            typed.YesNo("interpreterNeeded"),
            typed["interpreterHow"],
            typed["keyPerson"]
        );

    public static RecordBackground Background(this TypedForm typed) =>
        new(typed.Chosen<BackgroundAspect>("aspect"), typed["words"] ?? "", typed.Date("toldOn"));

    public static RecordCourseChange Course(this TypedForm typed) =>
        new(typed.Chosen<CourseChange>("change"), typed.Date("on"), typed["where"], typed["words"]);

    public static RecordDeath Death(this TypedForm typed) =>
        new(
            typed.Date("on"),
            typed["time"],
            typed.Choice<PlaceOfDeath>("place"),
            typed["placeName"],
            typed["whoWasThere"],
            typed["words"]
        );

    public static RecordDiagnosis Diagnosis(this TypedForm typed) =>
        new(typed["name"] ?? "", typed.IsTicked("isMain"), typed["snomedCode"], typed.Date("since"));

    public static RecordAllergy Allergy(this TypedForm typed) =>
        new(typed["substance"], typed["reaction"], typed.IsTicked("noneKnown"), typed.Date("since"));

    public static RecordImplantedDevice Device(this TypedForm typed)
    {
        var present = typed["present"];
        if (present is null)
            typed.Wrong("present", "rule.missing");
        return new(
            typed.Chosen<DeviceKind>("kind"),
            present is "yes" ? true
                : present is "no" ? false
                : null,
            typed["name"],
            typed.Date("implantedOn"),
            typed["explanation"],
            KnownOn: typed.Date("knownOn"),
            IsOff: typed["isOff"] switch
            {
                "off" => true,
                "on" => false,
                _ => null,
            },
            OffSince: typed.Date("offSince")
        );
    }

    public static RecordMedicationAtHome Medication(this TypedForm typed) =>
        new(
            typed["medication"] ?? "",
            typed["for"],
            typed["where"],
            typed["whoMayGive"],
            typed.YesNo("executionRequestPresent"),
            typed.Date("since")
        );

    /// <summary>
    /// One of a fixed set that cannot be left open; the first of the set stands in while it is wrong.
    /// </summary>
    public static TChoice Chosen<TChoice>(this TypedForm typed, string field)
        where TChoice : struct, Enum
    {
        if (typed[field] is null)
            typed.Wrong(field, "rule.missing");
        return typed.Choice<TChoice>(field) ?? default;
    }

    /// <summary>Yes, no, or not asked.</summary>
    public static bool? YesNo(this TypedForm typed, string field) =>
        typed[field] switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
}
