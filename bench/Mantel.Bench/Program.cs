using System.Text.Json;
using Mantel.Bench;

if (args is [Child.Verb, var name, var question])
    return await AnswerAsync(name, question);
if (args is [BenchHost.Verb, var directory])
{
    await BenchHost.RunAsync(directory);
    return 0;
}
return await MeasureAsync(args);

static async Task<int> AnswerAsync(string name, string question)
{
    Child.Answer(
        name switch
        {
            AppendOnSqlite.Name => await AppendOnSqlite.AnswerAsync(Read<AppendOnSqlite.Question>()),
            AppendOnPostgreSql.Name => await AppendOnPostgreSql.AnswerAsync(Read<AppendOnPostgreSql.Question>()),
            LoadOfARecord.Name => await LoadOfARecord.AnswerAsync(Read<LoadOfARecord.Question>()),
            LargeHouse.Name => await LargeHouse.AnswerAsync(Read<LargeHouse.Question>()),
            SeedingOfTheDemo.Name => await SeedingOfTheDemo.AnswerAsync(Read<SeedingOfTheDemo.Question>()),
            RebuildOfReadTables.Name => await RebuildOfReadTables.AnswerAsync(Read<RebuildOfReadTables.Question>()),
            _ => throw new InvalidOperationException($"No measurement is called {name}."),
        }
    );
    return 0;

    T Read<T>() => JsonSerializer.Deserialize<T>(question)!;
}

static async Task<int> MeasureAsync(string[] args)
{
    var asked = args.Where(arg => arg is [>= '0' and <= '9', ..]).ToHashSet(StringComparer.Ordinal);
    var run = args.Contains("--quick", StringComparer.Ordinal) ? Run.Quick : Run.Whole;
    var load = Machine.Load();
    using var scratch = new Scratch();
    var figures = new List<Figure>();
    if (Wants("1"))
        figures.AddRange(await AppendOnSqlite.MeasureAsync(run));
    if (Wants("2"))
        figures.AddRange(await AppendOnPostgreSql.MeasureAsync(run));
    if (Wants("3"))
        figures.AddRange(await LoadOfARecord.MeasureAsync(run));
    if (Wants("7"))
        figures.AddRange(await RegionalFigures.MeasureAsync(run, scratch));
    if (Wants("10") || Wants("11"))
        figures.AddRange(await MeasureSmallAsync(run, scratch, Wants));
    var rows = new[] { "4", "6", "8", "9" }.Where(Wants).ToList();
    var large = rows.Count > 0 ? await LargeHouse.MakeAsync(scratch, run) : null;
    if (large is not null)
        figures.AddRange(await MeasureLargeAsync(rows, run, large));
    if (Wants("12"))
        figures.AddRange(await SeedingOfTheDemo.MeasureAsync(scratch));
    var table = PerformancePage.Table(figures, load);
    Console.WriteLine(table);
    if (args.FirstOrDefault(arg => arg.StartsWith("--write=", StringComparison.Ordinal)) is { } write)
        PerformancePage.Write(write["--write=".Length..], table);
    return 0;

    bool Wants(string row) => asked.Count == 0 || asked.Contains(row);
}

static async Task<List<Figure>> MeasureSmallAsync(Run run, Scratch scratch, Func<string, bool> wants)
{
    var figures = new List<Figure>();
    var small = await LargeHouse.MakeSmallAsync(scratch, StartOfTheDay.People);
    if (wants("10"))
        figures.AddRange(await StartOfTheDay.MeasureAsync(run, small));
    if (wants("11"))
        figures.AddRange(await StepOfAConversation.MeasureAsync(run, small));
    return figures;
}

static async Task<List<Figure>> MeasureLargeAsync(List<string> rows, Run run, Installed large)
{
    var figures = new List<Figure>();
    if (rows.Contains("4", StringComparer.Ordinal))
        figures.AddRange(await TimelineOfAPerson.MeasureAsync(run, large));
    if (rows.Contains("6", StringComparer.Ordinal))
        figures.AddRange(await RebuildOfReadTables.MeasureAsync(run, large));
    if (rows.Contains("8", StringComparer.Ordinal))
        figures.AddRange(await StartOfTheHouse.MeasureAsync(run, large));
    if (rows.Contains("9", StringComparer.Ordinal))
        figures.AddRange(await MemoryUnderLoad.MeasureAsync(run, large));
    return figures;
}
