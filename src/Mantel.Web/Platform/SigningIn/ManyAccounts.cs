using System.Security.Cryptography;
using Mantel.Core.Journal;
using Mantel.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Many accounts at once, from a spreadsheet: by the rules by which one is made, all of them or none; and taking back
/// those with which nobody signed in yet.
/// </summary>
internal sealed class ManyAccounts(UserManager<Account> users, AccountsDb kept, AccountDiary diary)
{
    /// <summary>What is in the way of an account with this name; nothing when it can be made.</summary>
    public async Task<IReadOnlyList<Problem>> CheckAsync(NewAccount wanted)
    {
        var problems = Accounts.Check(wanted).ToList();
        if (problems.Count > 0)
            return problems;
        foreach (var rule in users.UserValidators)
            problems.AddRange(Accounts.ProblemsOf(await rule.ValidateAsync(users, Accounts.Make(wanted))));
        return problems;
    }

    /// <summary>The name as it is compared: one that differs in capitals alone is the same.</summary>
    public string? Compared(string login) => users.NormalizeName(login.Trim());

    /// <summary>
    /// Accounts ready to be kept, each with its password; nothing is kept yet. A password costs time on purpose, so
    /// this comes before anything is written.
    /// </summary>
    public IReadOnlyList<(Account Account, string Password)> Prepare(IReadOnlyList<NewAccount> wanted)
    {
        var ready = new (Account, string)[wanted.Count];
        Parallel.For(
            0,
            wanted.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount / 2) },
            at =>
            {
                var (account, password) = (Accounts.Make(wanted[at]), Accounts.OneTimePassword());
                account.MustChangePassword = true;
                account.NormalizedUserName = Compared(account.UserName!);
                account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
                account.LockoutEnabled = true;
                account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
                ready[at] = (account, password);
            }
        );
        return ready;
    }

    /// <summary>Keeps them: each stands in the log first, and all are here or none is.</summary>
    /// <param name="waits">They let nobody in until a second administrator agreed.</param>
    public async Task KeepAsync(IReadOnlyList<Account> made, bool waits)
    {
        foreach (var account in made)
        {
            account.IsDisabled = waits;
            await diary.WriteAsync(AccountEventKind.Made, account.Id, account.Role.ToString());
        }
        kept.Users.AddRange(made);
        await kept.SaveChangesAsync();
    }

    /// <summary>Nobody ever came in with it: it still has the password that was made for it.</summary>
    public async Task<bool> IsUnusedAsync(Account account, CancellationToken ct) =>
        account.MustChangePassword
        && (await diary.ReadAsync(account.Id, 0, int.MaxValue, ct)).All(one =>
            one.Kind is not (AccountEventKind.SignedIn or AccountEventKind.PasswordChanged)
        );

    /// <summary>Takes accounts away; that they were stands in the log.</summary>
    public async Task TakeAwayAsync(IReadOnlyList<Guid> accounts, CancellationToken ct)
    {
        foreach (var account in accounts)
            await diary.WriteAsync(AccountEventKind.Disabled, account, "sheet", ct: ct);
        var gone = await kept.Users.Where(account => accounts.Contains(account.Id)).ToListAsync(ct);
        kept.Users.RemoveRange(gone);
        await kept.SaveChangesAsync(ct);
    }
}
