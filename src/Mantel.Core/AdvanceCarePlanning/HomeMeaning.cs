namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>What somebody means by home (thuis).</summary>
public enum HomeMeaning
{
    /// <summary>Where they live now, also when that is a nursing home.</summary>
    Here,
}
