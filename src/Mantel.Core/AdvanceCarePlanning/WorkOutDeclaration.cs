using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// A physician works out with the people concerned what a declaration means that names no treatment: the rows then say
/// it, as the person's own word of the day of the declaration (safety rule 16).
/// </summary>
/// <param name="Words">What was said of it; needed when no treatment follows from it.</param>
[Needs(AccessAction.ConfirmDirective)]
public sealed record WorkOutDeclaration(
    Guid Declaration,
    string? Physician,
    IReadOnlyList<DirectiveClause> Decides,
    string? Words,
    PartialDate? WorkedOutOn
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("workedOutOn", WorkedOutOn, person, now);
        var physician = found.NeededLine("physician", Physician);
        var words = found.Words("words", Words);
        var decides = found.Clauses("decides", Decides);
        if (decides.Count == 0 && words is null)
            found.Add("decides", "rule.plan-worked-out-into-nothing");
        if (found.Standing<AdvanceDirectiveRecorded>(person, "", Declaration) is not { } known)
            return found.Or();
        if (person.WasEnded(Declaration))
            found.Break("", "rule.plan-already-ended");
        found.NotBefore("workedOutOn", WorkedOutOn, known.Effective);
        var fact = new DeclarationWorkedOut(Declaration, physician, decides, words);
        return found.Or([new NewFact(fact, WorkedOutOn, RestsOn: [Declaration])]);
    }

    public bool IsAbout(Fact fact) =>
        fact is DeclarationWorkedOut worked && worked.Declaration == Declaration
        || fact is AdvanceDirectiveEnded ended && ended.Directive == Declaration;
}
