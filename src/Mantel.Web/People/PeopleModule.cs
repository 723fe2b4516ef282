using Mantel.Core.Access;
using Mantel.Core.People;
using Mantel.Core.People.Day;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People.Joining;
using Mantel.Web.Platform;

namespace Mantel.Web.People;

/// <summary>The doors of people: finding, registering, the person's page, and every act on who they are.</summary>
internal static class PeopleModule
{
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services
            .AddSingleton(new NavItem("people.nav", "/people/search", 90, MaySearch, IsSearch: true))
            .AddSingleton(provider =>
            {
                var house = provider.GetRequiredService<Installation>();
                return provider
                    .GetRequiredService<Archive>()
                    .Derive((person, today) => Pending.Of(person, today, house.ReviewTermMonths, house.Terms));
            })
            .AddScoped<Findable>()
            .AddScoped<OwnPeople>()
            .AddScoped<Start.OwnStart>();

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapSearch();
        routes.MapRegistering();
        routes.MapJoining();
        routes
            .MapPersonPage<PersonPage>("/people/{id:guid}", AccessAction.ReadPerson)
            .Or<SharedPage>(AccessAction.ReadShared)
            .Or<ReceivedPage>(AccessAction.ReadReceived);
        routes.MapPersonPage<TimelinePage>("/people/{id:guid}/timeline", AccessAction.ReadTimeline);
        routes.MapPersonGet(
            "/people/{id:guid}/came-along/{entry:guid}",
            AccessAction.ReadAttachment,
            CameAlongText.SendAsync
        );
        routes.MapNotes();
        routes.MapPersonForm<PutOffForm, PutOffAttention>(
            "/people/{id:guid}/put-off",
            filled => new(filled.Sight.Actor.Account, filled.Typed.Date("until"), filled.Typed["why"]),
            "/",
            "attention.put-off.done"
        );
        MapIdentity(routes);
        MapHealth(routes);
        routes.MapPersonForm<WhatMattersForm, TellWhatMatters>(
            "/people/{id:guid}/what-matters",
            filled => new(filled.Typed["words"] ?? "", filled.Typed.Date("toldOn"), filled.Typed.IsTicked("adds")),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<BackgroundForm, RecordBackground>(
            "/people/{id:guid}/background/{aspect?}",
            filled => filled.Typed.Background(),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<CourseForm, RecordCourseChange>(
            "/people/{id:guid}/course",
            filled => filled.Typed.Course(),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<DeathForm, RecordDeath>(
            "/people/{id:guid}/death",
            filled => filled.Typed.Death(),
            "/people/{id}",
            "people.death.done"
        );
    }

    private static bool MaySearch(SignedIn who) => Permission.Decide(AccessAction.Search, who.Role).Allowed;

    private static void MapIdentity(IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<NameForm, CorrectName>(
            "/people/{id:guid}/name",
            filled => new(filled.Typed.Name(), filled.Typed.Date("from")),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<CallNameForm, TellCallName>(
            "/people/{id:guid}/call-name",
            filled => new(filled.Typed["callName"]),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<BirthDateForm, CorrectBirthDate>(
            "/people/{id:guid}/birth-date",
            filled => new(filled.Typed.Born("birthDate"), filled.Typed.IsTicked("evenSo")),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<NumberForm, RecordNumber>(
            "/people/{id:guid}/number",
            filled => new(filled.Typed.Number(), filled.Typed.HasNoNumber(), filled.Typed.IsTicked("evenSo")),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<AddressForm, RecordAddress>(
            "/people/{id:guid}/address",
            filled => new(filled.Typed.Address(), filled.Typed.Date("from")),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<ReachForm, RecordReach>(
            "/people/{id:guid}/reach",
            filled => new(filled.Typed.ContactPoints()),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<GenderForm, RecordGender>(
            "/people/{id:guid}/gender",
            filled => filled.Typed.Gender(),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<HouseholdForm, RecordHousehold>(
            "/people/{id:guid}/household",
            filled => new(filled.Typed.YesNo("livesAlone"), filled.Typed.Date("since")),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<LanguageForm, RecordLanguage>(
            "/people/{id:guid}/language",
            filled => filled.Typed.Language(),
            "/people/{id}",
            "people.done"
        );
    }

    private static void MapHealth(IEndpointRouteBuilder routes)
    {
        routes.MapPersonForm<DiagnosisForm, RecordDiagnosis>(
            "/people/{id:guid}/diagnoses/add",
            filled => filled.Typed.Diagnosis(),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<AllergyForm, RecordAllergy>(
            "/people/{id:guid}/allergies/add",
            filled => filled.Typed.Allergy(),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<DeviceForm, RecordImplantedDevice>(
            "/people/{id:guid}/devices/add",
            filled => filled.Typed.Device(),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<MedicationForm, RecordMedicationAtHome>(
            "/people/{id:guid}/medication/add",
            filled => filled.Typed.Medication(),
            "/people/{id}",
            "people.done"
        );
        routes.MapPersonForm<EndItemForm, EndItem>(
            "/people/{id:guid}/items/{entry:guid}/end",
            filled => new(filled.Route("entry"), filled.Typed.Date("on"), filled.Typed["reason"]),
            "/people/{id}",
            "people.end.done"
        );
    }
}
