using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Web.Access;
using Mantel.Web.AdvanceCarePlanning.Forms;
using Mantel.Web.AdvanceCarePlanning.Living;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>The door of the plan: the page one reads, and a form for each thing that can be told or agreed.</summary>
internal static class PlanModule
{
    private const string Plan = "/people/{id:guid}/plan";
    private const string Back = "/people/{id}/plan";

    public static void MapPlan(this IEndpointRouteBuilder routes)
    {
        routes.MapPersonPage<PlanPage>(Plan, AccessAction.ReadPlan);
        routes.MapPersonGet(Plan + "/documents/{document:guid}", AccessAction.ReadAttachment, PlanDocuments.SendAsync);
        MapTalk(routes);
        MapDirectives(routes);
        MapDeclarations(routes);
        MapTopics(routes);
        routes.MapLivingPlan();
    }

    private static void MapTalk(IEndpointRouteBuilder routes)
    {
        Form<HoldConversationForm, HoldConversation>(
            routes,
            "conversation",
            HoldConversationForm.Read,
            "plan.done.conversation"
        );
        Form<DeclineTalkForm, DeclineTalk>(routes, "declined", DeclineTalkForm.Read, "plan.done.declined");
        routes.MapPersonAct<DeclineTalk>(
            "/people/{id:guid}/not-now",
            filled => new(TalkTopic.Everything, OnlyNow: true, Words: null, PartialDate.Of(filled.Sight.Now.Today)),
            to: "/",
            done: "own.not-now.done"
        );
        routes.MapPersonForm<SayDifferentlyForm, SayDifferently>(
            Plan + "/says-differently",
            SayDifferentlyForm.Read,
            "/people/{id}",
            "plan.done.says-differently"
        );
        Form<TalkThroughForm, TalkThrough>(
            routes,
            "says-differently/{entry:guid}/talk-through",
            TalkThroughForm.Read,
            "plan.done.talked-through"
        );
    }

    private static void MapDirectives(IEndpointRouteBuilder routes)
    {
        foreach (var kind in Enum.GetValues<TreatmentKind>())
        {
            Form<AgreeTreatmentDirectiveForm, AgreeTreatmentDirective>(
                routes,
                "treatments/" + Treatments.Slug(kind),
                AgreeTreatmentDirectiveForm.Read,
                "plan.done.agreed"
            );
        }
        Form<AgreeTreatmentDirectiveForm, AgreeTreatmentDirective>(
            routes,
            "directives/{entry:guid}/change",
            AgreeTreatmentDirectiveForm.Read,
            "plan.done.agreed"
        );
        Form<ReconfirmDirectiveForm, ReconfirmDirective>(
            routes,
            "directives/{entry:guid}/reconfirm",
            ReconfirmDirectiveForm.Read,
            "plan.done.reconfirmed"
        );
        Form<ConfirmTreatmentDirectiveForm, ConfirmTreatmentDirective>(
            routes,
            "directives/{entry:guid}/confirm",
            ConfirmTreatmentDirectiveForm.Read,
            "plan.done.confirmed"
        );
        Form<EndTreatmentDirectiveForm, EndTreatmentDirective>(
            routes,
            "directives/{entry:guid}/end",
            EndTreatmentDirectiveForm.Read,
            "plan.done.ended"
        );
    }

    private static void MapDeclarations(IEndpointRouteBuilder routes)
    {
        Form<RecordAdvanceDirectiveForm, RecordAdvanceDirective>(
            routes,
            "declarations",
            RecordAdvanceDirectiveForm.Read,
            "plan.done.declaration",
            withFiles: true
        );
        Form<EndAdvanceDirectiveForm, EndAdvanceDirective>(
            routes,
            "declarations/{entry:guid}/end",
            EndAdvanceDirectiveForm.Read,
            "plan.done.taken-back"
        );
        Form<WorkOutDeclarationForm, WorkOutDeclaration>(
            routes,
            "declarations/{entry:guid}/work-out",
            WorkOutDeclarationForm.Read,
            "plan.done.worked-out"
        );
        Form<GiveDnrCodeForm, GiveDnrCode>(routes, "dnr-codes", GiveDnrCodeForm.Read, "plan.done.dnr-code");
        Form<EndDnrStayForm, EndDnrStay>(
            routes,
            "dnr-codes/{entry:guid}/end",
            EndDnrStayForm.Read,
            "plan.done.stay-ended"
        );
        Form<StayLastsForm, SayStayLasts>(
            routes,
            "dnr-codes/{entry:guid}/lasts",
            StayLastsForm.Read,
            "plan.done.stay-lasts"
        );
    }

    private static void MapTopics(IEndpointRouteBuilder routes)
    {
        Form<AgreeTreatmentGoalForm, AgreeTreatmentGoal>(routes, "goal", AgreeTreatmentGoalForm.Read);
        Form<JudgeLegalCapacityForm, JudgeLegalCapacity>(routes, "capacity", JudgeLegalCapacityForm.Read);
        Form<TellCareWishesForm, TellCareWishes>(routes, "wishes", TellCareWishesForm.Read);
        Form<TellWhatElseMattersForm, TellWhatElseMatters>(routes, "what-else", TellWhatElseMattersForm.Read);
        Form<TellPreferredPlaceOfDeathForm, TellPreferredPlaceOfDeath>(
            routes,
            "place-of-death",
            TellPreferredPlaceOfDeathForm.Read
        );
        Form<TellEuthanasiaPositionForm, TellEuthanasiaPosition>(routes, "euthanasia", TellEuthanasiaPositionForm.Read);
        Form<TellDonorRegistrationForm, TellDonorRegistration>(routes, "donation", TellDonorRegistrationForm.Read);
        Form<TellEarlierAgreementsForm, TellEarlierAgreements>(
            routes,
            "earlier-agreements",
            TellEarlierAgreementsForm.Read
        );
        Form<AdviseInformingRelativesForm, AdviseInformingRelatives>(
            routes,
            "informing-relatives",
            AdviseInformingRelativesForm.Read
        );
    }

    private static void Form<TForm, TAct>(
        IEndpointRouteBuilder routes,
        string path,
        Func<SubmittedForm, TAct> read,
        string done = "plan.done.told",
        bool withFiles = false
    )
        where TForm : Microsoft.AspNetCore.Components.IComponent
        where TAct : Core.Journal.IAct<Core.People.PersonRecord> =>
        routes.MapPersonForm<TForm, TAct>($"{Plan}/{path}", read, Back, done, withFiles);
}
