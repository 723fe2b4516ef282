using Mantel.Core.Journal;

namespace Mantel.Core.Access;

/// <summary>
/// The glass was broken: somebody without recorded consent opened the record with a reason, for a limited time. The
/// person and the central care professional are told.
/// </summary>
/// <param name="VitalEmergency">True when it was named a vital emergency, which a refusal of consent demands.</param>
[FactKind("access.glass-broken")]
public sealed record GlassBroken(Guid Account, string Reason, bool VitalEmergency, DateTimeOffset Until) : Fact;

/// <summary>The person or the central care professional read that the glass was broken.</summary>
[FactKind("access.broken-glass-read")]
public sealed record BrokenGlassRead(Guid GlassBroken) : Fact;

/// <summary>
/// The person or the central care professional read that somebody else changed the answer about sharing.
/// </summary>
[FactKind("access.consent-change-read")]
public sealed record ConsentChangeRead(Guid Consent) : Fact;

/// <summary>The privacy reviewer of the organisation of who broke the glass reviewed it.</summary>
[FactKind("access.broken-glass-reviewed")]
public sealed record BrokenGlassReviewed(Guid GlassBroken, bool IsInOrder, string? Words) : Fact;
