using Mantel.Core.People;

namespace Mantel.Core.Quality;

/// <summary>The ways of counting, and every reason that each can give.</summary>
internal static class Calculations
{
    public static IReadOnlyList<(string Id, Standing Standing)> ReasonsOf(Calculation calculation) =>
        calculation switch
        {
            Calculation.PlanAfterMarking => PlanAfterMarking.Reasons,
            Calculation.DiedWhereWished => DiedWhereWished.Reasons,
            Calculation.MarkedBeforeDeath => MarkedBeforeDeath.Reasons,
            Calculation.PlanThatStands => PlanThatStands.Reasons,
            Calculation.DiedWhereAtHome => DiedWhereAtHome.Reasons,
            Calculation.KnownBeforeDeath => KnownBeforeDeath.Reasons,
        };

    /// <summary>How the person stands in a measure on a day; null when it is not about them.</summary>
    public static MeasureResult? Of(MeasureDefinition definition, MeasuredPerson person, DateOnly asOf) =>
        definition.Calculation switch
        {
            Calculation.PlanAfterMarking => PlanAfterMarking.Of(definition, person, asOf),
            Calculation.DiedWhereWished => DiedWhereWished.Of(definition, person),
            Calculation.MarkedBeforeDeath => MarkedBeforeDeath.Of(definition, person),
            Calculation.PlanThatStands => PlanThatStands.Of(definition, person, asOf),
            Calculation.DiedWhereAtHome => DiedWhereAtHome.Of(definition, person),
            Calculation.KnownBeforeDeath => KnownBeforeDeath.Of(definition, person),
        };
}
