using System.Globalization;
using System.Security.Cryptography;
using Mantel.Core.AdvanceCarePlanning;
using Microsoft.AspNetCore.DataProtection;

namespace Mantel.Web.AdvanceCarePlanning.Preparing;

/// <summary>
/// Who writes at home, on the device on which the link was used, until the day that the invitation named: one
/// preparation, no account, sealed in a cookie that only these pages get.
/// </summary>
internal sealed record HomeSession(Guid Person, Guid Preparation, string WrittenBy)
{
    private const string Cookie = "mantel-preparation";
    private const string Path = "/prepare";

    public static HomeSession? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } kept)
            return null;
        try
        {
            var parts = Protector(http).Unprotect(kept).Split('\n', 3);
            return
                parts is [var person, var preparation, var name]
                && Guid.TryParse(person, CultureInfo.InvariantCulture, out var whose)
                && Guid.TryParse(preparation, CultureInfo.InvariantCulture, out var which)
                ? new HomeSession(whose, which, name)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="until">Until when the invitation lasts; the record decides anew each time.</param>
    public void Keep(HttpContext http, DateTimeOffset until)
    {
        var options = Options(http);
        options.Expires = until;
        http.Response.Cookies.Append(
            Cookie,
            Protector(http).Protect($"{Person}\n{Preparation}\n{WrittenBy}", until),
            options
        );
    }

    public static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie, Options(http));

    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            Path = Path,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        };

    private static ITimeLimitedDataProtector Protector(HttpContext http) =>
        http
            .RequestServices.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("Mantel.Preparation")
            .ToTimeLimitedDataProtector();
}
