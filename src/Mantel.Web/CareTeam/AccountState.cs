namespace Mantel.Web.CareTeam;

/// <summary>Whether an account lets somebody in.</summary>
internal enum AccountState
{
    Open,
    Disabled,

    /// <summary>It was made or changed, and another administrator has to agree.</summary>
    Waiting,
}
