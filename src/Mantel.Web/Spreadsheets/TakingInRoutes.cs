using System.Globalization;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Platform;

namespace Mantel.Web.Spreadsheets;

/// <summary>What was taken in from spreadsheets, and taking a sheet back as one act.</summary>
internal static class TakingInRoutes
{
    public static async Task<IResult> ListAsync(AskedList asked, Desk desk, CancellationToken ct) =>
        Answer.Page<TakingsPage>(
            new
            {
                List = asked.List.Key,
                asked.List.Address,
                Directory = await desk.DirectoryAsync(ct),
                asked.List.Of,
            }
        );

    public static async Task<IResult> ShowAsync(Guid taking, AskedList asked, Desk desk, CancellationToken ct)
    {
        var list = asked.List;
        var directory = await desk.DirectoryAsync(ct);
        return directory.Taking(taking) is { } known && known.Fact.Of == list.Of
            ? Answer.Page<TakingPage>(await SightAsync(known, list, directory, ct))
            : Answer.NothingHere();
    }

    /// <summary>
    /// Taken back is what the page said could be: when something rests on one of them since, nothing is done and the
    /// page says so.
    /// </summary>
    public static async Task<IResult> TakeBackAsync(
        Guid taking,
        TypedForm typed,
        AskedList asked,
        Desk desk,
        HttpContext http
    )
    {
        var list = asked.List;
        var directory = await desk.DirectoryAsync(http.RequestAborted);
        if (directory.Taking(taking) is not { } known || known.Fact.Of != list.Of)
            return Answer.NothingHere();
        var way = $"{list.Address}/sheets/{taking}";
        if (directory.All<SheetTakenBack>().Any(back => back.Entry.Act == typed.Act))
            return Answer.SeeOther(http, way, "sheets.taken-back.done");
        var came = await list.CameOfAsync(known, http.RequestAborted);
        var free = came.Where(one => one.InTheWay is null).Select(one => one.Made).ToList();
        typed.Required("reason");
        if (typed["shown"] != free.Count.ToString(CultureInfo.InvariantCulture))
            typed.With([new("", "rule.changed-meanwhile", [], IsBrokenRule: true)]);
        if (typed.Problems.Count > 0)
            return Answer.Again<TakingPage>(typed, Sight(known, list, directory, came));
        return await list.TakeBackAsync(known, free, typed, http) switch
        {
            ActOutcome.Done or ActOutcome.AlreadyDone => Answer.SeeOther(http, way, "sheets.taken-back.done"),
            ActOutcome.Refused refused => Answer.Again<TakingPage>(
                typed.With(refused.Problems),
                Sight(known, list, directory, came)
            ),
            ActOutcome.SentOtherwise before => Answer.Again<TakingPage>(
                typed.SentOtherwise(before),
                Sight(known, list, directory, came)
            ),
            _ => Answer.NothingHere(),
        };
    }

    private static async Task<object> SightAsync(
        Recorded<SheetTakenIn> known,
        SheetList list,
        DirectoryRecord directory,
        CancellationToken ct
    ) => Sight(known, list, directory, await list.CameOfAsync(known, ct));

    private static object Sight(
        Recorded<SheetTakenIn> known,
        SheetList list,
        DirectoryRecord directory,
        IReadOnlyList<CameOf> came
    ) =>
        new
        {
            List = list.Key,
            list.Address,
            Taking = known,
            Back = directory.All<SheetTakenBack>().Where(back => back.Fact.Taking == known.Entry.Id).ToList(),
            Rows = came,
        };
}
