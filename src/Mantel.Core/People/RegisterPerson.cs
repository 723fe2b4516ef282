using Mantel.Core.Access;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Opens a record for a person, with as much as is known of who they are (inschrijven).</summary>
/// <param name="HasNoNumber">True: asked, and there is none. False without a number: not asked.</param>
/// <param name="EvenSo">True: somebody looked, and the number is right though it carries another birth date.</param>
/// <param name="Fictitious">True only for the people of the demo.</param>
/// <param name="Country">Where the person is cared for, when no address is known (NL, BE).</param>
/// <param name="ReceivedBy">The organisation that has the person in care from now, and the member who does.</param>
[Needs(AccessAction.Register)]
public sealed record RegisterPerson(
    PersonName Name,
    PartialDate? BirthDate,
    PersonNumber? Number = null,
    bool HasNoNumber = false,
    AdministrativeGender? Gender = null,
    Address? Address = null,
    string? Language = null,
    bool EvenSo = false,
    bool Fictitious = false,
    ReceivePerson? ReceivedBy = null,
    string? Country = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (record.Exists)
            found.Break("", "rule.already-registered");
        List<NewFact> facts = [new(new PersonRegistered(Fictitious)), new(new NameRecorded(found.Name(Name)))];
        if (BirthDate is { } born)
        {
            found.BirthDate("birthDate", born, record, now);
            facts.Add(new(new BirthDateRecorded(born)));
        }
        facts.AddRange(ReadNumber(found));
        if (Gender is { } gender)
            facts.Add(new(new GenderRecorded(gender, InOwnWords: null)));
        if (Address is not null)
            facts.Add(new(new AddressRecorded(found.Address(Address))));
        else if (Country is not null)
            facts.Add(new(new CountryChosen(Chosen(found))));
        if (RecordLanguage.Tag(found, Language) is { } tag)
            facts.Add(new(new LanguageRecorded(tag, InterpreterNeeded: null, InterpreterHow: null, KeyPerson: null)));
        if (ReceivedBy is not null)
            facts.AddRange(ReceivedBy.Read(found, record, now));
        return found.Or(facts);
    }

    private string Chosen(Findings found)
    {
        if (CareCountries.Of(Country) is { } country)
            return country.Code();
        found.Add("country", "rule.not-a-choice");
        return "";
    }

    private IEnumerable<NewFact> ReadNumber(Findings found)
    {
        if (Number is null && !HasNoNumber)
            return [];
        var number = RecordNumber.Read(found, Number, HasNoNumber);
        found.Agreement("number", number, BirthDate, EvenSo);
        return [new(new NumberRecorded(number))];
    }
}
