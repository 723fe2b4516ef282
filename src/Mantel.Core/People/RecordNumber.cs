using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records a BSN or INSZ whose check digits are right, or that there is none.</summary>
/// <param name="None">True: asked, and there is none.</param>
/// <param name="EvenSo">True: somebody looked, and the number is right though it carries another birth date.</param>
[Needs(AccessAction.CorrectPerson)]
public sealed record RecordNumber(PersonNumber? Number, bool None = false, bool EvenSo = false)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var number = Read(found, Number, None);
        found.Agreement("number", number, record.BirthDate(), EvenSo);
        if (found.None && number is not null && record.Numbers().Contains(number))
            return Outcome.Yield();
        return found.Or(new NumberRecorded(number));
    }

    public bool IsAbout(Fact fact) => fact is NumberRecorded;

    internal static PersonNumber? Read(Findings found, PersonNumber? number, bool none)
    {
        if (number is null || string.IsNullOrWhiteSpace(number.Value))
        {
            if (!none)
                found.Add("number", "rule.missing");
            return null;
        }
        if (none)
            found.Add("number", "rule.number-and-none");
        if (NationalNumber.Check(number.Kind, number.Value) is { } digits)
            return number with { Value = digits };
        found.Add("number", number.Kind == NumberKind.Bsn ? "rule.bsn-wrong" : "rule.insz-wrong");
        return null;
    }
}
