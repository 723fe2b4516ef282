using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;
using Asked = Mantel.Core.AdvanceCarePlanning.Answer;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>Where somebody may wish to die, as one question: a place, not known yet, or not discussed.</summary>
internal static class Places
{
    public static IReadOnlyList<Option> All(PersonRecord person, Words words) =>
        [
            .. Option.Of(words, "place-of-death", PlaceOfDeath.Home),
            .. Option.Of(words, "home-meaning", HomeMeaning.Here),
            .. Country
                .Known<PlaceOfDeath>("place-of-death", person, words)
                .Where(place => place.Value != nameof(PlaceOfDeath.Home)),
            .. Option.Of(words, "answer", Asked.Unknown, Asked.NotDiscussed),
        ];

    /// <summary>The last one: whether they said that they are at home where they live now.</summary>
    public static (Asked?, PlaceOfDeath?, bool?) Read(TypedForm typed, string field) =>
        typed[field] switch
        {
            nameof(Asked.Unknown) => (Asked.Unknown, null, null),
            nameof(Asked.NotDiscussed) => (Asked.NotDiscussed, null, null),
            nameof(HomeMeaning.Here) => (Asked.Given, PlaceOfDeath.Home, true),
            _ => typed.Choice<PlaceOfDeath>(field) is { } place ? (Asked.Given, place, null) : (null, null, null),
        };
}
