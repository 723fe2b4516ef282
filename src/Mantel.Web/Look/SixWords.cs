namespace Mantel.Web.Look;

/// <summary>The six words that a decision can be shown with (safety rule 3): never blank, never inferred.</summary>
public enum SixWords
{
    /// <summary>Wel.</summary>
    Yes,

    /// <summary>Niet.</summary>
    No,

    /// <summary>Anders: read the words beside it.</summary>
    Otherwise,

    /// <summary>Onbekend: asked, no answer yet.</summary>
    Unknown,

    /// <summary>Niet besproken.</summary>
    NotDiscussed,

    /// <summary>Niet vastgelegd.</summary>
    NotRecorded,
}
