using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records where the person lives or stays, from a day on.</summary>
[Needs(AccessAction.CorrectOwn)]
public sealed record RecordAddress(Address Address, PartialDate? From = null) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var address = found.Address(Address);
        found.NotInFuture("from", From, now);
        found.WhileAlive("", record, From);
        return found.Or(new AddressRecorded(address), From);
    }

    public bool IsAbout(Fact fact) => fact is AddressRecorded;
}
