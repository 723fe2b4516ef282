using Mantel.Core.Journal;

namespace Mantel.Core.Support;

/// <summary>
/// A close one was asked how long they can keep it up (hoe lang houdt u dit vol); effective on the day they told it. It
/// stays with who cares: other close ones do not see it.
/// </summary>
/// <param name="Words">In their own words; null when they said no more.</param>
/// <param name="HiddenFromPerson">
/// Why the person does not see it either, as the professional says; null when the person may see it.
/// </param>
[FactKind("support.keeping-up-told")]
public sealed record KeepingUpTold(Guid RelatedPerson, KeepingUp HowLong, string? Words, string? HiddenFromPerson)
    : Fact;

/// <summary>How long a close one says they can keep it up.</summary>
public enum KeepingUp
{
    AsLongAsNeeded,
    Months,
    Weeks,
    Days,
    NoLonger,

    /// <summary>Asked; they do not know.</summary>
    Unknown,
}
