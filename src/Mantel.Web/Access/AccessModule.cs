using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.Access;

/// <summary>
/// The doors of access: the desk for every module, breaking the glass, consent, who looked, and mistakes.
/// </summary>
internal static class AccessModule
{
    private const string Entry = "/people/{id:guid}/entries/{entry:guid}";
    private const string Timeline = "/people/{id}/timeline";

    public static IServiceCollection AddAccess(this IServiceCollection services) =>
        services
            .AddSingleton<Notices>()
            .AddSingleton<GlassDesk>()
            .AddSingleton<GlassesToReview>()
            .AddSingleton(provider =>
            {
                var archive = provider.GetRequiredService<Archive>();
                return new Desk(archive.Journal, archive.Looks);
            });

    public static void MapAccess(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<BreakGlassPage, BreakGlass>(
            "/people/{id:guid}/break-glass",
            ReadBreakGlassAsync,
            to: "/people/{id}/night",
            done: "access.glass.done"
        );
        routes.MapPersonForm<ConsentPage, RecordSharingConsent>(
            "/people/{id:guid}/consent",
            ReadConsent,
            to: "/people/{id}",
            done: "access.consent.done"
        );
        routes.MapPersonForm<StrikeOutPage, StrikeOutEntry>(
            Entry + "/strike-out",
            filled =>
            {
                var (also, keep) = ReadResting(filled);
                return new(filled.Route("entry"), filled.Typed["reason"], also, keep, filled.Sight.Actor.Author);
            },
            Timeline,
            "access.strike-out.done"
        );
        routes.MapPersonForm<WithdrawPage, WithdrawWrongPerson>(
            Entry + "/withdraw",
            filled =>
            {
                var (also, keep) = ReadResting(filled);
                var gone = also.Prepend(filled.Route("entry")).ToList();
                return new(gone, filled.Typed["reason"], keep, filled.Sight.Actor.Author);
            },
            Timeline,
            "access.withdraw.done"
        );
        routes.MapPersonAct<ReadBrokenGlass>(
            "/people/{id:guid}/broken-glass/{glass:guid}/read",
            filled => new(filled.Sight.Actor.Account, filled.Route("glass")),
            to: "/",
            done: "access.notice.read"
        );
        routes.MapPersonAct<ReadConsentChange>(
            "/people/{id:guid}/consent-changes/{consent:guid}/read",
            filled => new(filled.Sight.Actor.Account, filled.Route("consent")),
            to: "/",
            done: "access.notice.read"
        );
        routes.MapGlassReviews();
        routes.MapPersonGet("/people/{id:guid}/log", AccessAction.ReadLog, LookLogPage.ShowAsync);
    }

    private static async Task<BreakGlass> ReadBreakGlassAsync(SubmittedForm filled) =>
        new(
            filled.Sight.Actor.Account,
            filled.Typed["reason"],
            filled.Typed.IsTicked("vitalEmergency"),
            await filled.Services.GetRequiredService<GlassesToReview>().OpenedTodayAsync(filled.Sight)
        );

    private static RecordSharingConsent ReadConsent(SubmittedForm filled)
    {
        if (filled.Typed.Choice<SharingConsent>("consent") is not { } consent)
        {
            if (filled.Typed["consent"] is null)
                filled.Typed.Wrong("consent", "rule.missing");
            consent = SharingConsent.Unknown;
        }
        return new(consent, filled.Typed["explanation"], filled.Typed.Date("saidOn"));
    }

    /// <summary>What the form says of each entry that rests on the one taken back: gone too, or kept.</summary>
    private static (List<Guid> Also, List<Guid> Keep) ReadResting(SubmittedForm filled)
    {
        var (also, keep) = (new List<Guid>(), new List<Guid>());
        foreach (var entry in filled.Sight.Record.AllRestingOn([filled.Route("entry")]))
        {
            switch (filled.Typed.Choice<DependentEntry>(RestingChoice.FieldOf(entry)))
            {
                case DependentEntry.Also:
                    also.Add(entry.Id);
                    break;
                case DependentEntry.Keep:
                    keep.Add(entry.Id);
                    break;
                default:
                    filled.Typed.Wrong(RestingChoice.FieldOf(entry), "rule.decide-what-rests-on-it");
                    break;
            }
        }
        return (also, keep);
    }
}

/// <summary>What becomes of an entry that rests on one that is taken back.</summary>
internal enum DependentEntry
{
    Also,
    Keep,
}
