using System.Collections.Frozen;
using System.Globalization;
using Mantel.Core.Identification.Inbox;
using Mantel.Core.Journal;
using Mantel.Core.Support;

namespace Mantel.Core.People;

/// <summary>
/// A number of days after which something asks for attention because nothing happened, with where it comes from.
/// </summary>
/// <param name="IsOperators">True when the operator of this installation chose the number.</param>
public sealed record AttentionTerm(
    string Id,
    int Days,
    string Why,
    string Source,
    string Edition,
    string? Reviewer,
    string Status,
    bool IsOperators = false
);

/// <summary>
/// After how many days something asks for attention (termijnen): <c>data/attention/terms.tsv</c>, with what the
/// operator changed.
/// </summary>
public sealed class AttentionTerms
{
    /// <summary>The longest term that an operator may choose, in days.</summary>
    public const int Longest = 3650;

    private readonly FrozenDictionary<string, AttentionTerm> _terms;

    private AttentionTerms(IEnumerable<AttentionTerm> terms) =>
        _terms = terms.ToFrozenDictionary(term => term.Id, StringComparer.Ordinal);

    /// <summary>As they come with the program.</summary>
    public static AttentionTerms Usual { get; } = new(ReferenceTable.Read("attention-terms.tsv").Select(Read));

    public IReadOnlyList<AttentionTerm> All => [.. _terms.Values.OrderBy(term => term.Id, StringComparer.Ordinal)];

    /// <summary>After how many days a plan that was shared asks why it was not read.</summary>
    public int SharedPlanUnread => this["shared-plan-unread"];

    /// <summary>How long a signal about somebody without a page may wait for an answer.</summary>
    public SignalTerms Signals =>
        new(TimeSpan.FromDays(this["signal-late"]), TimeSpan.FromDays(this["signal-escalates"]));

    /// <summary>For how many days *not now* is an answer to why a conversation may be due.</summary>
    public int NotNow => this["not-now"];

    private int this[string id] => _terms[id].Days;

    /// <summary>
    /// After how many days a close one is asked again; null where the answer itself asks until it is another.
    /// </summary>
    public int? AskAgainAfter(KeepingUp said) =>
        said switch
        {
            KeepingUp.AsLongAsNeeded => this["keeping-up-as-long-as-needed"],
            KeepingUp.Months => this["keeping-up-months"],
            KeepingUp.Weeks => this["keeping-up-weeks"],
            KeepingUp.Unknown => this["keeping-up-unknown"],
            KeepingUp.Days or KeepingUp.NoLonger => null,
        };

    /// <summary>
    /// With other numbers, written as <c>keeping-up-weeks=5, shared-plan-unread=3</c>; null when that cannot be read.
    /// </summary>
    public AttentionTerms? With(string changes)
    {
        var terms = _terms.ToDictionary(StringComparer.Ordinal);
        foreach (var change in changes.Split(',', StringSplitOptions.TrimEntries))
        {
            if (change.Split('=', StringSplitOptions.TrimEntries) is not [var id, var days])
                return null;
            if (!terms.TryGetValue(id, out var term) || DaysIn(days) is not { } number)
                return null;
            terms[id] = term with { Days = number, IsOperators = true };
        }
        return new(terms.Values);
    }

    private static int? DaysIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Longest
            ? days
            : null;

    private static AttentionTerm Read(IReadOnlyDictionary<string, string> row) =>
        new(
            row["id"],
            int.Parse(row["days"], CultureInfo.InvariantCulture),
            row["why"],
            row["source"],
            row["edition"],
            row["reviewer"].Length == 0 ? null : row["reviewer"],
            row["status"]
        );
}
