using Mantel.Core.Access;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.AdvanceCarePlanning;
using Mantel.Web.AdvanceCarePlanning.Living;
using Mantel.Web.AdvanceCarePlanning.Night;
using Mantel.Web.AdvanceCarePlanning.Preparing;
using Mantel.Web.AdvanceCarePlanning.Talking;
using Mantel.Web.CareTeam;
using Mantel.Web.Identification;
using Mantel.Web.Identification.Inbox;
using Mantel.Web.People;
using Mantel.Web.Platform.SigningIn;
using Mantel.Web.Quality;
using Mantel.Web.Questions;
using Mantel.Web.Start;
using Mantel.Web.Support;

namespace Mantel.Web.Platform;

/// <summary>The rooms of the house. Each has two doors: what it needs, and what one can do there.</summary>
internal static class Modules
{
    public static void Add(IServiceCollection services, KeptStorage keeping)
    {
        services.AddKeeping(keeping);
        services.AddLivePages();
        services.AddAccess();
        services.AddPeople();
        services.AddCareTeam();
        services.AddInbox();
        services.AddReviewList();
        services.AddLivingPlan();
        services.AddPreparing();
        services.AddQuality();
        services.AddQuestions();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapStart();
        routes.MapGet(LivePages.Address, LivePagesModule.FollowAsync).Needs(AccessAction.Home);
        routes.MapPeople();
        routes.MapCareTeam();
        routes.MapIdentification();
        routes.MapInbox();
        routes.MapSupport();
        routes.MapQuality();
        routes.MapNight();
        routes.MapAccess();
        routes.MapPlan();
        routes.MapTalk();
        routes.MapPreparing();
        routes.MapQuestions();
    }

    /// <summary>Once, before the first page: the demonstration.</summary>
    public static Task OpenAsync(
        IServiceProvider services,
        IProgress<StorageProgress>? progress,
        CancellationToken ct
    ) => DemoCast.GatherAsync(services, progress, ct);
}
