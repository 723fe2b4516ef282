using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>Says what does not fit of who agreed, wherever the decision stands (safety rule 20).</summary>
internal static class DoubtWords
{
    public static string Of(PartyDoubt doubt, Words words) =>
        string.Join(
            " ",
            new[]
            {
                words[
                    $"who.doubt.{Words.Kebab(doubt.Kind.ToString())}",
                    doubt.Since is { } since ? Days.Write(since, words, shortly: true) : "",
                    string.Join(", ", doubt.Names)
                ],
                WhoWords.Law(doubt.Article, words),
            }.OfType<string>()
        );
}
