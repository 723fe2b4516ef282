using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Demo.Region;
using Mantel.Demo.Telling;

namespace Mantel.Demo.Others;

/// <summary>
/// Somebody whose illness takes a usual course, and who is nobody but themselves: the course comes from the illness,
/// the words and people are their own.
/// </summary>
internal sealed record UsualLife(
    string Key,
    PersonName Name,
    PartialDate Born,
    PersonNumber? Number,
    AdministrativeGender Gender,
    Address Address,
    Illness Illness,
    Professional Gp,
    Professional Nurse,
    string Words,
    IReadOnlyList<DemoCloseOne> Near,
    string Language = "nl"
)
{
    /// <summary>The diagnosis as it is called for this person, where the usual words do not do.</summary>
    public string? Diagnosis { get; init; }

    /// <summary>An allergy as substance and reaction; null: asked, none known.</summary>
    public (string Substance, string Reaction)? Allergy { get; init; }

    public IReadOnlyList<(BackgroundAspect Aspect, string Words)> Background { get; init; } = [];

    public SharingConsent? Consent { get; init; } = SharingConsent.Given;

    /// <summary>What they said of sharing.</summary>
    public string? ConsentWords { get; init; }

    /// <summary>How the first conversation went; null: there was none.</summary>
    public string? FirstNote { get; init; }

    public Action<Talk>? First { get; init; }

    public string? SecondNote { get; init; }

    public Action<Talk>? Second { get; init; }

    /// <summary>What else happens to them, between the two conversations and after.</summary>
    public Action<Story>? Between { get; init; }

    public Action<Story>? After { get; init; }
}
