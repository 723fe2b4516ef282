using Mantel.Core.Access;
using Mantel.Core.Journal;

namespace Mantel.Core.People;

/// <summary>
/// Records a device in the body, that there is none of a kind, or that it was asked and is not known.
/// </summary>
/// <param name="Present">False: known not to have one. Null: asked, not known.</param>
[Needs(What.RecordHealth)]
public sealed record RecordImplantedDevice(
    DeviceKind Kind,
    bool? Present,
    string? Name = null,
    PartialDate? ImplantedOn = null,
    string? Explanation = null,
    string? SnomedCode = null,
    PartialDate? KnownOn = null
) : IAct<PersonRecord>, IEdits
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
        );
        found.NotInFuture("implantedOn", ImplantedOn, now);
        found.NotBeforeBirth("implantedOn", record, ImplantedOn);
        found.NotInFuture("knownOn", KnownOn, now);
        if (Present is not true && ImplantedOn is not null)
            found.Add("implantedOn", "rule.device-not-there");
        return found.Or(fact, KnownOn);
    }

    public bool IsAbout(Fact fact) =>
        Kind != DeviceKind.Other && fact is ImplantedDeviceRecorded device && device.Kind == Kind;
}
