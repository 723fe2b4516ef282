using System.Net;
using Mantel.Storage;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>
/// The door of the demonstration: one of the cast, without a password. It exists only where everything is fictitious,
/// and only for whoever sits at this machine.
/// </summary>
internal static class DemoSignIn
{
    /// <summary>The cast, in the order in which the door offers them.</summary>
    public static List<string?> Keys { get; } =
    [
        "physician-on-duty",
        "gp",
        "nurse",
        "palliative-team",
        "ambulance",
        "person",
        "person-unasked",
        "close-one",
        "chaplain",
        "social-worker",
        "volunteer",
        "coordinator",
        "analyst",
        "administrator",
        "gp-ghent",
        "nurse-ghent",
        "coordinator-ghent",
    ];

    public static bool IsOffered(HttpContext http, Installation house) =>
        house is { IsDemo: true, OffersDemo: true } && IsAtThisMachine(http);

    public static async Task<IResult> EnterAsync(
        TypedForm typed,
        HttpContext http,
        Installation house,
        Accounts accounts,
        SignInManager<Account> signIn,
        AccountDiary diary,
        HeldRoles roles
    )
    {
        if (!IsOffered(http, house) || !IsFromHere(http) || !Keys.Contains(typed["as"]))
            return Answer.NothingHere();
        if (await accounts.FindDemoAsync(typed["as"]!, http.RequestAborted) is not { IsDisabled: false } account)
            return Answer.NothingHere();
        // That of the button, or of the form that was held: the others wait in the head of the page.
        var held = HeldForms.In(http)?.Account;
        var isTheirs = (await roles.AllAsync(account.Id, http.RequestAborted)).Any(one => one.Id == held);
        http.Features.Set(new WantedRole(isTheirs ? held : account.Id));
        await signIn.SignInAsync(account, isPersistent: false);
        await diary.WriteAsync(AccountEventKind.SignedIn, account.Id, "demo");
        return HeldForms.GoOn(http, typed);
    }

    /// <summary>
    /// The connection comes from this machine and no proxy passed it on; the name asked for is this machine's too, so
    /// that no page elsewhere can point a name of its own at it.
    /// </summary>
    private static bool IsAtThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !http.Request.Headers.Keys.Any(IsOfProxy)
        && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    private static bool IsOfProxy(string header) =>
        header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original", StringComparison.OrdinalIgnoreCase)
        || string.Equals(header, "Forwarded", StringComparison.OrdinalIgnoreCase)
        || string.Equals(header, "Via", StringComparison.OrdinalIgnoreCase);

    /// <summary>Sent by a page of ours, or by no page at all.</summary>
    private static bool IsFromHere(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return (origin.Length == 0 || IsOurs(origin, http.Request.Host))
            && http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
    }

    private static bool IsOurs(string origin, HostString host) =>
        string.Equals(origin, $"http://{host}", StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"https://{host}", StringComparison.OrdinalIgnoreCase);
}
