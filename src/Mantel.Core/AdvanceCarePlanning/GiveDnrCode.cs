using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Record the DNR code that a Belgian hospital or home gave for a stay, with what its owner wrote. The code itself
/// fills no row: only treatments that the owner's text names do.
/// </summary>
/// <param name="Setting">Who gave it and where.</param>
/// <param name="GivenOn">
/// The day of the talk, when it was discussed; the day of the decision, when it was decided and told.
/// </param>
[Needs(AccessAction.RecordDnrCode)]
public sealed record GiveDnrCode(
    DnrCode? Code,
    string? Setting,
    PartialDate? GivenOn,
    PartialDate? StayStarted,
    PartialDate? StayEnded,
    string? OwnerText,
    IReadOnlyList<DirectiveClause> OwnerTextDecides
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    /// <summary>Whether there was a talk, or a physician decided it and told it.</summary>
    public DnrBasis? Basis { get; init; }

    /// <summary>Whom it was told, when it was decided without a talk.</summary>
    public string? ToldTo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("code", Code);
        found.Chosen("basis", Basis);
        found.Day("givenOn", GivenOn, person, now);
        found.NotInFuture("stayStarted", StayStarted, now);
        found.NotInFuture("stayEnded", StayEnded, now);
        found.NotBefore("stayEnded", StayEnded, StayStarted);
        found.NotBefore("givenOn", GivenOn, StayStarted);
        found.NotBefore("stayEnded", StayEnded, GivenOn);
        if (OwnerTextDecides.Count > 0 && string.IsNullOrWhiteSpace(OwnerText))
            found.Add("ownerText", "rule.plan-owner-text-needed");
        var fact = new DnrCodeGiven(
            Code ?? default,
            found.NeededLine("setting", Setting),
            StayStarted,
            StayEnded,
            found.Words("ownerText", OwnerText),
            found.Clauses("ownerTextDecides", OwnerTextDecides)
        )
        {
            Basis = Basis,
            ToldTo = Basis is DnrBasis.Communicated ? found.NeededLine("toldTo", ToldTo) : ToldWithoutDecision(found),
        };
        return found.Or(fact, GivenOn);
    }

    private string? ToldWithoutDecision(Findings found)
    {
        if (!string.IsNullOrWhiteSpace(ToldTo))
            found.Add("toldTo", "rule.plan-told-or-discussed");
        return null;
    }

    public bool IsAbout(Fact fact) => fact is DnrCodeGiven;
}
