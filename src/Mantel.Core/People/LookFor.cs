using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// What somebody looks for a person by: a name, a birth date as far as known, a number. All that is given fits.
/// </summary>
public sealed record LookFor(string? Name, PartialDate? BirthDate, string? Number)
{
    /// <summary>Two of name, birth date and number, as a duty role needs; a name of one letter is none.</summary>
    public bool HasTwoIdentifiers =>
        (NameWords.OfQuery(Name).Any(word => word.Length > 1) ? 1 : 0)
            + (BirthDate is { IsWhole: true } ? 1 : 0)
            + (NumberKeys().Count > 0 ? 1 : 0)
        >= 2;

    /// <summary>
    /// Two identifiers, or, of somebody whose birth date is only partly known, exactly that part with the whole name or
    /// the number.
    /// </summary>
    public bool Identifies(RegisterRow row) =>
        HasTwoIdentifiers
        || (
            BirthDate is { IsWhole: false }
            && row.BirthDate == BirthDate
            && (NumberKeys().Count > 0 || IsWholeName(row.Name))
        );

    public bool IsEmpty => NameWords.OfQuery(Name).Count == 0 && BirthDate is null && Number is null;

    /// <summary>
    /// The keys by which the number that was typed is found, of every kind whose check digits are right.
    /// </summary>
    public IReadOnlyList<string> NumberKeys() =>
        [
            .. Enum.GetValues<NumberKind>()
                .Select(kind =>
                    NationalNumber.Check(kind, Number) is { } digits ? new PersonNumber(kind, digits) : null
                )
                .OfType<PersonNumber>()
                .Select(number => number.Key()),
        ];

    /// <summary>Whether name and birth date fit; the number is looked up by its key.</summary>
    public bool Fits(RegisterRow row) => Fits(row, NameWords.OfQuery(Name));

    /// <summary>Everyone who fits, by surname and first name, and by birth date.</summary>
    public IReadOnlyList<RegisterRow> Among(IEnumerable<RegisterRow> rows)
    {
        var words = NameWords.OfQuery(Name);
        return
        [
            .. rows.Where(row => Fits(row, words))
                .OrderBy(row => row.Name.Family, StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.Name.Full(), StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.BirthDate?.First),
        ];
    }

    /// <summary>The surname and a first name, each written out, and nothing that is not of the name.</summary>
    private bool IsWholeName(PersonName name)
    {
        var typed = NameWords.OfQuery(Name);
        var surname = NameWords.OfQuery(name.Family);
        var first = NameWords.Split($"{name.Given} {name.CallName}");
        return surname.Count > 0
            && surname.All(typed.Contains)
            && typed.Any(first.Contains)
            && typed.All(NameWords.Of(name).Contains);
    }

    private bool Fits(RegisterRow row, IReadOnlyList<string> words) =>
        (BirthDate is not { } looked || (row.BirthDate is { } born && born.Overlaps(looked)))
        && NameWords.Match(words, row.Words);
}
