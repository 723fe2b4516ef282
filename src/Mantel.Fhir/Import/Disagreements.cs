using Mantel.Core.AdvanceCarePlanning;
using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Import;

/// <summary>
/// What two messages of one set say differently and no rule of time can order: it is said that they do, and neither is
/// made right by the other.
/// </summary>
internal static class Disagreements
{
    public static void Ask(IReadOnlyList<ResourceTaken> takes)
    {
        foreach (var take in takes.Where(take => !take.IsRefused))
        {
            foreach (var draft in take.Drafts.Where(draft => IsEndThatAnotherDenies(draft, takes)).ToList())
                take.Ask(AskReason.EndDiffers, AboutOf(take, draft), null);
        }
        AskAboutIcd(takes);
    }

    /// <summary>
    /// An end that one consent tells of something that another consent says without an end: then it still holds. A form
    /// tells of its own day, and denies no later end.
    /// </summary>
    public static bool IsEndThatAnotherDenies(Draft draft, IReadOnlyList<ResourceTaken> takes) =>
        EndOf(draft.Fact) is { } key
        && takes.Any(take =>
            take is { IsRefused: false, Resource.Type: "Consent" }
            && take.Drafts.Any(other => KeyOf(other) == key)
            && !take.Drafts.Any(other => EndOf(other.Fact) == key)
        );

    private static Guid? EndOf(Fact fact) =>
        fact switch
        {
            TreatmentDirectiveEnded ended => ended.Directive,
            AdvanceDirectiveEnded ended => ended.Directive,
            _ => null,
        };

    private static IReadOnlyList<Treatment> AboutOf(ResourceTaken take, Draft end) =>
        [
            .. take
                .Drafts.Where(draft => KeyOf(draft) == EndOf(end.Fact))
                .Select(draft => draft.Fact)
                .OfType<TreatmentDirectiveAgreed>()
                .Select(agreed => agreed.Treatment),
        ];

    private static void AskAboutIcd(IReadOnlyList<ResourceTaken> takes)
    {
        bool Says(ResourceTaken take, bool present) =>
            !take.IsRefused
            && take.Drafts.Any(draft =>
                draft.Fact is ImplantedDeviceRecorded { Kind: DeviceKind.Icd, Present: var said } && said == present
            );
        if (takes.Any(take => Says(take, true)) && takes.FirstOrDefault(take => Says(take, false)) is { } denies)
            denies.Ask(AskReason.DeviceDiffers, [new Treatment(TreatmentKind.IcdDeactivation)], null);
    }

    private static Guid KeyOf(Draft draft) => SameWords.Id(SameFact.Of(draft.Fact, draft.Effective, _ => null));
}
