using Mantel.Core.Identification;
using Mantel.Core.People;
using Mantel.Demo.Folk;

namespace Mantel.Demo.Courses;

/// <summary>
/// What happens to somebody in eighteen months, in days before the day of the telling: registered, marked, talked with,
/// worse, dead. Null: it did not happen, or not yet.
/// </summary>
internal sealed record Course
{
    /// <summary>The longest ago that anything is recorded: eighteen months.</summary>
    public const int Longest = 546;

    public required InventedPerson Somebody { get; init; }

    public required int Registered { get; init; }

    /// <summary>The palliative phase was marked.</summary>
    public int? Marked { get; init; }

    /// <summary>Only in the last fortnight.</summary>
    public bool AtTheLast { get; init; }

    public int? Death { get; init; }

    public PlaceOfDeath? DiedAt { get; init; }

    /// <summary>A surprise question was answered.</summary>
    public int? Asked { get; init; }

    public SurpriseAnswer Surprise { get; init; }

    /// <summary>Worse, or admitted, before anybody marked.</summary>
    public int? FirstTurn { get; init; }

    /// <summary>Does not want to talk about it.</summary>
    public int? Declined { get; init; }

    /// <summary>The first conversation.</summary>
    public int? Talk { get; init; }

    /// <summary>That conversation was finished: read back and established.</summary>
    public bool IsEstablished { get; init; }

    /// <summary>It was asked where the person wishes to die.</summary>
    public bool AskedWhere { get; init; }

    /// <summary>The answer; null when it was asked and the person does not know.</summary>
    public PlaceOfDeath? Wish { get; init; }

    /// <summary>Worse again, after the conversation.</summary>
    public int? SecondTurn { get; init; }

    public int? SecondTalk { get; init; }

    /// <summary>The dying phase was marked.</summary>
    public int? Dying { get; init; }

    /// <summary>To where they were brought in the end, when they did not die where they lived.</summary>
    public int? Brought { get; init; }

    /// <summary>A day lies after registration and before death.</summary>
    public bool Fits(int day) => day >= 1 && day < Registered && day > (Death ?? 0);

    public int? IfFits(int day) => Fits(day) ? day : null;
}
