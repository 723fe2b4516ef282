using System.Globalization;
using System.Security.Claims;
using Mantel.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The cookie of whoever is signed in: it says which session it belongs to and is worth no more than that.
/// </summary>
internal static class SessionCookie
{
    internal const string Item = "mantel:session";

    /// <summary>A new session for who comes in; who was in already with this browser goes on or leaves it.</summary>
    public static async Task SigningInAsync(CookieSigningInContext context)
    {
        if (context.Principal is { } just)
            context.HttpContext.Features.Set(new JustSignedIn(just));
        if (IdOf(context.Properties) is not null)
            return;
        var (http, who) = (context.HttpContext, context.Principal!);
        var account = Guid.Parse(who.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
        var (chosen, before) = (SignedIn.Of(who), await IdOfAsync(http));
        var session = await Of(http)
            .BeginAsync(account, chosen?.Account, chosen?.Role, instead: before, http.RequestAborted);
        await EndAsync(http);
        context.Properties.Items[Item] = session.ToString();
        if (chosen is { HoldsOthers: true })
            await http
                .RequestServices.GetRequiredService<AccountDiary>()
                .WriteAsync(AccountEventKind.RoleChosen, account, $"{chosen.Role}", heldRole: chosen.Account);
    }

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (IdOf(context.Properties) is { } id && await Of(http).GoesOnAsync(id, http.RequestAborted))
        {
            // Before the claims are made anew: in the role in which one is.
            http.Features.Set(new WantedRole(SignedIn.Of(context.Principal!)?.Account));
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        }
        else
            context.RejectPrincipal();
    }

    /// <summary>Ends the session that this request came with.</summary>
    public static async Task EndAsync(HttpContext http)
    {
        if (await IdOfAsync(http) is { } id)
            await Of(http).EndAsync(id, http.RequestAborted);
    }

    /// <summary>The session that this request came with.</summary>
    public static async Task<Guid?> IdOfAsync(HttpContext http) =>
        IdOf((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties);

    private static Sessions Of(HttpContext http) => http.RequestServices.GetRequiredService<Sessions>();

    private static Guid? IdOf(AuthenticationProperties? properties) =>
        properties is not null
        && properties.Items.TryGetValue(Item, out var text)
        && Guid.TryParse(text, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
