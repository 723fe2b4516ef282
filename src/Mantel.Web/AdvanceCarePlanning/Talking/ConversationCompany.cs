using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Talking;

/// <summary>Who sits at the table, as a form asks it and as it was the last time.</summary>
internal static class ConversationCompany
{
    public static (Party? LedBy, bool? PersonPresent, IReadOnlyList<Party> Present) Read(
        TypedForm typed,
        Sight sight
    ) =>
        (
            PossibleParticipants.ReadOne(typed, "ledBy", PartyKind.Professional, sight),
            typed["personPresent"] is { } was ? was == "yes" : null,
            [.. PossibleParticipants.Read(typed, "present", sight).Where(party => party.Kind is not PartyKind.Person)]
        );

    /// <summary>Everybody known but the person, who is asked after by themselves.</summary>
    public static IReadOnlyList<Option> Others(Sight sight, Words words) =>
        [.. PossibleParticipants.CloseOnes(sight, words), .. PossibleParticipants.Professionals(sight, words)];

    /// <summary>Who is writing, as a choice: usually who leads the conversation.</summary>
    public static string? Writer(Sight sight) =>
        sight.Record.Team(sight.Now.Today).FirstOrDefault(member => member.Fact.Account == sight.Actor.Account)
            is { } member
            ? member.Id.ToString()
            : PossibleParticipants.Writer;

    /// <summary>Somebody who was there, as the choice that stands for them; null for who is only a name.</summary>
    public static string? ValueOf(Party party, Sight sight) =>
        party.Reference is { } known && PossibleParticipants.Of(known.ToString(), sight) is not null ? known.ToString()
        : PossibleParticipants.Of(PossibleParticipants.Writer, sight) is { } writer && writer.Name == party.Name
            ? PossibleParticipants.Writer
        : null;
}
