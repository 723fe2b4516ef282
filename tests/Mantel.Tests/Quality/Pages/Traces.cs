using System.Globalization;
using System.Text.RegularExpressions;
using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Tests.Quality.Pages;

/// <summary>By what a person could be recognised in a text: names, numbers, birth date, address, ways to reach
/// them.</summary>
internal sealed class Traces
{
    private static readonly CultureInfo[] Cultures =
    [
        .. new[] { "nl-NL", "nl-BE", "en-GB" }.Select(CultureInfo.GetCultureInfo),
    ];

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _phrases = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="common">Words that stand on pages without meaning anybody, such as the names of places.</param>
    public Traces(IEnumerable<PersonRecord> people, IEnumerable<string> common)
    {
        foreach (var person in people)
        {
            Tell(person);
            Names(person.All<NameRecorded>().Select(name => name.Fact.Name));
            Names(person.All<RelatedPersonRecorded>().Select(known => known.Fact.Name));
        }
        _words.ExceptWith(common);
        _words.RemoveWhere(word => word.Length < 4);
    }

    public int Count => _words.Count + _phrases.Count;

    /// <summary>Whatever of them stands in this text.</summary>
    public IEnumerable<string> In(string text)
    {
        var words = Regex.Matches(text, @"[\p{L}'-]+", RegexOptions.None, TimeSpan.FromSeconds(5));
        return words
            .Select(match => match.Value)
            .Where(_words.Contains)
            .Concat(_phrases.Where(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase)))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private void Tell(PersonRecord person)
    {
        _phrases.Add(person.Id.ToString());
        foreach (var number in person.Numbers())
            _phrases.UnionWith([number.Value, number.Masked()]);
        if (person.BirthDate() is { IsWhole: true } born)
            _phrases.UnionWith(Written(born.First));
        if (person.Address() is { } address)
            _phrases.UnionWith(Parts(address));
        _phrases.UnionWith(person.Reach().Select(point => point.Value));
    }

    private void Names(IEnumerable<PersonName> names)
    {
        foreach (var name in names)
        {
            _words.UnionWith(
                new[] { name.Family, name.PartnerFamily }.OfType<string>().SelectMany(part => part.Split(' '))
            );
            foreach (var first in new[] { name.Given, name.CallName, name.Initials }.OfType<string>())
                _phrases.Add($"{first} {name.Surname()}");
        }
    }

    private static IEnumerable<string> Written(DateOnly day) =>
        Cultures
            .SelectMany(culture =>
                new[] { "d", "D", "d MMMM yyyy", "d MMM yyyy" }.Select(form => day.ToString(form, culture))
            )
            .Append(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static IEnumerable<string> Parts(Address address)
    {
        if (address is { Street: { } street, HouseNumber: { } number })
            yield return $"{street} {number}";
        if (address.PostalCode is { Length: >= 6 } code)
            yield return code;
    }
}
