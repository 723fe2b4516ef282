using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Identification;

/// <summary>
/// Records that the general practitioner asked the health insurance fund for the palliatief forfait, and on which day
/// (Belgium). A turn is asked for once, unless the fund refused it.
/// </summary>
[Needs(AccessAction.RecordForfait)]
public sealed record RecordPalliativeForfait(ForfaitTurn? Turn, string? RequestedBy, PartialDate? RequestedOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (Turn is null)
            found.Add("turn", "rule.missing");
        if (RequestedOn is null)
            found.Add("requestedOn", "rule.missing");
        found.NotInFuture("requestedOn", RequestedOn, now);
        if (record.CountryOfCare() is CareCountry.Netherlands)
            found.Break("", "rule.forfait-belgium");
        if (Turn is { } turn && record.Forfait(turn) is { } known)
            found.Break("turn", "rule.forfait-once", known.Requested.Effective?.ToString() ?? "");
        var fact = new PalliativeForfaitRequested(Turn ?? default, found.NeededLine("requestedBy", RequestedBy));
        return found.Or(fact, RequestedOn);
    }

    public bool IsAbout(Fact fact) => fact is PalliativeForfaitRequested or PalliativeForfaitAnswered;
}
