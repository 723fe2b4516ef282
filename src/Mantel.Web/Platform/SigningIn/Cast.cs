using Mantel.Core.Journal;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>The professionals of the demonstration. The person and the close one come with the people they belong to.</summary>
internal static class Cast
{
    private static readonly (string Key, string Name, Role Role, string Organisation)[] Members =
    [
        ("gp", "Sietske Hoekstra", Role.GeneralPractitioner, "Huisartsenpraktijk Dorpsstraat"),
        ("nurse", "Fatima Azouzi", Role.Nurse, "Thuiszorg Walcheren"),
        ("physician-on-duty", "Daan Verbrugge", Role.PhysicianOnDuty, "Huisartsenpost Zeeland"),
        ("palliative-team", "Ineke Maas", Role.PalliativeTeam, "Palliatief team Zeeland"),
        ("ambulance", "Rik Dekker", Role.Ambulance, "Ambulance Zeeland"),
        ("chaplain", "Johanna de Wit", Role.Chaplain, "Geestelijke verzorging thuis"),
        ("social-worker", "Amina el Idrissi", Role.SocialWorker, "Welzijn Vlissingen"),
        ("volunteer", "Piet Geluk", Role.Volunteer, "Vrijwilligers thuis"),
        ("administrator", "Marloes Bakker", Role.Administrator, "Netwerk palliatieve zorg Zeeland"),
        ("coordinator", "Nienke Smit", Role.Coordinator, "Netwerk palliatieve zorg Zeeland"),
        ("analyst", "Jonas Peeters", Role.Analyst, "Netwerk palliatieve zorg Zeeland"),
    ];

    /// <summary>Where a demonstration is wanted and nobody has an account yet, the cast comes in.</summary>
    public static async Task GatherAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        if (!services.GetRequiredService<House>().OffersDemo || await accounts.AnyAsync(ct))
            return;
        foreach (var (key, name, role, organisation) in Members)
            await accounts.CreateDemoAsync(key, name, role, (IdOf(organisation), organisation), ct: ct);
    }

    /// <summary>The same organisation has the same id in every demonstration.</summary>
    private static Guid IdOf(string organisation) =>
        new(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(organisation)).AsSpan(0, 16)
        );
}
