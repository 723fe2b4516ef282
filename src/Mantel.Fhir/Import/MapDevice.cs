using Mantel.Core.People;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>DeviceUseStatement with its Device: a device in the body, such as an ICD.</summary>
internal static class MapDevice
{
    public static void Map(Take take)
    {
        if (!take.HasStatus("status", "active", "completed", "stopped", "on-hold"))
            return;
        var status = take.Node.Text("status");
        var device = take.Person.Find(take, take.Node["device"]);
        if (device is null)
        {
            take.Refuse("fhir.reference-not-found", "DeviceUseStatement.device");
            return;
        }
        var product = take.Person.NodeOf(device);
        if (product.Text("status") is "entered-in-error")
        {
            take.Refuse("fhir.struck-out");
            return;
        }
        var type = product.Concept("type");
        var code = type?.In(Systems.Snomed);
        var isIcd = code is not null && Codes.IcdProducts.Contains(code);
        take.Node.Skip("identifier");
        take.Person.Find(take, take.Node["subject"]);
        var period = take.Node["timing"] is { Name: "timingPeriod" } timing ? timing : null;
        var fact = new ImplantedDeviceRecorded(
            isIcd ? DeviceKind.Icd : DeviceKind.Other,
            Present: status is "active" or "on-hold",
            code,
            isIcd ? null : type?.Words,
            period?.Day("start", take.Person.Zone),
            take.Node.Notes()
        );
        take.Say(fact, null, null, device);
    }
}
