using Mantel.Core.CareTeam;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Mantel.Web.Spreadsheets;

namespace Mantel.Web.CareTeam;

/// <summary>Organisations in a spreadsheet (organisaties inlezen), by the rules by which one is added.</summary>
internal sealed class OrganisationSheet(Desk desk, Accounts accounts, Archive archive, Register<RegisterRow> register)
    : SheetList
{
    public override string Key => "organisations";

    public override string Address => "/organisations";

    public override SheetOf Of => SheetOf.Organisations;

    public override int Most => 2000;

    public override IReadOnlyList<Column> Columns { get; } =
    [
        new("name", "organisations.name", IsNeeded: true)
        {
            AlsoCalled =
            [
                "organisatie",
                "naam organisatie",
                "zorgaanbieder",
                "naam van de organisatie",
                "organisation name",
                "provider",
            ],
        },
        new("kind", "organisations.kind", ColumnKind.Choice, IsNeeded: true)
        {
            AlsoCalled = ["type", "soort organisatie", "organisatietype", "kind of organisation"],
            Options = words => Option.All<OrganisationKind>(words, "organisation-kind"),
        },
        new("municipality", "people.address.municipality")
        {
            AlsoCalled = ["plaats", "woonplaats", "stad", "town", "city", "place"],
        },
        new("country", "people.address.country", ColumnKind.Choice)
        {
            AlsoCalled = ["landcode", "country code"],
            Options = words => [new("NL", words["people.country.nl"]), new("BE", words["people.country.be"])],
        },
        new("day", "team.day", ColumnKind.Phone)
        {
            AlsoCalled =
            [
                "telefoon",
                "telefoonnummer",
                "tel",
                "telefoon overdag",
                "phone",
                "telephone",
                "daytime phone",
            ],
        },
        new("night", "team.night", ColumnKind.Phone)
        {
            AlsoCalled = ["telefoon 's nachts", "nachtnummer", "telefoon nacht", "night number", "phone at night"],
        },
        new("reachabilityWords", "team.reachability") { AlsoCalled = ["opmerking", "toelichting", "remark", "note"] },
    ];

    public override async Task<IReadOnlyList<RowFound>> CheckAsync(IReadOnlyList<RowValues> rows, CancellationToken ct)
    {
        var known = new KnownOrganisations(await desk.DirectoryAsync(ct));
        return
        [
            .. rows.Select(row =>
            {
                var (fact, problems) = known.Read(ActOf(row));
                return
                    problems.All(problem => problem.Rule == "rule.organisation-known") && IsSame(known.Here(fact), fact)
                    ? new RowFound([], IsHere: true)
                    : new RowFound(problems);
            }),
        ];
    }

    public override async Task<TakenIn> TakeInAsync(
        SheetFile file,
        IReadOnlyList<RowValues> rows,
        TypedForm typed,
        HttpContext http
    )
    {
        var act = new TakeInOrganisations(file, [.. rows.Select(ActOf)]);
        return await desk.DoAsync(act, http.Actor()!, typed.Sent(http), http.Now(), http.RequestAborted) switch
        {
            ActOutcome.Done { Entries: var made } => Went(http, made),
            ActOutcome.AlreadyDone { Entries: var made } => Went(http, made),
            ActOutcome.Refused refused => TakenIn.Not(refused.Problems),
            ActOutcome.SentOtherwise before => TakenIn.Not(typed.SentOtherwise(before).Problems),
            _ => new TakenIn(Answer.NothingHere(), []),
        };
    }

    public override async Task<IReadOnlyList<IReadOnlyList<Cell>>> AllAsync(Words words, CancellationToken ct) =>
        [
            .. (await desk.DirectoryAsync(ct))
                .Organisations()
                .Select(one =>
                    (IReadOnlyList<Cell>)
                        [
                            Cell.Of(one.Name),
                            Cell.Of(words.Name("organisation-kind", one.Kind)),
                            Cell.Of(one.Municipality),
                            Cell.Of(CountryOf(one.Country, words)),
                            Cell.Of(one.Reachability.Day),
                            Cell.Of(one.Reachability.Night),
                            Cell.Of(one.Reachability.Words),
                        ]
                ),
        ];

    public override async Task<IReadOnlyList<CameOf>> CameOfAsync(Recorded<SheetTakenIn> taking, CancellationToken ct)
    {
        var came = (await desk.DirectoryAsync(ct)).CameOf(taking);
        var staffed = (await accounts.ListAsync(ct)).Select(one => one.Organisation).OfType<Guid>().ToHashSet();
        var caring = (await register.AllAsync(ct)).SelectMany(row => row.Organisations).ToHashSet();
        var all = new List<CameOf>();
        foreach (var one in came)
            all.Add(
                new(
                    one.Row,
                    one.Organisation,
                    one.Name,
                    one.InTheWay
                        ?? (
                            staffed.Contains(one.Organisation) ? UndoObstacle.HasAccounts
                            : caring.Contains(one.Organisation) ? UndoObstacle.HasPeople
                            : await HasSignalsAsync(one.Organisation, ct) ? UndoObstacle.HasSignals
                            : null
                        )
                )
            );
        return all;
    }

    public override Task<ActOutcome> TakeBackAsync(
        Recorded<SheetTakenIn> taking,
        IReadOnlyList<Guid> free,
        TypedForm typed,
        HttpContext http
    ) =>
        desk.DoAsync(
            new TakeBackOrganisations(taking.Entry.Id, free, typed["reason"]),
            http.Actor()!,
            typed.Sent(http),
            http.Now(),
            http.RequestAborted
        );

    private async Task<bool> HasSignalsAsync(Guid organisation, CancellationToken ct) =>
        await archive.Journal.VersionAsync(StreamId.Of<InboxRecord>(organisation), ct) > 0;

    private TakenIn Went(HttpContext http, IReadOnlyList<Entry> made) =>
        new(
            Answer.SeeOther(
                http,
                $"{Address}/sheets/{made.First(entry => entry.Fact is SheetTakenIn).Id}",
                "sheets.organisations.done"
            ),
            []
        );

    private static SheetOrganisation ActOf(RowValues row) =>
        new(
            row.Row,
            new RecordOrganisation(
                Guid.NewGuid(),
                row["name"] ?? "",
                Enum.TryParse<OrganisationKind>(row["kind"], out var kind) ? kind : OrganisationKind.Other,
                row["municipality"],
                row["country"],
                new Reachability(row["day"], row["night"], row["reachabilityWords"])
            ),
            row.Was
        );

    /// <summary>All that the row says is known already.</summary>
    private static bool IsSame(OrganisationRecorded? here, OrganisationRecorded row) =>
        here is not null
        && here.Kind == row.Kind
        && (row.Country ?? here.Country) == here.Country
        && (row.Reachability.Day ?? here.Reachability.Day) == here.Reachability.Day
        && (row.Reachability.Night ?? here.Reachability.Night) == here.Reachability.Night
        && (row.Reachability.Words ?? here.Reachability.Words) == here.Reachability.Words;

    private static string? CountryOf(string? country, Words words) =>
        country is "NL" or "BE" ? words[country == "NL" ? "people.country.nl" : "people.country.be"] : country;
}
