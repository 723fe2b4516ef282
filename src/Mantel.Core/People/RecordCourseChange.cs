using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Records that the course of the illness changed: decisions from before that day are then marked as such.
/// </summary>
[Needs(AccessAction.RecordCourse)]
public sealed record RecordCourseChange(
    CourseChange Change,
    PartialDate? On,
    string? Where = null,
    string? Words = null
) : IAct<PersonRecord>
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new CourseChanged(Change, found.Line("where", Where), found.Words("words", Words));
        if (On is null)
            found.Add("on", "rule.missing");
        found.NotInFuture("on", On, now);
        found.WhileAlive("on", record, On);
        return found.Or(fact, On);
    }
}
