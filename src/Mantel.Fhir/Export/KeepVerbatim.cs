using System.Text.Json;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Export;

/// <summary>A message that goes out as it came, and the facts it tells.</summary>
internal sealed record VerbatimMessage(string Reference, JsonElement Json, IReadOnlyList<Guid> Tells);

/// <summary>
/// Finds the messages that may go out word for word: everything they say still stands, nothing of it was struck out,
/// ended or changed here since, and who agreed it could agree (else it goes out with words that say so).
/// So nothing that the record has no place for is lost on the way.
/// </summary>
internal sealed class KeepVerbatim(PersonRecord person, string patientId, DateOnly today)
{
    public IReadOnlyList<VerbatimMessage> From(Func<Guid, (string ContentType, byte[] Content)?> attachments)
    {
        List<VerbatimMessage> kept = [];
        foreach (
            var message in person
                .All<MessageReceived>()
                .GroupBy(one => one.Fact.Reference, StringComparer.Ordinal)
                .Select(same => same.Last())
        )
        {
            var fact = message.Fact;
            if (!StillTrue(fact) || attachments(fact.Attachment) is not var (type, content))
                continue;
            if (JsonOf(type, content) is { } json && PointsInside(json))
                kept.Add(
                    new VerbatimMessage(
                        fact.Reference,
                        json,
                        [.. fact.Entries.Where(id => !IsEndedElsewhere(id, fact.Entries))]
                    )
                );
        }
        return kept;
    }

    /// <summary>Null for XML of a type that is not spoken here: it stays where it is kept.</summary>
    private static JsonElement? JsonOf(string type, byte[] content) =>
        type.EndsWith("xml", StringComparison.Ordinal) ? R4.ReadXml.One(content) : JsonElement.Parse(content);

    private bool StillTrue(MessageReceived message)
    {
        if (!message.Entries.All(person.Stands) || !message.Entries.All(id => person.Find(id) is not null))
            return false;
        if (message.Entries.Any(id => person.DoubtsAbout(person.Find(id)!).Count > 0))
            return false;
        var facts = message.Entries.Select(id => person.Find(id)!.Fact).ToList();
        return message.Reference.Split('/')[0] switch
        {
            "Patient" => IsPatientNow(message.Entries, facts),
            "RelatedPerson" => facts.OfType<RelatedPersonRecorded>().All(one => IsRelatedNow(one, message.Entries)),
            "Practitioner" or "PractitionerRole" => facts
                .OfType<CareTeamMemberJoined>()
                .All(one => IsMemberNow(one, message.Entries)),
            "Consent"
            or "DeviceUseStatement"
            or "Goal"
            or "Condition"
            or "AllergyIntolerance"
            or "MedicationStatement" => message.Entries.All(id =>
                person.Find(id)?.Fact is ToAskAboutReceived || !IsEndedElsewhere(id, message.Entries)
            ),
            _ => true,
        };
    }

    /// <summary>True when an end was recorded that this message does not tell.</summary>
    private bool IsEndedElsewhere(Guid entry, IReadOnlyList<Guid> tells) =>
        EndedWithItsStay(entry, tells)
        || person.Entries.Any(candidate =>
            person.Stands(candidate.Id)
            && !tells.Contains(candidate.Id)
            && candidate.Fact switch
            {
                TreatmentDirectiveEnded ended => ended.Directive == entry,
                AdvanceDirectiveEnded ended => ended.Directive == entry,
                DnrStayEnded ended => ended.DnrCode == entry,
                ItemEnded ended => ended.Entry == entry,
                _ => false,
            }
        );

    /// <summary>A DNR code whose stay ended, where the message says that it holds (safety rule 19).</summary>
    private bool EndedWithItsStay(Guid entry, IReadOnlyList<Guid> tells) =>
        person.Find(entry) is { Fact: DnrCodeGiven { StayEnded: null } code } found
        && person.StayOf(new(found, code), today).Ended is { } ended
        && !(ended.By is { } by && tells.Contains(by.Id));

    private bool IsPatientNow(IReadOnlyList<Guid> entries, List<Fact> facts)
    {
        bool Tells<T>()
            where T : Fact => person.Latest<T>() is not { } latest || entries.Contains(latest.Entry.Id);
        var capacity = facts.OfType<LegalCapacityJudged>().FirstOrDefault();
        return person.Followers().Count == 0
            && Tells<NameRecorded>()
            && Tells<BirthDateRecorded>()
            && Tells<NumberRecorded>()
            && Tells<ReachRecorded>()
            && Tells<GenderRecorded>()
            && Tells<DeathRecorded>()
            && person.All<AddressRecorded>().All(one => entries.Contains(one.Entry.Id))
            && (capacity is null || person.Latest<LegalCapacityJudged>()?.Fact.Capable == capacity.Capable);
    }

    private bool IsRelatedNow(RelatedPersonRecorded related, IReadOnlyList<Guid> entries) =>
        person.Latest<RelatedPersonRecorded>(one => one.RelatedPerson == related.RelatedPerson) is { } latest
        && entries.Contains(latest.Entry.Id)
        && person.Latest<RelatedPersonLeft>(one => one.RelatedPerson == related.RelatedPerson) is null;

    private bool IsMemberNow(CareTeamMemberJoined member, IReadOnlyList<Guid> entries) =>
        person.Latest<CareTeamMemberJoined>(one => one.Member == member.Member) is { } latest
        && entries.Contains(latest.Entry.Id)
        && person.Latest<CareTeamMemberLeft>(one => one.Member == member.Member) is null;

    /// <summary>References of the form Type/id stay right in another bundle, if they name this Patient.</summary>
    private bool PointsInside(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .All(property =>
                    property.NameEquals("reference") && property.Value.ValueKind is JsonValueKind.String
                        ? IsInside(property.Value.GetString()!)
                        : PointsInside(property.Value)
                ),
            JsonValueKind.Array => value.EnumerateArray().All(PointsInside),
            _ => true,
        };

    private bool IsInside(string reference) =>
        reference.StartsWith('#')
        || (
            !reference.Contains(':', StringComparison.Ordinal)
            && (!reference.StartsWith("Patient/", StringComparison.Ordinal) || reference == $"Patient/{patientId}")
        );
}
