using Mantel.Core.Journal;
using Mantel.Web.Platform;

namespace Mantel.Web.Access;

/// <summary>How somebody is named beside what they did: name, role, organisation; "u" to themselves.</summary>
internal static class AuthorWords
{
    public static string Who(Author author, Words words) =>
        IsReader(author, words)
            ? words["author.you"]
            : string.Join(
                ", ",
                new[] { author.Name, words.Name("role", author.Role), author.OrganisationName }.OfType<string>()
            );

    /// <summary>Name and role; the role alone where nobody is named, as of what the program did itself.</summary>
    public static string Briefly(Author author, Words words)
    {
        if (IsReader(author, words))
            return words["author.you"];
        var role = words.Name("role", author.Role);
        return string.IsNullOrEmpty(author.Name) ? role : words["timeline.by", author.Name, role];
    }

    /// <summary>Mantel speaks to who did it.</summary>
    private static bool IsReader(Author author, Words words) => words.To?.Is(author) is true;
}
