namespace Mantel.Demo.Networks;

/// <summary>
/// How things usually go in a network: what is asked, how early, and what can be had at night. Shares are from 0 to 1.
/// They are assumptions, chosen so that one can find in the records why a figure is good or poor; where a number comes
/// from a publication, docs/demo.md says which.
/// </summary>
internal sealed record Habits
{
    /// <summary>Days from marking to death are this many times what is usual for the illness.</summary>
    public double Ahead { get; init; } = 1;

    /// <summary>Marked only in the last fortnight, when a hospital or the dying itself makes it plain.</summary>
    public double AtTheLast { get; init; } = 0.13;

    /// <summary>Never marked, though known here.</summary>
    public double NeverMarked { get; init; } = 0.12;

    /// <summary>A conversation that ends in an established plan within 30 days of marking.</summary>
    public double TalksInTime { get; init; } = 0.62;

    /// <summary>Of the others: a conversation later, for who lives long enough.</summary>
    public double TalksLater { get; init; } = 0.6;

    /// <summary>Does not want to talk about it, now or at all.</summary>
    public double DoesNotWant { get; init; } = 0.06;

    /// <summary>Of the conversations, those in which it was asked where somebody wishes to die.</summary>
    public double AsksWhere { get; init; } = 0.86;

    /// <summary>Who wishes to die at home does.</summary>
    public double DiesAtHome { get; init; } = 0.84;

    /// <summary>When it cannot be at home: in hospital, else in a hospice or nursing home.</summary>
    public double ElseHospital { get; init; } = 0.55;

    /// <summary>Whether a nurse comes at night.</summary>
    public bool NightCare { get; init; } = true;

    /// <summary>Of those who do not speak Dutch, for whom an interpreter is arranged before there is a talk.</summary>
    public double Interprets { get; init; } = 0.75;

    /// <summary>Close ones who are asked how long they can keep it up.</summary>
    public double AsksCloseOnes { get; init; } = 0.55;

    /// <summary>What a nurse agreed, confirmed by a physician within two weeks.</summary>
    public double Confirms { get; init; } = 0.8;

    /// <summary>The palliative team is asked for advice.</summary>
    public double AsksTeam { get; init; } = 0.3;

    public double HasVolunteer { get; init; } = 0.14;

    /// <summary>The surprise question is asked at all.</summary>
    public double AsksSurprise { get; init; } = 0.55;
}
