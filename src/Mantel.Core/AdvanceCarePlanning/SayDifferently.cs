using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>
/// The person says something else now than what was agreed (zegt nu anders), in words. It stands on top of every page
/// at
/// once, until a professional has talked it through. Nobody else's change stands in its way.
/// </summary>
/// <param name="ToldTo">To whom the person said it, when that is somebody else than who records it.</param>
[Needs(AccessAction.SayDifferently)]
public sealed record SayDifferently(string? Words, string? ToldTo, PartialDate? SaidOn) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Day("saidOn", SaidOn, person, now);
        var fact = new SaysDifferentlyNow(found.NeededWords("words", Words), found.Line("toldTo", ToldTo));
        return found.Or(fact, SaidOn);
    }
}
