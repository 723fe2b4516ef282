using Mantel.Core.Journal;
using Mantel.Core.People;

namespace Mantel.Fhir.Pzp;

/// <summary>
/// What the standard has no place for goes out as a sentence on the last line of a note, which anybody can read and
/// which becomes a fact again where it comes in.
/// </summary>
internal static class OwnSentences
{
    public const string HomeIsHere = "Met thuis is bedoeld: waar de persoon nu woont.";
    private const string On = "De ICD staat aan.";
    private const string Off = "De ICD staat uit.";
    private const string OffSince = "De ICD staat uit sinds ";

    public static string? OfDevice(ImplantedDeviceRecorded device) =>
        device switch
        {
            { IsOff: true, OffSince: { } since } => $"{OffSince}{since}.",
            { IsOff: true } => Off,
            { IsOff: false } => On,
            _ => null,
        };

    /// <summary>The device with what its note says of on and off; any other note stays as it is.</summary>
    public static ImplantedDeviceRecorded Read(ImplantedDeviceRecorded device)
    {
        var (rest, last) = Apart(device.Explanation);
        var since = last?.StartsWith(OffSince, StringComparison.Ordinal) is true
            ? PartialDate.TryParse(last[OffSince.Length..].TrimEnd('.'))
            : null;
        bool? off =
            last is Off || since is not null ? true
            : last is On ? false
            : null;
        return off is null ? device : device with { IsOff = off, OffSince = since, Explanation = rest };
    }

    /// <summary>The words, and whether they ended with this sentence.</summary>
    public static (string? Words, bool Said) Without(string? note, string sentence) =>
        Apart(note) is var (rest, last) && last == sentence ? (rest, true) : (note, false);

    public static string? Together(string? words, string? sentence) =>
        sentence is null ? words
        : words is null ? sentence
        : $"{words}\n{sentence}";

    private static (string? Words, string? Last) Apart(string? note)
    {
        var at = note?.LastIndexOf('\n') ?? -1;
        return at < 0 ? (null, note) : (note![..at], note[(at + 1)..]);
    }
}
