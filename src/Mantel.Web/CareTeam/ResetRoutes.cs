using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.CareTeam;

/// <summary>
/// A new password for somebody who lost theirs. No administrator alone: another agrees, or the owner gives one of their
/// recovery codes. Where there is only one administrator the operator does it on the machine.
/// </summary>
internal static class ResetRoutes
{
    private const string Address = "/accounts/{account:guid}/reset";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Address, AskAsync).Needs(AccessAction.ManageAccounts).RequireRateLimiting(RateLimits.OwnAccount);
        routes.MapPost(Address + "/agree", AgreeAsync).Needs(AccessAction.ManageAccounts);
        routes.MapPost(Address + "/drop", DropAsync).Needs(AccessAction.ManageAccounts);
    }

    private static async Task<IResult> AskAsync(
        Guid account,
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        UserManager<Account> users,
        Resets resets
    )
    {
        if (await accounts.FindAsync(account) is not { DemoKey: null } known)
            return Answer.NothingHere();
        var (by, forgets) = (http.Actor()!.Account, typed.IsTicked("forgetCodes"));
        if (by == account)
            return Refused(known, typed, "rule.reset-own");
        if (typed["recovery"] is { } recovery)
        {
            var redeemed = await users.RedeemTwoFactorRecoveryCodeAsync(known, recovery);
            if (!redeemed.Succeeded)
                return Answer.Again<AccountPage>(typed.Wrong("recovery", "rule.recovery-code"), new { Known = known });
            var made = await accounts.ResetPasswordAsync(known, forgets, detail: "recovery-code");
            return Answer.Page<PasswordPage>(new { Known = known, Password = made.Password! });
        }
        if (!(await accounts.ListAsync(http.RequestAborted)).Any(one => MayAgree(one, by, account)))
            return Refused(known, typed, "rule.reset-nobody-else");
        await accounts.AskResetAsync(known);
        await resets.AskAsync(account, by, forgets, http.RequestAborted);
        return Answer.SeeOther(http, $"/accounts/{account}", "keep-accounts.reset.asked");
    }

    /// <summary>Agreeing is with what was shown: a request that took its place is another one.</summary>
    private static async Task<IResult> AgreeAsync(
        Guid account,
        TypedForm typed,
        HttpContext http,
        Accounts accounts,
        Resets resets,
        SecondAdministrator second
    )
    {
        var by = http.Actor()!.Account;
        if (
            await accounts.FindAsync(account) is not { } known
            || await resets.FindAsync(account, http.RequestAborted) is not { } asked
        )
            return Answer.NothingHere();
        if (asked.AskedBy == by || account == by)
            return Refused(known, typed, "rule.reset-second");
        if (typed.Id("asked") != asked.Id)
            return Refused(known, typed, "rule.changed-meanwhile");
        if (await second.IsSameHandAsync(by, asked.AskedBy, http.RequestAborted))
            return Refused(known, typed, "rule.reset-same-hand");
        if (!await resets.TakeAsync(asked, http.RequestAborted))
            return Answer.NothingHere();
        var made = await accounts.ResetPasswordAsync(known, asked.ForgetsCodes, asked.AskedBy);
        return Answer.Page<PasswordPage>(new { Known = known, Password = made.Password! });
    }

    private static async Task<IResult> DropAsync(Guid account, HttpContext http, Accounts accounts, Resets resets)
    {
        if (
            await accounts.FindAsync(account) is not { } known
            || await resets.FindAsync(account, http.RequestAborted) is not { } asked
            || !await resets.TakeAsync(asked, http.RequestAborted)
        )
            return Answer.NothingHere();
        await accounts.DropResetAsync(known);
        return Answer.SeeOther(http, $"/accounts/{account}", "keep-accounts.reset.dropped");
    }

    private static bool MayAgree(Account one, Guid asks, Guid about) =>
        one is { Role: Role.Administrator, IsDisabled: false } && one.Id != asks && one.Id != about;

    private static IResult Refused(Account known, TypedForm typed, string rule) =>
        Answer.Again<AccountPage>(typed.With([new Problem("", rule, [], IsBrokenRule: true)]), new { Known = known });
}
