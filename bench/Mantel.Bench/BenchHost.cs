using System.Collections.Concurrent;
using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mantel.Bench;

/// <summary>
/// The product with two things beside it: the timeline drawn from what is in memory, without journal and look log,
/// and a header that makes it forget a record first, so that the page comes from the journal.
/// </summary>
internal static class BenchHost
{
    public const string Verb = "host";
    private static readonly ConcurrentDictionary<Guid, Sight> Sights = new();

    public static string Journal(int person) => $"/people/{InventedPeople.Id(person)}/timeline?forget=1";

    public static string Cached(int person) => $"/people/{InventedPeople.Id(person)}/timeline";

    public static string Memory(int person) => $"/bench/people/{InventedPeople.Id(person)}/timeline";

    /// <summary>Serves until the input closes.</summary>
    public static async Task RunAsync(string directory)
    {
        await using var app = MantelServer.Build(new Installation(new(directory), Port: 0, OffersDemo: false));
        app.Use(ForgetAsync);
        app.MapGet("/bench/people/{id:guid}/timeline", DrawAsync);
        app.MapGet(StartOfTheDay.Bare, StartFromMemory.DrawAsync);
        using var bare = new BareStep(directory);
        app.MapPost(StepOfAConversation.Bare, bare.TakeAsync);
        await MantelServer.OpenAsync(app, default);
        await app.StartAsync();
        Console.WriteLine($"open at {app.Urls.First()}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static Task ForgetAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.ContainsKey("forget") && http.Request.RouteValues["id"] is string id)
            http.RequestServices.GetRequiredService<Archive>().Cache.Forget(StreamId.Person(Guid.Parse(id)));
        return next(http);
    }

    private static async Task<IResult> DrawAsync(Guid id, HttpContext http, Desk desk)
    {
        if (!Sights.TryGetValue(id, out var sight))
        {
            sight = await desk.LoadAsync(id, http.Actor()!, AccessAction.ReadTimeline, http.Now(), http.RequestAborted);
            Sights[id] = sight ?? throw new InvalidOperationException("The nurse may not see them.");
        }
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Sight"] = sight };
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TimelinePage>(parameters) { PreventStreamingRendering = true };
    }
}
