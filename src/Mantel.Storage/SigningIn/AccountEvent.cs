namespace Mantel.Storage;

/// <summary>What happened to an account, or at the door. The names are kept in the log and never change.</summary>
public enum AccountEventKind
{
    Made,

    /// <summary>Another role or organisation: the detail says from what to what.</summary>
    PlaceChanged,
    Disabled,
    Enabled,

    /// <summary>An administrator asked for a new password for somebody; nothing changed yet.</summary>
    ResetAsked,

    /// <summary>What was asked was taken back, or somebody else did not agree.</summary>
    ResetDropped,
    PasswordReset,

    /// <summary>The phone that gives codes was forgotten for somebody.</summary>
    CodesForgotten,
    PasswordChanged,
    CodesTurnedOn,
    CodesTurnedOff,
    SignedIn,
    SignInFailed,

    /// <summary>So many tries failed that whoever tried was told to wait.</summary>
    ToldToWait,
    RecoveryCodeUsed,
    SignedOut,
    SignedOutEverywhere,

    /// <summary>Somebody who cares for a person made the code with which an account for them can be made.</summary>
    AccessGiven,

    /// <summary>Another role beside those that the account holds, or one that it held before.</summary>
    RoleGiven,

    /// <summary>A second administrator agreed: from now on the role can be chosen.</summary>
    RoleAgreed,
    RoleTaken,

    /// <summary>Whoever holds several roles goes on in this one.</summary>
    RoleChosen,
}

/// <summary>
/// One line of the log of accounts and sign-ins: whose account, what, by whom, and from where. It holds no name:
/// accounts are named by their id.
/// </summary>
/// <param name="Account">Null where a name was tried that nobody has.</param>
/// <param name="By">Who did it; null where the owner did, nobody signed in did, or the operator of the
/// machine.</param>
/// <param name="AlsoBy">The second person who answers for it.</param>
/// <param name="ByOperator">Done on the machine itself.</param>
/// <param name="Place">The address it came from; sealed with the rest.</param>
/// <param name="Detail">More of it, in words of the program: roles, ids.</param>
/// <param name="HeldRole">Which of the roles that the account holds it is about, or was done in; null where it holds
/// one, and in lines of before accounts held several.</param>
public sealed record AccountEvent(
    Guid Id,
    DateTimeOffset At,
    AccountEventKind Kind,
    Guid? Account,
    Guid? By = null,
    Guid? AlsoBy = null,
    bool ByOperator = false,
    string? Place = null,
    string? Detail = null,
    Guid? HeldRole = null
);
