using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Core.Access;

/// <summary>
/// Somebody on duty opens the record without recorded consent (noodtoegang), with a reason, for four hours. Against a
/// recorded refusal only for a vital emergency, named as such.
/// </summary>
[Needs(What.BreakGlass)]
public sealed record BreakGlass(Guid Account, string? Reason, bool VitalEmergency) : IAct<PersonRecord>, IByAccount
{
    private const int LongestReason = 1000;

    public Outcome Decide(PersonRecord record, Moment now)
    {
        if (string.IsNullOrWhiteSpace(Reason))
            return Outcome.Refuse("reason", "rule.missing");
        if (Reason.Length > LongestReason)
            return Outcome.Refuse("reason", "rule.too-long", $"{LongestReason}");
        var consent = record.SharingConsent();
        if (consent is SharingConsent.Given)
            return Broken("", "rule.glass-not-needed");
        if (consent is SharingConsent.Refused && !VitalEmergency)
            return Broken("vitalEmergency", "rule.refused-save-vital-emergency");
        if (VitalEmergency && record.IsDeceased())
            return Broken("vitalEmergency", "rule.no-emergency-after-death");
        return record.OpenGlassOf(Account, now) is { } open && (open.Fact.VitalEmergency || !VitalEmergency)
            ? Outcome.Yield()
            : Outcome.Yield(
                new GlassBroken(Account, Reason.Trim(), VitalEmergency, now.Instant + AccessTable.GlassOpenFor),
                PartialDate.Of(now.Today)
            );
    }

    private static Outcome Broken(string field, string rule) =>
        Outcome.Refuse(new Problem(field, rule, [], IsBrokenRule: true));
}
