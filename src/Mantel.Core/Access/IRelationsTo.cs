using Mantel.Core.CareTeam;
using Mantel.Core.Journal;

namespace Mantel.Core.Access;

/// <summary>
/// Why somebody may see or do something to a record that is not a person's: said by the module that keeps it, read from
/// dated facts. Whether that is enough the access table says.
/// </summary>
public interface IRelationsTo<in TRecord>
    where TRecord : Record
{
    /// <param name="item">One thing of a record that holds many, such as a signal of an inbox; null: all of it.</param>
    IReadOnlySet<Relation> Of(TRecord record, Guid? item, Actor actor, Moment now, DirectoryRecord directory);
}
