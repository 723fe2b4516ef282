using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.CareTeam;

/// <summary>
/// The second administrator (tweede beheerder). What one administrator makes, or gives another role, works only when
/// another agrees, wherever there is another. An account for a person or a close one has the code of the care team.
/// </summary>
internal sealed class SecondAdministrator(Accounts accounts, HeldRoles roles, AccountDiary diary, TimeProvider clock)
{
    /// <summary>Whom one gave an account or a password so lately cannot be one's second person.</summary>
    private static readonly TimeSpan SameHandFor = TimeSpan.FromDays(30);

    public static bool IsNeededFor(Role role) => role is not (Role.Person or Role.CloseOne);

    /// <summary>
    /// There is another than the first, whom the first did not make lately. One whom the first switched off lately
    /// still counts, so that nobody makes themselves the only one.
    /// </summary>
    public async Task<bool> IsThereAsync(Guid first, CancellationToken ct)
    {
        foreach (var one in await accounts.ListAsync(ct))
        {
            if (one.Role is not Role.Administrator || one.Id == first)
                continue;
            var lately = await LatelyAsync(one.Id, ct);
            var isMade = lately.Exists(happened => happened.Kind is AccountEventKind.Made && happened.By == first);
            var isOff = one.IsDisabled && !lately.Exists(happened => IsSwitchedOff(happened, first));
            if (!isMade && !isOff)
                return true;
        }
        return false;
    }

    /// <summary>How many accounts and roles wait until another administrator agrees; none for who is none.</summary>
    public async Task<int> WaitingAsync(Role reader, CancellationToken ct)
    {
        if (reader is not Role.Administrator)
            return 0;
        var waiting = await roles.WaitingAsync(ct);
        foreach (var one in (await accounts.ListAsync(ct)).Where(one => one.IsDisabled))
            waiting += await WaitsSinceAsync(one, ct) is null ? 0 : 1;
        return waiting;
    }

    /// <summary>Who made this account, or changed it, when it waits for another to agree; else null.</summary>
    public async Task<Guid?> WaitsSinceAsync(Account account, CancellationToken ct)
    {
        if (!account.IsDisabled)
            return null;
        var all = await diary.ReadAsync(account.Id, 0, int.MaxValue, ct);
        var newest = all.FirstOrDefault(one =>
            one.Kind
                is AccountEventKind.Made
                    or AccountEventKind.PlaceChanged
                    or AccountEventKind.Disabled
                    or AccountEventKind.Enabled
        );
        return newest?.Kind is AccountEventKind.Made or AccountEventKind.PlaceChanged ? newest.By : null;
    }

    /// <summary>The second person is one that the first made, or whose password the first gave out, lately.</summary>
    public async Task<bool> IsSameHandAsync(Guid second, Guid first, CancellationToken ct) =>
        (await LatelyAsync(second, ct)).Exists(one => IsOfOneHand(one, first));

    private async Task<List<AccountEvent>> LatelyAsync(Guid account, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - SameHandFor;
        return [.. (await diary.ReadAsync(account, 0, int.MaxValue, ct)).TakeWhile(one => one.At > since)];
    }

    private static bool IsSwitchedOff(AccountEvent one, Guid first) =>
        one.Kind is AccountEventKind.Disabled && one.By == first;

    private static bool IsOfOneHand(AccountEvent one, Guid first) =>
        (one.By == first || one.AlsoBy == first)
        && one.Kind
            is AccountEventKind.Made
                or AccountEventKind.PlaceChanged
                or AccountEventKind.PasswordReset
                or AccountEventKind.RoleGiven
                or AccountEventKind.Enabled;
}
