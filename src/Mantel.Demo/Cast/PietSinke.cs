using Mantel.Core.Access;
using Mantel.Core.Identification;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;
using Mantel.Storage;
using static Mantel.Demo.Region.WhoWorksOnWalcheren;

namespace Mantel.Demo.Cast;

/// <summary>
/// Piet Sinke, volunteer: he told of two people whose page he cannot open. The one was found, a namesake of somebody
/// else, and he heard that something was done; the other waits.
/// </summary>
internal static class PietSinke
{
    /// <summary>The signal that waits at the home care organisation.</summary>
    public static readonly Guid Waiting = FixedIdentifiers.Id("signal/sijbrandij");

    /// <summary>The one that was placed with Jan Bakker of the Stormhoek, and answered.</summary>
    public static readonly Guid Placed = FixedIdentifiers.Id("signal/postbode");

    private static readonly Guid HomeCare = Walcheren.HomeCare.Id;

    private static readonly SendSignal OfThePostman = new(
        Placed,
        "Jan Bakker, de oude postbode van de Stormhoek",
        "Stormhoek, Vlissingen",
        null,
        "Hij loopt zijn rondje niet meer. Gisteren zat hij halverwege op een muurtje en kwam niet overeind.",
        "Dat er iemand met hem meeloopt, of hem vraagt hoe het gaat."
    );

    private static readonly SendSignal OfTheNeighbour = new(
        Waiting,
        "Mevrouw Sijbrandij",
        "boven de bakker in de Lijnbaan, Vlissingen",
        null,
        "Ze doet de deur niet meer open voor de maaltijd. Het eten van twee dagen stond nog op de trap.",
        "Dat er iemand bij haar binnen komt."
    );

    public static async Task TellAsync(Desk desk, DateOnly today, CancellationToken ct)
    {
        var days = new Days(today);
        await GiveAsync(desk, OfThePostman, days.Ago(12, "11:35"), ct);
        await PlaceAsync(desk, DemoPeople.Of("jan-bakker-vlissingen"), days, ct);
        await GiveAsync(desk, OfTheNeighbour, days.Ago(2, "12:50"), ct);
    }

    private static RecordDesk<InboxRecord> InboxesOf(Desk desk) =>
        desk.Of(new InboxRelations(AttentionTerms.Usual.Signals));

    private static bool IsThere(InboxRecord inbox) => inbox.Signal(Placed) is not null;

    private static async Task GiveAsync(Desk desk, SendSignal signal, Moment at, CancellationToken ct) =>
        Teller.Demand(
            await InboxesOf(desk).DoAsync(HomeCare, signal, Sinke.Actor, Sending(signal.Signal, "given"), at, ct),
            signal.About!
        );

    private static async Task PlaceAsync(Desk desk, Guid person, Days days, CancellationToken ct)
    {
        var (at, inboxes) = (days.Ago(12, "16:20"), InboxesOf(desk));
        var sending = Sending(Placed, "placed");
        if (
            await inboxes.SentBeforeAsync(HomeCare, Azouzi.Actor, sending, ct) is not ActOutcome.AlreadyDone
            && await inboxes.OpenAsync(HomeCare, Placed, IsThere, Azouzi.Actor, AccessAction.AnswerInbox, at, ct)
                is not null
        )
            Teller.Demand(
                await inboxes.DoAsync(HomeCare, new PlaceSignal(Placed, person), Azouzi.Actor, sending, at, ct),
                "placing"
            );
        var answer = new AnswerSignal(
            Placed,
            "Langsgeweest. Benauwd bij inspanning; dr. Hoekstra kijkt donderdag. Rollator met zitje besteld.",
            "Dank je wel, Piet. We zijn bij hem geweest. Goed dat je het zei."
        );
        Teller.Demand(
            await desk.DoAsync(person, answer, Azouzi.Actor, Sending(Placed, "answered"), days.Ago(11, "10:15"), ct),
            "answering"
        );
    }

    private static Submission Sending(Guid signal, string step) =>
        new(FixedIdentifiers.Id($"act/signal/{signal}/{step}"));
}
