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
    Guid? Person
);

/// <summary>Opens an account of the demo: the door of whoever keeps the accounts.</summary>
public delegate Task OpenDemoAccount(DemoAccount account, CancellationToken ct);
