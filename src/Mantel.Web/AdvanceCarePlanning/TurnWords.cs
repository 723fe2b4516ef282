using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>The sentence that says that something was discussed before a change of course or phase.</summary>
internal static class TurnWords
{
    public static string Before(CourseTurn turn, Words words, bool shortly = false) =>
        Before(turn.Kind, turn.On, words, shortly);

    public static string Before(CourseTurnKind kind, PartialDate? on, Words words, bool shortly = false) =>
        string.Format(
            words.Culture,
            words.Name("before", kind),
            on is { } day ? Days.Write(day, words, shortly) : words["platform.undated"]
        );
}
