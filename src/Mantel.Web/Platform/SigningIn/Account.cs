using Mantel.Core.Journal;
using Microsoft.AspNetCore.Identity;

namespace Mantel.Web.Platform.SigningIn;

/// <summary>Somebody who may sign in, and what they are. The user name is what they sign in with.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>What they are called on the pages and in the journal.</summary>
    public required string Name { get; set; }

    public required Role Role { get; set; }

    public Guid? Organisation { get; set; }

    public string? OrganisationName { get; set; }

    /// <summary>The language they read; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>The person whose record it is (role person), or whose close one this is (role close one).</summary>
    public Guid? Person { get; set; }

    /// <summary>
    /// Whose account this is another role of: one signs in with that account, and acts under this id. Null for the
    /// account itself, which is also its own first role.
    /// </summary>
    public Guid? Holder { get; set; }

    /// <summary>The role was taken away; what was done in it keeps its id. The account may hold others.</summary>
    public bool IsRoleTaken { get; set; }

    /// <summary>Nobody comes in with it; of another role: it waits until a second administrator agreed.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>The password was made for them: they choose their own before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The newest step of time of which they used the code: none before it works again.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>Somebody else changed something of this account, and the owner did not say that they read it.</summary>
    public bool HasNotice { get; set; }

    /// <summary>Their place in the cast of the demonstration, such as <c>gp</c>; null for real accounts.</summary>
    public string? DemoKey { get; set; }
}
