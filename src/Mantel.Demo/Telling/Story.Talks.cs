using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;

namespace Mantel.Demo.Telling;

internal sealed partial class Story
{
    /// <summary>
    /// A guided conversation, answer by answer; at the end it is read back and the plan is established, unless it was
    /// broken off.
    /// </summary>
    /// <param name="cannotDecide">By what one notices that the person cannot decide; null: nobody doubts it.</param>
    public Story IsGuided(
        IReadOnlyList<Party> with,
        TalkPartner partner,
        TalkVariant variant,
        bool isThere,
        string? cannotDecide,
        string? note,
        Guided guided,
        bool isReadBack
    )
    {
        var (talk, leader) = (FixedIdentifiers.Id($"{key}/guided/{Nth}"), Me.Party(key));
        var capacity = cannotDecide is null ? (Capacity?)null : Capacity.NotCapable;
        Does(new OpenTalk(talk, variant, partner, leader, isThere, with, capacity, cannotDecide));
        foreach (var (question, answer) in isReadBack ? guided.Answers : guided.Answers.Take(2))
            Does(new NoteAnswer(talk, question, answer, null));
        return isReadBack ? Does(person => ReadBack(person, talk, leader, isThere, with, note)) : this;
    }

    /// <summary>A conversation that was begun and not finished is closed; nothing of it holds.</summary>
    public Story ClosesWhatWasBegun(string reason) =>
        Does(person => new AbandonTalk(person.UnfinishedTalks()[0].Id, reason));

    /// <summary>A physician confirms all that was agreed and waits for that.</summary>
    /// <param name="whichHolds">Where decisions contradict each other.</param>
    public Story ConfirmsAll(string whichHolds)
    {
        var (physician, day) = (Me.Name, _at.Today);
        return Does(person => new ConfirmDirectives(
            [
                .. person
                    .UnconfirmedDirectives(day)
                    .Select(decision => new DirectiveToConfirm(
                        decision.InForce[0].Entries[^1].Id,
                        decision.Contradicts.Any(one => !one.IsSettled) ? whichHolds : null
                    )),
            ],
            physician
        )
        {
            EvenSo = true,
        });
    }

    /// <summary>The person is invited to prepare a conversation at home, with a link that works once.</summary>
    public Story InvitesToPrepare() =>
        Does(
            new InviteToPrepare(
                Prepared,
                PreparationViews.HashOf($"{key}/preparation"),
                _at.Instant.AddDays(14),
                CloseOne: null
            )
        );

    /// <summary>The person writes at home, question by question, and closes it.</summary>
    public Story PreparesAtHome(params IReadOnlyList<(string Question, string Words)> told)
    {
        Does(new OpenPreparation(Prepared));
        foreach (var (question, words) in told)
            Does(new TellPreparation(Prepared, question, Text.Flow(words), _name));
        return Does(new ClosePreparation(Prepared));
    }

    private Guid Prepared => FixedIdentifiers.Id($"{key}/preparation");

    /// <summary>The plan is shared with somebody of the team, who has yet to read it.</summary>
    public Story Shares(Professional with) => Does(new SharePlan(with.MemberOf(key), null));

    public Story ReadsWhatWasShared()
    {
        var reader = Who.Account;
        return Does(person => new ReadSharedPlan(reader, person.All<PlanShared>().Last().Entry.Id));
    }

    private ReadBackTalk ReadBack(
        PersonRecord person,
        Guid talk,
        Party leader,
        bool isThere,
        IReadOnlyList<Party> with,
        string? note
    )
    {
        var opened = person.Talk(talk)!;
        var until = opened
            .Answers.Values.Select(answer => answer.Entry.Version)
            .Append(opened.Opened.Entry.Version)
            .Max();
        var conversation = FixedIdentifiers.Id($"{talk}/held");
        var day = opened.Opened.Effective;
        return new(talk, conversation, until, day, leader, isThere, with, note, [], [], Confirmed: true)
        {
            EvenSo = true,
        };
    }
}
