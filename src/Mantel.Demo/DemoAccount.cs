using Mantel.Core.Journal;

namespace Mantel.Demo;

/// <summary>Somebody of the cast whom one can be at the demo sign-in.</summary>
/// <param name="Id">The account under which they act in the histories.</param>
/// <param name="Key">Their word at the sign-in, such as <c>gp</c>.</param>
/// <param name="Person">The person whose own record it is, or to whom they are close.</param>
public sealed record DemoAccount(
    Guid Id,
    string Key,
    string Name,
    Role Role,
    Guid? Organisation,
    string? OrganisationName,
    Guid? Person,
    DemoRole? Other = null
);

/// <summary>Another role that somebody of the demo holds beside their first, with the id under which they act in
/// it.</summary>
public sealed record DemoRole(Guid Id, Role Role, Guid Organisation, string OrganisationName);

/// <summary>Opens an account of the demo: the door of whoever keeps the accounts.</summary>
public delegate Task OpenDemoAccount(DemoAccount account, CancellationToken ct);
