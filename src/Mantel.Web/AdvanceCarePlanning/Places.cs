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
            .. Country.Known<PlaceOfDeath>("place-of-death", person, words),
            .. Option.Of(words, "answer", Asked.Unknown, Asked.NotDiscussed),
        ];

    public static (Asked?, PlaceOfDeath?) Read(Typed typed, string field) =>
        typed[field] switch
        {
            nameof(Asked.Unknown) => (Asked.Unknown, null),
            nameof(Asked.NotDiscussed) => (Asked.NotDiscussed, null),
            _ => typed.Choice<PlaceOfDeath>(field) is { } place ? (Asked.Given, place) : (null, null),
        };
}
