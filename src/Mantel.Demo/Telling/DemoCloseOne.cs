using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Demo.Telling;

/// <summary>Somebody close to a person of the demo.</summary>
/// <param name="What">What they are to the person, in a word: dochter.</param>
internal sealed record DemoCloseOne(
    string Key,
    PersonName Name,
    Relationship Relationship,
    string What,
    string? Phone,
    int? Order = null,
    string? When = null,
    string? Words = null,
    bool HasAccount = false,
    params IReadOnlyList<ContactRole> Roles
)
{
    public Guid Id => FixedIdentifiers.Id($"near/{Key}");

    public Guid Account => FixedIdentifiers.Id($"account/near/{Key}");

    public Party Party => new(PartyKind.RelatedPerson, Name.Full(), What, Id);

    public Actor Actor => new(new Author(Account, Name.Full(), Role.CloseOne, null, null));

    public RecordRelatedPerson Record(PartialDate from) =>
        new(
            Id,
            Name,
            Relationship,
            What,
            Roles,
            Phone is null ? [] : [new ContactPoint(ContactPointKind.Mobile, Phone, When, null)],
            null,
            Order,
            Words is null ? null : Text.Flow(Words),
            HasAccount ? Account : null,
            from
        );
}
