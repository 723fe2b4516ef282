using System.Globalization;
using System.Security.Claims;
using Mantel.Core.Journal;

namespace Mantel.Web.Platform;

/// <summary>
/// Who is signed in, as the account says: what they are. Why they may see a person is decided elsewhere.
/// </summary>
/// <param name="Account">The id under which they act: of the role that they chose, where the account holds several.
/// All that is recorded, sealed or remembered of them goes by it, so nothing of one role is there in another.</param>
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
    internal const string ActsAsClaim = "mantel:acts-as";
    internal const string AlsoClaim = "mantel:also";
    internal const string ChooseRoleClaim = "mantel:choose-role";
    internal const string RoleClaim = "mantel:role";
    internal const string NameClaim = "mantel:name";
    internal const string OrganisationClaim = "mantel:organisation";
    internal const string OrganisationNameClaim = "mantel:organisation-name";
    internal const string OrganisationCountryClaim = "mantel:organisation-country";
    internal const string PersonClaim = "mantel:person";
    internal const string MustChangePasswordClaim = "mantel:must-change-password";
    internal const string MustTurnOnCodesClaim = "mantel:must-turn-on-codes";
    internal const string NoticeClaim = "mantel:notice";

    /// <summary>The account with which they signed in, whichever of its roles they chose.</summary>
    public Guid Holder { get; init; } = Account;

    /// <summary>The ids of the other roles of the same account, also of those that were taken away.</summary>
    public IReadOnlyList<Guid> Also { get; init; } = [];

    /// <summary>Whether there is, or was, another role beside this one.</summary>
    public bool HoldsOthers => Also.Count > 0;

    /// <summary>As the author of what they do.</summary>
    public Author Author => new(Account, Name, Role, Organisation, OrganisationName);

    /// <summary>Who is behind this request; null when nobody is signed in.</summary>
    public static SignedIn? Of(HttpContext http) => Of(http.User);

    /// <summary>Nobody, too, is whoever holds several roles and chose none: they see nothing and do nothing.</summary>
    public static SignedIn? Of(ClaimsPrincipal user)
    {
        if (
            user.Identity is not { IsAuthenticated: true }
            || Id(user, ClaimTypes.NameIdentifier) is not { } holder
            || MustChoose(user)
        )
            return null;
        return new(
            Id(user, ActsAsClaim) ?? holder,
            user.FindFirstValue(NameClaim) ?? "",
            Enum.Parse<Role>(user.FindFirstValue(RoleClaim) ?? throw new InvalidOperationException("No role.")),
            Id(user, OrganisationClaim),
            user.FindFirstValue(OrganisationNameClaim),
            Id(user, PersonClaim)
        )
        {
            Holder = holder,
            Also =
            [
                .. (user.FindFirstValue(AlsoClaim) ?? "")
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(one => Guid.ParseExact(one, "N")),
            ],
        };
    }

    /// <summary>Signed in with an account of several roles, and in none of them yet.</summary>
    public static bool MustChoose(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == ChooseRoleClaim);

    /// <summary>Lets an endpoint ask who is signed in as a parameter.</summary>
    public static ValueTask<SignedIn?> BindAsync(HttpContext http) => ValueTask.FromResult(Of(http));

    private static Guid? Id(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirstValue(claim), CultureInfo.InvariantCulture, out var id) ? id : null;
}
