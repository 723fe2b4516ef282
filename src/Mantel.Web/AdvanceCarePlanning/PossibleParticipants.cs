using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>Who can take part in a conversation: the person, close ones, the team, who is writing, others.</summary>
internal static class PossibleParticipants
{
    /// <summary>How many others can be written down beside those who are known.</summary>
    public const int Others = 2;

    /// <summary>The person whose record it is.</summary>
    public const string Self = "person";

    /// <summary>Who is writing, when they are not in the team.</summary>
    public const string Writer = "writer";

    public static IReadOnlyList<Option> Everyone(Sight sight, Words words) =>
        [
            new(Self, sight.Record.Name().Full(), words["plan.who.person"]),
            .. CloseOnes(sight, words),
            .. Professionals(sight, words),
        ];

    public static IEnumerable<Option> CloseOnes(Sight sight, Words words) =>
        sight
            .Record.Circle()
            .Select(close => new Option(close.Id.ToString(), close.Fact.Name.Full(), Relation(close.Fact, words)));

    public static IEnumerable<Option> Professionals(Sight sight, Words words)
    {
        var team = sight.Record.Team(sight.Now.Today);
        var options = team.Select(member => new Option(
            member.Id.ToString(),
            member.Fact.Name,
            member.Fact.DisciplineInWords ?? words.Name("discipline", member.Fact.Discipline)
        ));
        return IsWriterApart(sight)
            ? options.Append(new Option(Writer, sight.Actor.Author.Name, words["plan.who.writer"]))
            : options;
    }

    /// <summary>The one behind a chosen option; null for none, or for somebody who is no longer there.</summary>
    public static Party? Of(string? choice, Sight sight)
    {
        if (choice is Self)
            return new Party(PartyKind.Person, sight.Record.Name().Full());
        if (choice is Writer && IsWriterApart(sight))
            return new Party(
                PartyKind.Professional,
                sight.Actor.Author.Name,
                Discipline: DisciplineOf(sight.Actor.Role)
            );
        if (!Guid.TryParse(choice, out var id))
            return null;
        if (sight.Record.CloseOne(id) is { } close)
            return new Party(PartyKind.RelatedPerson, close.Fact.Name.Full(), close.Fact.RelationshipInWords, id);
        return sight.Record.Team(sight.Now.Today).FirstOrDefault(member => member.Id == id) is { } member
            ? new Party(
                PartyKind.Professional,
                member.Fact.Name,
                member.Fact.DisciplineInWords,
                id,
                member.Fact.Discipline
            )
            : null;
    }

    /// <summary>Everybody who was ticked or written down at a field.</summary>
    public static IReadOnlyList<Party> Read(TypedForm typed, string field, Sight sight)
    {
        var parties = new List<Party>();
        foreach (var choice in typed.All(field))
        {
            if (Of(choice, sight) is { } party)
                parties.Add(party);
            else
                typed.Wrong(field, "rule.not-a-choice");
        }
        for (var i = 0; i < Others; i++)
        {
            var at = $"{field}.other{i}";
            if (typed[at] is { } name)
                parties.Add(new Party(typed.Choice<PartyKind>(at + ".kind") ?? PartyKind.RelatedPerson, name));
        }
        return parties;
    }

    /// <summary>Who is writing, among those who can be picked; null for the person and those close to them.</summary>
    public static string? WriterIn(Sight sight) => IsWriterApart(sight) ? Writer : MemberOf(sight)?.Id.ToString();

    /// <summary>The one who was picked, or written down as somebody else.</summary>
    public static Party? ReadOne(TypedForm typed, string field, PartyKind kind, Sight sight)
    {
        if (typed[field + ".other"] is { } name)
            return new Party(kind, name);
        if (typed[field] is not { } choice)
            return null;
        var party = Of(choice, sight);
        if (party is null)
            typed.Wrong(field, "rule.not-a-choice");
        return party;
    }

    private static bool IsWriterApart(Sight sight) =>
        sight.Actor.Role is not (Role.Person or Role.CloseOne) && MemberOf(sight) is null;

    private static TeamPeriod? MemberOf(Sight sight) =>
        sight.Record.Team(sight.Now.Today).FirstOrDefault(member => member.Fact.Account == sight.Actor.Account);

    private static string? Relation(RelatedPersonRecorded close, Words words) =>
        close.RelationshipInWords
        ?? (close.Relationship is { } relationship ? words.Name("relationship", relationship) : null);

    private static Discipline? DisciplineOf(Role role) =>
        role switch
        {
            Role.GeneralPractitioner => Discipline.GeneralPractitioner,
            Role.Physician or Role.PhysicianOnDuty => Discipline.Physician,
            Role.Nurse => Discipline.Nurse,
            Role.PalliativeTeam => Discipline.PalliativeConsultant,
            Role.Chaplain => Discipline.Chaplain,
            _ => null,
        };
}
