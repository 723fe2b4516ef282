using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// Somebody on duty opens the record without recorded consent (noodtoegang), with a reason, for four hours. Against a
/// recorded refusal only for a vital emergency, named as such. Who did so often today asks a colleague, who opens it
/// in their own name; a vital emergency is never kept waiting.
/// </summary>
/// <param name="OpenedToday">How many other glasses this account broke in the last day.</param>
[Needs(AccessAction.BreakGlass)]
public sealed record BreakGlass(Guid Account, string? Reason, bool VitalEmergency, int OpenedToday = 0)
    : IAct<PersonRecord>,
        IByAccount
{
    /// <summary>How many glasses one breaks in a day before a second person is asked.</summary>
    public const int MostADay = 3;

    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var reason = found.NeededWords("reason", Reason);
        if (reason.Length > 0 && !Reasons.SaySomething(reason))
            found.Add("reason", "rule.reason-says-nothing");
        if (OpenedToday >= MostADay && !VitalEmergency)
            found.Break("", "rule.glass-second-person", $"{OpenedToday}");
        var consent = record.SharingConsent();
        if (consent is SharingConsent.Given)
            found.Break("", "rule.glass-not-needed");
        if (consent is SharingConsent.Refused && !VitalEmergency)
            found.Break("vitalEmergency", "rule.refused-save-vital-emergency");
        if (VitalEmergency && record.IsDeceased())
            found.Break("vitalEmergency", "rule.no-emergency-after-death");
        return record.OpenGlassOf(Account, now) is { } open && (open.Fact.VitalEmergency || !VitalEmergency)
            ? found.Or()
            : found.Or(
                new GlassBroken(Account, reason, VitalEmergency, now.Instant + AccessTable.GlassOpenFor),
                PartialDate.Of(now.Today)
            );
    }
}
