using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Two records turned out to be about one person (samengevoegd); a link that can be taken away again. Both fold into
/// one record, led by one of them.
/// </summary>
/// <param name="Other">The other record.</param>
/// <param name="Leads">True in the record under whose id the person goes on; false in the other.</param>
[FactKind("people.records-joined")]
public sealed record RecordsJoined(Guid Other, bool Leads, string Reason) : Fact;

/// <summary>Two joined records turned out to be about two people (ontkoppeld).</summary>
[FactKind("people.records-parted")]
public sealed record RecordsParted(Guid Other, string Reason) : Fact;
