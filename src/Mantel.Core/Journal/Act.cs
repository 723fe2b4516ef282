namespace Mantel.Core.Journal;

/// <summary>
/// Something that somebody does. It is checked against the record and yields facts, or says why not. Plain, validated,
/// without I/O; time comes in.
/// </summary>
public interface IAct<in TRecord>
    where TRecord : Record
{
    Outcome Decide(TRecord record, Moment now);
}

/// <summary>
/// An act that says something in other records too, in all of them or in none: it names them by the newest record, and
/// is decided with them.
/// </summary>
public interface IReachesOtherRecords<TRecord> : IAct<TRecord>
    where TRecord : Record
{
    IReadOnlyList<StreamId> Reaches(TRecord record, Author author);

    /// <param name="reached">In the order of <see cref="Reaches"/>; empty records where there is nothing.</param>
    IAct<TRecord> With(IReadOnlyList<Record> reached);
}

/// <summary>
/// An act on something that another may have changed since the actor last saw it. The second of two then sees both
/// versions before anything is stored.
/// </summary>
public interface IEditsWhatWasSeen
{
    /// <summary>True when this fact is about the same thing as the act.</summary>
    bool IsAbout(Fact fact);
}

/// <summary>What came of an act.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>The facts to append, all or none. None at all means: already so, nothing to do.</summary>
    public sealed record Yielded(IReadOnlyList<NewFact> Facts) : Outcome;

    /// <summary>What is wrong, each at its field.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : Outcome;

    public static Outcome Yield(params IReadOnlyList<NewFact> facts) => new Yielded(facts);

    public static Outcome Yield(Fact fact, PartialDate? effective = null) =>
        new Yielded([new NewFact(fact, effective)]);

    public static Outcome Refuse(params IReadOnlyList<Problem> problems) => new Refused(problems);

    public static Outcome Refuse(string field, string rule, params string[] values) =>
        new Refused([new Problem(field, rule, values)]);
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Field">The field of the act it belongs to, or empty for the act as a whole.</param>
/// <param name="Rule">The key of the sentence in the language files, such as <c>rule.date-in-future</c>.</param>
/// <param name="Values">What fills the sentence.</param>
/// <param name="IsBrokenRule">False: bad input (400, at the field). True: a rule of care or of the record
/// (409).</param>
/// <param name="IsQuestion">True: it is asked, and done all the same when somebody says that it is so.</param>
public sealed record Problem(
    string Field,
    string Rule,
    IReadOnlyList<string> Values,
    bool IsBrokenRule = false,
    bool IsQuestion = false
)
{
    /// <summary>The question as a form sends it back: the same only when the same is asked.</summary>
    public string Question => string.Join('|', Values.Prepend(Rule));
}
