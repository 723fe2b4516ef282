using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Records a device in the body, that there is none of a kind, or that it was asked and is not known.
/// </summary>
/// <param name="Present">False: known not to have one. Null: asked, not known.</param>
/// <param name="IsOff">True: it was switched off. Null: not recorded.</param>
[Needs(AccessAction.RecordHealth)]
public sealed record RecordImplantedDevice(
    DeviceKind Kind,
    bool? Present,
    string? Name = null,
    PartialDate? ImplantedOn = null,
    string? Explanation = null,
    string? SnomedCode = null,
    PartialDate? KnownOn = null,
    bool? IsOff = null,
    PartialDate? OffSince = null
) : IAct<PersonRecord>, IEditsWhatWasSeen
{
    public Outcome Decide(PersonRecord record, Moment now)
    {
        var found = new Findings();
        var fact = new ImplantedDeviceRecorded(
            Kind,
            Present,
            SnomedConcept.Read(found, "snomedCode", SnomedCode),
            Kind == DeviceKind.Other ? found.NeededLine("name", Name) : found.Line("name", Name),
            ImplantedOn,
            found.Words("explanation", Explanation)
        )
        {
            IsOff = IsOff,
            OffSince = OffSince,
        };
        CheckOff(found, now);
        found.NotInFuture("implantedOn", ImplantedOn, now);
        found.NotInFuture("knownOn", KnownOn, now);
        if (Present is not true && ImplantedOn is not null)
            found.Add("implantedOn", "rule.device-not-there");
        return found.Or(fact, KnownOn);
    }

    private void CheckOff(Findings found, Moment now)
    {
        found.NotInFuture("offSince", OffSince, now);
        if (IsOff is not null && Present is not true)
            found.Add("isOff", "rule.device-not-there");
        if (IsOff is not true && OffSince is not null)
            found.Add("offSince", "rule.device-not-off");
        if (OffSince is { } off && ImplantedOn is { } put && off.IsBefore(put))
            found.Add("offSince", "rule.plan-end-before-beginning");
    }

    public bool IsAbout(Fact fact) =>
        Kind != DeviceKind.Other && fact is ImplantedDeviceRecorded device && device.Kind == Kind;
}
