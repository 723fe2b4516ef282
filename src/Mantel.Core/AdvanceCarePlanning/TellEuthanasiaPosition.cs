using Mantel.Core.Access;
using Mantel.Core.AdvanceCarePlanning.Deciding;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The person tells how they think about euthanasia for themselves (standpunt euthanasie).</summary>
[Needs(AccessAction.AgreePlan)]
public sealed record TellEuthanasiaPosition(EuthanasiaPosition? Position, string? Explanation, PartialDate? ToldOn)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen,
        IAgreement
{
    /// <inheritdoc/>
    public bool EvenSo { get; init; }

    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("position", Position);
        found.Day("toldOn", ToldOn, person, now);
        var fact = new EuthanasiaPositionTold(Position ?? default, found.Words("explanation", Explanation));
        return found.Or(fact, ToldOn).Asking(this, person, now);
    }

    IAct<PersonRecord> IAgreement.Knowingly() => this with { EvenSo = true };

    public bool IsAbout(Fact fact) => fact is EuthanasiaPositionTold;
}
