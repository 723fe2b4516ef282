using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Tests.Web;
using Mantel.Web.Look;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.AdvanceCarePlanning;

/// <summary>The product with people in it whose plan can be made: each test registers its own.</summary>
public sealed class PlanHouse : IAsyncLifetime
{
    private readonly Dictionary<string, Author> _cast = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Visitor> _visitors = new(StringComparer.Ordinal);
    private RunningMantel? _mantel;

    public RunningMantel Mantel => _mantel!;

    private ProgramDesk Own => Mantel.Services.GetRequiredService<Desk>().Own;

    public async Task InitializeAsync()
    {
        _mantel = await RunningMantel.StartAsync();
        await _mantel.WithAccountsAsync(async accounts =>
        {
            foreach (var account in await accounts.ListAsync(CancellationToken.None))
                _cast[account.DemoKey!] = new Author(account.Id, account.Name, account.Role, null, null);
        });
    }

    public async Task DisposeAsync() => await Mantel.DisposeAsync();

    /// <summary>A browser without scripts, signed in as one of the cast.</summary>
    public async Task<Visitor> VisitAsync(string role)
    {
        if (!_visitors.TryGetValue(role, out var visitor))
            _visitors[role] = visitor = await Mantel.SignInAsync(role);
        return visitor;
    }

    public Author Of(string role) => _cast[role];

    /// <summary>Leida, with her daughter Marijke, her GP and her nurse; in Flanders when asked.</summary>
    public async Task<Guid> RegisterLeidaAsync(string country = "NL")
    {
        var id = Guid.NewGuid();
        var belgian = country == "BE";
        var address = belgian
            ? new Address(AddressKind.Home, "Meiboomlaan", "7", "9000", "Gent", "Gent", null, "BE", null)
            : new Address(AddressKind.Home, "Koudekerkseweg", "12", "4382 AB", "Vlissingen", null, null, "NL", null);
        var name = new PersonName("Leida Maria", null, "Leida", null, "Vos", null, null, NameUse.Own);
        await DoAsync(id, new RegisterPerson(name, new PartialDate(1944, 3, 14), Address: address, Fictitious: true));
        var marijke = new PersonName("Marijke", null, null, null, "Vos", null, null, NameUse.Own);
        await DoAsync(
            id,
            new RecordRelatedPerson(Guid.NewGuid(), marijke, Relationship.Daughter, Roles: [ContactRole.FirstContact])
        );
        foreach (
            var (role, discipline) in new[] { ("gp", Discipline.GeneralPractitioner), ("nurse", Discipline.Nurse) }
        )
        {
            var member = new TeamMember(Of(role).Name, discipline, Account: Of(role).Account);
            await DoAsync(id, new JoinCareTeam(Guid.NewGuid(), member, new PartialDate(2025, 1, 1)));
        }
        return id;
    }

    public async Task<IReadOnlyList<Entry>> DoAsync(
        Guid person,
        IAct<PersonRecord> act,
        string by = "nurse",
        int daysAgo = 0
    )
    {
        var now = Moment.At(TimeProvider.System.GetUtcNow().AddDays(-daysAgo), Days.Zone);
        var deed = await Own.DoAsync(person, act, Of(by), new Submission(Guid.NewGuid()), now, CancellationToken.None);
        return deed.ShouldBeOfType<ActOutcome.Done>(
            deed is ActOutcome.Refused refused ? string.Join("; ", refused.Problems) : deed.GetType().Name
        ).Entries;
    }

    public async Task<Guid> AgreeAsync(
        Guid person,
        TreatmentKind kind,
        Decision decision,
        string on,
        string by = "nurse"
    )
    {
        var parties = new[] { Outcomes.Leida, Outcomes.Fatima };
        var act = new AgreeTreatmentDirective(kind, null, false, decision, null, null, Outcomes.On(on), parties);
        return (await DoAsync(person, act, by))[0].Id;
    }

    public Task<PersonRecord> RecordAsync(Guid person) => Own.LoadAsync(person, CancellationToken.None);
}
