using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// What somebody looks for a person by: a name, a birth date as far as known, a number. All that is given fits.
/// </summary>
public sealed record LookFor(string? Name, PartialDate? BirthDate, string? Number)
{
    private readonly LookedName _name = new(Name);

    /// <summary>
    /// Two of name, birth date and number, as a duty role needs; one letter, a prefix or a title is no name.
    /// </summary>
    public bool HasTwoIdentifiers =>
        (_name.IsName ? 1 : 0) + (BirthDate is { IsWhole: true } ? 1 : 0) + (NumberKeys().Count > 0 ? 1 : 0) >= 2;

    /// <summary>
    /// Two identifiers; or, of somebody whose birth date is only partly known, exactly that part with the whole name or
    /// the number; or, of somebody with a name of one letter, that with the birth date.
    /// </summary>
    public bool Identifies(RegisterRow row) =>
        HasTwoIdentifiers
        || (
            BirthDate is { } born
            && row.BirthDate == born
            && (NumberKeys().Count > 0 || _name.IsWhole(row.Name, withFirstName: !born.IsWhole))
        );

    public bool IsEmpty => _name.IsEmpty && BirthDate is null && Number is null;

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
    public bool Fits(RegisterRow row) =>
        (BirthDate is not { } looked || (row.BirthDate is { } born && born.Overlaps(looked)))
        && (_name.IsEmpty || _name.Fits(row.Words));

    /// <summary>Everyone who fits, by surname and first name, and by birth date.</summary>
    public IReadOnlyList<RegisterRow> Among(IEnumerable<RegisterRow> rows) =>
        [
            .. rows.Where(Fits)
                .OrderBy(row => row.Name.Family, StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.Name.Full(), StringComparer.OrdinalIgnoreCase)
                .ThenBy(row => row.BirthDate?.First),
        ];
}
