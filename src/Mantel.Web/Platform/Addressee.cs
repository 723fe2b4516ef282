using Mantel.Core.CareTeam;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Web.Platform;

/// <summary>Who is spoken to, where Mantel says "u" (you): the person, or somebody close to them.</summary>
internal sealed class Addressee(SignedIn who, Reader reader)
{
    private readonly HashSet<Guid> _own = [];
    private readonly HashSet<string> _names = new([who.Name], StringComparer.Ordinal);

    public bool IsThePerson => reader is Reader.Person;

    /// <summary>Learns under which names the reader stands in the record that is shown.</summary>
    public void StandsIn(PersonRecord record)
    {
        _own.UnionWith(record.Circle().Where(close => close.Account == who.Account).Select(close => close.Id));
        _names.UnionWith(
            IsThePerson
                ? record.All<NameRecorded>().SelectMany(one => NamesOf(one.Fact.Name))
                : record
                    .All<RelatedPersonRecorded>()
                    .Where(close => close.Fact.Account == who.Account || _own.Contains(close.Fact.RelatedPerson))
                    .SelectMany(close => NamesOf(close.Fact.Name))
        );
    }

    /// <summary>The reader is this one of the circle.</summary>
    public bool IsCloseOne(Guid closeOne) => _own.Contains(closeOne);

    public bool IsCalled(string name) => _names.Contains(name);

    /// <summary>The reader did it: with this account, or under this name in the role that they have.</summary>
    public bool Is(Author author) =>
        author.Account == who.Account || (author.Role == who.Role && IsCalled(author.Name));

    private static string[] NamesOf(PersonName name) => [name.Full(), name.Official(), name.Familiar()];
}
