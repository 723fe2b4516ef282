using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.People;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>The law of the person's country on what they refused in writing, in a sentence with its place.</summary>
internal static class RefusalWords
{
    public static string Law(PersonRecord person, Words words)
    {
        var law = WrittenRefusalLaw.Of(Country.IsBelgian(person, words) ? "BE" : "NL");
        var sentence = words["refusal.law", law.In(words.Language[..2]), law.Article];
        return law.Reviewer is null ? $"{sentence} {words["refusal.law.not-reviewed"]}" : sentence;
    }
}
