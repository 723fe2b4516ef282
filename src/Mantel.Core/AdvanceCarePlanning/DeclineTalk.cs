using Mantel.Core.Access;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.AdvanceCarePlanning;

/// <summary>The person does not want to talk about something, now or at all. That is a respected answer.</summary>
/// <param name="OnlyNow">True: not now. False: not at all, until they raise it themselves.</param>
/// <param name="AskedMoreThanOnce">Null: not told.</param>
[Needs(AccessAction.DeclineTalk)]
public sealed record DeclineTalk(
    TalkTopic? Topic,
    bool? OnlyNow,
    string? Words,
    PartialDate? DeclinedOn,
    bool? AskedMoreThanOnce = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord person, Moment now)
    {
        var found = new Findings();
        found.Living(person);
        found.Chosen("topic", Topic);
        if (OnlyNow is null)
            found.Add("onlyNow", "rule.plan-choose");
        found.Day("declinedOn", DeclinedOn, person, now);
        var fact = new TalkDeclined(Topic ?? default, OnlyNow ?? false, found.Words("words", Words), AskedMoreThanOnce);
        return found.Or(fact, DeclinedOn);
    }

    public bool IsAbout(Fact fact) => fact is TalkDeclined declined && declined.Topic == Topic;
}
