namespace Mantel.Bench;

/// <summary>How long and how often to measure.</summary>
/// <param name="Seconds">How long one measurement of a load takes.</param>
/// <param name="Times">How often each is taken; the median is quoted.</param>
/// <param name="People">How many people the large journal has.</param>
internal sealed record Run(double Seconds, int Times, int People)
{
    public static Run Whole { get; } = new(1.0, 5, 10_000);

    public static Run Quick { get; } = new(0.4, 3, 2_000);

    public static void Say(string sentence) =>
        Console.Error.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss}  {sentence}");
}
