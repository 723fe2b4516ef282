using System.Globalization;
using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>One palliatief forfait (Belgium): when and by whom it was asked for, and what the fund answered.</summary>
/// <param name="Answered">Null: no answer is recorded, which says nothing of what it was.</param>
public sealed record Forfait(
    Recorded<PalliativeForfaitRequested> Requested,
    Recorded<PalliativeForfaitAnswered>? Answered
)
{
    public Guid Id => Requested.Entry.Id;

    public ForfaitTurn Turn => Requested.Fact.Turn;

    public bool IsRefused => Answered?.Fact.Answer is ForfaitAnswer.Refused;
}

/// <summary>
/// The palliatief forfaits of a person. With the palliative status it is what Flanders does where the Netherlands
/// marks a phase; it is paid for care at home, and nothing here waits for it.
/// </summary>
public static class ForfaitViews
{
    /// <summary>Every forfait that stands, newest first.</summary>
    public static IReadOnlyList<Forfait> Forfaits(this PersonRecord person) =>
        [
            .. Chronology
                .NewestFirst(person.All<PalliativeForfaitRequested>().Reverse(), requested => requested.Effective)
                .Select(requested => new Forfait(
                    requested,
                    person.Latest<PalliativeForfaitAnswered>(answer => answer.Request == requested.Entry.Id)
                )),
        ];

    /// <summary>The newest of this turn that the fund did not refuse.</summary>
    public static Forfait? Forfait(this PersonRecord person, ForfaitTurn turn) =>
        person.Forfaits().FirstOrDefault(forfait => forfait.Turn == turn && !forfait.IsRefused);

    /// <summary>
    /// What is asked before a request joins the record: a second one without a first, or too soon after it, may be
    /// another day or another turn.
    /// </summary>
    internal static IEnumerable<Problem> Questions(PersonRecord person, IReadOnlyList<NewFact> facts) =>
        facts
            .Where(fact => fact.Fact is PalliativeForfaitRequested && fact.Effective is not null)
            .Select(fact => QuestionOf(person, ((PalliativeForfaitRequested)fact.Fact).Turn, fact.Effective))
            .OfType<Problem>();

    private static Problem? QuestionOf(PersonRecord person, ForfaitTurn turn, PartialDate? on)
    {
        var first = turn is ForfaitTurn.First ? on : person.Forfait(ForfaitTurn.First)?.Requested.Effective;
        var second = turn is ForfaitTurn.Second ? on : person.Forfait(ForfaitTurn.Second)?.Requested.Effective;
        if (turn is ForfaitTurn.Second && first is null)
            return Asked("rule.ask-forfait-no-first");
        var days = BelgianTerms.SecondForfait.Number;
        return second is { } later && first is { } earlier && later.Last < earlier.First.AddDays(days)
            ? Asked("rule.ask-forfait-soon", earlier.ToString(), days.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    private static Problem Asked(string rule, params string[] values) =>
        new("", rule, values, IsBrokenRule: true, IsQuestion: true);
}
