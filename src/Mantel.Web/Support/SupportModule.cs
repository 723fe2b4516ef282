using Mantel.Core.Support;
using Mantel.Web.Access;

namespace Mantel.Web.Support;

/// <summary>The doors of support: how long close ones can keep it up.</summary>
internal static class SupportModule
{
    public static void MapSupport(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<KeepingUpForm, TellKeepingUp>(
            "/people/{id:guid}/circle/{relatedPerson:guid}/keeping-up",
            filled =>
                new(
                    filled.Route("relatedPerson"),
                    filled.Typed.Choice<KeepingUp>("howLong"),
                    filled.Typed["words"],
                    filled.Typed["hiddenFromPerson"],
                    filled.Typed.Date("toldOn")
                ),
            "/people/{id}/circle",
            "people.done"
        );
        routes.MapPersonForm<OwnKeepingUpForm, TellOwnKeepingUp>(
            "/people/{id:guid}/keeping-up",
            filled =>
                new(
                    filled.Sight.Actor.Account,
                    filled.Typed.Choice<KeepingUp>("howLong"),
                    filled.Typed["words"],
                    filled.Typed["hiddenFromPerson"]
                ),
            "/people/{id}",
            "people.done"
        );
    }
}
