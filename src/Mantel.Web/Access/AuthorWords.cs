using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.Access;

/// <summary>How somebody is named beside what they did: name, role, organisation.</summary>
internal static class AuthorWords
{
    public static string Who(Author author, Words words) =>
        string.Join(
            ", ",
            new[] { author.Name, words.Name("role", author.Role), author.OrganisationName }.OfType<string>()
        );

    /// <summary>Name and role; the role alone where nobody is named, as of what the program did itself.</summary>
    public static string Briefly(Author author, Words words)
    {
        var role = words.Name("role", author.Role);
        return string.IsNullOrEmpty(author.Name) ? role : words["timeline.by", author.Name, role];
    }
}
