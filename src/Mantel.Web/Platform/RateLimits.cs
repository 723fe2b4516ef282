using System.Globalization;
using System.Threading.RateLimiting;

namespace Mantel.Web.Platform;

/// <summary>
/// How often one may ask: at the door per place, searches per account, whichever of its roles
/// asks. Nobody reads a register by guessing.
/// </summary>
internal static class RateLimits
{
    /// <summary>
    /// Coming in, right or wrong: only so many that nobody keeps the machine busy; failures are counted elsewhere.
    /// </summary>
    public const string SignIn = "sign-in";

    /// <summary>Changing one's password or codes.</summary>
    public const string OwnAccount = "own-account";
    public const string Search = "search";

    /// <summary>Trying a link to prepare at home.</summary>
    public const string Prepare = "prepare";

    /// <summary>Writing at home: for each preparation, so that nobody stands in the way of others.</summary>
    public const string Write = "write";

    /// <summary>Giving a signal: more than anybody needs, and too few to flood an inbox.</summary>
    public const string Signal = "signal";

    /// <summary>Asking whether a printed sheet is current, without signing in.</summary>
    public const string Sheet = "sheet";

    /// <summary>Sending a spreadsheet, checking it, or asking for one: unpacking is work.</summary>
    public const string Spreadsheet = "spreadsheet";

    internal static void AddRateLimits(this IServiceCollection services) =>
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                    context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds)
                        .ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limits.AddPolicy(SignIn, http => Window(PlaceOf(http), 300));
            limits.AddPolicy(OwnAccount, http => Window(SignedIn.Of(http)?.Holder.ToString() ?? PlaceOf(http), 20));
            limits.AddPolicy(Sheet, http => Window(http.Connection.RemoteIpAddress?.ToString() ?? "", 30));
            limits.AddPolicy(Prepare, http => Window(http.Connection.RemoteIpAddress?.ToString() ?? "", 60));
            limits.AddPolicy(Signal, http => Window(SignedIn.Of(http)?.Holder.ToString() ?? "", 60));
            limits.AddPolicy(Spreadsheet, http => Window(SignedIn.Of(http)?.Holder.ToString() ?? "", 60));
            limits.AddPolicy(Search, http => Window(SignedIn.Of(http)?.Holder.ToString() ?? "", 120));
        });

    private static string PlaceOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>So many times a minute; a module adds its own policy with it.</summary>
    internal static RateLimitPartition<string> Window(string who, int times) =>
        RateLimitPartition.GetFixedWindowLimiter(
            who,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1) }
        );
}
