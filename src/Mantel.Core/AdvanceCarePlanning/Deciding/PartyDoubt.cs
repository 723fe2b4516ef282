using Mantel.Core.Journal;

namespace Mantel.Core.AdvanceCarePlanning.Deciding;

/// <summary>Why those who agreed do not fit the age, capacity and representation of that day.</summary>
public enum PartyDoubtKind
{
    /// <summary>The person could not decide, and nobody took part who may in their place.</summary>
    NotCapable,

    /// <summary>The person could not decide; who took part has no right to decide.</summary>
    NoRightToDecide,

    /// <summary>The person could not decide; somebody else goes first by the law.</summary>
    AnotherGoesFirst,

    /// <summary>Only the person can say this, and they could not decide.</summary>
    OnlyThePersonCan,

    /// <summary>The person can decide and did not take part.</summary>
    PersonNotThere,

    /// <summary>Whoever has authority over a child did not take part.</summary>
    ParentsNotThere,

    /// <summary>A minor of whom nobody judged whether they can weigh it took part without the parents.</summary>
    DiscernmentNotJudged,

    /// <summary>The law gives nobody of this age this.</summary>
    NotOpenAtAge,

    /// <summary>The person could not decide alone, and it was not recorded with whom it was agreed.</summary>
    PartiesNotRecorded,

    /// <summary>Without a date nobody can see whether it is from before capacity was lost.</summary>
    UndatedAndLost,
}

/// <summary>
/// Something that does not fit between who agreed and who could (safety rule 20). It is asked about; it never keeps
/// anything from being recorded, and it stands wherever the decision does.
/// </summary>
/// <param name="Article">The article of the law that it was held against; null: none to name.</param>
/// <param name="Since">Since when the person could not decide.</param>
/// <param name="Names">Who goes first, or who took part without a right.</param>
public sealed record PartyDoubt(PartyDoubtKind Kind, string? Article, PartialDate? Since, IReadOnlyList<string> Names);

/// <summary>Who took part, as far as it is known.</summary>
/// <param name="Parties">Null: not recorded.</param>
internal sealed record TookPart(IReadOnlyList<Party>? Parties)
{
    /// <summary>A paper of the person's own is theirs alone.</summary>
    public static TookPart PersonAlone { get; } = new([new Party(PartyKind.Person, "")]);

    public bool Person => Parties?.Any(party => party.Kind is PartyKind.Person) is true;

    public IReadOnlyList<Party> CloseOnes => [.. (Parties ?? []).Where(party => party.Kind is PartyKind.RelatedPerson)];
}
