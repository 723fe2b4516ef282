using System.Globalization;
using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Records that the person died: when, as far as known, where, and who was there. Again: puts it right.
/// </summary>
/// <param name="Time">Local time as 03:15, or null when it is not known.</param>
[Needs(AccessAction.RecordDeath)]
public sealed record RecordDeath(
    PartialDate? On,
    string? Time = null,
    PlaceOfDeath? Place = null,
    string? PlaceName = null,
    string? WhoWasThere = null,
    string? Words = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        if (On is null)
            found.Add("on", "rule.missing");
        found.NotInFuture("on", On, now);
        if (On is { } on && record.BirthDate() is { } born && on.IsBefore(born))
            found.Break("on", "rule.death-before-birth");
        var fact = new DeathRecorded(
            Place,
            found.Line("placeName", PlaceName),
            ReadTime(found),
            found.Line("whoWasThere", WhoWasThere),
            found.Words("words", Words)
        );
        return found.Or(fact, On);
    }

    public bool IsAbout(Fact fact) => fact is DeathRecorded;

    private string? ReadTime(Findings found)
    {
        var typed = found.Line("time", Time);
        if (typed is null)
            return null;
        if (!TimeOnly.TryParseExact(typed, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, default, out var time))
            found.Add("time", "rule.time-impossible");
        else if (On is { IsWhole: false })
            found.Add("time", "rule.time-without-day");
        return time.ToString("HH:mm", CultureInfo.InvariantCulture);
    }
}
