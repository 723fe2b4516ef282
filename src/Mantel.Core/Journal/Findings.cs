using System.Globalization;
using System.Text;

namespace Mantel.Core.Journal;

/// <summary>
/// What is found wrong while an act is read, each problem at its field; and what was typed, cleaned: trimmed, in one
/// Unicode form, empty as absent.
/// </summary>
public sealed class Findings
{
    /// <summary>The longest single line, in UTF-16 characters, as a form counts them.</summary>
    public const int LineLimit = 200;

    /// <summary>The longest text in somebody's words, in UTF-16 characters.</summary>
    public const int WordsLimit = 4000;

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public bool None => _problems.Count == 0;

    /// <summary>Bad input: the field shows the sentence.</summary>
    public void Add(string field, string rule, params string[] values) => _problems.Add(new(field, rule, values));

    /// <summary>A rule of care or of the record is broken; nothing is wrong with how it was written.</summary>
    public void Break(string field, string rule, params string[] values) =>
        _problems.Add(new(field, rule, values, IsBrokenRule: true));

    /// <summary>What was found elsewhere, at the field that it names.</summary>
    public void Take(Problem problem) => _problems.Add(problem);

    /// <summary>One line of text, in characters that can be seen.</summary>
    public string? Line(string field, string? text) => Text(field, text, LineLimit, lines: false);

    /// <summary>One line of text that cannot be left out.</summary>
    public string NeededLine(string field, string? text) => Needed(field, Line(field, text), text);

    /// <summary>Somebody's words, with line breaks.</summary>
    public string? Words(string field, string? text) => Text(field, text, WordsLimit, lines: true);

    /// <summary>Somebody's words that cannot be left out.</summary>
    public string NeededWords(string field, string? text) => Needed(field, Words(field, text), text);

    /// <summary>Something that is true or happened already, so not on a later day than today.</summary>
    public void NotInFuture(string field, PartialDate? date, Moment now)
    {
        if (date is { Year: < WrittenDate.FirstYear })
            Add(field, "rule.date-absurd-year");
        else if (date is { } day && day.First > now.Today)
            Add(field, "rule.date-in-future");
    }

    /// <summary>The facts when nothing is wrong, else every problem that was found.</summary>
    public Outcome Or(params IReadOnlyList<NewFact> facts) =>
        None ? new Outcome.Yielded(facts) : new Outcome.Refused(_problems);

    /// <summary>The fact when nothing is wrong, else every problem that was found.</summary>
    public Outcome Or(Fact fact, PartialDate? effective = null) => Or([new NewFact(fact, effective)]);

    private string Needed(string field, string? clean, string? typed)
    {
        if (clean is null && string.IsNullOrWhiteSpace(typed))
            Add(field, "rule.missing");
        return clean ?? "";
    }

    private string? Text(string field, string? typed, int limit, bool lines)
    {
        if (typed is null)
            return null;
        var text = typed.ReplaceLineEndings("\n").Trim();
        if (text.Length > limit)
            Add(field, "rule.too-long", limit.ToString(CultureInfo.InvariantCulture));
        else if (!IsWellFormed(text) || !Characters.AreReadable(text) || (!lines && InvisibleCharacters.IsIn(text)))
            Add(field, "rule.control-characters");
        else
            return text.Length == 0 ? null : text.Normalize(NormalizationForm.FormC);
        return null;
    }

    private static bool IsWellFormed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
                return false;
        }
        return true;
    }
}
