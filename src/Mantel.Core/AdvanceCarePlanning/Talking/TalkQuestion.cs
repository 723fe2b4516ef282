using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// One question of a guided conversation. It knows when it is asked, what was said last time, and what comes of the
/// answer once it was read back.
/// </summary>
public abstract record TalkQuestion(QuestionRow Row)
{
    /// <summary>What the answers call it; it never changes.</summary>
    public virtual string Key => Row.Question;

    public TalkPart Part => Row.Part;

    /// <summary>What somebody must be allowed to do to note an answer.</summary>
    public virtual AccessAction Needs => AccessAction.AgreePlan;

    /// <summary>What somebody declines who does not want to talk about it; null: nothing is recorded of that.</summary>
    public virtual TalkTopic? Topic => null;

    /// <summary>Who leads the conversation answers it, not the person.</summary>
    public virtual bool IsForLeader => false;

    /// <summary>It is asked before the conversation begins, and is not on the way from question to question.</summary>
    public virtual bool IsAskedBefore => false;

    /// <summary>The other treatment it is about, where the record knows its name.</summary>
    public virtual string? TreatmentName => null;

    /// <summary>The paper it is about.</summary>
    public virtual AdvanceDirectiveKind? Paper => null;

    /// <summary>Where in the order of the conversation it stands.</summary>
    internal virtual int OrderIn(TalkVariant variant) =>
        (variant is TalkVariant.Dutch ? Row.Dutch : Row.Flemish) ?? int.MaxValue;

    /// <summary>Whether it is asked, given what is known and what was answered so far.</summary>
    public virtual bool Follows(TalkSoFar so) => true;

    /// <summary>What there is to answer with.</summary>
    public abstract Ask Ask(TalkSoFar so);

    /// <summary>What holds now: said last time, newest first; several when they contradict each other.</summary>
    public abstract IReadOnlyList<LastSaid> LastTime(TalkSoFar so);

    /// <summary>The acts that make the answer hold, on the day of the conversation and between who was there.</summary>
    internal abstract IEnumerable<IAct<PersonRecord>> CameOf(TalkAnswer answer, TalkSoFar so, TalkClose close);

    /// <summary>What is recorded when it did not come up: usually nothing.</summary>
    internal virtual IEnumerable<IAct<PersonRecord>> CameOfSkipping(TalkClose close) => [];

    /// <summary>What an answer still lacks before it can be read back, each at its field.</summary>
    public IReadOnlyList<Problem> Lacks(TalkAnswer answer, TalkSoFar so)
    {
        if (answer.Kind is not (TalkAnswerKind.Said or TalkAnswerKind.Unchanged) || answer.SaysNothing())
            return [];
        var (found, ask) = (new Findings(), Ask(so));
        if (ask.MustChoose && answer.Chosen.Count == 0)
            found.Add("chosen", "rule.plan-choose");
        if (
            ask.ConditionFor is { } word
            && answer.Chosen.Contains(word, StringComparer.Ordinal)
            && answer.Condition is null
        )
            found.Add("condition", "rule.talk-say-condition");
        if (ask.AsksAbout && answer.About is null)
            found.Add("about", "rule.talk-about-what");
        if (answer.Chosen.Count > 1 && answer.Chosen.Contains(ask.Alone, StringComparer.Ordinal))
            found.Add("chosen", "rule.talk-nothing-or-some");
        if (ask.WordsFor.Intersect(answer.Chosen, StringComparer.Ordinal).Any() && answer.Words is null)
            found.Add("words", ask.WordsRule);
        return found.Problems;
    }
}

/// <summary>What there is to answer a question with, beside one's own words.</summary>
/// <param name="Choices">The words to choose from, such as <c>Decision.Perform</c>; none: only own words.</param>
/// <param name="Many">Several may be chosen.</param>
/// <param name="MustChoose">Without a choice the answer cannot be read back.</param>
/// <param name="ConditionFor">The choice that needs to be told when yes and when no.</param>
/// <param name="AsksAbout">It asks what it is about, such as which other treatment.</param>
/// <param name="AsksDate">It asks for the date on a paper.</param>
public sealed record Ask(
    IReadOnlyList<string> Choices,
    bool Many = false,
    bool MustChoose = true,
    string? ConditionFor = null,
    bool AsksAbout = false,
    bool AsksDate = false
)
{
    public static Ask OnlyWords { get; } = new([], MustChoose: false);

    /// <summary>The choices that need words with them.</summary>
    public IReadOnlyList<string> WordsFor { get; init; } = [];

    /// <summary>Whether own words can be written with it; not where nothing would come of them.</summary>
    public bool TakesWords { get; init; } = true;

    /// <summary>The choice that cannot go with any other.</summary>
    public string? Alone { get; init; }

    /// <summary>What is said when those words are missing.</summary>
    public string WordsRule { get; init; } = "rule.missing";
}

/// <summary>What was said of a question before, and since when it was said unchanged.</summary>
/// <param name="Answer">As it would be answered again.</param>
/// <param name="InDeclaration">The person's own declaration says it.</param>
public sealed record LastSaid(PartialDate? On, PartialDate? Since, TalkAnswer Answer, bool InDeclaration = false);

/// <summary>The day on which a conversation is read back, and between whom.</summary>
internal sealed record TalkClose(PartialDate? Day, IReadOnlyList<Party> Parties);

/// <summary>A conversation so far, as its questions see it.</summary>
public sealed record TalkSoFar(PersonRecord Person, GuidedTalk Talk, DateOnly Today)
{
    public TalkVariant Variant => Talk.Opened.Fact.Variant;

    /// <summary>The country whose places and papers are asked about.</summary>
    internal CareCountry Country => Variant is TalkVariant.Flemish ? CareCountry.Belgium : CareCountry.Netherlands;

    public DecisionInForce? DecisionOf(Treatment treatment) =>
        Decisions.FirstOrDefault(decision => PlanRules.Sameness(decision.Treatment) == PlanRules.Sameness(treatment));

    internal IReadOnlyList<DecisionInForce> Decisions { get; } = Person.DecisionsOn(Today);

    /// <summary>The answer to a question; null when there is none, also when it was taken away again.</summary>
    public TalkAnswer? AnswerTo(string question) =>
        Talk.AnswerTo(question) is { } answer && !answer.SaysNothing() ? answer : null;

    /// <summary>True when a question was answered with this word in this conversation.</summary>
    internal bool Says<TWord>(string question, params TWord[] words)
        where TWord : struct, Enum => AnswerTo(question)?.Choice<TWord>() is { } chosen && words.Contains(chosen);
}

/// <summary>Reads and writes what was chosen.</summary>
public static class Choices
{
    /// <summary>A word as an answer holds it: <c>Decision.Perform</c>.</summary>
    public static string Of<TWord>(TWord word)
        where TWord : struct, Enum => $"{typeof(TWord).Name}.{word}";

    internal static IReadOnlyList<string> All<TWord>(params TWord[] except)
        where TWord : struct, Enum => [.. Enum.GetValues<TWord>().Except(except).Select(Of)];

    /// <summary>The one word that was chosen; null when none was, or another kind of word.</summary>
    public static TWord? Choice<TWord>(this TalkAnswer answer)
        where TWord : struct, Enum => answer.Words<TWord>() is [var first, ..] ? first : null;

    /// <summary>All words of this kind that were chosen.</summary>
    internal static IReadOnlyList<TWord> Words<TWord>(this TalkAnswer answer)
        where TWord : struct, Enum =>
        [.. Enum.GetValues<TWord>().Where(word => answer.Chosen.Contains(Of(word), StringComparer.Ordinal))];
}
