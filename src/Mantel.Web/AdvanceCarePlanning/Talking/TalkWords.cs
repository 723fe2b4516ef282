using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.AdvanceCarePlanning.Talking;
using Mantel.Core.CareTeam;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Talking;

/// <summary>
/// How the questions of a conversation are asked, and how its answers are read back: to the person, or about them when
/// somebody else answers.
/// </summary>
public sealed class TalkWords(TalkSoFar so, Words words)
{
    private const int OfAge = 18;

    private string Person => so.Person.Name().Familiar();

    private bool IsAbout => so.Talk.Opened.Fact.With is not TalkPartner.Person;

    public string Asks(TalkQuestion question) =>
        words[
            IsAbout ? "talk-asks-of." + KeyOf(question) : "talk-asks." + KeyOf(question),
            Person,
            About(question, null)
        ];

    /// <summary>What a word in the question means; null where nothing needs to be said.</summary>
    public string? Hint(TalkQuestion question)
    {
        string?[] all = [Hint(KeyOf(question), IsAbout, Person, words), HintOfAge(question)];
        return all.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;
    }

    /// <summary>Of who is under age in Flanders: that no Belgian age is known from which this can be asked.</summary>
    private string? HintOfAge(TalkQuestion question) =>
        so.Variant is TalkVariant.Flemish
        && question.Row.FlemishFromAge is null
        && so.Person.Age(so.Today)?.AtLeast is < OfAge
            ? words["talk.no-age-known"]
            : null;

    /// <summary>The same, about the person where somebody else answers and it is said otherwise then.</summary>
    public static string? Hint(string question, bool isAbout, string person, Words words)
    {
        var about = "talk-hint-of." + question;
        var key = isAbout && words.Has(about) ? about : "talk-hint." + question;
        return words.Has(key) ? words[key, person] : null;
    }

    /// <summary>What a question is about, in a word or two.</summary>
    public string Name(TalkQuestion question) =>
        question.TreatmentName
        ?? (question.Paper is { } paper ? words.Name("advance-directive-kind", paper) : null)
        ?? words["talk-question." + question.Row.Question];

    public IReadOnlyList<Option> Options(TalkQuestion question) =>
        [
            .. question
                .Ask(so)
                .Choices.Select(chosen => new Option(chosen, Choice(question, chosen), ChoiceHint(question, chosen))),
        ];

    /// <summary>A choice as it stands on its button.</summary>
    public string Choice(TalkQuestion question, string chosen)
    {
        if (CloseOne(chosen) is { } close)
            return close.Fact.Name.Full();
        var (set, word) = Parts(chosen);
        var own = $"talk-choice.{question.Row.Question}.{word}";
        var usual = $"talk-choice.{set}.{word}";
        return words.Has(own) ? words[own]
            : words.Has(usual) ? words[usual]
            : words[$"{set}.{word}"];
    }

    /// <summary>What was answered, short: the choice, or that there were only words.</summary>
    public string Shortly(TalkQuestion question, TalkAnswer answer) =>
        answer.Kind is not (TalkAnswerKind.Said or TalkAnswerKind.Unchanged)
            ? words.Name("talk-answer-kind", answer.Kind)
            : string.Join(", ", answer.Chosen.Select(chosen => Lower(question, chosen)));

    /// <summary>The answer as a sentence that can be read aloud; what was said in words comes after it.</summary>
    public string Says(TalkQuestion question, TalkAnswer answer)
    {
        var key = SaysKey(question, answer);
        key = IsAbout ? "talk-says-of." + key : "talk-says." + key;
        return words[key, Person, About(question, answer), answer.On is { } on ? Days.Write(on, words) : ""];
    }

    private string? ChoiceHint(TalkQuestion question, string chosen)
    {
        if (CloseOne(chosen) is { } close)
            return Telling.Relationship(close.Fact, words);
        var (set, word) = Parts(chosen);
        var key = $"talk-choice-hint.{set}.{word}";
        return words.Has(key) ? words[key] : null;
    }

    private static string KeyOf(TalkQuestion question) =>
        question switch
        {
            { TreatmentName: not null } => "known-limit",
            { Paper: not null } => "declaration",
            _ => question.Row.Question,
        };

    private static string SaysKey(TalkQuestion question, TalkAnswer answer) =>
        question switch
        {
            { Paper: not null } => answer.On is null ? "declaration.undated" : "declaration.dated",
            { Row.Question: "declarations" } when answer.Chosen.Count > 0 => answer.Chosen.Any(IsPaper)
                ? "declarations.some"
                : "declarations.no",
            { Row.Question: "representative" } when answer.Chosen.Count > 0 => "representative",
            { Row.Question: "what-matters" or "wishes" or "what-else" } => question.Row.Question,
            _ when answer.Chosen is [var chosen] => $"{RowOf(question)}.{Parts(chosen).Word}",
            _ => "in-words",
        };

    private static string RowOf(TalkQuestion question) =>
        question.Row.Question == "other-limit-more" ? "other-limit" : question.Row.Question;

    private static bool IsPaper(string chosen) =>
        chosen.StartsWith(nameof(AdvanceDirectiveKind) + ".", StringComparison.Ordinal);

    private string About(TalkQuestion question, TalkAnswer? answer) =>
        question.TreatmentName
        ?? answer?.About
        ?? (question.Paper is { } paper ? words.Name("advance-directive-kind", paper) : null)
        ?? string.Join(", ", (answer?.Chosen ?? []).Select(chosen => Lower(question, chosen)));

    private string Lower(TalkQuestion question, string chosen)
    {
        var label = Choice(question, chosen);
        return CloseOne(chosen) is null && label.Length > 0
            ? char.ToLower(label[0], words.Culture) + label[1..]
            : label;
    }

    private CloseOne? CloseOne(string chosen) => Guid.TryParse(chosen, out var id) ? so.Person.CloseOne(id) : null;

    private static (string Set, string Word) Parts(string chosen)
    {
        var dot = chosen.IndexOf('.', StringComparison.Ordinal);
        return (Words.Kebab(chosen[..Math.Max(dot, 0)]), Words.Kebab(chosen[(dot + 1)..]));
    }
}
