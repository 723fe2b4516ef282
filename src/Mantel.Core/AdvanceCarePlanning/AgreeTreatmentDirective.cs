using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// Agree what is done about one treatment (behandelaanwijzing). Entered here it has its day and, as the standard asks,
/// at least two parties; *niet besproken* had none.
/// </summary>
/// <param name="Name">Of another treatment than the fixed ones.</param>
/// <param name="NotNamed">True: it is known that this limit names no treatment.</param>
[Needs(AccessAction.AgreePlan)]
public sealed record AgreeTreatmentDirective(
    TreatmentKind? Treatment,
    string? Name,
    bool NotNamed,
    Decision? Decision,
    string? Otherwise,
    string? Explanation,
    PartialDate? DiscussedOn,
    IReadOnlyList<Party> Parties
) : IAct<PersonRecord>, IEditsWhatWasSeen, IAgreement
{
    /// <inheritdoc/>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var treatment = found.Treatment(Treatment, Name, NotNamed);
        found.Chosen("decision", Decision);
        var otherwise = found.Condition(Decision, Otherwise);
        var explanation = found.Words("explanation", Explanation);
        found.Day("discussedOn", DiscussedOn, person, now);
        var parties = found.Parties("parties", Parties);
        if (parties.Count < 2 && Decision is not AdvanceCarePlanning.Decision.NotDiscussed)
            found.Add("parties", "rule.plan-two-parties");
        var fact = new TreatmentDirectiveAgreed(treatment, Decision ?? default, otherwise, explanation, parties);
        return found.None && IsAlreadySo(person, fact)
            ? Outcome.Yield()
            : found.Or(fact, DiscussedOn).Asking(this, person, now);
    }

    IAct<PersonRecord> IAgreement.Knowingly() => this with { EvenSo = true };

    public bool IsAbout(Fact fact) => Treatment is { } kind && IsAboutTreatment(fact, new Treatment(kind, Name));

    internal static bool IsAboutTreatment(Fact fact, Treatment treatment)
    {
        bool IsIt(Treatment other) => PlanRules.Sameness(other) == PlanRules.Sameness(treatment);
        return fact switch
        {
            TreatmentDirectiveAgreed agreed => IsIt(agreed.Treatment),
            AdvanceDirectiveRecorded { Kind: AdvanceDirectiveKind.DoNotResuscitate }
                when treatment.Kind is TreatmentKind.Resuscitation => true,
            AdvanceDirectiveRecorded declared => declared.Decides.Any(clause => IsIt(clause.Treatment)),
            _ => false,
        };
    }

    private bool IsAlreadySo(PersonRecord person, TreatmentDirectiveAgreed fact) =>
        person
            .All<TreatmentDirectiveAgreed>()
            .Any(known =>
                known.Effective == DiscussedOn
                && known.Fact with { Parties = fact.Parties } == fact
                && known.Fact.Parties.SequenceEqual(fact.Parties)
                && !person.WasEnded(known.Entry.Id)
            );
}
