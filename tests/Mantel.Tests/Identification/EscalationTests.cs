using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Tests.Access;
using Mantel.Web.Identification.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Mantel.Tests.Identification;

/// <summary>What nobody answers in time the palliative teams of the same network see and answer too.</summary>
public sealed class EscalationTests(AccessHouse house) : IClassFixture<AccessHouse>
{
    private static readonly SignalTerms Terms = new(TimeSpan.FromDays(1), TimeSpan.FromDays(3));
    private InboxDesk Inbox => new(house.Desk, Terms);

    private static readonly Actor Administrator = Somebody(Role.Administrator, null);

    [Fact]
    public async Task After_its_term_a_signal_reaches_the_palliative_team_of_the_network_and_no_other()
    {
        var (care, near, far) = (
            await PlaceAsync("Middelburg"),
            await PlaceAsync("Vlissingen"),
            await PlaceAsync("Groningen")
        );
        var (nurse, team, other) = (
            Somebody(Role.Nurse, care),
            Somebody(Role.PalliativeTeam, near),
            Somebody(Role.PalliativeTeam, far)
        );
        var signal = Guid.NewGuid();
        var given = AccessHouse.Now;
        var act = new SendSignal(signal, "De buurman", null, null, "Hij valt.");
        var volunteer = Somebody(Role.Volunteer, null);
        (await Inbox.SendAsync(care, act, volunteer, Once(), given, default)).ShouldBeOfType<ActOutcome.Done>();

        foreach (var (days, sees) in new[] { (0, false), (2, false), (3, true) })
        {
            var now = At(given, days);
            (await WaitAsync(nurse, now)).ShouldBe([signal]);
            (await WaitAsync(team, now)).ShouldBe(sees ? [signal] : [], $"{days} days");
            (await WaitAsync(other, now)).ShouldBeEmpty();
            (await OpenAsync(care, signal, team, now) is not null).ShouldBe(sees, $"{days} days");
            (await OpenAsync(care, signal, other, now)).ShouldBeNull();
            (await OpenAsync(care, signal, Somebody(Role.Nurse, near), now)).ShouldBeNull("only its palliative team");
        }

        var late = At(given, 4);
        var sight = await OpenAsync(care, signal, team, late);
        var answer = new AnswerInboxSignal(signal, "Langs geweest");
        (await Inbox.DoAsync(sight!, answer, Once(), late, default)).ShouldBeOfType<ActOutcome.Done>();
        (await WaitAsync(nurse, late)).ShouldBeEmpty();
        (await OpenAsync(care, signal, team, late)).ShouldBeNull("it waits for nobody any more");
    }

    [Fact]
    public async Task What_was_opened_in_time_and_is_sent_too_late_is_asked_again()
    {
        var (care, near) = (await PlaceAsync("Goes"), await PlaceAsync("Goes"));
        var (signal, given) = (Guid.NewGuid(), AccessHouse.Now);
        var act = new SendSignal(signal, "De buurman", null, null, "Hij valt.");
        await Inbox.SendAsync(care, act, Somebody(Role.Volunteer, null), Once(), given, default);
        var (nurse, team) = (Somebody(Role.Nurse, care), Somebody(Role.PalliativeTeam, near));
        var late = At(given, 4);
        var opened = (await OpenAsync(care, signal, team, late))!;
        var own = (await OpenAsync(care, signal, nurse, late))!;
        await Inbox.DoAsync(own, new AnswerInboxSignal(signal, "Gedaan"), Once(), late, default);
        var again = new AnswerInboxSignal(signal, "Ook gedaan");
        (await Inbox.DoAsync(opened, again, Once(), late, default)).ShouldBeOfType<ActOutcome.NotAllowed>();
    }

    [Fact]
    public async Task Erasing_the_person_reaches_a_signal_that_was_placed_with_them_and_no_word_stays_behind()
    {
        var care = await PlaceAsync("Middelburg");
        var (volunteer, account) = (Somebody(Role.Volunteer, null), Somebody(Role.Nurse, care));
        var person = await house.PersonAsync(Core.AdvanceCarePlanning.SharingConsent.Given, JoinedBy(account));
        var (signal, now) = (Guid.NewGuid(), AccessHouse.Now);
        var act = new SendSignal(signal, "Leida", null, null, "Ze valt.");
        await Inbox.SendAsync(care, act, volunteer, Once(), now, default);
        var sight = (await OpenAsync(care, signal, account, now))!;
        var place = new PlaceSignal(signal, person);
        (await Inbox.DoAsync(sight, place, Once(), now, default)).ShouldBeOfType<ActOutcome.Done>();
        (await Inbox.HeardAsync(volunteer, default)).ShouldHaveSingleItem().Told!.Noticed.ShouldBe("Ze valt.");

        var archive = house.House.Services.GetRequiredService<Archive>();
        await archive.EraseAsync(new(person, now.Instant, "wish", Guid.NewGuid(), Guid.NewGuid()), default);

        (await Inbox.HeardAsync(volunteer, default)).ShouldHaveSingleItem().Told.ShouldBeNull();
        var inbox = await archive.Journal.ReadAsync(StreamId.Of<InboxRecord>(care), 0, default);
        inbox.Select(entry => entry.Fact.GetType()).ShouldBe([typeof(EntryWithdrawn), typeof(InboxSignalPlaced)]);
        (await archive.VerifyAsync(null, default)).Faults.ShouldBeEmpty();
    }

    private static CareTeamMemberJoined JoinedBy(Actor actor) =>
        new(
            Guid.NewGuid(),
            actor.Author.Name,
            Discipline.Nurse,
            null,
            null,
            null,
            new Reachability(null, null, null),
            actor.Account,
            CareRelation.CareTeam
        );

    private Task<InboxSight?> OpenAsync(Guid organisation, Guid signal, Actor actor, Moment now) =>
        Inbox.OpenAsync(organisation, signal, actor, AccessAction.AnswerInbox, now, default);

    private async Task<List<Guid>> WaitAsync(Actor actor, Moment now) =>
        [.. (await Inbox.WaitingAsync(actor, now, default)).Select(signal => signal.Id)];

    private async Task<Guid> PlaceAsync(string municipality)
    {
        var organisation = Guid.NewGuid();
        var act = new RecordOrganisation(
            organisation,
            $"Zorg {organisation.ToString()[..6]}",
            OrganisationKind.HomeCare,
            municipality,
            "NL"
        );
        (
            await house.Desk.DoAsync(act, Administrator, Once(), AccessHouse.Now, default)
        ).ShouldBeOfType<ActOutcome.Done>();
        return organisation;
    }

    private static Moment At(Moment given, int days) => new(given.Instant.AddDays(days), given.Today.AddDays(days));

    private static Submission Once() => new(Guid.NewGuid());

    private static Actor Somebody(Role role, Guid? organisation) =>
        new(new Author(Guid.NewGuid(), $"{role}", role, organisation, null));
}
