using Mantel.Core.Journal;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// For whom a password alone is not enough: every role of care, and whoever manages accounts. Others may choose a code.
/// </summary>
internal static class SecondFactor
{
    public static bool IsRequiredOf(Account account) => account.DemoKey is null && IsRequiredOf(account.Role);

    public static bool IsRequiredOf(Role role) =>
        role is not (Role.Volunteer or Role.Person or Role.CloseOne or Role.Coordinator or Role.Analyst);

    /// <summary>They have none yet: they choose one before anything else.</summary>
    public static bool IsMissingFrom(Account account) => IsRequiredOf(account) && !account.TwoFactorEnabled;
}
