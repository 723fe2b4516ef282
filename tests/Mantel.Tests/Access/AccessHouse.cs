using System.Net;
using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Access;

/// <summary>
/// A running house without a demonstration, in which a test tells a person's history and lets anybody in whom it needs.
/// </summary>
public sealed class AccessHouse : IAsyncLifetime
{
    private static readonly Author Teller = new(Guid.NewGuid(), "De verteller", Role.System, null, null);
    private RunningMantel? _house;

    public RunningMantel House => _house ?? throw new InvalidOperationException("The house is not open.");

    public Desk Desk => House.Services.GetRequiredService<Desk>();

    public LookLog Looks => House.Services.GetRequiredService<Archive>().Looks;

    public static Moment Now =>
        Moment.At(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"));

    public async Task InitializeAsync() => _house = await RunningMantel.StartAsync(demo: false);

    public async Task DisposeAsync()
    {
        if (_house is not null)
            await _house.DisposeAsync();
    }

    /// <summary>
    /// A person about whom this is known, with a diagnosis that no page may show to who may not see it.
    /// </summary>
    public async Task<Guid> PersonAsync(SharingConsent? consent, params IReadOnlyList<Fact> facts)
    {
        var person = Guid.NewGuid();
        List<Fact> all =
        [
            new PersonRegistered(Fictitious: true),
            new NameRecorded(new PersonName("Leida", null, "Leida", null, "Vos", null, null, NameUse.Own)),
            new BirthDateRecorded(new PartialDate(1941, 5, 2)),
            new DiagnosisRecorded("Hartfalen", null, IsMain: true),
        ];
        if (consent is { } said)
            all.Add(new SharingConsentRecorded(said, null));
        await TellAsync(person, [.. all, .. facts]);
        return person;
    }

    public Task<IReadOnlyList<Entry>> TellAsync(Guid person, params IReadOnlyList<Fact> facts) =>
        TellAsync(person, new Tells(facts, []));

    public Task<IReadOnlyList<Entry>> TellOnAsync(Guid person, Guid restsOn, params IReadOnlyList<Fact> facts) =>
        TellAsync(person, new Tells(facts, [restsOn]));

    public Task<PersonRecord> ReadAsync(Guid person) => Desk.Own.LoadAsync(person, default);

    /// <summary>Somebody with an account, signed in.</summary>
    public async Task<Somebody> SomebodyAsync(Role role, Guid? person = null, Guid? organisation = null)
    {
        var visitor = House.Visit();
        await using var scope = House.Services.CreateAsyncScope();
        var account = new Account
        {
            Id = Guid.NewGuid(),
            UserName = $"someone-{Guid.NewGuid():N}",
            Name = $"{role} {Guid.NewGuid().ToString()[..6]}",
            Role = role,
            Person = person,
            Organisation = organisation,
            OrganisationName = organisation is null ? null : "Huisartsenpost",
            EmailConfirmed = true,
            TwoFactorEnabled = true,
        };
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        (await users.CreateAsync(account)).Succeeded.ShouldBeTrue();
        var principal = await scope
            .ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>()
            .CreateAsync(account);
        var cookies = scope
            .ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        var session = await scope
            .ServiceProvider.GetRequiredService<Sessions>()
            .BeginAsync(account.Id, account.Id, role, null, default);
        properties.Items[SessionCookie.Item] = session.ToString();
        var ticket = cookies.TicketDataFormat.Protect(new(principal, properties, IdentityConstants.ApplicationScheme));
        visitor.Client.DefaultRequestHeaders.Add("Cookie", $"{cookies.Cookie.Name}={ticket}");
        return new Somebody(
            visitor,
            new Actor(new Author(account.Id, account.Name, role, organisation, account.OrganisationName), person)
        );
    }

    /// <summary>Makes somebody a member of the care team from today.</summary>
    public async Task<Guid> JoinAsync(Guid person, Somebody who, CareRelation relation = CareRelation.CareTeam)
    {
        var member = Guid.NewGuid();
        await TellAsync(
            person,
            new CareTeamMemberJoined(
                member,
                who.Actor.Author.Name,
                Discipline.Other,
                null,
                null,
                null,
                new Reachability(null, null, null),
                who.Actor.Account,
                relation
            )
        );
        return member;
    }

    public Task<bool> FindAsync(Guid person, Somebody who) => Desk.FoundAsync(person, who.Actor, Now, default);

    private async Task<IReadOnlyList<Entry>> TellAsync(Guid person, Tells act) =>
        (await Desk.Own.DoAsync(person, act, Teller, new Submission(Guid.NewGuid()), Now, default))
            .ShouldBeOfType<ActOutcome.Done>()
            .Entries;

    private sealed record Tells(IReadOnlyList<Fact> Facts, IReadOnlyList<Guid> RestsOn) : IAct<PersonRecord>
    {
        public Outcome Decide(PersonRecord record, Moment now) =>
            Outcome.Yield([.. Facts.Select(fact => new NewFact(fact, PartialDate.Of(now.Today), RestsOn))]);
    }
}

/// <summary>Somebody with an account and a browser.</summary>
public sealed record Somebody(Visitor Visitor, Actor Actor)
{
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        var answer = await Visitor.Client.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
