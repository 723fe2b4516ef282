using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning.Talking;

/// <summary>
/// The person begins to prepare a conversation of their own accord (uit zichzelf voorbereiden): nobody has to invite
/// them, and there is no link that could be lost.
/// </summary>
/// <param name="Hash">Of a code that is given to nobody.</param>
[Needs(AccessAction.PrepareOwnTalk)]
public sealed record PrepareOwnTalk(Guid Preparation, string Hash, DateTimeOffset Until) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        var day = PartialDate.Of(now.Today);
        return found.Or([
            new NewFact(new PreparationInvited(Preparation, Hash, Until, person.Name().Full(), CloseOne: null), day),
            new NewFact(new PreparationOpened(Preparation), day),
        ]);
    }
}
