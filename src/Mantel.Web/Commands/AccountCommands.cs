using System.CommandLine;
using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Commands;

/// <summary>
/// <c>account</c>: who may sign in. A password is made here, shown once, and changed at the first sign-in.
/// </summary>
internal static class AccountCommands
{
    private static readonly Argument<string> Login = new("LOGIN") { Description = "What they sign in with" };
    private static readonly Option<string> Name = new("--name")
    {
        Description = "What they are called",
        Required = true,
    };
    private static readonly Option<string> RoleName = new("--role")
    {
        Description = $"What they are: {string.Join(", ", Roles.Keys)}",
        Required = true,
    };
    private static readonly Option<Guid?> Organisation = new("--organisation")
    {
        Description = "Id of their organisation",
    };
    private static readonly Option<string?> OrganisationName = new("--organisation-name")
    {
        Description = "Name of their organisation",
    };
    private static readonly Option<Guid?> Person = new("--person")
    {
        Description = "Id of the person whose record it is (role person), or whose close one this is (role close-one)",
    };
    private static readonly Option<string?> Language = new("--language")
    {
        Description = $"The language they read: {string.Join(", ", Words.Languages)}",
    };
    private static readonly Option<bool> ForgetCodes = new("--forget-codes")
    {
        Description = "Also forget the phone that gives them codes",
    };

    private static Dictionary<string, Role> Roles =>
        Enum.GetValues<Role>()
            .Where(role => role is not Role.System)
            .ToDictionary(role => Words.Kebab(role.ToString()), role => role, StringComparer.Ordinal);

    public static Command Command()
    {
        RoleName.AcceptOnlyFromAmong([.. Roles.Keys]);
        Language.AcceptOnlyFromAmong([.. Words.Languages]);
        return new Command("account", "Manage who may sign in.")
        {
            Make(
                "add",
                "Make an account and print its first password.",
                AddAsync,
                Login,
                Name,
                RoleName,
                Organisation,
                OrganisationName,
                Person,
                Language
            ),
            Make("list", "List the accounts.", (_, accounts, ct) => ListAsync(accounts, ct)),
            Make(
                "disable",
                "Let somebody in no more; who is in is out within a minute.",
                (p, a, _) => SwitchAsync(p, a, disable: true),
                Login
            ),
            Make("enable", "Let somebody in again.", (p, a, _) => SwitchAsync(p, a, disable: false), Login),
            Make(
                "reset-password",
                "Print a new password for somebody who lost theirs, where no second administrator can agree. It stands "
                    + "in the log as done on this machine, and the owner is told.",
                ResetAsync,
                Login,
                ForgetCodes
            ),
        };
    }

    private static Command Make(
        string name,
        string description,
        Func<ParseResult, Accounts, CancellationToken, Task> act,
        params IReadOnlyList<Symbol> symbols
    )
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }
        command.SetAction(
            async (parsed, ct) =>
            {
                var house = CommandLine.HouseOf(parsed);
                await using var services = AccountsSetup.Alone(house);
                await services.GetRequiredService<AccountsFile>().OpenAsync(ct);
                await using var scope = services.CreateAsyncScope();
                await act(parsed, scope.ServiceProvider.GetRequiredService<Accounts>(), ct);
            }
        );
        return command;
    }

    private static async Task AddAsync(ParseResult parsed, Accounts accounts, CancellationToken ct)
    {
        var wanted = new NewAccount(
            parsed.GetRequiredValue(Login),
            parsed.GetRequiredValue(Name),
            Roles[parsed.GetRequiredValue(RoleName)],
            parsed.GetValue(Organisation),
            parsed.GetValue(OrganisationName),
            parsed.GetValue(Language),
            parsed.GetValue(Person)
        );
        var outcome = await accounts.CreateAsync(wanted);
        if (outcome.Problems is [var problem, ..])
            throw new CommandRefused($"{problem.Field}: {Words.Of("en").Say(problem)}");
        Console.WriteLine(
            $"{outcome.Account!.UserName} may sign in with the password {outcome.Password} and then chooses their own."
        );
    }

    private static async Task ListAsync(Accounts accounts, CancellationToken ct)
    {
        foreach (var account in await accounts.ListAsync(ct))
        {
            var state =
                account.IsDisabled ? "disabled"
                : account.TwoFactorEnabled ? "with code"
                : "without code";
            Console.WriteLine(
                $"{account.Id}  {account.UserName}  {account.Name}  {Words.Kebab(account.Role.ToString())}  "
                    + $"{account.OrganisationName ?? "-"}  {state}"
            );
        }
    }

    private static async Task SwitchAsync(ParseResult parsed, Accounts accounts, bool disable)
    {
        var account = await FindAsync(parsed, accounts);
        await (disable ? accounts.DisableAsync(account) : accounts.EnableAsync(account));
        Console.WriteLine($"{account.UserName} is {(disable ? "disabled" : "enabled")}.");
    }

    private static async Task ResetAsync(ParseResult parsed, Accounts accounts, CancellationToken ct)
    {
        var account = await FindAsync(parsed, accounts);
        if (account.DemoKey is not null)
            throw new CommandRefused("This account belongs to the demonstration and has no password.");
        var outcome = await accounts.ResetPasswordAsync(account, parsed.GetValue(ForgetCodes));
        Console.WriteLine(
            $"{account.UserName} may sign in with the password {outcome.Password} and then chooses their own."
        );
    }

    private static async Task<Account> FindAsync(ParseResult parsed, Accounts accounts) =>
        await accounts.FindAsync(parsed.GetRequiredValue(Login))
        ?? throw new CommandRefused($"There is no account {parsed.GetRequiredValue(Login)}.");
}
