using Mantel.Core.Journal;
using Mantel.Core.People;
using Mantel.Web.Look;
using Mantel.Web.Platform;

namespace Mantel.Web.AdvanceCarePlanning;

/// <summary>
/// Whether there is an ICD and whether it is off, in a sentence: present, absent, asked and not known, or not recorded.
/// </summary>
internal static class IcdWords
{
    public static string Of(PersonRecord person, Words words) =>
        person.SaidOfIcd() is { Count: > 1 } said
            ? words["night.icd.differs", string.Join(" / ", said.Select(one => OfOne(one, words)))]
            : Of(person.Icd(), words);

    /// <summary>What one source says, with its name: only where they differ.</summary>
    private static string OfOne(Recorded<ImplantedDeviceRecorded> said, Words words)
    {
        var day = said.Effective is { } on ? ", " + Days.Write(on, words) : "";
        return $"{Of(said.Fact, words)} ({said.Entry.Source.System}{day})";
    }

    private static string Of(ImplantedDeviceRecorded? known, Words words) =>
        known switch
        {
            null => words["night.icd.not-recorded"],
            { Present: true } icd => string.Join(". ", new[] { Present(icd, words), Off(icd, words) }.OfType<string>()),
            { Present: false } => words["night.icd.absent"],
            { Present: null } => words["night.icd.unknown"],
        };

    /// <summary>That it is off, since when; or that it is on; null: not recorded.</summary>
    public static string? Off(ImplantedDeviceRecorded device, Words words) =>
        device switch
        {
            { IsOff: true, OffSince: { } since } => words["icd.off-since", Days.Write(since, words)],
            { IsOff: true } => words["icd.off"],
            { IsOff: false } => words["icd.on"],
            _ => null,
        };

    private static string Present(ImplantedDeviceRecorded icd, Words words) =>
        icd.ImplantedOn is { } day
            ? words["night.icd.present-since", Days.Write(day, words)]
            : words["night.icd.present"];
}
