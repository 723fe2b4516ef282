using Mantel.Core.Journal;
using Mantel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>One of the roles that an account holds, for the organisation in which it is held.</summary>
/// <param name="Id">Under which its holder acts in it; of the first role it is the id of the account.</param>
/// <param name="IsTaken">It was held before, and is not now.</param>
/// <param name="Waits">A second administrator has yet to agree.</param>
public sealed record HeldRole(
    Guid Id,
    Guid Holder,
    Role Role,
    Guid? Organisation,
    string? OrganisationName,
    bool IsTaken,
    bool Waits
)
{
    /// <summary>It can be chosen now.</summary>
    public bool IsHeld => !IsTaken && !Waits;

    public static HeldRole Of(Account account) =>
        new(
            account.Id,
            account.Holder ?? account.Id,
            account.Role,
            account.Organisation,
            account.OrganisationName,
            account.IsRoleTaken,
            Waits: account.Holder is not null && account.IsDisabled
        );
}

/// <summary>In which role whoever comes in, or is in, is to go on; where the account holds it.</summary>
internal sealed record WantedRole(Guid? Held);

/// <summary>
/// More roles of one account (meer rollen): a general practitioner by day who is on duty at night, a nurse of two
/// organisations. Each has an id of its own, and whoever chose it acts, looks and is remembered under that alone.
/// </summary>
internal sealed class HeldRoles(AccountsDb kept, AccountDiary diary, Sessions sessions)
{
    /// <summary>The newest lines of the log in which the role that was used last is looked for.</summary>
    private const int Lately = 100;

    /// <summary>
    /// Roles that never share an account with another: whoever reads as the person or as a close one reads nothing of
    /// anybody else, and who keeps accounts gives themselves no care.
    /// </summary>
    public static bool StandsAlone(Role role) =>
        role is Role.Person or Role.CloseOne or Role.Administrator or Role.System;

    /// <summary>All roles of an account, its first before the others; also those that were taken away.</summary>
    public async Task<IReadOnlyList<HeldRole>> AllAsync(Guid account, CancellationToken ct) =>
        [
            .. (
                await kept.Users.AsNoTracking().Where(one => one.Id == account || one.Holder == account).ToListAsync(ct)
            )
                .OrderBy(one => one.Holder is not null)
                .ThenBy(one => one.OrganisationName, StringComparer.CurrentCulture)
                .ThenBy(one => one.Id)
                .Select(HeldRole.Of),
        ];

    /// <summary>Those that can be chosen, the one that was used last before the others.</summary>
    public async Task<IReadOnlyList<HeldRole>> OpenAsync(Guid account, CancellationToken ct)
    {
        var open = (await AllAsync(account, ct)).Where(one => one.IsHeld).ToList();
        var last = (await diary.ReadAsync(account, 0, Lately, ct))
            .FirstOrDefault(one => one.Kind is AccountEventKind.RoleChosen)
            ?.HeldRole;
        return [.. open.OrderByDescending(one => one.Id == last)];
    }

    /// <summary>What is in the way of this role beside the others; nothing when it can be given.</summary>
    public static IReadOnlyList<Problem> Check(IReadOnlyList<HeldRole> held, Role role, Guid? organisation)
    {
        if (StandsAlone(role) || held.Any(one => StandsAlone(one.Role)))
            return [new("held-role", "rule.role-apart", [])];
        if (Accounts.NeedsOrganisation(role) && organisation is null)
            return [new("held-organisation", "rule.organisation-missing", [])];
        return held.Any(one => !one.IsTaken && one.Role == role && one.Organisation == organisation)
            ? [new("held-role", "rule.role-held", [])]
            : [];
    }

    /// <summary>Gives a role; one that was held before is the same again, with all that was done in it.</summary>
    /// <param name="waits">It cannot be chosen until a second administrator agreed.</param>
    public async Task GiveAsync(
        Account account,
        Role role,
        (Guid Id, string Name)? organisation,
        bool waits,
        Guid? id = null,
        CancellationToken ct = default
    )
    {
        var at = organisation?.Id;
        var before = await kept.Users.FirstOrDefaultAsync(
            one => one.Holder == account.Id && one.Role == role && one.Organisation == at,
            ct
        );
        var given = before ?? Make(account, role, organisation, id);
        await TellAsync(AccountEventKind.RoleGiven, account, HeldRole.Of(given), ct);
        (given.IsRoleTaken, given.IsDisabled) = (false, waits);
        if (before is null)
            kept.Users.Add(given);
        await kept.SaveChangesAsync(ct);
    }

    /// <summary>A second administrator agreed.</summary>
    public async Task AgreeAsync(Account account, HeldRole role, CancellationToken ct)
    {
        await TellAsync(AccountEventKind.RoleAgreed, account, role, ct);
        (await kept.Users.SingleAsync(one => one.Id == role.Id, ct)).IsDisabled = false;
        await kept.SaveChangesAsync(ct);
    }

    /// <summary>Takes a role away: whoever is in it is out at once, the other roles go on.</summary>
    public async Task TakeAsync(Account account, HeldRole role, CancellationToken ct)
    {
        await TellAsync(AccountEventKind.RoleTaken, account, role, ct);
        (await kept.Users.SingleAsync(one => one.Id == role.Id, ct)).IsRoleTaken = true;
        await kept.SaveChangesAsync(ct);
        await sessions.EndRoleAsync(account.Id, role.Id, ct);
    }

    /// <summary>How many roles wait until a second administrator agreed.</summary>
    public Task<int> WaitingAsync(CancellationToken ct) =>
        kept.Users.CountAsync(one => one.Holder != null && one.IsDisabled && !one.IsRoleTaken, ct);

    /// <summary>Which administrator gave a role that waits for another; null where none is known.</summary>
    public async Task<Guid?> GaveAsync(HeldRole role, CancellationToken ct) =>
        (await diary.ReadAsync(role.Holder, 0, int.MaxValue, ct))
            .FirstOrDefault(one => one.Kind is AccountEventKind.RoleGiven && one.HeldRole == role.Id)
            ?.By;

    /// <summary>Written down before it is done; the owner hears of it until they say that they read it.</summary>
    private async Task TellAsync(AccountEventKind kind, Account account, HeldRole role, CancellationToken ct)
    {
        await diary.WriteAsync(kind, account.Id, $"{role.Role}", heldRole: role.Id, ct: ct);
        (await kept.Users.SingleAsync(one => one.Id == account.Id, ct)).HasNotice = account.DemoKey is null;
    }

    private static Account Make(Account account, Role role, (Guid Id, string Name)? organisation, Guid? id) =>
        new()
        {
            Id = id ?? Guid.NewGuid(),
            Holder = account.Id,
            Name = account.Name,
            Role = role,
            Organisation = organisation?.Id,
            OrganisationName = organisation?.Name,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
}
