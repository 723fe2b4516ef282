using System.Globalization;
using System.Security.Claims;
using Mantel.Core.Journal;

namespace Mantel.Web.Platform;

/// <summary>
/// Who is signed in, as the account says: what they are. Why they may see a person is decided elsewhere.
/// </summary>
/// <param name="Person">The person whose record it is, or whose close one this is; null for everyone else.</param>
internal sealed record SignedIn(
    Guid Account,
    string Name,
    Role Role,
    Guid? Organisation,
    string? OrganisationName,
    Guid? Person
)
{
    internal const string RoleClaim = "mantel:role";
    internal const string NameClaim = "mantel:name";
    internal const string OrganisationClaim = "mantel:organisation";
    internal const string OrganisationNameClaim = "mantel:organisation-name";
    internal const string OrganisationCountryClaim = "mantel:organisation-country";
    internal const string PersonClaim = "mantel:person";
    internal const string MustChangePasswordClaim = "mantel:must-change-password";
    internal const string MustTurnOnCodesClaim = "mantel:must-turn-on-codes";
    internal const string NoticeClaim = "mantel:notice";

    /// <summary>As the author of what they do.</summary>
    public Author Author => new(Account, Name, Role, Organisation, OrganisationName);

    /// <summary>Who is behind this request; null when nobody is signed in.</summary>
    public static SignedIn? Of(HttpContext http) => Of(http.User);

    public static SignedIn? Of(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || Id(user, ClaimTypes.NameIdentifier) is not { } account)
            return null;
        return new(
            account,
            user.FindFirstValue(NameClaim) ?? "",
            Enum.Parse<Role>(user.FindFirstValue(RoleClaim) ?? throw new InvalidOperationException("No role.")),
            Id(user, OrganisationClaim),
            user.FindFirstValue(OrganisationNameClaim),
            Id(user, PersonClaim)
        );
    }

    /// <summary>Lets an endpoint ask who is signed in as a parameter.</summary>
    public static ValueTask<SignedIn?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));

    private static Guid? Id(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), CultureInfo.InvariantCulture, out var id) ? id : null;
}
