using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>How somebody likes to be called (roepnaam); the rest of the name stays as it is.</summary>
/// <param name="CallName">Null: by the first name.</param>
[Needs(AccessAction.CorrectOwn)]
public sealed record TellCallName(string? CallName) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        found.WhileAlive("", record, on: null);
        var name = found.Name(record.Name() with { CallName = CallName });
        if (found.None && record.Name() == name)
            return Outcome.Yield();
        return found.Or(new NameRecorded(name));
    }

    public bool IsAbout(Fact fact) => fact is NameRecorded;
}
