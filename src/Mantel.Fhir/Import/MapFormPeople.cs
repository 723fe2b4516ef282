using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>
/// The people in a filled form: who led the conversation, who represents, whom to call, who was there.
/// </summary>
internal static class MapFormPeople
{
    public static void Say(FormTalk talk)
    {
        var leader = SayLeader(talk);
        SayContacts(talk);
        var isPresent = talk.Form.Has("82") && talk.Form.Choices("82").Count > 0;
        if (isPresent)
            talk.TakesPart(new Party(PartyKind.Person, talk.Person.NameOfPerson()));
        if (leader is not null)
            talk.TakesPart(leader);
        var present = Present(talk.Form, talk.Person).ToList();
        present.ForEach(talk.TakesPart);
        if (talk.Parties.Count > 0)
            talk.Say(new ConversationHeld(leader, isPresent ? true : null, present, null));
        var capable = talk.Form.Codes("1406").Distinct(StringComparer.Ordinal).ToList();
        if (capable.Count > 0)
            talk.Say(new LegalCapacityJudged(capable is [var one] ? one == "1" : null, talk.Form.Text("1407")));
    }

    private static Party? SayLeader(FormTalk talk)
    {
        var (form, person) = (talk.Form, talk.Person);
        if (MapForm.NameOf(form, "968", "969", "970") is not { } name)
            return null;
        var choice = form.Choices("1405");
        var known = person.Members.Find(member => IsSameProfessional(member.Name, name));
        var discipline = Codes.UziDiscipline.Find(choice.Select(it => it.Code).FirstOrDefault()) ?? Discipline.Other;
        var member =
            known
            ?? new CareTeamMemberJoined(
                SameWords.Id($"member|{SameWords.Name(name.Full())}"),
                name.Full(),
                discipline,
                choice.Select(it => it.Display).FirstOrDefault(),
                null,
                null,
                new Reachability(null, null, null),
                null,
                CareRelation.CareTeam
            );
        if (known is null)
            person.Members.Add(member);
        talk.Take.Say(member, null);
        return MapPractitioner.AsParty(member);
    }

    /// <summary>The same surname, and first names that do not differ.</summary>
    private static bool IsSameProfessional(string known, PersonName name)
    {
        var (whole, family) = (SameWords.Name(known), SameWords.Name(name.Prefix + name.Family));
        var given = SameWords.Name(name.Given);
        return whole == given + family
            || whole == family
            || (given.Length == 0 && whole.EndsWith(family, StringComparison.Ordinal));
    }

    private static void SayContacts(FormTalk talk)
    {
        var form = talk.Form;
        var isFirstToo = form.Code("984") == "1";
        List<ContactRole> roles = [ContactRole.LegalRepresentative];
        if (isFirstToo)
            roles.Add(ContactRole.FirstContact);
        roles.AddRange(form.Codes("982").Select(code => Codes.Role.Find(code)).OfType<ContactRole>());
        SayContact(
            talk,
            ("973", "974", "975"),
            "983",
            roles,
            Points(form, ("976", "977", "979"), "980"),
            form.Text("408")
        );
        if (!isFirstToo)
        {
            roles = [ContactRole.FirstContact];
            SayContact(
                talk,
                ("985", "986", "987"),
                "995",
                roles,
                Points(form, ("988", "989", "991"), "992"),
                form.Text("412")
            );
        }
        form.Understand("1644", "978", "981", "990", "993");
    }

    private static void SayContact(
        FormTalk talk,
        (string Given, string Prefix, string Family) name,
        string relation,
        IEnumerable<ContactRole> roles,
        IReadOnlyList<ContactPoint> points,
        string? relationInWords
    )
    {
        if (MapForm.NameOf(talk.Form, name.Given, name.Prefix, name.Family) is not { } named)
            return;
        var code = talk.Form.Choices(relation).FirstOrDefault();
        var related = new RelatedPersonRecorded(
            SameWords.Id($"related|{SameFact.NameOf(named)}"),
            named,
            Codes.Relation.Find(code?.Code),
            relationInWords,
            [.. roles.Distinct().Order()],
            points,
            Address: null,
            CallOrder: null,
            Words: null,
            Account: null
        );
        talk.Take.Say(talk.Person.Meet(related), null);
    }

    private static List<ContactPoint> Points(Form form, (string Number, string Type, string Note) phone, string mail)
    {
        List<ContactPoint> points = [];
        if (form.Text(phone.Number) is { } number)
        {
            var kind = form.Code(phone.Type) == "MC" ? ContactPointKind.Mobile : ContactPointKind.Phone;
            points.AddRange(number.Split('\n').Select(one => new ContactPoint(kind, one, null, form.Text(phone.Note))));
        }
        if (form.Text(mail) is { } address)
            points.AddRange(
                address.Split('\n').Select(one => new ContactPoint(ContactPointKind.Email, one, null, null))
            );
        return points;
    }

    /// <summary>
    /// Who else was there: a close one by relation or role, by name where only one of the circle can be meant.
    /// </summary>
    private static IEnumerable<Party> Present(Form form, PersonReading person)
    {
        foreach (var choice in form.Choices("998"))
        {
            var relation = Codes.Relation.Find(choice.Code);
            yield return PartyFor(
                person,
                one => one.Relationship == relation,
                form.Text("413") ?? choice.Display ?? ""
            );
        }
        if (form.Has("998"))
        {
            form.Understand("997", "414");
            yield break;
        }
        foreach (var choice in form.Choices("997"))
        {
            var role = Codes.Role.Find(choice.Code);
            yield return PartyFor(
                person,
                one => role is { } known && one.Roles.Contains(known),
                form.Text("414") ?? choice.Display ?? ""
            );
        }
    }

    private static Party PartyFor(PersonReading person, Func<RelatedPersonRecorded, bool> meant, string words)
    {
        var all = person.RelatedPersons.Where(meant).DistinctBy(one => one.RelatedPerson).ToList();
        return all.Count == 1
            ? new Party(PartyKind.RelatedPerson, all[0].Name.Full(), words, all[0].RelatedPerson)
            : new Party(PartyKind.RelatedPerson, words, words);
    }
}
