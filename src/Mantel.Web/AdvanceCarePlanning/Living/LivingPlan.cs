using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Access;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>The door of the plan that lives: looked at again, compared, printed, shared and read.</summary>
internal static class LivingPlan
{
    private const string Plan = "/people/{id:guid}/plan";
    private const string Back = "/people/{id}/plan";

    public static IServiceCollection AddLivingPlan(this IServiceCollection services) =>
        services.AddSingleton<SheetAddress>();

    public static void MapLivingPlan(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonPage<ChangesPage>(Plan + "/changes", AccessAction.ReadPlan);
        routes.MapPersonForm<AgreePlanReviewForm, AgreePlanReview>(
            Plan + "/review",
            AgreePlanReviewForm.Read,
            Back,
            "living.review.done"
        );
        routes.MapPlanSheet();
        routes.MapPersonForm<SharePlanForm, SharePlan>(Plan + "/share", SharePlanForm.Read, Back, "living.share.done");
        routes.MapPersonAct<ReadSharedPlan>(
            Plan + "/shares/{entry:guid}/read",
            filled => new(filled.Sight.Actor.Account, filled.Route("entry")),
            "/people/{id}",
            "living.share.read-done"
        );
        routes.MapPersonGet(Plan + "/bundle", AccessAction.Export, PlanBundle.SendAsync);
    }
}
