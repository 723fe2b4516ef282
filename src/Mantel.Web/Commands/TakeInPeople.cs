using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Import;
using Mantel.Fhir.R4;
using Mantel.Storage;

namespace Mantel.Web.Commands;

/// <summary>What will be taken in about one person, and into which record.</summary>
internal sealed record PersonTakenIn(Guid Person, int Version, ImportedPerson Incoming, ImportPlan Plan);

/// <summary>Finds the record that messages belong to, plans what they add, and takes it in through the desk.</summary>
internal sealed class TakeInPeople(Archive archive, Author author, Moment now)
{
    private readonly ProgramDesk _desk = new Desk(archive.Journal, archive.Looks).Own;
    private readonly Register<RegisterRow> _register = archive.Register<RegisterRow>();

    public async Task<IReadOnlyList<PersonTakenIn>> PlanAsync(
        IReadOnlyList<ImportedPerson> people,
        Guid? into,
        bool asNew,
        CancellationToken ct
    )
    {
        if (into is not null && people.Count != 1)
            throw new CommandRefused("--person wants messages about exactly one person.", 2);
        List<PersonTakenIn> plans = [];
        foreach (var person in people)
        {
            var id = into ?? await FindAsync(person, asNew, ct) ?? Guid.CreateVersion7();
            var record = await _desk.LoadAsync(id, ct);
            if (into is not null && !record.Exists)
                throw new CommandRefused($"There is no record {into}.", 2);
            if (record.Exists)
                await OperatorLooks.WriteAsync(archive.Looks, record, AccessAction.Register, ct);
            plans.Add(
                new PersonTakenIn(id, record.Version, person, PlanImport.Plan(record, person, Guid.CreateVersion7))
            );
        }
        return plans;
    }

    public async Task TakeInAsync(PersonTakenIn taking, CancellationToken ct)
    {
        if (!taking.Plan.ChangesNothing)
            await DoAsync(taking.Person, new TakeIn(taking.Version, taking.Plan.Facts), AttachmentsOf(taking.Plan), ct);
        if (author is { Organisation: { } organisation, OrganisationName: { } name })
            await DoAsync(taking.Person, new ReceivePerson(organisation, name, "imported"), [], ct);
    }

    /// <summary>The record of the person the messages are about; null when they are new.</summary>
    private async Task<Guid?> FindAsync(ImportedPerson person, bool asNew, CancellationToken ct)
    {
        if (person.Identity.Number is { } number)
        {
            var known = await _register.FindByNumberAsync(number.Key(), ct);
            if (known.Count > 0)
                return known[0].Person;
        }
        if (asNew || person.Identity is not { Name: { } name, BirthDate: { } born })
            return null;
        var alike = Resemblance
            .To(name, born, await _register.FindAsync(row => row.BirthDate == born, ct))
            .Where(pair => pair.Likeness is Likeness.SameBirthDateAlikeName)
            .Select(pair => pair.Row);
        foreach (var row in alike.Where(row => person.Identity.Number is null || row.Numbers.Count == 0))
        {
            var record = await _desk.LoadAsync(row.Person, ct);
            if (CameBefore(record, person))
                return row.Person;
            await OperatorLooks.WriteAsync(archive.Looks, record, AccessAction.Register, ct);
            throw new CommandRefused(
                $"Somebody with this name and birth date has a record ({row.Person}) and no number tells whether it is "
                    + "the same person. Say --person ID or --as-new.",
                2
            );
        }
        return null;
    }

    private static bool CameBefore(PersonRecord record, ImportedPerson person)
    {
        var seen = record.All<MessageReceived>().Select(one => one.Fact.Hash).ToHashSet(StringComparer.Ordinal);
        return person.Messages.Any(message => seen.Contains(message.Resource.Hash));
    }

    private static IReadOnlyList<NewAttachment> AttachmentsOf(ImportPlan plan) =>
        [.. plan.Attachments.Select(one => new NewAttachment(one.Key, one.ContentType, one.FileName, one.Content))];

    private async Task DoAsync(
        Guid person,
        IAct<PersonRecord> act,
        IReadOnlyList<NewAttachment> attachments,
        CancellationToken ct
    )
    {
        var sending = new Submission(Guid.CreateVersion7(), Attachments: attachments);
        var deed = await _desk.DoAsync(person, act, author, sending, now, ct);
        if (deed is ActOutcome.Refused { Problems: [var problem, ..] })
            throw new CommandRefused(Platform.Words.Of("en").Say(problem), 2);
        if (deed is not (ActOutcome.Done or ActOutcome.AlreadyDone))
            throw new CommandRefused("The record was erased or changed while it was taken in. Nothing was stored.", 2);
    }

    /// <summary>Takes in what was planned, unless the record changed since.</summary>
    [Needs(AccessAction.Register)]
    private sealed record TakeIn(int Planned, IReadOnlyList<NewFact> Facts) : IAct<PersonRecord>
    {
        public Outcome Decide(PersonRecord record, Moment now) =>
            record.Version == Planned
                ? Outcome.Yield(Facts)
                : Outcome.Refuse(new Problem("", "rule.changed-meanwhile", [], IsBrokenRule: true));
    }
}
