using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Storage;
using Mantel.Web.Access;
using Mantel.Web.Platform;
using Mantel.Web.Platform.SigningIn;

namespace Mantel.Web.Spreadsheets;

/// <summary>
/// Taking a list in from a spreadsheet: sent, looked at, mended where something is wrong, taken in as one act; what was
/// taken in before, and taking it back; and the list as a spreadsheet.
/// </summary>
internal static class SheetRoutes
{
    /// <param name="list">The class of the list, which is a service.</param>
    public static void MapSheets(this IEndpointRouteBuilder routes, string address, AccessAction what, Type list)
    {
        var sheets = routes.MapGroup(address).WithMetadata(new SpreadsheetAddress(list)).Needs(what);
        sheets.MapGet("/sheet", (AskedList asked) => Begin(asked.List, TypedForm.Nothing()));
        sheets.MapPost("/sheet", SendAsync).ShowsAgain().RequireRateLimiting(RateLimits.Spreadsheet);
        sheets.MapPost("/sheet/rows", GoOnAsync).ShowsAgain().RequireRateLimiting(RateLimits.Spreadsheet);
        sheets
            .MapGet("/sheet/{part:regex(^(empty|all)$)}.{kind:regex(^(xlsx|csv)$)}", SheetFiles.WriteAsync)
            .RequireRateLimiting(RateLimits.Spreadsheet);
        sheets.MapGet("/sheets", TakingInRoutes.ListAsync);
        sheets.MapGet("/sheets/{taking:guid}", TakingInRoutes.ShowAsync);
        sheets.MapPost("/sheets/{taking:guid}/take-back", TakingInRoutes.TakeBackAsync).ShowsAgain();
    }

    private static IResult Begin(SheetList list, TypedForm typed) =>
        typed.Problems.Count > 0
            ? Answer.Again<SheetPage>(typed, new { list.Address, List = list.Key })
            : Answer.Page<SheetPage>(new { list.Address, List = list.Key });

    private static async Task<IResult> SendAsync(TypedForm typed, AskedList asked, HttpContext http)
    {
        var list = asked.List;
        if (typed.Problems.Count > 0)
            return Begin(list, typed);
        var (read, name) = await ReadAsync(typed, http);
        if (read.Grid is not { } grid)
            return Begin(list, typed.With([read.Problem!]));
        var checking = new SheetChecking(list, http);
        var (draft, problem) = checking.Begin(grid, name);
        if (draft is null)
            return Begin(list, typed.With([problem!]));
        return Preview(await checking.CheckAsync(draft), list, http, typed, isRefused: false);
    }

    /// <summary>A file that was chosen goes before cells that were pasted.</summary>
    private static async Task<(Read Read, string Name)> ReadAsync(TypedForm typed, HttpContext http)
    {
        if (typed.Files.GetFile("file") is { Length: > 0 } file)
        {
            if (file.Length > Spreadsheet.LargestFile)
                return (new Read(null, new("file", "rule.sheet-too-much", [])), "");
            using var content = new MemoryStream();
            await file.CopyToAsync(content, http.RequestAborted);
            return (Spreadsheet.Read(content.ToArray()), NameOf(file.FileName));
        }
        var pasted = http.RequestServices.GetRequiredService<Words>()["sheets.pasted"];
        return typed["cells"] is { } cells
            ? (Spreadsheet.ReadText(cells), pasted)
            : (new Read(null, new("file", "rule.sheet-no-file", [])), "");
    }

    /// <summary>The last part of what the browser says, in characters that can be read.</summary>
    private static string NameOf(string told)
    {
        var name = Characters.Readable(told.Split('/', '\\')[^1]).ReplaceLineEndings(" ").Trim();
        return name.Length is 0 or > Findings.LineLimit ? "-" : name;
    }

    private static async Task<IResult> GoOnAsync(TypedForm typed, AskedList asked, HttpContext http)
    {
        var list = asked.List;
        if (Draft.In(typed, http, list.Key) is not { } draft)
            return Begin(list, TypedForm.Nothing().Wrong("file", "rule.sheet-gone"));
        var checking = new SheetChecking(list, http);
        var found = await checking.CheckAsync(draft.Mended(typed, list.Columns));
        if (typed.IsTicked(Draft.AllOut))
            found = await checking.CheckAsync(found.WithoutFaulty());
        if (typed.Problems.Count > 0 || typed["go"] != "take")
            return Preview(found, list, http, typed, isRefused: false);
        if (found.HasFaults)
            return Preview(found, list, http, typed, isRefused: true);
        var file = new SheetFile(draft.File, draft.Sheet, found.Rows.Count - found.ToTakeIn.Count);
        var taken = await list.TakeInAsync(file, found.ToTakeIn, typed, http);
        return taken.Answer ?? Preview(found.With(taken.Problems), list, http, typed, isRefused: true, taken.Problems);
    }

    private static IResult Preview(
        Checked found,
        SheetList list,
        HttpContext http,
        TypedForm typed,
        bool isRefused,
        IReadOnlyList<Problem>? problems = null
    )
    {
        if (found.Preview(list, http) is not { } preview)
            return Begin(list, TypedForm.Nothing().Wrong("file", "rule.sheet-too-much"));
        var shown = found
            .ToTyped(list, typed.Act, http.Now().Today)
            .With(typed.Problems.Concat((problems ?? []).Where(problem => problem.Field.Length == 0)));
        var parameters = new { Preview = preview };
        return isRefused || typed.Problems.Count > 0
            ? Answer.Again<PreviewPage>(shown, parameters)
            : Answer.Page<PreviewPage>(new { Preview = preview, Typed = shown });
    }
}

/// <summary>Which list the addresses of a spreadsheet are about.</summary>
internal sealed record SpreadsheetAddress(Type List);

/// <summary>The list that an address is about.</summary>
internal sealed record AskedList(SheetList List)
{
    /// <summary>Lets an endpoint ask for it as a parameter.</summary>
    public static ValueTask<AskedList?> BindAsync(HttpContext http) =>
        ValueTask.FromResult<AskedList?>(
            new(
                (SheetList)
                    http.RequestServices.GetRequiredService(
                        http.GetEndpoint()!.Metadata.GetRequiredMetadata<SpreadsheetAddress>().List
                    )
            )
        );
}
