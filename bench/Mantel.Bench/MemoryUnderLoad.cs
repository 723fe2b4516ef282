namespace Mantel.Bench;

/// <summary>Row 9: the memory of the product while sixteen connections ask for the pages of everyone in turn.</summary>
internal static class MemoryUnderLoad
{
    private const int Connections = 16;
    private const double SecondsForEachMeasurement = 10;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Run run, Installed house)
    {
        Run.Say("row 9: memory under load");
        await using var product = await Product.ServeAsync(house.Directory);
        using var visitors = new Visitors(product.Address);
        await visitors.SignInAsync(house);
        var seconds = run.Seconds * SecondsForEachMeasurement * 2;
        var load = await visitors.LoadAsync(
            Connections,
            seconds,
            page => $"/people/{InventedPeople.Id(page % run.People)}/night"
        );
        var resident = Machine.MemoryOf(product.Id, "VmRSS");
        var most = Machine.MemoryOf(product.Id, "VmHWM");
        return
        [
            new(
                9,
                $"memory with {Text.Whole(run.People)} people after {Text.Whole(load.Acts)} night pages "
                    + $"in {Text.Whole(seconds)} s, {Connections} connections",
                $"{Text.Megabytes(most)} at most, {Text.Megabytes(resident)} at the end",
                "–",
                "–",
                "≤ 400 MB",
                Verdict.AtMost(most, 400e6)
            ),
        ];
    }
}
