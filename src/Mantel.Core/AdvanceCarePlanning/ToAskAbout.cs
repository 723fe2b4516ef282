using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A message from elsewhere may hold a decision that cannot be placed with certainty, or took one back (na te vragen).
/// It fills no row of its own: it is shown in the sender's words until somebody asked. It ends like a diagnosis does.
/// </summary>
/// <param name="Reference">The message, as its source calls it.</param>
/// <param name="About">The treatments that it may be about; none: it does not say.</param>
/// <param name="Decision">What it says, where it is clear about that; null: it is not, or not finished.</param>
/// <param name="Said">The sender's own words, as they came.</param>
[FactKind("acp.to-ask-about-received")]
public sealed record ToAskAboutReceived(
    AskReason Reason,
    string Reference,
    IReadOnlyList<Treatment> About,
    Decision? Decision,
    IReadOnlyList<string> Said
) : Fact;

/// <summary>Why something that came in has to be asked about.</summary>
public enum AskReason
{
    /// <summary>Its code says one treatment and its words another.</summary>
    CodeAndWordsDiffer,

    /// <summary>It says both yes or no and a condition.</summary>
    WordAndCondition,

    /// <summary>It gives no word that is a decision.</summary>
    WordUnclear,

    /// <summary>*Anders* without words (zonder toelichting).</summary>
    NoCondition,

    /// <summary>It is a kind of consent that may or may not be a decision about treatment.</summary>
    KindUnclear,

    /// <summary>Its sender has not finished it: what it says is not said here (safety rule 5).</summary>
    NotFinished,

    /// <summary>Its sender says that it was not verified with the person: it is not said here.</summary>
    NotVerified,

    /// <summary>Its sender put it on hold (opgeschort).</summary>
    OnHold,

    /// <summary>Its sender says that it cannot be reached (niet haalbaar).</summary>
    NotAttainable,

    /// <summary>One message says that it ended and another that it holds.</summary>
    EndDiffers,

    /// <summary>The day on which it ends is known in part only, and may have come.</summary>
    EndUnclear,

    /// <summary>One source says that there is an ICD and another that there is none.</summary>
    DeviceDiffers,

    /// <summary>The device is no longer in use there; whether it is still in the body is not said.</summary>
    DeviceOutOfUse,

    /// <summary>Its sender struck out a decision that was in force.</summary>
    StruckOutBySender,

    /// <summary>Its sender changed a decision that was in force.</summary>
    CorrectedBySender,
}

/// <summary>What came from elsewhere and is to be asked about.</summary>
public static class AskingAbout
{
    /// <summary>All that nobody asked about yet, newest first.</summary>
    public static IReadOnlyList<Recorded<ToAskAboutReceived>> ToAskAbout(this PersonRecord person) =>
        [.. person.All<ToAskAboutReceived>().Where(one => !person.IsEnded(one.Entry.Id)).Reverse()];

    /// <summary>Whether two name one treatment, however its name is written.</summary>
    public static bool IsSame(this Treatment one, Treatment other) =>
        one.Kind == other.Kind && Chronology.Sameness(one.Name) == Chronology.Sameness(other.Name);

    /// <summary>
    /// Messages differ about an ICD (there or not, on or off), and none of them was received with a question about it.
    /// Who records what they found settles it.
    /// </summary>
    public static bool IsIcdToAskAbout(this PersonRecord person) =>
        person.SaidOfIcd().Count > 1 && person.ToAskAbout(new Treatment(TreatmentKind.IcdDeactivation)).Count == 0;

    /// <summary>What of it may be about this treatment.</summary>
    public static IReadOnlyList<Recorded<ToAskAboutReceived>> ToAskAbout(
        this PersonRecord person,
        Treatment treatment
    ) => [.. person.ToAskAbout().Where(one => one.Fact.About.Any(about => about.IsSame(treatment)))];
}
