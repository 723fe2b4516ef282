using Mantel.Core.AdvanceCarePlanning;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>CommunicationRequest: the person was told that it is theirs to inform their close ones.</summary>
internal static class MapInformRelatives
{
    public static void Map(ResourceTaken take)
    {
        if (!take.HasStatus("status", "active", "completed", "on-hold"))
            return;
        if (!take.Node.Concepts("category").Any(category => category.Is(CodeSystems.Snomed, Codes.InformRelatives)))
        {
            take.Keep("fhir.no-plan");
            return;
        }
        if (take.Node.Flag("doNotPerform") is true)
        {
            take.Refuse("fhir.not-understood", "CommunicationRequest.doNotPerform");
            return;
        }
        take.Node.Skip("identifier", "reasonCode", "requester", "sender");
        take.Person.Find(take, take.Node["subject"]);
        var relatives = take.Node.All("recipient").Select(recipient => take.Person.PartyOf(take, recipient));
        var (rests, talk) = MapConversation.ConversationOf(take, take.Node["encounter"]);
        var authored = take.Node.Day("authoredOn", take.Person.Zone);
        take.Say(
            new InformingRelativesAdvised(true, [.. relatives.OfType<Party>()]),
            talk ?? authored,
            rests is { } key ? [key] : null
        );
    }
}
