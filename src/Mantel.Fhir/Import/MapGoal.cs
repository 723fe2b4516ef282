using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;

namespace Mantel.Fhir.Import;

/// <summary>Goal: the main goal of treatment that was agreed.</summary>
internal static class MapGoal
{
    public static void Map(ResourceTaken take)
    {
        if (!take.HasStatus("lifecycleStatus", "accepted", "planned", "active", "on-hold", "completed", "cancelled"))
        {
            if (take.Node.PeekText("lifecycleStatus") == "proposed")
                take.Ask(AskReason.NotFinished, [], null);
            return;
        }
        var categories = take.Node.Concepts("category");
        var description = take.Node.Concept("description")!;
        var code = description.In(CodeSystems.Snomed) ?? description.In(CodeSystems.NullFlavor);
        if (Codes.Goal.Find(code) is not { } goal)
        {
            if (categories.Any(category => category.Is(CodeSystems.Snomed, Codes.AdvanceCarePlanning)))
                take.Ask(AskReason.WordUnclear, [], null, description.Words);
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
        if (
            description
                .Codes.Select(one => one.Display)
                .Append(description.Text)
                .Any(it => Codes.Goal.NamesAnother(it, goal))
        )
        {
            take.Ask(
                AskReason.CodeAndWordsDiffer,
                [],
                null,
                [.. description.Codes.Select(one => one.Display), description.Text]
            );
            return;
        }
        var start = take.Node["start"] is { Name: "startDate" } ? take.Node.Day("start", take.Person.Zone) : null;
        var day = start ?? talk ?? take.Node.Day("statusDate", take.Person.Zone);
        var fact = new TreatmentGoalAgreed(goal, take.Node.Notes());
        take.Say(fact, day, rests is { } key ? [key] : null);
        SayStanding(take, fact, day, description.Words);
    }

    /// <summary>
    /// A goal that is no longer pursued there has ended, and revives nothing; one on hold, or that cannot be reached,
    /// stands and is asked about.
    /// </summary>
    private static void SayStanding(ResourceTaken take, TreatmentGoalAgreed goal, PartialDate? day, string? words)
    {
        var reason = take.Node["statusReason"] is null ? null : Reading.Plain(take.Node.Text("statusReason"));
        var status = take.Node.Text("lifecycleStatus");
        var on = take.Node.Day("statusDate", take.Person.Zone);
        if (status is "completed" or "cancelled")
            take.Say(new ItemEnded(SameWords.Id(SameFact.Of(goal, day, _ => null)), reason), on);
        else if (status == "on-hold")
            take.Ask(AskReason.OnHold, [], null, words, reason);
        if (take.Node.Concept("achievementStatus")?.Codes.Any(code => code.Code == "not-attainable") is true)
            take.Ask(AskReason.NotAttainable, [], null, words);
    }
}
