using Mantel.Core.Access;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.People;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;
using Microsoft.AspNetCore.Components;

namespace Mantel.Web.Identification.Inbox;

/// <summary>What can be done about a signal in an inbox, each act at its own address.</summary>
internal static class Answering
{
    internal const string Signal = "/inbox/{organisation:guid}/{signal:guid}";

    public static void MapAnswering(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                Signal,
                async ([AsParameters] AskedSignal asked) =>
                    await asked.OpenAsync(AccessAction.ReadInbox) is { } sight
                        ? Answer.Page<InboxSignalPage>(new { Sight = sight, Terms = asked.Inbox.Terms })
                        : Answer.NothingHere()
            )
            .Needs(AccessAction.ReadInbox);
        routes.MapAct("/see", asked => new SeeInboxSignal(asked.Signal));
        routes.MapForm<AnswerInboxForm>(
            "/answer",
            (typed, asked) => new AnswerInboxSignal(asked.Signal, typed["whatWasDone"], typed["wordsToSender"])
        );
        routes.MapForm<CloseInboxForm>(
            "/close",
            (typed, asked) =>
                new CloseInboxSignal(
                    asked.Signal,
                    typed.Choice<ClosingReason>("reason"),
                    typed["words"],
                    typed["wordsToSender"]
                )
        );
        routes.MapForm<EraseInboxForm>("/erase", (typed, asked) => new EraseInboxSignal(asked.Signal, typed["basis"]));
        routes.MapForm<SendOnForm>("/send-on", SendOnAsync);
        routes.MapPlacing();
    }

    private static void MapForm<TPage>(
        this IEndpointRouteBuilder routes,
        string act,
        Func<TypedForm, AskedSignal, IAct<InboxRecord>> read
    )
        where TPage : IComponent => routes.MapForm<TPage>(act, (typed, asked) => Task.FromResult(read(typed, asked)));

    private static void MapForm<TPage>(
        this IEndpointRouteBuilder routes,
        string act,
        Func<TypedForm, AskedSignal, Task<IAct<InboxRecord>>> read
    )
        where TPage : IComponent
    {
        routes
            .MapGet(
                Signal + act,
                async ([AsParameters] AskedSignal asked) =>
                    await asked.OpenAsync(AccessAction.AnswerInbox) is { } sight
                        ? Answer.Page<TPage>(new { Sight = sight, Places = await asked.PlacesAsync() })
                        : Answer.NothingHere()
            )
            .Needs(AccessAction.AnswerInbox);
        routes
            .MapPost(
                Signal + act,
                (TypedForm typed, [AsParameters] AskedSignal asked) => DoAsync<TPage>(typed, asked, read)
            )
            .Needs(AccessAction.AnswerInbox)
            .ShowsAgain();
    }

    /// <summary>
    /// An act with a button and no form of its own; what it refuses is answered as what is not there.
    /// </summary>
    private static void MapAct(
        this IEndpointRouteBuilder routes,
        string act,
        Func<AskedSignal, IAct<InboxRecord>> read
    ) =>
        routes
            .MapPost(
                Signal + act,
                async (TypedForm typed, [AsParameters] AskedSignal asked) =>
                    await asked.OpenAsync(AccessAction.AnswerInbox) is { } sight
                    && await asked.DoAsync(sight, read(asked), typed) is ActOutcome.Done or ActOutcome.AlreadyDone
                        ? Answer.SeeOther(asked.Http, asked.Http.Request.Path.Value![..^act.Length], "signal.done")
                        : Answer.NothingHere()
            )
            .Needs(AccessAction.AnswerInbox);

    private static async Task<IResult> DoAsync<TPage>(
        TypedForm typed,
        AskedSignal asked,
        Func<TypedForm, AskedSignal, Task<IAct<InboxRecord>>> read
    )
        where TPage : IComponent
    {
        if (await asked.OpenAsync(AccessAction.AnswerInbox) is not { } sight)
            return await asked.WasDoneAsync(typed) ? Done(asked) : Answer.NothingHere();
        var act = await read(typed, asked);
        var deed = typed.Problems.Count > 0 ? new ActOutcome.Refused([]) : await asked.DoAsync(sight, act, typed);
        switch (deed)
        {
            case ActOutcome.Done or ActOutcome.AlreadyDone:
                return Done(asked);
            case ActOutcome.Refused refused:
                typed.With(refused.Problems);
                break;
            case ActOutcome.Stale stale:
                typed.With([new Problem("", "rule.changed-meanwhile", [], IsBrokenRule: true)]);
                typed.SeenUntil(stale.Since[^1].Version).Beside(RecordedBefore.Of(stale.Since));
                break;
            case ActOutcome.SentOtherwise before:
                typed.SentOtherwise(before).Beside(RecordedBefore.Of(before.Recorded));
                break;
            default:
                return Answer.NothingHere();
        }
        return Answer.Again<TPage>(typed, new { Sight = sight, Places = await asked.PlacesAsync() });
    }

    private static IResult Done(AskedSignal asked) => Answer.SeeOther(asked.Http, InboxModule.Inbox, "signal.done");

    /// <summary>To another organisation in which somebody can answer; in any other it would be lost.</summary>
    private static async Task<IAct<InboxRecord>> SendOnAsync(TypedForm typed, AskedSignal asked)
    {
        var chosen = typed.Id("organisation");
        if (chosen is not null && (await asked.PlacesAsync()).All.All(place => place.Organisation != chosen))
            typed.Wrong("organisation", "rule.inbox-nobody-answers");
        return new SendSignalOn(asked.Signal, chosen, typed["note"]);
    }
}
