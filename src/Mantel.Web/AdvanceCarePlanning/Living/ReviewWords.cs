using Mantel.Core.AdvanceCarePlanning;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning.Living;

/// <summary>The sentence that says why a plan is to be looked at again.</summary>
internal static class ReviewWords
{
    public static string Of(ReviewDue due, Words words)
    {
        var on = Days.Write(due.On, words);
        return due.Change is { } change
            ? words["review-reason.course-changed", on, words.Name("course-change", change)]
            : words[$"review-reason.{Words.Kebab(due.Reason.ToString())}", on];
    }
}
