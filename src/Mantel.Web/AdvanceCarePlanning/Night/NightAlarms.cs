using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Night;

/// <summary>
/// What stands above the decisions: whether it is the right person, dying, what the person says differently now, what
/// contradicts, what was refused in own words, what is to be asked about, and what is not finished.
/// </summary>
internal static class NightAlarms
{
    public static IEnumerable<NightAlarm> Of(
        Sight sight,
        IReadOnlyList<DecisionInForce> decisions,
        int lookalikes,
        Words words
    )
    {
        var person = sight.Record;
        if (lookalikes > 0)
            yield return new(words["people.namesake"], null, words["people.namesake.more"], IsUrgent: false);
        foreach (var said in person.SaysDifferently())
            yield return SaysNow(said, words);
        if (Contradicting(person, decisions, words) is { } contradicting)
            yield return contradicting;
        foreach (var one in person.WordsWithoutRow(sight.Now.Today))
            yield return OwnWords(one, words);
        if (person.Death() is not null)
            yield break;
        foreach (var one in person.ToAskAbout())
            yield return ToAsk(one, words);
        foreach (var talk in person.UnfinishedTalks())
            yield return new(
                words["talk.unfinished.short", Days.Write(talk.Opened.Effective!.Value, words)],
                null,
                words["talk.unfinished.night"],
                IsUrgent: false
            )
            {
                IsOfTalk = true,
            };
    }

    private static NightAlarm SaysNow(Recorded<SaysDifferentlyNow> said, Words words) =>
        new(
            words["plan.says-differently"],
            said.Fact.Words,
            $"{Telling.Day(said.Effective, words)} · {words["night.not-talked-through"]}",
            string.Join(
                " · ",
                new[]
                {
                    said.Fact.ToldTo is { } to ? words["plan.told-to", to] : null,
                    words["plan.written-by", said.Entry.Author.Name, words.Name("role", said.Entry.Author.Role)],
                    Days.Write(said.Entry.Recorded, words),
                }.OfType<string>()
            )
        );

    private static NightAlarm? Contradicting(PersonRecord person, IReadOnlyList<DecisionInForce> decisions, Words words)
    {
        var rows = decisions.Where(one => one.IsContradictory).ToList();
        var pairs = decisions
            .SelectMany(one => one.Contradicts)
            .Where(one => !one.IsSettled)
            .DistinctBy(one => one.Pair.Id, StringComparer.Ordinal)
            .ToList();
        if (rows.Count == 0 && pairs.Count == 0)
            return null;
        IEnumerable<string> told =
        [
            .. rows.Select(one => InShort(one, words)),
            .. pairs.Select(one => words[ContradictionWords.Of(one.Pair)]),
            words["night.talk-again"],
        ];
        IEnumerable<string> more =
        [
            .. rows.Select(one => InFull(person, one, words)),
            .. pairs.Where(one => one.Said is not null).Select(one => Held(one.SaidOn, one.Said!.Words, words)),
            .. rows.Any(one => one.RefusedInWriting is not null)
                ? [RefusalWords.Law(person, words)]
                : Array.Empty<string>(),
        ];
        return new(words["night.contradiction"], null, string.Join(" ", told), string.Join(" ", more));
    }

    /// <summary>The words that do not agree; with their days and conditions they stand in the row.</summary>
    private static string InShort(DecisionInForce decision, Words words) =>
        $"{NightLines.NameOf(decision.Treatment, words)}: "
        + string.Join(
            $" {words["night.and"]} ",
            decision
                .InForce.Select(one => words.Name("word", one.Decision))
                .Concat(decision.CodesAgainst.Select(code => BesideWords.Code(code, words)))
                .Distinct(StringComparer.Ordinal)
        )
        + ".";

    private static string InFull(PersonRecord person, DecisionInForce decision, Words words) =>
        string.Join(
            " ",
            new[]
            {
                $"{TreatmentWords.Of(decision.Treatment, words)}: {BesideWords.Disagreement(decision, words)}.",
                person.SaidToHold(decision) is { } held ? Held(held.On, held.Words, words) : null,
            }.OfType<string>()
        );

    private static string Held(PartialDate? on, string said, Words words) =>
        words["talk.said-to-hold", Telling.Day(on, words), said];

    private static NightAlarm OwnWords(WordsWithoutRow one, Words words)
    {
        var fact = one.Declaration.Fact;
        var worked = one.WorkedOut is { } by
            ? words["own-words.worked-out", Telling.Day(by.Effective, words), by.Fact.Physician]
                + (by.Fact.Words is { } said ? $": {said}" : ".")
            : null;
        return new(
            words[one.IsRefusal ? "own-words.refusal" : "own-words.declaration"],
            fact.Explanation,
            string.Join(
                " · ",
                new[]
                {
                    fact.Explanation is not null
                        ? null
                        : words[fact.Document is null ? "own-words.no-text" : "own-words.in-document"],
                    fact.KindInWords ?? words.Name("advance-directive-kind", fact.Kind),
                    Telling.Day(one.Declaration.Effective, words),
                    one.AsksToBeWorkedOut ? words["own-words.not-worked-out"] : null,
                }.OfType<string>()
            ),
            worked ?? (one.AsksToBeWorkedOut ? words["own-words.work-out"] : null),
            one.IsRefusal
        );
    }

    private static NightAlarm ToAsk(Recorded<ToAskAboutReceived> one, Words words) =>
        new(
            words["ask.title"],
            null,
            string.Join(
                " ",
                new[]
                {
                    ToAskWords.About(one.Fact.About, words),
                    words.Name("ask-reason", one.Fact.Reason),
                    one.Fact is { Decision: { } decision, Reason: not AskReason.NoCondition }
                        ? $"{words["ask.word"]} {words.Name("word", decision)}."
                        : null,
                    one.Fact.Said.Count > 0
                        ? $"{words["ask.said"]} {string.Join(" · ", one.Fact.Said.Select(said => $"“{said}”"))}"
                        : null,
                }.OfType<string>()
            ),
            words["ask.from", one.Entry.Source.System, Days.Write(one.Entry.Recorded, words)]
                + $". {words["ask.lead.night"]}",
            IsUrgent: false
        );
}
