using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Mantel.Web.Platform;

/// <summary>
/// Pages that follow their records: the page says which, sealed for who reads it, and hears over an open connection
/// that something changed, never what. It then asks for itself again, so that every rule of access decides anew.
/// </summary>
internal sealed class LivePages(
    Archive archive,
    IDataProtectionProvider protection,
    Sessions sessions,
    IHostApplicationLifetime life
)
{
    internal const string Address = "/live";

    /// <summary>Nothing is said for so long that what stands between would close the connection.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(45);

    /// <summary>The browser asks anew after this, and is then let in or not.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private const string Changed = "event: changed\ndata:\n\n";

    private readonly IDataProtector _seal = protection.CreateProtector("Mantel.LivePages");

    /// <summary>The address at which this account hears of these records.</summary>
    public string Of(Guid account, IReadOnlyList<StreamId> streams)
    {
        var names = string.Join(' ', streams.Select(one => $"{one.Kind.Number}/{one.Id:N}"));
        var seal = _seal.Protect(Encoding.UTF8.GetBytes($"{account:N} {names}"));
        return $"{Address}?of={WebEncoders.Base64UrlEncode(seal)}";
    }

    /// <summary>Says that something changed, whenever it does, until the browser or the house goes.</summary>
    public async Task FollowAsync(HttpContext http, IReadOnlyList<StreamId> streams)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        ends.CancelAfter(Longest);
        var session = await SessionCookie.IdOfAsync(http);
        var changed = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        // Signed out here, or on in another role: the connection looks anew, and ends at once.
        using var left = sessions.WhenEnded(SignedIn.Of(http)!.Holder, () => changed.Writer.TryWrite(true));
        using var following = archive.Changes.Follow(streams, () => changed.Writer.TryWrite(true));
        try
        {
            await WriteAsync(http, "retry: 2000\n\n", ends.Token);
            while (await NextAsync(changed.Reader, ends.Token) is var next)
            {
                // Left in another process: over there only the table of sessions tells it.
                if (next == Changed && session is { } one && !await sessions.IsOpenAsync(one, ends.Token))
                    return;
                await WriteAsync(http, next, ends.Token);
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The page is gone, or is asked to come again.
        }
    }

    /// <summary>Null for what was sealed for somebody else, or not here.</summary>
    public IReadOnlyList<StreamId>? Read(Guid account, string? of)
    {
        try
        {
            var text = Encoding.UTF8.GetString(_seal.Unprotect(WebEncoders.Base64UrlDecode(of ?? "")));
            return text.Split(' ') is [var owner, .. var names] && owner == $"{account:N}"
                ? [.. names.Select(One)]
                : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static StreamId One(string name)
    {
        var (kind, id) = (name.Split('/')[0], name.Split('/')[1]);
        var number = byte.Parse(kind, CultureInfo.InvariantCulture);
        return new(
            StreamKind.Of(number) ?? throw new FormatException("No such kind of stream."),
            Guid.ParseExact(id, "N")
        );
    }

    /// <summary>What to say next: that something changed, or only that one is there still.</summary>
    private static async Task<string> NextAsync(ChannelReader<bool> changed, CancellationToken ct)
    {
        using var breath = CancellationTokenSource.CreateLinkedTokenSource(ct);
        breath.CancelAfter(Breath);
        try
        {
            await changed.ReadAsync(breath.Token);
            return Changed;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ":\n\n";
        }
    }

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }
}

/// <summary>The address at which open pages hear that they changed.</summary>
internal static class LivePagesModule
{
    public static IServiceCollection AddLivePages(this IServiceCollection services) =>
        services.AddSingleton<LivePages>();

    public static async Task<IResult> FollowAsync(string? of, HttpContext http, LivePages pages)
    {
        if (SignedIn.Of(http) is not { } who || pages.Read(who.Account, of) is not { } streams)
            return Answer.NothingHere();
        await pages.FollowAsync(http, streams);
        return Results.Empty;
    }
}
