using Mantel.Core.Journal;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// For whom a password alone is not enough: every role of care, and whoever manages accounts. Others may choose a code.
/// </summary>
internal static class SecondFactor
{
    /// <summary>One of its roles is enough.</summary>
    public static bool IsRequiredOf(Account account, IReadOnlyList<HeldRole> held) =>
        account.DemoKey is null && held.Any(one => one.IsHeld && IsRequiredOf(one.Role));

    public static bool IsRequiredOf(Role role) =>
        role is not (Role.Volunteer or Role.Person or Role.CloseOne or Role.Coordinator or Role.Analyst);

    /// <summary>They have none yet: they choose one before anything else.</summary>
    public static bool IsMissingFrom(Account account, IReadOnlyList<HeldRole> held) =>
        IsRequiredOf(account, held) && !account.TwoFactorEnabled;
}
