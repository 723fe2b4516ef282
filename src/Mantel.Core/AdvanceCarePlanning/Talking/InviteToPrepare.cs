using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// Invite the person or somebody close to prepare the conversation at home (thuis voorbereiden), with a link that
/// works once.
/// </summary>
/// <param name="Hash">Of the code in the link, as <see cref="PreparationViews.HashOf"/> makes it.</param>
/// <param name="Until">Until when the link can be used.</param>
/// <param name="CloseOne">The close one who is invited; null for the person.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record InviteToPrepare(Guid Preparation, string Hash, DateTimeOffset Until, Guid? CloseOne)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        if (Until <= now.Instant)
            found.Add("until", "rule.prepare-until");
        if (NameOf(person) is not { } name)
        {
            found.Add("for", "rule.not-a-choice");
            return found.Or();
        }
        return found.Or(new PreparationInvited(Preparation, Hash, Until, name, CloseOne), PartialDate.Of(now.Today));
    }

    private string? NameOf(PersonRecord person) =>
        CloseOne is not { } close
            ? person.Name().Full()
            : CareTeam.CircleViews.CloseOne(person, close)?.Fact.Name.Full();
}

/// <summary>Use the link of a preparation: from then on it does nothing.</summary>
[Needs(AccessAction.PrepareTalk)]
public sealed record OpenPreparation(Guid Preparation) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        if (person.Preparation(Preparation) is not { } known || !known.IsOpenAt(now.Instant) || person.IsDeceased())
            return Outcome.Refuse([new Problem("", "rule.prepare-link", [], IsBrokenRule: true)]);
        return Outcome.Yield([
            new NewFact(
                new PreparationOpened(Preparation),
                PartialDate.Of(now.Today),
                RestsOn: [known.Invited.Entry.Id]
            ),
        ]);
    }
}

/// <summary>Take the link of a preparation back (link intrekken), used or not; what was written stays.</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record WithdrawPreparation(Guid Preparation) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now) =>
        person.Preparation(Preparation) is { } known && (known.IsOpenAt(now.Instant) || known.LastsAt(now.Instant))
            ? Outcome.Yield([
                new NewFact(
                    new PreparationWithdrawn(Preparation),
                    PartialDate.Of(now.Today),
                    RestsOn: [known.Invited.Entry.Id]
                ),
            ])
            : Outcome.Yield();
}

/// <summary>Close a preparation at home: whoever has the device next cannot go on with it.</summary>
[Needs(AccessAction.PrepareTalk)]
public sealed record ClosePreparation(Guid Preparation) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now) =>
        person.Preparation(Preparation) is { Opened: { } opened, IsClosed: false }
            ? Outcome.Yield([
                new NewFact(new PreparationClosed(Preparation), PartialDate.Of(now.Today), RestsOn: [opened.Entry.Id]),
            ])
            : Outcome.Yield();
}

/// <summary>Write down at home what one would like to say about a question.</summary>
/// <param name="Words">Null: what stands there in sight is taken away.</param>
[Needs(AccessAction.PrepareTalk)]
public sealed record TellPreparation(Guid Preparation, string Question, string? Words, string? WrittenBy)
    : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        if (person.Preparation(Preparation) is not { } known || !known.LastsAt(now.Instant) || person.IsDeceased())
        {
            found.Break("", "rule.prepare-link");
            return found.Or();
        }
        if (!TalkQuestions.AtHome.Any(row => row.Question == Question))
            found.Add("question", "rule.not-a-choice");
        var words = found.Words("words", Words);
        var writtenBy = found.NeededLine("writtenBy", WrittenBy);
        var told = known.InSightAt(now.Instant).TryGetValue(Question, out var before) ? before.Fact : null;
        if (found.None && told?.Words == words && (words is null || told?.WrittenBy == writtenBy))
            return Outcome.Yield();
        var fact = new PreparationTold(Preparation, Question, words, writtenBy);
        return found.Or([new NewFact(fact, PartialDate.Of(now.Today), RestsOn: [known.Invited.Entry.Id])]);
    }
}
