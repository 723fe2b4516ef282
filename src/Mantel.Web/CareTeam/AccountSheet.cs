using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Mantel.Web.Spreadsheets;

namespace Mantel.Web.CareTeam;

/// <summary>
/// Accounts in a spreadsheet (accounts inlezen), by the rules by which one is made by hand: another administrator
/// agrees where there is one. A person and a close one are not among them, for they come with a code of their own.
/// </summary>
internal sealed class AccountSheet(
    Desk desk,
    Accounts accounts,
    ManyAccounts many,
    SecondAdministrator second,
    Register<RegisterRow> register
) : SheetList
{
    public override string Key => "accounts";

    public override string Address => "/accounts";

    public override SheetOf Of => SheetOf.Accounts;

    /// <summary>Each password costs the machine time on purpose.</summary>
    public override int Most => 100;

    public override IReadOnlyList<Column> Columns { get; } =
    [
        new("name", "keep-accounts.name", IsNeeded: true)
        {
            AlsoCalled = ["naam medewerker", "medewerker", "volledige naam", "full name", "employee"],
        },
        new("login", "keep-accounts.login", IsNeeded: true)
        {
            AlsoCalled = ["login", "inlognaam", "account", "username"],
        },
        new("role", "keep-accounts.role", ColumnKind.Choice, IsNeeded: true)
        {
            AlsoCalled = ["functie", "beroep", "function", "profession"],
            Options = words => Option.Of(words, "role", Enum.GetValues<Role>().Where(IsOnASheet)),
        },
        new("organisation", "team.organisation")
        {
            AlsoCalled = ["werkt voor", "zorgaanbieder", "werkgever", "works for", "employer", "provider"],
        },
    ];

    public override async Task<IReadOnlyList<RowFound>> CheckAsync(IReadOnlyList<RowValues> rows, CancellationToken ct)
    {
        var known = (await desk.DirectoryAsync(ct)).Organisations();
        var here = (await accounts.ListAsync(ct)).ToDictionary(
            one => many.Compared(one.UserName!) ?? "",
            StringComparer.Ordinal
        );
        var (found, read) = (new List<RowFound>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var (wanted, problem) = Wanted(row, known);
            var login = many.Compared(wanted.Login) ?? "";
            List<Problem> problems = [.. problem is null ? [] : new[] { problem }];
            if (login.Length > 0 && !read.TryAdd(login, row.Row))
                problems.Add(new("login", "rule.sheet-twice", [$"{read[login]}"]));
            if (problems.Count == 0 && here.TryGetValue(login, out var one) && IsSame(one, wanted))
                found.Add(new([], IsHere: true));
            else
                found.Add(
                    new([
                        .. problems
                            .Concat(await many.CheckAsync(wanted))
                            .DistinctBy(wrong => wrong.Field, StringComparer.Ordinal),
                    ])
                );
        }
        return found;
    }

    public override async Task<TakenIn> TakeInAsync(
        SheetFile file,
        IReadOnlyList<RowValues> rows,
        TypedForm typed,
        HttpContext http
    )
    {
        var known = (await desk.DirectoryAsync(http.RequestAborted)).Organisations();
        var ready = many.Prepare([.. rows.Select(row => Wanted(row, known).Wanted)]);
        var waits = await second.IsThereAsync(http.Actor()!.Account, http.RequestAborted);
        var lines = rows.Zip(ready, (row, made) => new SheetLine(row.Row, made.Account.Id)).ToList();
        var deed = await desk.DoAsync(
            new TakeInAccounts(file, lines),
            http.Actor()!,
            typed.Sent(http),
            http.Now(),
            http.RequestAborted
        );
        if (deed is ActOutcome.Done done)
        {
            await many.KeepAsync([.. ready.Select(one => one.Account)], waits);
            return new(
                Answer.Page<PasswordsPage>(
                    new { Made = ready.Select(one => (one.Account, one.Password)).ToList(), Way = WayOf(done.Entries) }
                ),
                []
            );
        }
        return deed switch
        {
            ActOutcome.AlreadyDone { Entries: var made } => new(
                Answer.SeeOther(http, WayOf(made), "sheets.accounts.already"),
                []
            ),
            ActOutcome.Refused refused => TakenIn.Not(refused.Problems),
            ActOutcome.SentOtherwise before => TakenIn.Not(typed.SentOtherwise(before).Problems),
            _ => new TakenIn(Answer.NothingHere(), []),
        };
    }

    public override async Task<IReadOnlyList<IReadOnlyList<Cell>>> AllAsync(Words words, CancellationToken ct)
    {
        var known = (await desk.DirectoryAsync(ct)).Organisations();
        return
        [
            .. (await accounts.RowsAsync(ct))
                .Where(row => IsOnASheet(row.Role.Role))
                .Select(row =>
                    (IReadOnlyList<Cell>)
                        [
                            Cell.Of(row.Role.Name),
                            Cell.Of(row.Login),
                            Cell.Of(words.Name("role", row.Role.Role)),
                            Cell.Of(
                                known.FirstOrDefault(at => at.Organisation == row.Role.Organisation) is { } at
                                    ? DirectorySearch.NameAmong(at, known)
                                    : row.Role.OrganisationName
                            ),
                        ]
                ),
        ];
    }

    public override async Task<IReadOnlyList<CameOf>> CameOfAsync(Recorded<SheetTakenIn> taking, CancellationToken ct)
    {
        var here = (await accounts.ListAsync(ct)).ToDictionary(one => one.Id);
        var directory = await desk.DirectoryAsync(ct);
        var back = directory.TakenBack(taking.Entry.Id);
        var reviewers = directory.All<PrivacyReviewerNamed>().Select(named => named.Fact.Account).ToHashSet();
        var named = (await register.AllAsync(ct))
            .SelectMany(row => row.Relations)
            .Select(relation => relation.Account)
            .ToHashSet();
        var came = new List<CameOf>();
        foreach (var line in taking.Fact.Lines)
        {
            var one = here.GetValueOrDefault(line.Made);
            UndoObstacle? why =
                one is null ? (back.Contains(line.Made) ? UndoObstacle.TakenBack : UndoObstacle.Gone)
                : !await many.IsUnusedAsync(one, ct) ? UndoObstacle.SignedIn
                : named.Contains(one.Id) ? UndoObstacle.InACircle
                : reviewers.Contains(one.Id) ? UndoObstacle.HasReviewer
                : null;
            came.Add(new(line.Row, line.Made, one?.Name, why));
        }
        return came;
    }

    public override async Task<ActOutcome> TakeBackAsync(
        Recorded<SheetTakenIn> taking,
        IReadOnlyList<Guid> free,
        TypedForm typed,
        HttpContext http
    )
    {
        var deed = await desk.DoAsync(
            new TakeBackAccounts(taking.Entry.Id, free, typed["reason"]),
            http.Actor()!,
            typed.Sent(http),
            http.Now(),
            http.RequestAborted
        );
        if (deed is ActOutcome.Done)
            await many.TakeAwayAsync(free, CancellationToken.None); // it is told already: it goes on when nobody waits
        return deed;
    }

    /// <summary>The person and a close one are on no sheet, coming in or going out.</summary>
    private static bool IsOnASheet(Role role) => SecondAdministrator.IsNeededFor(role) && role is not Role.System;

    private static (NewAccount Wanted, Problem? Problem) Wanted(
        RowValues row,
        IReadOnlyList<OrganisationRecorded> known
    )
    {
        var (organisation, rule) = DirectorySearch.Organisation(row["organisation"], known);
        var role = Enum.TryParse<Role>(row["role"], out var read) ? read : Role.Analyst; // none: that is said already
        return (
            new NewAccount(row["login"] ?? "", row["name"] ?? "", role, organisation?.Organisation, organisation?.Name),
            rule is null ? null : new Problem("organisation", rule, [])
        );
    }

    private static bool IsSame(Account here, NewAccount row) =>
        here.Name == row.Name.Trim() && here.Role == row.Role && here.Organisation == row.Organisation;

    private string WayOf(IReadOnlyList<Entry> made) =>
        $"{Address}/sheets/{made.First(entry => entry.Fact is SheetTakenIn).Id}";
}
