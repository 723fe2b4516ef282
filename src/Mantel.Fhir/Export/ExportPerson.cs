using System.Text.Json;
using System.Text.Json.Nodes;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Export;

/// <summary>
/// Writes a person's plan as a transaction Bundle of the PZP standard. What came in and still stands unchanged goes out
/// as it came; what was entered or changed here is mapped; what was struck out does not go out.
/// </summary>
public static class ExportPerson
{
    private static readonly string[] Order =
    [
        "Patient",
        "RelatedPerson",
        "Practitioner",
        "PractitionerRole",
        "Organization",
        "Encounter",
        "Procedure",
        "Consent",
        "Goal",
        "Observation",
        "Device",
        "DeviceUseStatement",
        "CommunicationRequest",
        "QuestionnaireResponse",
        "DocumentReference",
    ];

    /// <param name="today">The day on which it goes out: a stay that ended by then has ended its codes.</param>
    /// <param name="attachments">The documents and messages of the record.</param>
    public static ExportResult Export(
        PersonRecord person,
        DateOnly today,
        Func<Guid, (string ContentType, byte[] Content)?> attachments
    )
    {
        var context = new ExportContext(person, today);
        return Write(context, new KeepVerbatim(person, context.PatientId, today).From(attachments), attachments);
    }

    /// <summary>Everything mapped from the facts, nothing word for word.</summary>
    public static ExportResult ExportMapped(
        PersonRecord person,
        DateOnly today,
        Func<Guid, (string ContentType, byte[] Content)?> attachments
    ) => Write(new ExportContext(person, today), [], attachments);

    private static ExportResult Write(
        ExportContext context,
        IReadOnlyList<VerbatimMessage> verbatim,
        Func<Guid, (string ContentType, byte[] Content)?> attachments
    )
    {
        context.GoVerbatim(verbatim.Select(message => message.Reference));
        var told = verbatim.SelectMany(message => message.Tells).ToHashSet();
        List<LeftOut> leftOut = [];
        AddPeople(context);
        foreach (var entry in context.Person.Entries.Where(entry => context.Person.Stands(entry.Id)))
        {
            if (told.Contains(entry.Id))
                continue;
            var goes = AddFact(context, entry, attachments);
            if (!goes || HasClauses(entry.Fact))
                leftOut.Add(new LeftOut(entry.Id, FactCodec.KindOf(entry.Fact).Name));
        }
        AddForms(context, told);
        var resources = verbatim
            .Select(message => (message.Reference, message.Json))
            .Concat(context.Resources.Select(pair => (pair.Key, Json: AsElement(pair.Value))))
            .OrderBy(pair => PlaceOf(pair.Item1.Split('/')[0]))
            .ThenBy(pair => pair.Item1, StringComparer.Ordinal)
            .ToList();
        return new ExportResult(Bundle(context, resources), [.. resources.Select(pair => pair.Item1)], leftOut);
    }

    private static int PlaceOf(string type) =>
        Array.IndexOf(Order, type) is var place && place < 0 ? Order.Length : place;

    private static void AddPeople(ExportContext context)
    {
        context.Add(ExportPeople.Patient(context));
        foreach (var related in context.Person.All<RelatedPersonRecorded>().GroupBy(one => one.Fact.RelatedPerson))
            context.Add(ExportPeople.RelatedPerson(context, related.Last()));
        foreach (var member in context.Person.All<CareTeamMemberJoined>().GroupBy(one => one.Fact.Member))
        {
            foreach (var resource in ExportPeople.Member(context, member.Last()))
                context.Add(resource);
        }
    }

    /// <summary>False for a fact that the standard has no place for.</summary>
    private static bool AddFact(
        ExportContext context,
        Entry entry,
        Func<Guid, (string ContentType, byte[] Content)?> attachments
    )
    {
        IEnumerable<JsonObject>? resources = entry.Fact switch
        {
            ConversationHeld fact => ExportPlanTopics.Conversation(context, new(entry, fact)),
            TreatmentDirectiveAgreed fact => [ExportConsent.Directive(context, new(entry, fact))],
            AdvanceDirectiveRecorded fact => AsList(ExportConsent.Declaration(context, new(entry, fact), attachments)),
            DnrCodeGiven fact => [ExportDnrCode.Of(context, new(entry, fact))],
            TreatmentGoalAgreed fact => [ExportPlanTopics.Goal(context, new(entry, fact))],
            ImplantedDeviceRecorded { Kind: DeviceKind.Icd, Present: true } fact => ExportPlanTopics.Icd(
                context,
                new(entry, fact)
            ),
            InformingRelativesAdvised { Advised: true } fact => [ExportPlanTopics.Inform(context, new(entry, fact))],
            _ => AsList(ExportPlanTopics.Observation(context, entry)),
        };
        foreach (var resource in resources ?? [])
            context.Add(resource);
        return resources is not null || GoesWithOthers(entry.Fact);
    }

    /// <summary>What a text decides, treatment by treatment, has no place; the text itself goes.</summary>
    private static bool HasClauses(Fact fact) =>
        fact is AdvanceDirectiveRecorded { Decides.Count: > 0 } or DnrCodeGiven { OwnerTextDecides.Count: > 0 };

    private static IEnumerable<JsonObject>? AsList(JsonObject? resource) => resource is null ? null : [resource];

    /// <summary>
    /// Told as part of the Patient, of another resource, or in a form; or about the record, not the person.
    /// </summary>
    private static bool GoesWithOthers(Fact fact) =>
        fact
            is PersonRegistered
                or NameRecorded
                or BirthDateRecorded
                or NumberRecorded
                or ReachRecorded
                or GenderRecorded
                or DeathRecorded
                or LegalCapacityJudged
                or RelatedPersonRecorded
                or RelatedPersonLeft
                or CountryChosen
                or AccessGiven
                or CareTeamMemberJoined
                or CareTeamMemberLeft
                or TreatmentDirectiveEnded
                or AdvanceDirectiveEnded
                or DnrStayEnded
                or ItemEnded
                or EntryStruckOut
                or EntryWithdrawn
                or WrongPersonNoticed
                or EntryWitnessed
                or MessageReceived
        || fact is AddressRecorded { Address.Kind: not AddressKind.NoFixedAddress }
        || ExportForm.IsOnlyInTheForm(fact);

    private static void AddForms(ExportContext context, HashSet<Guid> told)
    {
        var entries = context
            .Person.Entries.Where(entry => context.Person.Stands(entry.Id) && !told.Contains(entry.Id))
            .Where(entry =>
                ExportForm.IsOnlyInTheForm(entry.Fact)
                && !(entry.Fact is LegalCapacityJudged && entry.Effective is null)
            );
        foreach (var day in OneOfAKind(entries))
            context.Add(ExportForm.Of(context, day[0].Effective, day));
    }

    /// <summary>Per day one form, and another one where two things of one kind were said on a day.</summary>
    private static IEnumerable<List<Entry>> OneOfAKind(IEnumerable<Entry> entries) =>
        entries
            .GroupBy(entry => entry.Effective)
            .SelectMany(day =>
                day.GroupBy(entry => entry.Fact.GetType())
                    .SelectMany(kind => kind.Select((entry, index) => (entry, index)))
                    .GroupBy(one => one.index)
                    .Select(form => form.Select(one => one.entry).ToList())
            );

    private static JsonElement AsElement(JsonObject resource) =>
        JsonElement.Parse(JsonSerializer.SerializeToUtf8Bytes(resource));

    private static byte[] Bundle(ExportContext context, IReadOnlyList<(string Reference, JsonElement Json)> resources)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriteResource.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("id", $"plan-{context.Person.Id}");
            writer.WriteString("type", "transaction");
            writer.WriteStartArray("entry");
            foreach (var (reference, json) in resources)
            {
                writer.WriteStartObject();
                writer.WriteString("fullUrl", $"urn:uuid:{SameWords.Id($"{context.Person.Id}/{reference}")}");
                writer.WritePropertyName("resource");
                WriteResource.WriteTo(writer, json);
                writer.WriteStartObject("request");
                writer.WriteString("method", "PUT");
                writer.WriteString("url", reference);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return stream.ToArray();
    }
}
