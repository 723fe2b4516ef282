using Mantel.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// In which of their roles somebody goes on: chosen after signing in, and again whenever they like. Going on in another
/// role ends the session and begins one in that role, so that nothing of the first is left in it.
/// </summary>
internal static class ChoosingRoles
{
    public const string Address = "/role";

    public static void MapRoles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Address, ShowAsync);
        routes.MapPost(Address, ChooseAsync).WithMetadata(new AboutOwnAccount());
    }

    /// <summary>Where one chooses, and goes on from to the page that was asked for.</summary>
    public static string AddressFor(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Path != "/"
            ? $"{Address}?back={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}"
            : Address;

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        UserManager<Account> users,
        HeldRoles roles,
        string? back
    )
    {
        var open = await OpenAsync(http, users, roles);
        return open.Count < 2 && SignedIn.Of(http) is not null
            ? Answer.SeeOther(http, "/")
            : Answer.Page<RolePage>(new { Open = open, Back = back });
    }

    private static async Task<IResult> ChooseAsync(
        TypedForm typed,
        HttpContext http,
        UserManager<Account> users,
        SignInManager<Account> signIn,
        HeldRoles roles
    )
    {
        var open = await OpenAsync(http, users, roles);
        if (typed.Id("as") is not { } id || open.All(one => one.Id != id))
            return Gone(open, typed["back"]);
        http.Features.Set(new WantedRole(id));
        await signIn.SignInAsync((await users.GetUserAsync(http.User))!, isPersistent: false);
        return HeldForms.GoOn(http, typed);
    }

    /// <summary>
    /// The choice of a role, for what was typed in another than one is in now. Nothing was recorded: whoever goes back
    /// to the role of the form gets it shown again, and sends it themselves.
    /// </summary>
    /// <param name="held">What was typed, sealed; null when there was nothing to hold.</param>
    public static async Task<IResult> HoldAsync(HttpContext http, HeldForm typed, string? held)
    {
        var services = http.RequestServices;
        var (users, roles) = (
            services.GetRequiredService<UserManager<Account>>(),
            services.GetRequiredService<HeldRoles>()
        );
        var open = await OpenAsync(http, users, roles);
        var page = Answer.Page<RolePage>(
            new
            {
                Open = open,
                Written = typed,
                Of = open.FirstOrDefault(one => one.Id == typed.Account),
                Held = held,
            }
        );
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private static RazorComponentResult<RolePage> Gone(IReadOnlyList<HeldRole> open, string? back)
    {
        var page = Answer.Page<RolePage>(
            new
            {
                Open = open,
                Back = back,
                IsGone = true,
            }
        );
        page.StatusCode = StatusCodes.Status409Conflict;
        return page;
    }

    private static async Task<IReadOnlyList<HeldRole>> OpenAsync(
        HttpContext http,
        UserManager<Account> users,
        HeldRoles roles
    ) =>
        await users.GetUserAsync(http.User) is { } account
            ? await roles.OpenAsync(account.Id, http.RequestAborted)
            : [];
}
