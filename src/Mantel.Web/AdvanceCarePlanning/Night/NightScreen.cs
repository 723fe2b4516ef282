using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.CareTeam;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Storage;
using Mantel.Web.Look;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Night;

/// <summary>
/// What somebody reads at night without scrolling, in its order: what must be known first, every decision as word,
/// condition and day, who decides and whom to call. All of it stands in full one tap away or below.
/// </summary>
/// <param name="Marks">What holds for several decisions, said once, with their names.</param>
public sealed record NightScreen(
    string Name,
    string Identity,
    string? Phase,
    bool IsDying,
    IReadOnlyList<NightAlarm> Alarms,
    IReadOnlyList<NightMark> Marks,
    IReadOnlyList<NightLine> Lines,
    IReadOnlyList<NightCode> Codes,
    NightDeciding? Deciding,
    IReadOnlyList<CallNow> Calls
)
{
    /// <summary>To what the person is allergic, in one line; null when no allergy is recorded.</summary>
    public string? Allergic { get; init; }

    internal static NightScreen Of(
        Sight sight,
        IReadOnlyList<DecisionInForce> decisions,
        IReadOnlyList<CallNow> calls,
        int lookalikes,
        Words words
    )
    {
        var record = sight.Record;
        var (lines, marks) = NightLines.Of(record, decisions, sight.Now.Today, words);
        var isAlive = record.Death() is null;
        var phase = record.Phase(sight.Now.Today);
        return new NightScreen(
            record.Name().Full(),
            IdentityOf(record, words),
            isAlive && phase.Phase is not Core.Identification.Phase.NotMarked ? PhaseOf(phase, words) : null,
            isAlive && phase.Phase is Core.Identification.Phase.Dying,
            [.. NightAlarms.Of(sight, decisions, lookalikes, words)],
            marks,
            lines,
            [
                .. record
                    .DnrCodes(sight.Now.Today)
                    .Where(code => !code.HasEnded)
                    .Select(code => NightCode.Of(code, words)),
            ],
            isAlive ? NightDeciding.Of(record, sight.Now.Today, words) : null,
            [.. calls.Where(call => call.How is not null).Take(1)]
        )
        {
            Allergic = isAlive ? AllergicOf(record) : null,
        };
    }

    /// <summary>About as long as what stands under the name.</summary>
    private static string IdentityOf(PersonRecord person, Words words) =>
        string.Join(
            " · ",
            new[]
            {
                person.Name().Official() == person.Name().Full() ? null : person.Name().Official(),
                words["night.born"] + " " + Telling.Day(person.BirthDate(), words, shortly: false),
                words["people.age", 100],
                person.Address()?.Line(),
            }.OfType<string>()
        );

    private static string? AllergicOf(PersonRecord person) =>
        person.Allergies().Select(one => one.Fact.Substance).OfType<string>().ToList() is { Count: > 0 } to
            ? string.Join(", ", to)
            : null;

    private static string PhaseOf(PhaseNow phase, Words words) =>
        $"{words.Name("who.phase", phase.Phase)} {words["who.since", Telling.Day(phase.Since, words)]}"
        + (phase.Newest is { } marking ? $" · {words["who.phase.by", marking.JudgedBy.Name]}" : "");
}

/// <summary>Something to know before any decision.</summary>
/// <param name="Said">Somebody's own words.</param>
/// <param name="Told">What we say of it.</param>
/// <param name="More">What always stands one tap away.</param>
public sealed record NightAlarm(string Lead, string? Said, string? Told, string? More = null, bool IsUrgent = true)
{
    /// <summary>A conversation was begun and not finished.</summary>
    public bool IsOfTalk { get; init; }
}

/// <summary>A sentence about a decision, or about the decisions that are named after it.</summary>
public sealed record NightMark(string Text, string? About = null);

/// <summary>One word about a treatment, with what makes it a decision one can follow.</summary>
/// <param name="Note">That no physician confirmed it, where it stands beside another word.</param>
public sealed record NightStatement(string? Lead, Word Word, string? Day, string? Condition, string? Note = null);

/// <summary>One decision in the least room in which nothing is said wrongly.</summary>
/// <param name="Said">More than one: they contradict.</param>
/// <param name="Beside">What must be seen beside it: an older word, a declaration, a code that says otherwise.</param>
public sealed record NightLine(
    string Name,
    IReadOnlyList<NightStatement> Said,
    IReadOnlyList<NightStatement> Beside,
    IReadOnlyList<string> Marks,
    string? Device,
    bool IsContradictory
);

/// <summary>A DNR code in force with its meaning and the stay it was given for.</summary>
public sealed record NightCode(string Code, string Meaning, bool IsAsked)
{
    internal static NightCode Of(DnrCodeForStay given, Words words) =>
        new(
            words.Name("dnr-code", given.Recorded.Fact.Code),
            words.Name("dnr-code.meaning", given.Recorded.Fact.Code)
                + $" ({given.Recorded.Fact.Setting}, {DnrWords.Stay(given, words)})",
            given.IsAsked
        );
}

/// <summary>Who decides now, and who would, or speaks: in sentences with a number (safety rule 17).</summary>
public sealed record NightDeciding(string Decides, string? About, IReadOnlyList<NightPerson> People, string? More)
{
    /// <summary>How many of several equals stand in sight; the others stand below.</summary>
    private const int InSight = 2;

    internal static NightDeciding Of(PersonRecord person, DateOnly today, Words words)
    {
        var (who, name) = (person.WhoDecides(today), person.Name().Familiar());
        var since = WhoWords.Since(who, words) is { } said ? " " + said : "";
        var areEqual = who.ByLaw.Count > 1 && (who.OthersDecide || who.Decider is Decider.InDoubt);
        var lead = who.Decider is Decider.Person or Decider.InDoubt
            ? words["night.by-law.later", name]
            : WhoWords.Lead(who.Decider, name, words);
        return new NightDeciding(
            WhoWords.Decides(who.Decider, name, words) + since,
            Join(
                who.Capacity.About is { } about ? words["who.about", about] : null,
                who.Capacity.Judged.Count > 1 ? words["who.capacity-contradicts"] : null,
                areEqual ? words["who.several"] : null
            ),
            [
                .. who
                    .ByLaw.Take(areEqual ? InSight : 1)
                    .Select(
                        (one, nth) =>
                            new NightPerson(
                                nth == 0 ? lead : null,
                                SaidToReader.Name(one.Name, words),
                                WhoWords.Right(one, words),
                                one.Number,
                                SaidToReader.IsYou(one.Name, words)
                            )
                    ),
                .. who
                    .Named.Take(1)
                    .Select(one => new NightPerson(
                        WhoWords.OnlySpeaks(one.Role, name, words),
                        SaidToReader.Name(one.Name, words),
                        SaidToReader.OfOthers(one.Name, WhoWords.Relation(one.Relationship, words), words),
                        one.Number,
                        SaidToReader.IsYou(one.Name, words)
                    )),
            ],
            areEqual && who.ByLaw.Count > InSight
                ? words[
                    "who.equals",
                    string.Join(", ", who.ByLaw.Skip(InSight).Select(one => SaidToReader.Name(one.Name, words)))
                ]
                : null
        );
    }

    private static string? Join(params IEnumerable<string?> parts) =>
        parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(" ", said) : null;
}

/// <summary>Somebody who decides or speaks, with what right and which number.</summary>
/// <param name="IsYou">It is the reader, who calls themselves on no number.</param>
public sealed record NightPerson(string? Lead, string Name, string? Right, string? Number, bool IsYou = false);
