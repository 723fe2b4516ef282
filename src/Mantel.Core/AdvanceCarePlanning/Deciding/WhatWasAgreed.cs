using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>Tells what kind of thing a fact agrees, refuses or says, and who took part in it.</summary>
internal static class WhatWasAgreed
{
    /// <summary>Null: it agrees, refuses and says nothing that needs somebody who could.</summary>
    public static AgreedMatter? MatterOf(Fact fact) =>
        fact switch
        {
            TreatmentDirectiveAgreed { Decision: not (Decision.Unknown or Decision.NotDiscussed) } =>
                AgreedMatter.Treatment,
            TreatmentGoalAgreed { Goal: not TreatmentGoal.Unknown } => AgreedMatter.Treatment,
            EuthanasiaPositionTold { Position: not (EuthanasiaPosition.Unknown or EuthanasiaPosition.NotDiscussed) } =>
                AgreedMatter.EuthanasiaPosition,
            AdvanceDirectiveRecorded declared => MatterOf(declared.Kind),
            _ => null,
        };

    /// <summary>
    /// The parties of a directive; those of the conversation that it rests on; the person of a paper.
    /// </summary>
    public static TookPart TookPartIn(PersonRecord person, Entry entry) =>
        entry.Fact switch
        {
            AdvanceDirectiveRecorded => TookPart.PersonAlone,
            TreatmentDirectiveAgreed agreed => Known(agreed.Parties, entry.Source),
            _ => Company(person, entry),
        };

    private static AgreedMatter MatterOf(AdvanceDirectiveKind kind) =>
        kind switch
        {
            AdvanceDirectiveKind.EuthanasiaRequest
            or AdvanceDirectiveKind.EuthanasiaRequestDementia
            or AdvanceDirectiveKind.BelgianEuthanasiaDeclaration => AgreedMatter.EuthanasiaDeclaration,
            AdvanceDirectiveKind.DoNotResuscitate
            or AdvanceDirectiveKind.TreatmentRefusal
            or AdvanceDirectiveKind.TreatmentRefusalCompletedLife
            or AdvanceDirectiveKind.BelgianNegativeDeclaration => AgreedMatter.WrittenRefusal,
            _ => AgreedMatter.OtherPaper,
        };

    /// <summary>Another system that names only professionals did not say who spoke for the person.</summary>
    private static TookPart Known(IReadOnlyList<Party> parties, Source source) =>
        new(
            parties.Count == 0
            || source.System != Source.Here && parties.All(party => party.Kind is PartyKind.Professional)
                ? null
                : parties
        );

    private static TookPart Company(PersonRecord person, Entry entry)
    {
        var held = person.All<ConversationHeld>().FirstOrDefault(talk => entry.RestsOn.Contains(talk.Entry.Id)).Fact;
        if (held is null or { PersonPresent: null })
            return new TookPart(null);
        IReadOnlyList<Party> self = held.PersonPresent is true
            ? [new Party(PartyKind.Person, person.Name().Full())]
            : [];
        return new TookPart([.. self, .. held.Present, .. new[] { held.LedBy }.OfType<Party>()]);
    }
}
