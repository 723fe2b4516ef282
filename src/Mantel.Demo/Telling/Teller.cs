using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Storage;

namespace Mantel.Demo.Telling;

/// <summary>
/// Tells stories at the desk, each act once: what was told before a stop is not told again, because every act has an id
/// that follows from the story.
/// </summary>
internal sealed class Teller(Desk desk, DateOnly today)
{
    /// <summary>So many days before the telling the organisations were recorded.</summary>
    public const int OrganisationsAgo = 560;

    public async Task TellAsync(Workplace workplace, Actor by, CancellationToken ct)
    {
        var sending = new Submission(FixedIdentifiers.Id($"act/organisation/{workplace.Key}"));
        var at = new Days(today).Ago(OrganisationsAgo, "09:00");
        Demand(await desk.DoAsync(workplace.Record(), by, sending, at, ct), workplace.Key);
    }

    /// <summary>As the cast does everything: asked whether this actor may.</summary>
    public async Task TellAskingAsync(Story story, CancellationToken ct)
    {
        for (var i = 0; i < story.Steps.Count; i++)
        {
            var step = story.Steps[i];
            if (step is Step.Joining joining)
                await JoinAsync(story, joining, i, ct);
            else if (step is not Step.Doing doing)
                await LookAsync(story, step, ct);
            else if (await ActAsync(story, doing, i, ct) is { } act)
                Demand(
                    await DoAsync(story, act, doing, Sending(story, doing, i), ct),
                    $"{story} {i} {act.GetType().Name}"
                );
        }
    }

    /// <summary>What is prepared at home comes in by a door of its own, which a link opens.</summary>
    private Task<ActOutcome> DoAsync(
        Story story,
        IAct<Core.People.PersonRecord> act,
        Step.Doing doing,
        Submission sending,
        CancellationToken ct
    ) =>
        Desk.NeedOf(act.GetType()) is AccessAction.PrepareTalk
            ? desk.Own.DoAsync(story.Person, act, doing.Actor.Author, sending, doing.At, ct)
            : desk.DoAsync(story.Person, act, doing.Actor, sending, doing.At, ct);

    /// <summary>By the desk's own door: no permission is asked, the rules decide.</summary>
    public async Task TellAsync(Story story, CancellationToken ct)
    {
        for (var i = 0; i < story.Steps.Count; i++)
        {
            if (story.Steps[i] is Step.Doing doing && await ActAsync(story, doing, i, ct) is { } act)
                Demand(
                    await desk.Own.DoAsync(
                        story.Person,
                        act,
                        doing.Actor.Author,
                        Sending(story, doing, i),
                        doing.At,
                        ct
                    ),
                    $"{story} {i} {act.GetType().Name}"
                );
        }
    }

    private static Submission Sending(Story story, Step.Doing doing, int nth) =>
        new(IdOf(story, nth), null, doing.Attachments, doing.Source);

    private static Guid IdOf(Story story, int nth) => FixedIdentifiers.Id($"act/{story.Person}/{nth}");

    /// <summary>The act, with the record before them; null when it was told before.</summary>
    private async Task<IAct<Core.People.PersonRecord>?> ActAsync(
        Story story,
        Step.Doing doing,
        int nth,
        CancellationToken ct
    )
    {
        var record = await desk.Own.LoadAsync(story.Person, ct);
        var id = IdOf(story, nth);
        return record.Entries.Any(entry => entry.Act == id) ? null : doing.Act(record);
    }

    private async Task JoinAsync(Story story, Step.Joining step, int nth, CancellationToken ct)
    {
        var act = new JoinRecords(await desk.Own.LoadAsync(step.Other, ct), step.Reason, Compared: true);
        var sending = new Submission(IdOf(story, nth));
        Demand(
            await desk.JoinAsync(story.Person, step.Other, act, step.Actor, sending, step.At, ct),
            $"{story} {nth} joined with another"
        );
    }

    private async Task LookAsync(Story story, Step step, CancellationToken ct)
    {
        var seen = step switch
        {
            Step.Looking look => await desk.LoadAsync(story.Person, look.Actor, look.What, look.At, ct) is not null,
            Step.Finding find => await desk.FoundAsync(story.Person, find.Actor, find.At, ct),
            _ => false,
        };
        if (!seen)
            throw new InvalidOperationException($"The story of {story} shows what may not be seen.");
    }

    /// <summary>The demo tells only what the product accepts.</summary>
    public static void Demand(ActOutcome deed, string what)
    {
        if (deed is ActOutcome.Done or ActOutcome.AlreadyDone)
            return;
        var why = deed is ActOutcome.Refused refused
            ? string.Join(", ", refused.Problems.Select(problem => $"{problem.Field} {problem.Rule}"))
            : deed.GetType().Name;
        throw new InvalidOperationException($"The demo tells what cannot be: {what}: {why}.");
    }
}
