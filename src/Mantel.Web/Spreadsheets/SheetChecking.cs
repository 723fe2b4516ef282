using System.Globalization;
using Mantel.Core.Journal;
using Mantel.Web.Platform;
using Microsoft.Extensions.Primitives;

namespace Mantel.Web.Spreadsheets;

/// <summary>Makes a draft of a sheet, and finds what is wrong with each of its rows.</summary>
internal sealed record SheetChecking(SheetList List, HttpContext Http)
{
    public async Task<Checked> CheckAsync(Draft draft)
    {
        var read = draft.Rows.Select(Read).ToList();
        var kept = read.Where(row => !row.Row.IsOut).ToList();
        var found = await List.CheckAsync([.. kept.Select(row => row.Values)], Http.RequestAborted);
        var by = kept.Zip(found).ToDictionary(pair => pair.First.Row.Number, pair => pair.Second);
        return new Checked(
            draft,
            [
                .. read.Select(row =>
                    by.TryGetValue(row.Row.Number, out var one)
                        ? row with
                        {
                            Problems =
                            [
                                .. row
                                    .Problems.Concat(one.Problems)
                                    .DistinctBy(problem => problem.Field, StringComparer.Ordinal),
                            ],
                            IsHere = one.IsHere && row.Problems.Count == 0,
                        }
                        : row with
                        {
                            Problems = [],
                        }
                ),
            ]
        );
    }

    /// <summary>The columns that the first row names, and the cells below them; else what is wrong.</summary>
    public (Draft? Draft, Problem? Problem) Begin(Grid grid, string file)
    {
        var heads = grid.Rows[0].Cells.Select(cell => cell.Text.Trim()).ToList();
        var at = List.Columns.Select(column => heads.FindIndex(head => column.IsCalled(head))).ToList();
        var words = Http.RequestServices.GetRequiredService<Words>();
        var missing = List.Columns.Where((column, i) => column.IsNeeded && at[i] < 0).ToList();
        if (missing.Count > 0)
            return Wrong("rule.sheet-heads", string.Join(", ", missing.Select(column => words[column.Label])));
        var twice = List.Columns.FirstOrDefault(column => heads.Count(head => column.IsCalled(head)) > 1);
        if (twice is not null)
            return Wrong("rule.sheet-head-twice", words[twice.Label]);
        if (grid.Rows.Count == 1)
            return Wrong("rule.sheet-no-rows");
        if (grid.Rows.Count - 1 > List.Most)
            return Wrong("rule.sheet-too-many", List.Most.ToString(CultureInfo.InvariantCulture));
        return (Make(grid, file, heads, at), null);
    }

    private Draft Make(Grid grid, string file, List<string> heads, List<int> at) =>
        new(
            SignedIn.Of(Http)!.Account,
            List.Key,
            file,
            grid.Name,
            [.. heads.Where((head, i) => head.Length > 0 && !at.Contains(i))],
            grid.Others,
            [
                .. grid
                    .Rows.Skip(1)
                    .Select(row => new DraftRow(
                        row.Number,
                        [.. at.Select(i => i < 0 || i >= row.Cells.Count ? Cell.Empty : row.Cells[i])]
                    ))
                    .Where(row => row.Cells.Any(cell => !cell.IsEmpty)),
            ]
        );

    private CheckedRow Read(DraftRow row)
    {
        var (values, problems) = (new Dictionary<string, string?>(StringComparer.Ordinal), new List<Problem>());
        foreach (var (column, cell) in List.Columns.Zip(row.Cells))
        {
            var (value, problem) = column.Read(cell);
            values[column.Key] = value;
            if (problem is not null)
                problems.Add(problem);
        }
        return new CheckedRow(row, new RowValues(row.Number, values, row.Was), problems);
    }

    private static (Draft?, Problem?) Wrong(string rule, params string[] values) => (null, new("file", rule, values));
}

/// <summary>A draft with what is wrong with it.</summary>
internal sealed record Checked(Draft Draft, IReadOnlyList<CheckedRow> Rows)
{
    public IReadOnlyList<RowValues> ToTakeIn =>
        [.. Rows.Where(row => row.State is RowState.Good).Select(row => row.Values)];

    public bool HasFaults => Rows.Any(row => row.State is RowState.Faulty);

    /// <summary>The draft with every row left out that has a fault.</summary>
    public Draft WithoutFaulty() =>
        Draft with
        {
            Rows = [.. Rows.Select(row => row.State is RowState.Faulty ? row.Row with { IsOut = true } : row.Row)],
        };

    /// <summary>The same, when the act itself found more, at <c>row.column</c>.</summary>
    public Checked With(IReadOnlyList<Problem> problems) =>
        this with
        {
            Rows = [.. Rows.Select(row => row with { Problems = [.. row.Problems, .. problems.SelectMany(row.Of)] })],
        };

    public SheetPreview? Preview(SheetList list, HttpContext http) =>
        Draft.Seal(http) is { } pieces
            ? new(
                list.Key,
                list.Address,
                Draft.File,
                Draft.Sheet,
                Draft.Unknown,
                Draft.Others,
                list.Columns,
                [.. Rows.Select(Shown)],
                [.. Faulty.Select(Shown)],
                pieces
            )
            : null;

    /// <summary>What stands in the fields of the preview, with what is wrong at each.</summary>
    public TypedForm ToTyped(SheetList list, Guid act, DateOnly today)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["act"] = act.ToString() };
        foreach (var row in Faulty)
        foreach (var (column, cell) in list.Columns.Zip(row.Row.Cells))
            fields[DraftRow.FieldOf(row.Row.Number, column.Key)] = row.Chosen(column) ?? cell.Text;
        foreach (var row in Rows.Where(row => row.Row.IsOut))
            fields[DraftRow.OutOf(row.Row.Number)] = "yes";
        var typed = TypedForm.Of(new FormCollection(fields), today);
        foreach (var row in Faulty)
            typed.With(row.Problems.Select(problem => row.InForm(problem)));
        return typed;
    }

    private IEnumerable<CheckedRow> Faulty =>
        Rows.Where(row => row.State is RowState.Faulty).Take(SheetPreview.MostShown);

    private static PreviewRow Shown(CheckedRow row) =>
        new(
            row.Row.Number,
            row.State,
            row.Row.Cells,
            row.Problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal)
        )
        {
            IsMended = row.Row.Was is not null,
        };
}

/// <summary>A row with what was read of it and what is wrong.</summary>
internal sealed record CheckedRow(DraftRow Row, RowValues Values, IReadOnlyList<Problem> Problems)
{
    public bool IsHere { get; init; }

    public RowState State =>
        Row.IsOut ? RowState.Out
        : Problems.Count > 0 ? RowState.Faulty
        : IsHere ? RowState.Here
        : RowState.Good;

    /// <summary>What was understood of a choice, so that the list stands there.</summary>
    public string? Chosen(Column column) => column.Options is null ? null : Values[column.Key] ?? "";

    public Problem InForm(Problem problem) =>
        problem with
        {
            Field = DraftRow.FieldOf(Row.Number, problem.Field),
            IsBrokenRule = false,
        };

    /// <summary>Of what the act found, what is about this row.</summary>
    public IEnumerable<Problem> Of(Problem problem) =>
        problem.Field == $"{Row.Number}" ? [problem with { Field = "" }]
        : problem.Field.StartsWith($"{Row.Number}.", StringComparison.Ordinal)
            ? [problem with { Field = problem.Field[(problem.Field.IndexOf('.', StringComparison.Ordinal) + 1)..] }]
        : [];
}
