using System.Net;
using Mantel.Core.Journal;
using Mantel.Tests.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Mantel.Tests.Web;

/// <summary>
/// Somebody with an account of their own, a password and a phone that gives codes: as everyone who works here has.
/// </summary>
internal sealed record Enrolled(Guid Id, string Login, string Password, string Secret, IReadOnlyList<string> Recovery)
{
    /// <summary>The codes that were used: each works once, so the next sign-in takes one of the step after.</summary>
    private int _used;

    public string NextCode() => Totp.Now(Secret, _used++);

    public static async Task<Enrolled> MakeAsync(RunningMantel mantel, Role role, string? login = null)
    {
        login ??= $"{role}-{Guid.NewGuid():N}";
        const string password = "zeekraal en lamsoor";
        await using var scope = mantel.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account
        {
            Id = Guid.NewGuid(),
            UserName = login,
            Name = $"Iemand {login}",
            Role = role,
            Organisation = Guid.NewGuid(),
            OrganisationName = "Thuis",
        };
        (await users.CreateAsync(account, password)).Succeeded.ShouldBeTrue();
        await users.ResetAuthenticatorKeyAsync(account);
        await users.SetTwoFactorEnabledAsync(account, true);
        var recovery = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10);
        var secret = (await users.GetAuthenticatorKeyAsync(account))!.ToLowerInvariant();
        return new(account.Id, login, password, secret, [.. recovery!]);
    }

    /// <summary>Through the door, with the password and a code.</summary>
    public async Task<Visitor> SignInAsync(RunningMantel mantel)
    {
        var visitor = mantel.Visit();
        var half = await visitor.SendAsync("/sign-in", "/sign-in", ("login", Login), ("password", Password));
        half.Headers.Location!.OriginalString.ShouldStartWith("/sign-in/code");
        var whole = await visitor.SendAsync("/sign-in/code", "/sign-in/code", ("code", NextCode()));
        whole.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return visitor;
    }
}
