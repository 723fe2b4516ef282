using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.CareTeam;

/// <summary>One row of a sheet: the organisation as it would be recorded by hand.</summary>
/// <param name="Words">The words of the row as they stood in the file, where somebody mended them; else null.</param>
public sealed record SheetOrganisation(int Row, RecordOrganisation Act, string? Words = null)
{
    /// <summary>The field of a row at which something is wrong.</summary>
    public string At(string field) => field.Length == 0 ? $"{Row}" : $"{Row}.{field}";
}

/// <summary>
/// Organisations are taken in from a sheet (organisaties inlezen): every row by the rules by which one is recorded, and
/// all of them or none.
/// </summary>
/// <remarks>What is wrong is said at <c>row.field</c>.</remarks>
[Needs(AccessAction.ManageOrganisations)]
public sealed record TakeInOrganisations(SheetFile File, IReadOnlyList<SheetOrganisation> Rows) : IAct<DirectoryRecord>
{
    public Outcome Decide(DirectoryRecord record, Moment now)
    {
        var found = new Findings();
        var read = new List<NewFact>();
        var known = new KnownOrganisations(record);
        foreach (var row in Rows)
        {
            var (fact, problems) = known.Read(row);
            foreach (var problem in problems)
                found.Take(problem with { Field = row.At(problem.Field) });
            read.Add(new NewFact(fact, Source: File.SourceOf(row.Row, row.Words)));
        }
        var lines = Rows.Select(row => new SheetLine(row.Row, row.Act.Organisation)).ToList();
        var taken = File.Read(found, SheetOf.Organisations, lines);
        return found.Or([new NewFact(taken, PartialDate.Of(now.Today)), .. read]);
    }
}

/// <summary>The organisations that are here, and those of the rows that were read before, by name and place.</summary>
public sealed class KnownOrganisations(DirectoryRecord directory)
{
    private readonly Dictionary<(string, string), OrganisationRecorded> _here = directory
        .Organisations()
        .GroupBy(KeyOf)
        .ToDictionary(group => group.Key, group => group.First());

    private readonly Dictionary<(string, string), int> _read = [];

    /// <summary>The organisation that is here under this name in this place; null when there is none.</summary>
    public OrganisationRecorded? Here(OrganisationRecorded one) => _here.GetValueOrDefault(KeyOf(one));

    /// <summary>A row as the fact it would become, with what is wrong with it.</summary>
    public (OrganisationRecorded Fact, IReadOnlyList<Problem> Problems) Read(SheetOrganisation row)
    {
        var found = new Findings();
        var fact = row.Act.Read(found);
        if (Here(fact) is { } other && other.Organisation != fact.Organisation)
            found.Break("name", "rule.organisation-known");
        if (fact.Name.Length > 0 && !_read.TryAdd(KeyOf(fact), row.Row))
            found.Add("name", "rule.sheet-twice", $"{_read[KeyOf(fact)]}");
        return (fact, found.Problems);
    }

    private static (string, string) KeyOf(OrganisationRecorded one) =>
        (one.Name.ToUpperInvariant(), (one.Municipality ?? "").ToUpperInvariant());
}

/// <summary>
/// Organisations that came from a sheet are taken back: struck out as a mistake, in one act, so that they stay readable
/// in the history. Those on which something rests are not among them.
/// </summary>
/// <param name="Organisations">Those on which nothing rests, as far as the directory does not tell.</param>
[Needs(AccessAction.ManageOrganisations)]
public sealed record TakeBackOrganisations(Guid Taking, IReadOnlyList<Guid> Organisations, string? Reason)
    : IAct<DirectoryRecord>
{
    public Outcome Decide(DirectoryRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededLine("reason", Reason);
        if (record.Taking(Taking) is not { Fact.Of: SheetOf.Organisations } taking)
            return Outcome.Refuse(new Problem("", "rule.sheet-unknown", [], IsBrokenRule: true));
        var free = record.CameOf(taking).Where(one => one.InTheWay is null).ToDictionary(one => one.Organisation);
        if (Organisations.Count == 0)
            found.Break("", "rule.sheet-nothing-back");
        else if (Organisations.Any(one => !free.ContainsKey(one)))
            found.Break("", "rule.changed-meanwhile");
        return found.Or(
            Organisations.Count == 0
                ? []
                :
                [
                    new NewFact(
                        new EntryStruckOut(
                            [.. Organisations.Select(one => free.GetValueOrDefault(one)?.Entry ?? default)],
                            reason
                        )
                    ),
                    new NewFact(new SheetTakenBack(Taking, Organisations, reason), PartialDate.Of(now.Today)),
                ]
        );
    }
}

/// <summary>An organisation that came of a sheet.</summary>
/// <param name="Entry">The entry that the sheet made.</param>
/// <param name="InTheWay">Why it cannot be taken back, as far as the directory tells; null: it can.</param>
public sealed record FromSheet(int Row, Guid Organisation, Guid Entry, string Name, UndoObstacle? InTheWay);

/// <summary>Why something that came of a sheet cannot be taken back.</summary>
public enum UndoObstacle
{
    /// <summary>It was taken back already.</summary>
    TakenBack,

    /// <summary>Somebody put its details right, or gave it another place, since.</summary>
    Changed,

    /// <summary>It ended its work (gestopt); that is history.</summary>
    Closed,

    /// <summary>Somebody was named who reviews its broken glasses.</summary>
    HasReviewer,

    /// <summary>Somebody signs in for it.</summary>
    HasAccounts,

    /// <summary>People were referred to it.</summary>
    HasPeople,

    /// <summary>Signals reached it.</summary>
    HasSignals,

    /// <summary>Somebody signed in with this account.</summary>
    SignedIn,

    /// <summary>It is named in somebody's circle.</summary>
    InACircle,

    /// <summary>The account is not there any more.</summary>
    Gone,
}

/// <summary>What came of a sheet with organisations, and what stands in the way of taking it back.</summary>
public static class FromSheets
{
    public static IReadOnlyList<FromSheet> CameOf(this DirectoryRecord directory, Recorded<SheetTakenIn> taking)
    {
        var row = taking.Fact.Lines.ToDictionary(line => line.Made, line => line.Row);
        var later = directory
            .All<OrganisationRecorded>()
            .Where(one => one.Entry.Act != taking.Entry.Act)
            .Select(one => one.Fact.Organisation)
            .ToHashSet();
        var closed = directory.All<OrganisationClosed>().Select(one => one.Fact.Organisation).ToHashSet();
        var reviewed = directory.All<PrivacyReviewerNamed>().Select(one => one.Fact.Organisation).ToHashSet();
        return
        [
            .. directory
                .Entries.Where(entry => entry.Act == taking.Entry.Act)
                .Select(entry => (entry.Id, Fact: entry.Fact as OrganisationRecorded))
                .Where(one => one.Fact is not null && row.ContainsKey(one.Fact.Organisation))
                .Select(one => new FromSheet(
                    row[one.Fact!.Organisation],
                    one.Fact.Organisation,
                    one.Id,
                    one.Fact.Name,
                    Why(one.Id, one.Fact.Organisation)
                )),
        ];

        UndoObstacle? Why(Guid entry, Guid organisation) =>
            !directory.Stands(entry) ? UndoObstacle.TakenBack
            : closed.Contains(organisation) ? UndoObstacle.Closed
            : later.Contains(organisation) ? UndoObstacle.Changed
            : reviewed.Contains(organisation) ? UndoObstacle.HasReviewer
            : null;
    }
}
