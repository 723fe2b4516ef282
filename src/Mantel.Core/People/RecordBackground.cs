using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>Records one aspect of who the person is, in words, because the person wants it known.</summary>
[Needs(AccessAction.RecordWhatMatters)]
public sealed record RecordBackground(BackgroundAspect Aspect, string Words, PartialDate? ToldOn = null)
    : IAct<PersonRecord>,
        IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var words = found.NeededWords("words", Words);
        found.NotInFuture("toldOn", ToldOn, now);
        return found.Or(new BackgroundRecorded(Aspect, words), ToldOn);
    }

    public bool IsAbout(Fact fact) => fact is BackgroundRecorded background && background.Aspect == Aspect;
}
