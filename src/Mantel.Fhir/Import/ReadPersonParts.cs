using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>Reads names, addresses and contact points as the Netherlands and Belgium write them in FHIR.</summary>
internal static class ReadPersonParts
{
    /// <summary>
    /// One name from all that are given: the official parts, and the usual one as what they like to be called.
    /// </summary>
    public static PersonName? Name(IEnumerable<TrackedElement> names)
    {
        TrackedElement? official = null;
        string? callName = null;
        foreach (var name in names)
        {
            var use = name["use"] is null ? null : name.PeekText("use");
            if (use is "old" or "maiden" or "temp" or "anonymous")
                continue;
            name.Skip("use", "text");
            if (use is "usual" or "nickname" && !name.Has("family"))
                callName ??= Joined(name.All("given").Select(given => given.Read()));
            else if (official is null || use is "official")
                official = name;
        }
        return official is null ? null : Parts(official, callName);
    }

    public static IReadOnlyList<Address> Addresses(TrackedElement owner) =>
        [.. owner.All("address").Select(AddressOf).OfType<Address>()];

    public static IReadOnlyList<ContactPoint> ContactPoints(TrackedElement owner) =>
        [.. owner.All("telecom").Select(ContactPointOf).OfType<ContactPoint>()];

    private static PersonName? Parts(TrackedElement name, string? callName)
    {
        var family = name["family"];
        var whole = family?.Read();
        var own = family?.Extension(Profiles.OwnName)?.Text("value");
        var prefix = family?.Extension(Profiles.OwnPrefix)?.Text("value");
        var partner = family?.Extension(Profiles.PartnerName)?.Text("value");
        var partnerPrefix = family?.Extension(Profiles.PartnerPrefix)?.Text("value");
        var order = name.Extension(Profiles.AssemblyOrder)?.Text("value");
        var (given, initials, called) = Given(name);
        var surname = own ?? whole ?? name.PeekText("text");
        if (surname is null)
            return null;
        var use = UseOf(order, partner is not null, whole, own);
        return new PersonName(given, initials, callName ?? called, prefix, surname, partnerPrefix, partner, use);
    }

    private static (string? Given, string? Initials, string? Called) Given(TrackedElement name)
    {
        List<string> given = [];
        List<string> initials = [];
        string? called = null;
        foreach (var part in name.All("given"))
        {
            var qualifier = part.Extension(Profiles.NameQualifier)?.Text("value");
            if (part.Read() is not { } text)
                continue;
            if (qualifier == "IN")
                initials.Add(text);
            else if (qualifier == "CL")
                called = text;
            else
                given.Add(text);
        }
        return (Joined(given), Joined(initials), called);
    }

    /// <summary>The assembly order of the Netherlands; without one, what the whole surname shows.</summary>
    private static NameUse UseOf(string? order, bool hasPartner, string? whole, string? own) =>
        order switch
        {
            "NL2" => NameUse.Partner,
            "NL3" => NameUse.PartnerOwn,
            "NL4" => NameUse.OwnPartner,
            "NL1" => NameUse.Own,
            _ when !hasPartner || whole is null || own is null => NameUse.Own,
            _ when whole.EndsWith(own, StringComparison.Ordinal) => NameUse.PartnerOwn,
            _ => NameUse.OwnPartner,
        };

    private static Address? AddressOf(TrackedElement node)
    {
        if (node.PeekText("use") is "old" or "billing")
            return null;
        var use = node.Text("use");
        node.Extension(Profiles.AddressType)?.SkipWhole();
        node.Skip("type", "text");
        var line = node["line"];
        var text = line?.Read();
        var street = line?.Extension(Profiles.StreetName)?.Text("value");
        var number = line?.Extension(Profiles.HouseNumber)?.Text("value");
        var suffix = line?.Extension(Profiles.NumberSuffix)?.Text("value");
        var houseNumber = Joined([number, suffix], number is not null && suffix is { Length: 1 } ? "" : " ");
        return new Address(
            use == "temp" ? AddressKind.Stay : AddressKind.Home,
            street ?? (number is null ? text : text?.Replace(number, "", StringComparison.Ordinal).Trim()),
            houseNumber,
            node.Text("postalCode"),
            node.Text("city"),
            node.Text("district"),
            MunicipalityCode: null,
            CountryOf(node["country"]),
            HowToGetIn: null
        );
    }

    private static string? CountryOf(TrackedElement? country)
    {
        var code = country?.Extension(Profiles.CodeSpecification)?.Concept("value")?.In(CodeSystems.Country);
        var text = country?.Read();
        return code
            ?? text switch
            {
                "Nederland" or "Netherlands" or "NLD" => "NL",
                "België" or "Belgique" or "Belgium" or "BEL" => "BE",
                _ => text,
            };
    }

    private static ContactPoint? ContactPointOf(TrackedElement node)
    {
        if (node.PeekText("use") is "old" || node.PeekText("value") is null)
            return null;
        var use = node.Text("use");
        node.Skip("rank");
        var type = node["system"]?.Extension(Profiles.CodeSpecification)?.Concept("value")?.In(CodeSystems.AddressUse);
        var kind = (node.Text("system"), type, use) switch
        {
            ("email", _, _) => ContactPointKind.Email,
            (_, "MC", _) or (_, _, "mobile") => ContactPointKind.Mobile,
            ("phone" or "sms", _, _) => ContactPointKind.Phone,
            _ => ContactPointKind.Other,
        };
        return new ContactPoint(kind, node.Text("value")!, null, node.Extension(Profiles.Comment)?.Text("value"));
    }

    private static string? Joined(IEnumerable<string?> parts, string between = " ")
    {
        var text = string.Join(between, parts.OfType<string>());
        return text.Length == 0 ? null : text;
    }
}
