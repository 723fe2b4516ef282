using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Puts the birth date right, as far as it is known.</summary>
/// <param name="EvenSo">True: somebody looked, and the date is right though the INSZ carries another.</param>
[Needs(AccessAction.CorrectPerson)]
public sealed record CorrectBirthDate(PartialDate? BirthDate, bool EvenSo = false)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (BirthDate is not { } born)
            return Outcome.Refuse("birthDate", "rule.missing");
        var found = new Findings();
        found.BirthDate("birthDate", born, record, now);
        foreach (var number in record.Numbers())
            found.Agreement("birthDate", number, born, EvenSo);
        if (found.None && record.BirthDate() == born)
            return Outcome.Yield();
        return found.Or(new BirthDateRecorded(born));
    }

    public bool IsAbout(Fact fact) => fact is BirthDateRecorded;
}
