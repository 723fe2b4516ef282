using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Fhir.Pzp;
using Mantel.Fhir.R4;

namespace Mantel.Fhir.Import;

/// <summary>DeviceUseStatement with its Device: a device in the body, such as an ICD.</summary>
internal static class MapDevice
{
    public static void Map(ResourceTaken take)
    {
        if (!take.HasStatus("status", "active", "completed", "stopped", "on-hold"))
            return;
        var status = take.Node.Text("status");
        var device = take.Person.Find(take, take.Node["device"]);
        if (device is null)
        {
            take.Keep("fhir.not-understood", "DeviceUseStatement.device");
            return;
        }
        var product = take.Person.NodeOf(device);
        if (product.Text("status") is "entered-in-error")
        {
            take.StrikeOut(SenderStruck.EnteredInError);
            return;
        }
        var type = product.Concept("type");
        var code = type?.In(CodeSystems.Snomed);
        var isIcd = code is not null && Codes.IcdProducts.Contains(code);
        take.Node.Skip("identifier");
        take.Person.Find(take, take.Node["subject"]);
        var period = take.Node["timing"] is { Name: "timingPeriod" } timing ? timing : null;
        var isInUse = status is "active" or "on-hold";
        if (isIcd && !isInUse && IsReplaced(take))
        {
            take.Keep("fhir.device-replaced");
            return;
        }
        if (!isInUse)
            take.Ask(
                AskReason.DeviceOutOfUse,
                [],
                null,
                type?.Words ?? (isIcd ? "ICD" : null),
                period?.PeekText("end")
            );
        var fact = new ImplantedDeviceRecorded(
            isIcd ? DeviceKind.Icd : DeviceKind.Other,
            Present: isInUse ? true : null,
            code,
            isIcd ? null : type?.Words,
            period?.Day("start", take.Person.Zone),
            take.Node.Notes()
        );
        take.Say(isIcd && isInUse ? OwnSentences.Read(fact) : fact, null, null, device);
    }

    /// <summary>Another ICD of the set is in use: this one made way for it.</summary>
    private static bool IsReplaced(ResourceTaken take) =>
        take.Person.Resources.Any(other =>
            other != take.Resource
            && other is { Type: "DeviceUseStatement", Unread: null }
            && TrackedElement.Of(other) is var node
            && node.PeekText("status") is "active" or "on-hold"
            && node["device"]?.PeekReference() is { } address
            && take.Person.Set.Find(other, address) is { } device
            && TrackedElement.Of(device).Concept("type")?.In(CodeSystems.Snomed) is { } code
            && Codes.IcdProducts.Contains(code)
        );
}
