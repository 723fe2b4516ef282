using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>
/// QuestionnaireResponse: the filled form of the standard. It yields the same facts as the resources do, discussed on
/// its "datum van invullen" (item 963), never on the day it was stored.
/// </summary>
internal static class MapForm
{
    public static void Map(ResourceTaken take)
    {
        if (!take.HasStatus("status", "completed", "amended"))
        {
            if (Profiles.IsForm(take.Node.PeekText("questionnaire")) && take.Node.PeekText("status") == "in-progress")
                take.Ask(AskReason.NotFinished, [], null);
            return;
        }
        if (!Profiles.IsForm(take.Node.Text("questionnaire")))
        {
            var mayDecide = Profiles.IsOtherForm(take.Node.PeekText("questionnaire"));
            take.Keep(mayDecide ? "fhir.other-form" : "fhir.no-plan");
            if (mayDecide)
                take.Ask(AskReason.KindUnclear, [], null, take.Node.PeekText("questionnaire"));
            return;
        }
        take.Node.Skip("identifier", "authored");
        foreach (var reference in new[] { "subject", "author", "source" })
            take.Person.Find(take, take.Node[reference]);
        var form = new Form(take.Node);
        if (!IsAbout(form, take.Person.Identity))
        {
            take.Refuse("fhir.about-someone-else");
            return;
        }
        var day = form.Day("963", take.Person.Zone);
        var talk = new FormTalk(take, form, day);
        MapFormPeople.Say(talk);
        MapFormDecisions.Say(talk);
        MapFormWishes.Say(talk);
    }

    /// <summary>Whom the form itself names, for a form that comes without a Patient.</summary>
    public static ImportedIdentity Identify(Received resource)
    {
        var form = new Form(TrackedElement.Of(resource));
        var name = NameOf(form, "964", "965", "966");
        return new ImportedIdentity(name, form.Date("967"), null, []);
    }

    internal static PersonName? NameOf(Form form, string given, string prefix, string family) =>
        form.Text(family) is { } surname
            ? new PersonName(form.Text(given), null, null, form.Text(prefix), surname, null, null, NameUse.Own)
            : null;

    /// <summary>The name and the birth date on the form, where filled in, are those of the person.</summary>
    private static bool IsAbout(Form form, ImportedIdentity identity)
    {
        var name = NameOf(form, "964", "965", "966");
        var born = form.Date("967");
        var sameName =
            name is null
            || identity.Name is not { } known
            || SameWords.Name(name.Prefix + name.Family) == SameWords.Name(known.Prefix + known.Family)
            || SameWords.Name(name.Family) == SameWords.Name(known.Family);
        var sameDay = born is not { } day || identity.BirthDate is not { } known2 || day.Overlaps(known2);
        return sameName && sameDay;
    }
}

/// <summary>The conversation a form tells of: everything in it rests on it.</summary>
internal sealed record FormTalk(ResourceTaken Take, Form Form, PartialDate? Day)
{
    private readonly List<Party> _parties = [];

    /// <summary>Who agreed: the person when present, the professional, and the close ones who were there.</summary>
    public IReadOnlyList<Party> Parties => _parties;

    public PersonReading Person => Take.Person;

    public void TakesPart(Party party) => _parties.Add(party);

    public void Say(Fact fact) =>
        Take.Say(fact, Day, Day is { } day && fact is not ConversationHeld ? [MapConversation.KeyOf(day)] : null);
}
