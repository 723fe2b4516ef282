using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>Encounter and Procedure: the conversation about future care, who led it and who was there.</summary>
internal static class MapConversation
{
    public static void MapEncounter(ResourceTaken take)
    {
        if (!take.HasStatus("status", "finished", "in-progress", "onleave", "arrived", "triaged"))
            return;
        var procedure = ProcedureOf(take);
        if (procedure is null && UnfinishedTalk(take) is not null)
        {
            take.Keep("fhir.talk-not-held");
            return;
        }
        if (procedure is null && !Profiles.AreOurs(take.Resource.Profiles))
        {
            take.Keep("fhir.no-plan");
            return;
        }
        take.Node.Skip("identifier", "class");
        var isPresent = take.Node["subject"] is { } subject && take.Person.Find(take, subject) is not null;
        var parties = take
            .Node.All("participant")
            .Where(participant => participant.Has("individual"))
            .Select(participant => take.Person.PartyOf(take, participant["individual"]))
            .OfType<Party>()
            .ToList();
        if (procedure is not null)
            parties.AddRange(PerformersOf(take, take.Person.NodeOf(procedure)));
        var day = take.Node["period"]?.Day("start", take.Person.Zone);
        take.Node["period"]?.Skip("end");
        take.Say(Conversation(parties, isPresent, NoteOf(take)), day, null, procedure);
    }

    /// <summary>A Procedure that no Encounter of the set speaks of: the conversation as far as it tells.</summary>
    public static void MapProcedure(ResourceTaken take)
    {
        if (take.Node.Concept("code")?.Is(CodeSystems.Snomed, Codes.AdvanceCarePlanning) is not true)
        {
            take.Keep("fhir.no-plan");
            return;
        }
        if (!take.HasStatus("status", "completed", "in-progress"))
        {
            if (take.Node.PeekText("status") is "stopped" or "on-hold" or "preparation")
                take.Ask(AskReason.NotFinished, [], null);
            return;
        }
        if (
            take.Person.Find(take, take.Node["encounter"]) is { } encounter
            && take.Person.NodeOf(encounter).PeekText("status") is "cancelled" or "entered-in-error"
        )
        {
            take.Keep("fhir.talk-not-held");
            return;
        }
        take.Node.Skip("identifier", "encounter");
        take.Person.Find(take, take.Node["subject"]);
        var parties = take
            .Node.All("performer")
            .Select(performer => take.Person.PartyOf(take, performer["actor"]))
            .OfType<Party>()
            .ToList();
        var isPresent = parties.Exists(party => party.Kind is PartyKind.Person);
        var period = take.Node["performed"];
        period?.Skip("end");
        var day =
            period?.Name == "performedPeriod"
                ? period.Day("start", take.Person.Zone)
                : take.Node.Day("performed", take.Person.Zone);
        take.Say(Conversation(parties, isPresent ? true : null, take.Node.Notes()), day);
    }

    /// <summary>The conversation that an Encounter reference points to: facts that came from it rest on it.</summary>
    public static (Guid? Rests, PartialDate? Day) ConversationOf(ResourceTaken take, TrackedElement? reference)
    {
        if (take.Person.Find(take, reference) is not { Type: "Encounter" } encounter)
            return (null, null);
        var period = take.Person.NodeOf(encounter)["period"];
        if (period?.PeekText("start") is not { } start || Reading.DayOf(start, take.Person.Zone) is not { } day)
            return (null, null);
        return (KeyOf(day), day);
    }

    /// <summary>How the conversation that it was for did not come about, or was broken off.</summary>
    private static string? UnfinishedTalk(ResourceTaken take) =>
        take
            .Node.All("reasonReference")
            .Select(reason => take.Person.Find(take, reason))
            .OfType<Received>()
            .Where(found => found.Type == "Procedure")
            .Select(take.Person.NodeOf)
            .Where(node => node.Concept("code")?.Is(CodeSystems.Snomed, Codes.AdvanceCarePlanning) is true)
            .Select(node => node.PeekText("status"))
            .FirstOrDefault(status => status is not ("completed" or "in-progress"));

    /// <summary>There is one conversation a day.</summary>
    public static Guid KeyOf(PartialDate day) =>
        SameWords.Id(SameFact.Of(new ConversationHeld(null, null, [], null), day, _ => null));

    private static ConversationHeld Conversation(List<Party> parties, bool? isPresent, string? note)
    {
        var leader = parties.Find(party => party.Kind is PartyKind.Professional);
        var others = parties.Where(party => party != leader && party.Kind is not PartyKind.Person);
        return new ConversationHeld(leader, isPresent, [.. others.Distinct()], note);
    }

    private static List<Party> PerformersOf(ResourceTaken take, TrackedElement procedure)
    {
        procedure.Skip("identifier", "status", "performed", "subject", "encounter");
        return
        [
            .. procedure
                .All("performer")
                .Select(performer => take.Person.PartyOf(take, performer["actor"]))
                .OfType<Party>(),
        ];
    }

    private static Received? ProcedureOf(ResourceTaken take)
    {
        foreach (var reason in take.Node.All("reasonReference"))
        {
            if (take.Person.Find(take, reason) is not { Type: "Procedure" } procedure)
                continue;
            var node = take.Person.NodeOf(procedure);
            var isTalk = node.Concept("code")?.Is(CodeSystems.Snomed, Codes.AdvanceCarePlanning) is true;
            if (isTalk && node.PeekText("status") is "completed" or "in-progress")
                return procedure;
        }
        return null;
    }

    private static string? NoteOf(ResourceTaken take) =>
        take
            .Node.All("reasonReference")
            .Concat(take.Node.All("reasonCode"))
            .Select(reason => reason.Extension(Profiles.Comment)?.Text("value"))
            .FirstOrDefault(words => words is not null);
}
