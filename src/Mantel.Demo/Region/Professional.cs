using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Region;

/// <summary>Somebody who works in the demo region, paid or as a volunteer.</summary>
/// <param name="Title">What they are called at the bedside: wijkverpleegkundige.</param>
/// <param name="SignIn">The word of the demo sign-in under which one can try them; null: nobody can.</param>
internal sealed record Professional(
    string Key,
    string Name,
    Role Role,
    Discipline Discipline,
    string Title,
    Workplace At,
    string? Day = null,
    string? Night = null,
    string? Words = null,
    string? SignIn = null
)
{
    /// <summary>Where they are on duty at night, as well; null for whoever is not.</summary>
    public Workplace? OnDutyAt { get; init; }

    public Guid Account { get; } = FixedIdentifiers.Id($"account/{Key}");

    public Actor Actor => new(new Author(Account, Name, Role, At.Id, At.Name));

    public Guid MemberOf(string person) => FixedIdentifiers.Id($"{person}/member/{Key}");

    public TeamMember Member(CareRelation relation) =>
        new(
            Name,
            Discipline,
            Title,
            At.Id,
            At.Name,
            new Reachability(Day ?? At.Day, Night ?? At.Night, Words),
            Account,
            relation
        );

    public Party Party(string person) => new(PartyKind.Professional, Name, Title, MemberOf(person), Discipline);
}
