using Mantel.Core.Access;
using Mantel.Storage;
using Mantel.Web.Platform;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mantel.Web.Access;

/// <summary>
/// How a page about one person is declared, in one line, with the row of the access table it stands on. The look is in
/// the log before the page leaves; who may not see it and what is not there get the same answer.
/// </summary>
internal static class PersonPages
{
    private static readonly AccessAction[] Clinical =
    [
        AccessAction.ReadPerson,
        AccessAction.ReadNight,
        AccessAction.ReadPlan,
        AccessAction.ReadTimeline,
    ];

    /// <summary>
    /// The page takes a parameter <c>Sight</c>, and the other values of its address (<c>{entry:guid}</c> as
    /// <c>Entry</c>) where it has parameters of that name. The person's id is <c>{id:guid}</c>.
    /// </summary>
    public static PersonAddress MapPersonPage<TPage>(
        this IEndpointRouteBuilder routes,
        string pattern,
        AccessAction what
    )
        where TPage : IComponent
    {
        var page = new PersonAddress(what, typeof(TPage), Clinical.Contains(what));
        routes
            .MapGet(pattern, (Guid id, HttpContext http, Desk desk) => page.ShowAsync(id, http, desk))
            .WithMetadata(new NeedsWhat(what, ThroughDesk: true));
        return page;
    }

    /// <summary>
    /// Something of a person that is no page, such as a document: the sight opened, then what it answers.
    /// </summary>
    public static RouteHandlerBuilder MapPersonGet(
        this IEndpointRouteBuilder routes,
        string pattern,
        AccessAction what,
        Func<Sight, HttpContext, Desk, Task<IResult>> answer
    ) =>
        routes
            .MapGet(
                pattern,
                async (Guid id, HttpContext http, Desk desk) =>
                {
                    if (http.Actor() is not { } actor)
                        return Endpoints.SignInFirst();
                    var sight = await desk.LoadAsync(id, actor, what, http.Now(), http.RequestAborted);
                    return sight is null ? Answer.NothingHere() : await answer(sight, http, desk);
                }
            )
            .WithMetadata(new NeedsWhat(what, ThroughDesk: true));

    internal static RazorComponentResult Render(Type page, Sight sight, HttpContext http, TypedForm? typed = null)
    {
        http.RequestServices.GetRequiredService<Words>().To?.StandsIn(sight.Record);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["Sight"] = sight };
        if (typed is not null)
            parameters["Typed"] = typed;
        foreach (var (name, value) in http.Request.RouteValues)
        {
            if (ParameterOf(page, name) is { } parameter && value is string text)
                parameters[parameter.Name] = parameter.PropertyType == typeof(Guid) ? Guid.Parse(text) : text;
        }
        http.Response.Headers.CacheControl = "no-store";
        return new(page, parameters) { PreventStreamingRendering = true };
    }

    private static System.Reflection.PropertyInfo? ParameterOf(Type page, string name) =>
        page.GetProperties()
            .FirstOrDefault(property =>
                string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)
                && property.IsDefined(typeof(ParameterAttribute), inherit: true)
            );
}

/// <summary>A page about one person, with narrower pages for who may not see all of it.</summary>
internal sealed class PersonAddress
{
    private readonly AccessAction _what;
    private readonly bool _showsTheWay;
    private readonly Dictionary<AccessAction, Type> _pages;
    private readonly List<AccessAction> _or = [];

    internal PersonAddress(AccessAction what, Type page, bool showsTheWay)
    {
        (_what, _showsTheWay) = (what, showsTheWay);
        _pages = new Dictionary<AccessAction, Type> { [what] = page };
    }

    /// <summary>A narrower page at the same address, for who may not see the ones before it.</summary>
    public PersonAddress Or<TPage>(AccessAction what)
        where TPage : IComponent
    {
        _or.Add(what);
        _pages.Add(what, typeof(TPage));
        return this;
    }

    internal async Task<IResult> ShowAsync(Guid id, HttpContext http, Desk desk)
    {
        if (http.Actor() is not { } actor)
            return Endpoints.SignInFirst();
        var instead = _showsTheWay
            ? new[] { AccessAction.ReadNight, AccessAction.BreakGlass }.Except([_what]).ToArray()
            : [];
        var sight = await desk.LoadAsync(id, actor, _what, http.Now(), http.RequestAborted, _or, instead);
        return sight is null ? Answer.NothingHere()
            : _pages.TryGetValue(sight.Verdict.What, out var page) ? PersonPages.Render(page, sight, http)
            : Answer.SeeOther(http, Way(id, sight.Verdict.What));
    }

    private static string Way(Guid id, AccessAction what) =>
        what is AccessAction.ReadNight ? $"/people/{id}/night" : $"/people/{id}/break-glass";
}
