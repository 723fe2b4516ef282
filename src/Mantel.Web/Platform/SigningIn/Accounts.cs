using System.Security.Cryptography;
using Mantel.Core.Journal;
using Mantel.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>An account that is about to be made.</summary>
internal sealed record NewAccount(
    string Login,
    string Name,
    Role Role,
    Guid? Organisation = null,
    string? OrganisationName = null,
    string? Language = null,
    Guid? Person = null
)
{
    /// <summary>The id that was given before the account is made; null: a new one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>
/// What came of making or changing an account: what is wrong, or a password to hand over, shown once.
/// </summary>
internal sealed record AccountOutcome(Account? Account, string? Password, IReadOnlyList<Problem> Problems);

/// <summary>The accounts of this installation: the door for those who manage them.</summary>
internal sealed class Accounts
{
    private readonly UserManager<Account> _users;
    private readonly AccountsFile _file;
    private readonly Sessions _sessions;
    private readonly AccountDiary _diary;

    internal Accounts(UserManager<Account> users, AccountsFile file, Sessions sessions, AccountDiary diary) =>
        (_users, _file, _sessions, _diary) = (users, file, sessions, diary);

    /// <summary>The account with which somebody signs in; of another role of theirs see ActsAsAsync.</summary>
    public async Task<Account?> FindAsync(Guid id) =>
        await _users.FindByIdAsync(id.ToString()) is { Holder: null } account ? account : null;

    /// <summary>Who acts under this id: an account, or another role of one.</summary>
    public Task<Account?> ActsAsAsync(Guid id) => _users.FindByIdAsync(id.ToString());

    public Task<Account?> FindAsync(string login) => _users.FindByNameAsync(login);

    public Task<Account?> FindDemoAsync(string key, CancellationToken ct) =>
        _users.Users.FirstOrDefaultAsync(account => account.DemoKey == key, ct);

    /// <summary>All accounts by name, each with its first role.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct) =>
        [.. (await AllAsync(ct)).Where(one => one.Holder is null)];

    /// <summary>
    /// Every role in which somebody can act now, by name: who holds two is here twice, under two ids.
    /// </summary>
    public async Task<IReadOnlyList<Account>> ActingAsync(CancellationToken ct)
    {
        var all = await AllAsync(ct);
        var open = all.Where(one => one is { Holder: null, IsDisabled: false }).Select(one => one.Id).ToHashSet();
        return
        [
            .. all.Where(one =>
                one is { IsRoleTaken: false, IsDisabled: false } && open.Contains(one.Holder ?? one.Id)
            ),
        ];
    }

    /// <summary>Every role that is not taken away, with the name with which its holder signs in.</summary>
    public async Task<IReadOnlyList<(Account Role, string? Login)>> RowsAsync(CancellationToken ct)
    {
        var all = await AllAsync(ct);
        var logins = all.Where(one => one.Holder is null).ToDictionary(one => one.Id, one => one.UserName);
        return
        [
            .. all.Where(one => !one.IsRoleTaken).Select(one => (one, logins.GetValueOrDefault(one.Holder ?? one.Id))),
        ];
    }

    private async Task<IReadOnlyList<Account>> AllAsync(CancellationToken ct) =>
        [
            .. (await _users.Users.AsNoTracking().ToListAsync(ct))
                .OrderBy(account => account.Name, StringComparer.CurrentCultureIgnoreCase)
                .ThenBy(account => account.Id),
        ];

    public Task<bool> AnyAsync(CancellationToken ct) => _users.Users.AnyAsync(ct);

    /// <summary>Makes an account with a password made for it, to be changed at the first sign-in.</summary>
    /// <param name="waits">It lets nobody in until a second administrator agreed.</param>
    public async Task<AccountOutcome> CreateAsync(NewAccount wanted, bool waits = false)
    {
        var problems = Check(wanted);
        if (problems.Count > 0)
            return new(null, null, problems);
        var account = Make(wanted);
        (account.MustChangePassword, account.IsDisabled) = (true, waits);
        var password = OneTimePassword();
        var result = await _users.CreateAsync(account, password);
        if (!result.Succeeded)
            return new(null, null, ProblemsOf(result));
        await _diary.WriteAsync(AccountEventKind.Made, account.Id, account.Role.ToString());
        return new(account, password, []);
    }

    /// <summary>
    /// Makes an account with a password of the owner's own choice; who may is for the caller to have found out.
    /// </summary>
    public async Task<AccountOutcome> CreateOwnAsync(NewAccount wanted, string password)
    {
        var problems = Check(wanted);
        if (problems.Count > 0)
            return new(null, null, problems);
        var account = Make(wanted);
        var result = await _users.CreateAsync(account, password);
        if (!result.Succeeded)
            return new(null, null, ProblemsOf(result));
        await _diary.WriteAsync(AccountEventKind.Made, account.Id, account.Role.ToString());
        return new(account, null, []);
    }

    /// <summary>Whoever is signed in with it is out at once.</summary>
    public Task DisableAsync(Account account) => SetDisabledAsync(account, true);

    public Task EnableAsync(Account account) => SetDisabledAsync(account, false);

    /// <param name="waits">It lets nobody in until a second administrator agreed.</param>
    public async Task SetPlaceAsync(
        Account account,
        Role role,
        Guid? organisation,
        string? organisationName,
        bool waits = false
    )
    {
        await TellAsync(AccountEventKind.PlaceChanged, account, $"{account.Role} {role}");
        (account.Role, account.Organisation, account.OrganisationName) = (role, organisation, organisationName);
        account.IsDisabled |= waits;
        Demand(await _users.UpdateSecurityStampAsync(account));
        await SignOutEverywhereAsync(account);
    }

    /// <summary>Ends every session of the account but, where one is named, this one.</summary>
    public Task SignOutEverywhereAsync(Account account, Guid? but = null) =>
        _sessions.EndAllAsync(account.Id, but, CancellationToken.None);

    /// <summary>
    /// A new password, to be changed at the next sign-in; with it the phone that gives codes can be forgotten. Two
    /// people answer for it, or the operator of the machine.
    /// </summary>
    /// <param name="askedBy">Who asked, when somebody else agrees now; null when it rests on the owner's own recovery
    /// code, or on the operator.</param>
    public async Task<AccountOutcome> ResetPasswordAsync(
        Account account,
        bool forgetCodes = false,
        Guid? askedBy = null,
        string? detail = null
    )
    {
        await TellAsync(AccountEventKind.PasswordReset, account, detail, askedBy);
        if (forgetCodes)
            await TellAsync(AccountEventKind.CodesForgotten, account, detail, askedBy);
        var password = OneTimePassword();
        account.MustChangePassword = true;
        if (forgetCodes)
        {
            account.TwoFactorEnabled = false;
            Demand(await _users.ResetAuthenticatorKeyAsync(account));
        }
        var token = await _users.GeneratePasswordResetTokenAsync(account);
        Demand(await _users.ResetPasswordAsync(account, token, password));
        await SignOutEverywhereAsync(account);
        return new(account, password, []);
    }

    /// <summary>Somebody asked for a new password for this account; the owner hears of that already.</summary>
    public async Task AskResetAsync(Account account)
    {
        await TellAsync(AccountEventKind.ResetAsked, account);
        Demand(await _users.UpdateAsync(account));
    }

    public async Task DropResetAsync(Account account)
    {
        await TellAsync(AccountEventKind.ResetDropped, account);
        Demand(await _users.UpdateAsync(account));
    }

    /// <summary>
    /// One of the cast of the demonstration, without a password: only the demo sign-in lets them in. Called again it
    /// brings the same account up to date. From the first one on this installation is a demonstration.
    /// </summary>
    /// <param name="key">As the sign-in knows them: gp, nurse, physician-on-duty, …</param>
    /// <param name="id">Under which they act in the histories of the demonstration; null makes a new one.</param>
    public async Task<Account> CreateDemoAsync(
        string key,
        string name,
        Role role,
        (Guid Id, string Name)? organisation = null,
        Guid? linkedPerson = null,
        string? language = null,
        Guid? id = null,
        CancellationToken ct = default
    )
    {
        await _file.MarkAsDemoAsync(ct);
        var wanted = new NewAccount(
            $"demo-{key}",
            name,
            role,
            organisation?.Id,
            organisation?.Name,
            language,
            linkedPerson
        );
        if (await FindDemoAsync(key, ct) is not { } account)
        {
            account = Make(wanted);
            account.Id = id ?? account.Id;
            account.DemoKey = key;
            Demand(await _users.CreateAsync(account));
            return account;
        }
        (account.Name, account.Role, account.Language, account.Person) = (name, role, language, linkedPerson);
        (account.Organisation, account.OrganisationName) = (organisation?.Id, organisation?.Name);
        Demand(await _users.UpdateAsync(account));
        return account;
    }

    /// <summary>
    /// Written down before it is done; and the owner hears of it at the next sign-in, until they say that they read it.
    /// </summary>
    private async Task TellAsync(AccountEventKind kind, Account account, string? detail = null, Guid? alsoBy = null)
    {
        await _diary.WriteAsync(kind, account.Id, detail, alsoBy);
        account.HasNotice = true;
    }

    internal static Account Make(NewAccount wanted) =>
        new()
        {
            Id = wanted.Id ?? Guid.NewGuid(),
            UserName = wanted.Login.Trim(),
            Name = wanted.Name.Trim(),
            Role = wanted.Role,
            Organisation = wanted.Organisation,
            OrganisationName = wanted.OrganisationName,
            Language = wanted.Language,
            Person = wanted.Person,
        };

    /// <summary>Whoever works for one: who they act for stands in every entry, and opens what was sent there.</summary>
    public static bool NeedsOrganisation(Role role) =>
        role is not (Role.Person or Role.CloseOne or Role.Analyst or Role.Administrator or Role.System);

    private const int LongestLogin = 100;

    public static IReadOnlyList<Problem> Check(NewAccount wanted)
    {
        var problems = new List<Problem>();
        if (string.IsNullOrWhiteSpace(wanted.Login))
            problems.Add(new("login", "rule.missing", []));
        else if (wanted.Login.Trim().Any(char.IsWhiteSpace))
            problems.Add(new("login", "rule.login-characters", []));
        else if (wanted.Login.Trim().Length > LongestLogin)
            problems.Add(new("login", "rule.too-long", [$"{LongestLogin}"]));
        if (string.IsNullOrWhiteSpace(wanted.Name))
            problems.Add(new("name", "rule.missing", []));
        if (NeedsOrganisation(wanted.Role) && wanted.Organisation is null)
            problems.Add(new("organisation", "rule.organisation-missing", []));
        if (wanted.Role is Role.System)
            problems.Add(new("role", "rule.not-a-choice", []));
        if (wanted.Language is not null && Platform.Language.Known(wanted.Language) is null)
            problems.Add(new("language", "rule.not-a-choice", []));
        return problems;
    }

    private async Task SetDisabledAsync(Account account, bool disabled)
    {
        await TellAsync(disabled ? AccountEventKind.Disabled : AccountEventKind.Enabled, account);
        account.IsDisabled = disabled;
        Demand(await _users.UpdateSecurityStampAsync(account));
        if (disabled)
            await SignOutEverywhereAsync(account);
    }

    /// <summary>Twenty characters that are hard to confuse: more than a hundred bits.</summary>
    internal static string OneTimePassword()
    {
        var letters = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 20);
        return string.Join('-', letters.Chunk(5).Select(chunk => new string(chunk)));
    }

    internal static IReadOnlyList<Problem> ProblemsOf(IdentityResult result) =>
        [
            .. result.Errors.Select(error =>
                error.Code switch
                {
                    "DuplicateUserName" => new Problem("login", "rule.login-taken", []),
                    "InvalidUserName" => new Problem("login", "rule.login-characters", []),
                    "PasswordTooShort" => new Problem("password", "rule.password-short", []),
                    "PasswordGuessed" => new Problem("password", "rule.password-guessed", []),
                    "PasswordMismatch" => new Problem("current", "rule.password-wrong", []),
                    var code => throw new InvalidOperationException($"Identity said {code}."),
                }
            ),
        ];

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(
                $"Identity said {string.Join(", ", result.Errors.Select(e => e.Code))}."
            );
    }
}
