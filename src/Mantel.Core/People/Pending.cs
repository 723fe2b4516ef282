using Mantel.Core.Access;
using Mantel.Core.Identification;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// What waits for somebody to act, of one person on one day. Derived from the record and the day alone, so that lists
/// of hundreds need not open each record.
/// </summary>
/// <param name="HasNotices">
/// True when the glass was ever broken, or somebody else changed the answer about sharing: then somebody may have yet
/// to read of it.
/// </param>
/// <param name="Central">The account of the central care professional.</param>
/// <param name="Proposals">Why a conversation or a marking may be due.</param>
/// <param name="PutAway">How that was put away, while that holds.</param>
public sealed record Pending(
    IReadOnlyList<Attention> Attention,
    bool HasNotices,
    Guid? Central,
    IReadOnlyList<Proposal> Proposals,
    Recorded<ProposalPutAway>? PutAway
)
{
    /// <inheritdoc cref="AttentionView.Attention"/>
    public static Pending Of(PersonRecord person, DateOnly today, int? termMonths, AttentionTerms terms) =>
        new(
            person.Attention(today, termMonths, terms),
            person.All<GlassBroken>().Any() || person.ConsentsChanged().Count > 0,
            person.CentralAccount(today),
            person.Proposals(today, terms),
            person.Death() is null ? person.ProposalsPutAway(today) : null
        );
}
