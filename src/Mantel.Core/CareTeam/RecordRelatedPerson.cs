using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.CareTeam;

/// <summary>Records somebody close to the person, or puts their details right.</summary>
/// <param name="RelatedPerson">A new id for somebody new; the same id to correct.</param>
/// <param name="CallOrder">Their place in the order of whom to call, from 1.</param>
[Needs(AccessAction.RecordCircle)]
public sealed record RecordRelatedPerson(
    Guid RelatedPerson,
    PersonName Name,
    Relationship? Relationship = null,
    string? RelationshipInWords = null,
    IReadOnlyList<ContactRole>? Roles = null,
    IReadOnlyList<ContactPoint>? ContactPoints = null,
    Address? Address = null,
    int? CallOrder = null,
    string? Words = null,
    Guid? Account = null,
    PartialDate? From = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new RelatedPersonRecorded(
            RelatedPerson,
            found.Name(Name),
            Relationship,
            found.Line("relationshipInWords", RelationshipInWords),
            [.. (Roles ?? []).Distinct().Order()],
            found.ContactPoints(ContactPoints ?? []),
            Address is null ? null : found.Address(Address),
            CallOrder,
            found.Words("words", Words),
            Account
        );
        if (CallOrder is < 1 or > 99)
            found.Add("callOrder", "rule.call-order");
        found.NotInFuture("from", From, now);
        if (record.HasLeftCircle(RelatedPerson))
            found.Break("", "rule.no-longer-in-circle");
        return found.Or(fact, From);
    }

    public bool IsAbout(Fact fact) =>
        fact switch
        {
            RelatedPersonRecorded recorded => recorded.RelatedPerson == RelatedPerson,
            RelatedPersonLeft left => left.RelatedPerson == RelatedPerson,
            _ => false,
        };
}
