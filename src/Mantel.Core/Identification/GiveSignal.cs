using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Gives a signal about somebody whose page one may see, in three sentences. It needs no phase, no plan and no reason.
/// </summary>
/// <param name="Signal">A new id, made with the form.</param>
/// <param name="NoticedOn">Null: today.</param>
[Needs(AccessAction.GiveSignal)]
public sealed record GiveSignal(
    Guid Signal,
    string? Noticed,
    string? Since = null,
    string? WouldHelp = null,
    PartialDate? NoticedOn = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new SignalGiven(
            Signal,
            found.NeededWords("noticed", Noticed),
            found.Words("since", Since),
            found.Words("wouldHelp", WouldHelp)
        );
        found.NotInFuture("noticedOn", NoticedOn, now);
        return record.Signal(Signal) is null ? found.Or(fact, NoticedOn ?? PartialDate.Of(now.Today)) : Outcome.Yield();
    }
}
