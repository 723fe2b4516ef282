using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>
/// Consent as a treatment directive: what was agreed about one treatment, on the day it was discussed.
/// </summary>
internal static class MapTreatmentDirective
{
    public static void Map(Take take)
    {
        if (!take.HasStatus("status", "active", "inactive"))
            return;
        var provision = take.Node["provision"];
        var decided = DecisionOf(take, provision);
        if (decided is not var (decision, otherwise, kept) || TreatmentOf(provision) is not { } treatment)
        {
            take.Refuse("fhir.not-understood", decided is null ? "Consent.provision.type" : "Consent.provision.code");
            return;
        }
        var comment = take.Node.Extension(Profiles.Comment)?.Text("value");
        var parties = provision!.All("actor").Select(actor => PartyOf(take, actor)).OfType<Party>().ToList();
        var day = take.Node.Day("dateTime", take.Person.Zone);
        var encounter = take.Node.Extension(Profiles.EncounterReference)?["value"];
        var (rests, _) = MapConversation.ConversationOf(take, encounter);
        var fact = new TreatmentDirectiveAgreed(
            treatment,
            decision,
            otherwise,
            DecisionWords.Together(kept, comment),
            parties
        );
        take.Say(fact, day, rests is { } key ? [key] : null);
        if (treatment.Name is { } name)
            take.Person.NamedLimits.Add(name);
        SayEnd(take, provision, SameWords.Id(SameFact.Of(fact, day, _ => null)));
    }

    /// <summary>
    /// An end date, or a status that says so, ends it: on that day, or undated. The end is a fact of its own; the
    /// status never outranks the date of the talk.
    /// </summary>
    private static void SayEnd(Take take, Node provision, Guid directive)
    {
        var end = EndOf(take, provision);
        var reason = provision.Extension(Profiles.ReasonForEnding)?.Text("value");
        if (end is not null || take.Node.Text("status") == "inactive")
            take.Say(new TreatmentDirectiveEnded(directive, Reading.Plain(reason)), end);
    }

    internal static PartialDate? EndOf(Take take, Node provision) => provision["period"]?.Day("end", take.Person.Zone);

    private static Party? PartyOf(Take take, Node actor)
    {
        var role = actor.Concept("role");
        return role?.In(Systems.RoleCode) is "CONSENTER" or "RESPRSN" or null
            ? take.Person.PartyOf(take, actor["reference"])
            : null;
    }

    private static (Decision, string? Otherwise, string? Kept)? DecisionOf(Take take, Node? provision)
    {
        var other = take.Node.ModifierExtension(Profiles.SpecificationOther)?.Text("value");
        return (provision?.Text("type"), other) switch
        {
            ("permit", null) => (Decision.Perform, null, null),
            ("deny", null) => (Decision.Withhold, null, null),
            (null, { } words) => DecisionWords.Of(words),
            _ => null,
        };
    }

    /// <summary>The treatment by its code; ICD and any other that has none by the text that stands for it.</summary>
    private static Treatment? TreatmentOf(Node? provision)
    {
        if (provision is null || provision.Concepts("code") is not [var concept])
            return null;
        if (Codes.Treatment.Find(concept.In(Systems.Snomed)) is { } kind)
            return new Treatment(kind);
        if (concept.Text?.Contains(Codes.IcdOff, StringComparison.Ordinal) is true)
            return new Treatment(TreatmentKind.IcdDeactivation);
        return concept.Codes.Count == 0 && concept.Text is null
            ? null
            : new Treatment(TreatmentKind.Other, Reading.Plain(concept.Text ?? NamedBy(concept)));
    }

    private static string? NamedBy(Concept concept) =>
        concept.Codes.Where(code => code.System != Systems.NullFlavor).Select(code => code.Display).FirstOrDefault();
}
