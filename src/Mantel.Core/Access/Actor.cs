using Mantel.Core.Journal;

namespace Mantel.Core.Access;

/// <summary>Who is at the desk: somebody signed in, with the person whose own record they may see, if any.</summary>
/// <param name="Person">Only for the role <see cref="Role.Person"/>: whose record is their own.</param>
public sealed record Actor(Author Author, Guid? Person = null)
{
    /// <summary>
    /// The ids of the same somebody in other roles. They open nothing: they are for where nobody may judge what is
    /// their own.
    /// </summary>
    public IReadOnlyList<Guid> Also { get; init; } = [];

    public bool Is(Guid account) => account == Account || Also.Contains(account);

    public Guid Account => Author.Account;

    public Role Role => Author.Role;
}
