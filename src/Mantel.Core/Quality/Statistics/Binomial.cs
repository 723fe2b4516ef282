namespace Mantel.Core.Quality.Statistics;

/// <summary>How many of so many people, when for each of them the chance is the same.</summary>
internal sealed record Binomial(int Trials, double Chance)
{
    /// <summary>Beyond so many standard deviations nothing is left that a double can tell from zero.</summary>
    private const int Reach = 10;

    /// <summary>The smallest number that with at least this probability is not exceeded.</summary>
    public int Quantile(double probability) => Find(probability).Number;

    /// <summary>
    /// Below it lie only numbers that together have at most this probability: interpolated between whole numbers, the
    /// last of which has more (Spiegelhalter 2005, appendix A.1, for the lower limit); never below zero.
    /// </summary>
    public double Interpolated(double probability)
    {
        var (number, below, upTo) = Find(probability);
        if (Chance is <= 0 or >= 1)
            return number;
        return Math.Max(0, number - ((upTo - probability) / (upTo - below)));
    }

    private (int Number, double Below, double UpTo) Find(double probability)
    {
        if (Chance is <= 0 or >= 1)
            return (Chance <= 0 ? 0 : Trials, 0, 1);
        var number = First();
        var mass = MassAt(number);
        var (below, upTo) = (0.0, mass);
        while (upTo < probability && number < Trials)
        {
            mass *= (double)(Trials - number) / (number + 1) * (Chance / (1 - Chance));
            number++;
            (below, upTo) = (upTo, upTo + mass);
        }
        return (number, below, upTo);
    }

    private int First()
    {
        var deviation = Math.Sqrt(Trials * Chance * (1 - Chance));
        return Math.Max(0, (int)Math.Floor((Trials * Chance) - (Reach * deviation)));
    }

    private double MassAt(int number) =>
        Math.Exp(
            LogFactorial(Trials)
                - LogFactorial(number)
                - LogFactorial(Trials - number)
                + (number * Math.Log(Chance))
                + ((Trials - number) * Math.Log(1 - Chance))
        );

    /// <summary>Summed below thirty, by Stirling's series above, where its error is below a double's.</summary>
    private static double LogFactorial(int number)
    {
        if (number < 30)
            return Enumerable.Range(1, number).Sum(i => Math.Log(i));
        double x = number;
        var series = (1 / (12 * x)) - (1 / (360 * x * x * x)) + (1 / (1260 * x * x * x * x * x));
        return ((x + 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series;
    }
}
