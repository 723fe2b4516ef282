using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Identification.Inbox;
using Mantel.Web.People;
using Mantel.Web.Start;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mantel.Bench;

/// <summary>The start list drawn from what was gathered once: no register, no look log, no journal.</summary>
internal static class StartFromMemory
{
    private static readonly Dictionary<bool, Gathered> Kept = [];
    private static readonly SemaphoreSlim One = new(1, 1);

    private sealed record Gathered(
        Moment Now,
        Core.Access.Actor Actor,
        IReadOnlyList<RegisterRow> Own,
        AskingList Asking,
        IReadOnlyList<Sight> Notices,
        InboxInShort Inbox
    );

    public static async Task<IResult> DrawAsync(
        HttpContext http,
        OwnPeople people,
        Notices notices,
        InboxInShort.Reader inbox
    )
    {
        var all = http.Request.Query.ContainsKey("all");
        await One.WaitAsync(http.RequestAborted);
        try
        {
            if (!Kept.ContainsKey(all))
                Kept[all] = await GatherAsync(http, people, notices, inbox, all);
        }
        finally
        {
            One.Release();
        }
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<StartPage>(Kept[all]) { PreventStreamingRendering = true };
    }

    private static async Task<Gathered> GatherAsync(
        HttpContext http,
        OwnPeople people,
        Notices notices,
        InboxInShort.Reader inbox,
        bool all
    )
    {
        var (actor, now) = (http.Actor()!, http.Now());
        var own = await people.AllAsync(actor, now, http.RequestAborted);
        var shown = all ? own.Count : AskingList.Usual;
        return new(
            now,
            actor,
            own,
            await people.AskingAsync(own, actor, now, shown, http.RequestAborted),
            await notices.OfAsync(actor, now, http.RequestAborted),
            await inbox.OfAsync(actor, now, http.RequestAborted)
        );
    }
}
