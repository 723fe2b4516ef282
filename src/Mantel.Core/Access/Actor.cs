using Mantel.Core.Journal;

namespace Mantel.Core.Access;

/// <summary>Who is at the desk: somebody signed in, with the person whose own record they may see, if any.</summary>
/// <param name="Person">Only for the role <see cref="Role.Person"/>: whose record is their own.</param>
public sealed record Actor(Author Author, Guid? Person = null)
{
    public Guid Account => Author.Account;

    public Role Role => Author.Role;
}
