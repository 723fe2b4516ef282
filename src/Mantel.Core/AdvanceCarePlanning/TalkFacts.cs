using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A guided conversation about future care was begun (gesprek begonnen); effective on its day. What is answered in it
/// is a draft until it was read back.
/// </summary>
/// <param name="Talk">The conversation, which its answers name.</param>
/// <param name="With">Who answers the questions.</param>
/// <param name="PersonPresent">Null: not recorded.</param>
[FactKind("acp.talk-opened")]
public sealed record TalkOpened(
    Guid Talk,
    TalkVariant Variant,
    TalkPartner With,
    Party? LedBy,
    bool? PersonPresent,
    IReadOnlyList<Party> Present
) : Fact;

/// <summary>A guided conversation was taken up again (hervat), perhaps on another day and with others.</summary>
[FactKind("acp.talk-resumed")]
public sealed record TalkResumed(Guid Talk, Party? LedBy, bool? PersonPresent, IReadOnlyList<Party> Present) : Fact;

/// <summary>
/// What was answered to one question of a guided conversation, as noted while people talked: a draft. The last one of
/// a question counts; none of them holds until it was read back.
/// </summary>
/// <param name="Question">The key of the question, such as <c>resuscitation</c>.</param>
[FactKind("acp.talk-answer-noted")]
public sealed record TalkAnswerNoted(Guid Talk, string Question, TalkAnswer Answer) : Fact;

/// <summary>
/// A guided conversation was read back and confirmed together (voorgelezen en samen bevestigd): from then on what was
/// agreed in it holds.
/// </summary>
/// <param name="Conversation">The entry of the conversation on which rests what was agreed.</param>
[FactKind("acp.talk-read-back")]
public sealed record TalkReadBack(Guid Talk, Guid Conversation) : Fact;

/// <summary>A guided conversation was closed without being read back: nothing of it holds.</summary>
[FactKind("acp.talk-abandoned")]
public sealed record TalkAbandoned(Guid Talk, string? Reason) : Fact;

/// <summary>
/// The person or somebody close was invited to prepare the conversation at home (voorbereiding thuis), with a link that
/// works once.
/// </summary>
/// <param name="Hash">SHA-256 (hex) of the code in the link; the code itself is kept nowhere.</param>
/// <param name="Until">After this instant the link does nothing.</param>
/// <param name="For">Who is invited, as they are called.</param>
/// <param name="CloseOne">The close one who is invited; null for the person.</param>
[FactKind("acp.preparation-invited")]
public sealed record PreparationInvited(Guid Preparation, string Hash, DateTimeOffset Until, string For, Guid? CloseOne)
    : Fact;

/// <summary>The link to a preparation was used; it does nothing from then on.</summary>
[FactKind("acp.preparation-opened")]
public sealed record PreparationOpened(Guid Preparation) : Fact;

/// <summary>Whoever prepared at home closed it: from then on nobody goes on writing with that link.</summary>
[FactKind("acp.preparation-closed")]
public sealed record PreparationClosed(Guid Preparation) : Fact;

/// <summary>
/// One of the care team took the link to a preparation back (link ingetrokken): it opens nothing, and nobody goes on
/// writing with it. What was written stays.
/// </summary>
[FactKind("acp.preparation-withdrawn")]
public sealed record PreparationWithdrawn(Guid Preparation) : Fact;

/// <summary>
/// What was written at home about one question, in the words of who wrote it. It is nobody's decision: the person
/// takes it over in the conversation, or not. Null: what stood there was taken away again.
/// </summary>
/// <param name="WrittenBy">Who wrote it, as they called themselves.</param>
[FactKind("acp.preparation-told")]
public sealed record PreparationTold(Guid Preparation, string Question, string? Words, string WrittenBy) : Fact;

/// <summary>What was answered to one question.</summary>
/// <param name="Chosen">
/// The words that were chosen, such as <c>Decision.Withhold</c>, or the id of a close one; none where there is nothing
/// to choose.
/// </param>
/// <param name="Words">In the person's own words.</param>
/// <param name="Condition">When yes and when no, where the answer depends.</param>
/// <param name="About">What it is about, where the question leaves that open, such as another treatment.</param>
/// <param name="On">The date on a paper that the question asks about.</param>
public sealed record TalkAnswer(
    TalkAnswerKind Kind,
    IReadOnlyList<string> Chosen,
    string? Words,
    string? Condition,
    string? About,
    PartialDate? On
)
{
    /// <summary>True when nothing was said, or what was said was taken away again.</summary>
    public bool SaysNothing() =>
        Kind is TalkAnswerKind.Said && Chosen.Count == 0 && (Words, Condition, About, On) is (null, null, null, null);

    /// <summary>True when nobody could tell the two apart.</summary>
    public bool SaysTheSameAs(TalkAnswer other) =>
        this with { Chosen = other.Chosen } == other && Chosen.SequenceEqual(other.Chosen, StringComparer.Ordinal);
}

/// <summary>How a question was answered, or not.</summary>
public enum TalkAnswerKind
{
    /// <summary>With a choice, in words, or both.</summary>
    Said,

    /// <summary>The same as last time (nog steeds zo).</summary>
    Unchanged,

    /// <summary>Does not want to talk about this now (nu niet).</summary>
    NotNow,

    /// <summary>Does not want to talk about this at all (liever niet over praten).</summary>
    NotAtAll,

    /// <summary>It did not come up (niet besproken).</summary>
    NotDiscussed,
}

/// <summary>Whose habits and laws the conversation follows.</summary>
public enum TalkVariant
{
    /// <summary>The Netherlands: proactieve zorgplanning (PZP).</summary>
    Dutch,

    /// <summary>Flanders: voorafgaande zorgplanning (VZP).</summary>
    Flemish,
}

/// <summary>Who answers the questions of a conversation.</summary>
public enum TalkPartner
{
    Person,

    /// <summary>The parents, about their child.</summary>
    Parents,

    /// <summary>Who decides for somebody who cannot (vertegenwoordiger).</summary>
    Representative,
}
