using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.Access;

/// <summary>
/// The row of the access table that an endpoint stands on. An endpoint without one fails the build's tests.
/// </summary>
/// <param name="ThroughDesk">True when the desk decides with the person's record; false when the role is
/// enough.</param>
internal sealed record NeedsWhat(AccessAction What, bool ThroughDesk);

/// <summary>How an endpoint says what it needs, and what every endpoint wants to know of a request.</summary>
internal static class Endpoints
{
    /// <summary>
    /// Lets in whoever's role may do this; for pages that are not about one person. Of a record of an organisation the
    /// desk then decides by their relation to it. Others get the page for absent and forbidden, and who is not signed
    /// in is asked to.
    /// </summary>
    public static TEndpoint Needs<TEndpoint>(this TEndpoint endpoint, AccessAction what)
        where TEndpoint : IEndpointConventionBuilder
    {
        if (AccessTable.IsAboutPerson(what))
            throw new InvalidOperationException($"{what} is about a person: use MapPersonPage or MapPersonForm.");
        return endpoint
            .WithMetadata(new NeedsWhat(what, ThroughDesk: AccessTable.IsAboutRecord(what)))
            .AddEndpointFilter(
                async (call, next) =>
                    call.HttpContext.Actor() is not { } actor ? SignInFirst()
                    : AccessTable.IsForRole(what, actor.Role) ? await next(call)
                    : Answer.NothingHere()
            );
    }

    /// <summary>Who is at the desk; null when nobody is signed in.</summary>
    public static Actor? Actor(this HttpContext http) =>
        SignedIn.Of(http) is { Role: not Role.System } who
            ? new Actor(who.Author, who.Person) { Also = who.Also }
            : null;

    /// <summary>The moment of this request; the clinical day is that of Amsterdam and Brussels.</summary>
    public static Moment Now(this HttpContext http) =>
        Moment.At(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), Days.Zone);

    internal static IResult SignInFirst() => Results.Challenge();
}
