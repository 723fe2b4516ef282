using Mantel.Core.Journal;
using Mantel.Demo;
using Mantel.Storage;
using Mantel.Web.Look;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>The demonstration: its people, and the cast whom one can be at its door.</summary>
internal static class DemoCast
{
    /// <summary>
    /// Where a demonstration is wanted and nobody real has an account, its people and cast come in. What came in before
    /// stays as it is.
    /// </summary>
    public static async Task GatherAsync(
        IServiceProvider services,
        IProgress<StorageProgress>? progress,
        CancellationToken ct
    )
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var house = services.GetRequiredService<Installation>();
        if (!house.OffersDemo || (!house.IsDemo && await accounts.AnyAsync(ct)))
            return;
        var now = Moment.At(services.GetRequiredService<TimeProvider>().GetUtcNow(), Days.Zone);
        var desk = services.GetRequiredService<Desk>();
        var roles = scope.ServiceProvider.GetRequiredService<HeldRoles>();
        await DemoRegion.SeedAsync(
            desk,
            (account, stop) => OpenAsync(accounts, roles, account, stop),
            now,
            progress,
            ct
        );
    }

    private static async Task OpenAsync(Accounts accounts, HeldRoles roles, DemoAccount account, CancellationToken ct)
    {
        var made = await accounts.CreateDemoAsync(
            account.Key,
            account.Name,
            account.Role,
            account.Organisation is { } organisation ? (organisation, account.OrganisationName!) : null,
            account.Person,
            id: account.Id,
            ct: ct
        );
        if (account.Other is { } other && (await roles.AllAsync(made.Id, ct)).All(one => one.Id != other.Id))
        {
            var at = (other.Organisation, other.OrganisationName);
            await roles.GiveAsync(made, other.Role, at, waits: false, other.Id, ct);
        }
    }
}
