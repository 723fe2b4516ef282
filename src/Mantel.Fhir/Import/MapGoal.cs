using Mantel.Core.AdvanceCarePlanning;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>Goal: the main goal of treatment that was agreed.</summary>
internal static class MapGoal
{
    public static void Map(Take take)
    {
        if (!take.HasStatus("lifecycleStatus", "accepted", "planned", "active", "on-hold", "completed", "cancelled"))
            return;
        var categories = take.Node.Concepts("category");
        var description = take.Node.Concept("description")!;
        var code = description.In(Systems.Snomed) ?? description.In(Systems.NullFlavor);
        if (Codes.Goal.Find(code) is not { } goal)
        {
            if (categories.Any(category => category.Is(Systems.Snomed, Codes.AdvanceCarePlanning)))
                take.Refuse("fhir.not-understood", "Goal.description");
            else
                take.Keep("fhir.no-plan");
            return;
        }
        take.Node.Skip("identifier");
        take.Person.Find(take, take.Node["subject"]);
        var (rests, talk) = MapConversation.ConversationOf(
            take,
            take.Node.Extension(Profiles.EncounterReference)?["value"]
        );
        var start = take.Node["start"] is { Name: "startDate" } ? take.Node.Day("start", take.Person.Zone) : null;
        var day = start ?? talk ?? take.Node.Day("statusDate", take.Person.Zone);
        take.Say(new TreatmentGoalAgreed(goal, take.Node.Notes()), day, rests is { } key ? [key] : null);
    }
}
