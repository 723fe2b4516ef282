using Mantel.Core.Access;
using Mantel.Core.Identification;
using Mantel.Core.Journal;
using Mantel.Core.People.Day;

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
/// <param name="Waiting">Why they ask for attention, the most pressing first.</param>
/// <param name="PutOffs">What was put off of it, by whom, while that holds.</param>
/// <param name="IsDying">The dying phase is marked.</param>
/// <param name="Signals">Who gave which signal here, the newest first, so that they hear of it.</param>
public sealed record Pending(
    IReadOnlyList<WeighedReason> Waiting,
    IReadOnlyList<PutOff> PutOffs,
    bool IsDying,
    IReadOnlyList<SignalBy> Signals,
    bool HasNotices,
    Guid? Central,
    IReadOnlyList<Proposal> Proposals,
    Recorded<ProposalPutAway>? PutAway
)
{
    /// <inheritdoc cref="AttentionView.Attention"/>
    public static Pending Of(PersonRecord person, DateOnly today, int? termMonths, AttentionTerms terms) =>
        new(
            person.Weigh(person.Attention(today, termMonths, terms), today),
            person.PutOffsHolding(today, termMonths, terms),
            person.Phase(today).Phase is Phase.Dying,
            [
                .. person
                    .Signals()
                    .Where(signal => signal.Given.Fact.Sender is null)
                    .Select(signal => new SignalBy(signal.Sender.Account, signal.Id, signal.GivenAt)),
            ],
            person.All<GlassBroken>().Any() || person.ConsentsChanged().Count > 0,
            person.CentralAccount(today),
            person.Proposals(today, terms),
            person.Death() is null ? person.ProposalsPutAway(today) : null
        );
}

/// <summary>A signal that somebody gave in this record.</summary>
public sealed record SignalBy(Guid Account, Guid Signal, DateTimeOffset GivenAt);
