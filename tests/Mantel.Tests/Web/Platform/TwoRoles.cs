using System.Net;
using System.Text.RegularExpressions;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Access;
using Mantel.Web.Platform.SigningIn;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Web.Platform;

/// <summary>Somebody with two roles, general practitioner and on duty, and how they go from one to the other.</summary>
internal static class TwoRoles
{
    internal static async Task SayAsync(Visitor visitor, string way, string words)
    {
        var fields = await FieldsAsync(visitor, way, ("words", words));
        (await visitor.Client.PostAsync(way, Visitor.Fields(fields))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    internal static async Task<HttpStatusCode> FindAsync(Visitor visitor) =>
        (await visitor.Client.PostAsync("/people/search", Visitor.Fields())).StatusCode;

    internal static async Task<Both> BothAsync(AccessHouse house)
    {
        var door = await Enrolled.MakeAsync(house.House, Role.GeneralPractitioner);
        var (night, post) = (Guid.NewGuid(), Guid.NewGuid());
        await using var scope = house.House.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync(door.Id))!;
        await scope
            .ServiceProvider.GetRequiredService<HeldRoles>()
            .GiveAsync(account, Role.PhysicianOnDuty, (post, "Huisartsenpost"), waits: false, night);
        return new(door, night, account.Organisation!.Value, post);
    }

    internal static async Task TakeAsync(AccessHouse house, Both both, Guid role)
    {
        await using var scope = house.House.Services.CreateAsyncScope();
        var account = (await scope.ServiceProvider.GetRequiredService<Accounts>().FindAsync(both.Door.Id))!;
        var roles = scope.ServiceProvider.GetRequiredService<HeldRoles>();
        await roles.TakeAsync(
            account,
            (await roles.AllAsync(account.Id, default)).Single(one => one.Id == role),
            default
        );
    }

    internal static async Task<Visitor> InAsync(AccessHouse house, Both both, Guid role)
    {
        var visitor = await both.EnterAsync(house.House);
        (await SwitchAsync(visitor, role)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return visitor;
    }

    internal static async Task<HttpResponseMessage> SwitchAsync(Visitor visitor, Guid role)
    {
        var form = (await visitor.OpenAsync("/role")).QuerySelector("main form[action='/role']")!;
        return await visitor.Client.PostAsync("/role", Visitor.Fields(Of(form, ("as", $"{role}"))));
    }

    internal static async Task<string> RoleOf(Visitor visitor) =>
        Regex.Replace((await visitor.OpenAsync("/")).QuerySelector(".who__role")!.TextContent.Trim(), @"\s+", " ");

    internal static async Task<HttpResponseMessage> SendBackAsync(
        Visitor visitor,
        AngleSharp.Html.Dom.IHtmlDocument page,
        Guid role
    )
    {
        var form = page.QuerySelector("main form[action='/role']")!;
        return await visitor.Client.PostAsync("/role", Visitor.Fields(Of(form, ("as", $"{role}"))));
    }

    internal static async Task<(string Name, string Value)[]> FieldsAsync(
        Visitor visitor,
        string page,
        params (string Name, string Value)[] typed
    ) => Of((await visitor.OpenAsync(page)).Forms.Single(one => one.GetAttribute("action") == page), typed);

    internal static (string Name, string Value)[] Of(
        AngleSharp.Dom.IElement form,
        params (string Name, string Value)[] typed
    ) =>
        [
            .. form.QuerySelectorAll("input:not([type=checkbox]):not([type=radio])")
                .Where(input => typed.All(one => one.Name != input.GetAttribute("name")))
                .Where(input => input.GetAttribute("name") is not null)
                .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value") ?? "")),
            .. typed,
        ];

    internal static string Plain(string body) =>
        Regex.Replace(body, "name=\"(__RequestVerificationToken|made-for|back)\" value=\"[^\"]*\"", "");

    internal sealed record Both(Enrolled Door, Guid Night, Guid Home, Guid Post)
    {
        private readonly Queue<string> _codes = new(Door.Recovery);

        /// <summary>Through the door; with a recovery code, for the codes of a phone work once a step.</summary>
        public async Task<Visitor> EnterAsync(RunningMantel mantel)
        {
            var visitor = mantel.Visit();
            await visitor.SendAsync("/sign-in", "/sign-in", ("login", Door.Login), ("password", Door.Password));
            var whole = await visitor.SendAsync("/sign-in/code", "/sign-in/code", ("code", _codes.Dequeue()));
            whole.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
            return visitor;
        }

        public Guid Day => Door.Id;

        public Somebody Of(Guid role, Role kind) =>
            new(
                null!,
                new Actor(
                    role == Day
                        ? new Author(Day, $"Iemand {Door.Login}", kind, Home, "Thuis")
                        : new Author(role, $"Iemand {Door.Login}", kind, Post, "Huisartsenpost")
                )
            );
    }
}
