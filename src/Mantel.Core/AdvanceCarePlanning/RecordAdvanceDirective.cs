using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>Record a declaration of the person's own (wilsverklaring), with its document where there is one.</summary>
/// <param name="KindInWords">What it is, when it is of no listed kind.</param>
/// <param name="Decides">What its text names, treatment by treatment.</param>
/// <param name="DatedOn">The date on the declaration itself.</param>
/// <param name="Undated">True: it is known that it carries no date, so that it cannot be ordered.</param>
[Needs(AccessAction.RecordAdvanceDirective)]
public sealed record RecordAdvanceDirective(
    AdvanceDirectiveKind? Kind,
    string? KindInWords,
    string? Explanation,
    Party? Representative,
    IReadOnlyList<DirectiveClause> Decides,
    PartialDate? DatedOn,
    bool Undated,
    Guid? Document,
    string? DocumentName
) : IAct<PersonRecord>, IEditsWhatWasSeen, IAgreement
{
    /// <inheritdoc/>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("kind", Kind);
        var kindInWords = found.Line("kindInWords", KindInWords);
        if (Kind is AdvanceDirectiveKind.Other && string.IsNullOrWhiteSpace(KindInWords))
            found.Add("kindInWords", "rule.plan-name-kind");
        if (Kind is not AdvanceDirectiveKind.Other && kindInWords is not null)
            found.Add("kindInWords", "rule.plan-kind-only-with-other");
        CheckDate(found, person, now);
        var fact = new AdvanceDirectiveRecorded(
            Kind ?? default,
            kindInWords,
            found.Words("explanation", Explanation),
            RepresentativeOf(found),
            found.Clauses("decides", Decides),
            Document,
            found.Line("documentName", DocumentName)
        );
        if (ContradictsItsKind(fact))
            found.Add("decides", "rule.plan-declaration-contradicts-kind");
        return found.Or(fact, DatedOn).Asking(this, person, now);
    }

    IAct<PersonRecord> IAgreement.Knowingly() => this with { EvenSo = true };

    public bool IsAbout(Fact fact) => fact is AdvanceDirectiveRecorded declared && declared.Kind == Kind;

    private void CheckDate(Findings found, PersonRecord person, Moment now)
    {
        if (!Undated)
            found.Day("datedOn", DatedOn, person, now);
        else if (DatedOn is not null)
            found.Add("datedOn", "rule.plan-dated-or-not");
    }

    private Party? RepresentativeOf(Findings found) =>
        Representative is { } one ? one with { Name = found.NeededLine("representative", one.Name) } : null;

    /// <summary>A declaration not to be resuscitated says nothing else about resuscitation.</summary>
    private static bool ContradictsItsKind(AdvanceDirectiveRecorded fact) =>
        fact.Kind is AdvanceDirectiveKind.DoNotResuscitate
        && fact.Decides.Any(clause =>
            clause.Treatment.Kind is TreatmentKind.Resuscitation && clause.Decision is not Decision.Withhold
        );
}
