using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// Whether a name and a password belong together. Whatever the answer, one password was hashed: the time it takes does
/// not tell an unknown name, a locked account or one without a password from a wrong password.
/// </summary>
internal sealed class PasswordCheck(SignInManager<Account> signIn, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new() { Name = "", Role = default };

    private UserManager<Account> Users => signIn.UserManager;

    /// <summary>Signs in when they do, or goes on to the code that the account asks for.</summary>
    public async Task<SignInResult> SignInAsync(string login, string password)
    {
        var account = await Users.FindByNameAsync(login);
        if (account is not null && await IsComparedAsync(account))
            return await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);
        hasher.HashPassword(Nobody, password);
        return SignInResult.Failed;
    }

    private async Task<bool> IsComparedAsync(Account account) =>
        account.PasswordHash is not null
        && await signIn.CanSignInAsync(account)
        && !await Users.IsLockedOutAsync(account);
}
